/** The wiring of the core process, with a small fake in Electron's place. */
import { EventEmitter } from 'node:events'
import type { MessagePortMain, UtilityProcess } from 'electron'
import { describe, expect, it } from 'vitest'
import { hostCore, type HostDeps } from './core-host.ts'
import type { FromCore } from './messages.ts'

class FakeProcess extends EventEmitter {
  sent: { message: { kind: string; file?: string | null }; ports: unknown[] }[] = []
  killed = false
  postMessage(message: { kind: string }, ports: unknown[] = []) {
    this.sent.push({ message, ports })
    if (message.kind === 'close') queueMicrotask(() => this.emit('exit', 0))
  }
  kill() {
    this.killed = true
    return true
  }
}

function setUp() {
  const processes: FakeProcess[] = []
  const heard: FromCore[] = []
  let restarts = 0
  const deps: HostDeps = {
    fork: () => {
      const process = new FakeProcess()
      processes.push(process)
      return process as unknown as UtilityProcess
    },
    channel: () => ({
      port1: { side: 'core' } as unknown as MessagePortMain,
      port2: { side: 'page' } as unknown as MessagePortMain,
    }),
    start: { kind: 'start', state: '/s', projects: '/p', sample: null, version: '1', file: null },
    onMessage: (message) => heard.push(message),
    onRestart: () => restarts++,
    log: () => {},
  }
  return { host: hostCore(deps), processes, heard, restarts: () => restarts }
}

describe('the core’s host', () => {
  it('starts the core and gives each window one end of a channel', () => {
    const { host, processes } = setUp()
    expect(processes[0]?.sent[0]?.message.kind).toBe('start')
    expect(host.connect()).toEqual({ side: 'page' })
    expect(processes[0]?.sent[1]).toEqual({ message: { kind: 'port' }, ports: [{ side: 'core' }] })
  })

  it('starts a crashed core again with the project that was open', () => {
    const { processes, restarts } = setUp()
    processes[0]?.emit('message', { kind: 'title', file: '/p/study.waymark' })
    processes[0]?.emit('exit', 9)
    expect(processes).toHaveLength(2)
    expect(processes[1]?.sent[0]?.message).toMatchObject({ kind: 'start', file: '/p/study.waymark' })
    expect(restarts()).toBe(1)
  })

  it('stops trying when the core dies again and again, and says what to do', () => {
    const { processes, heard } = setUp()
    for (let n = 0; n < 4; n++) processes.at(-1)?.emit('exit', 9)
    expect(processes).toHaveLength(4)
    expect(heard.at(-1)).toMatchObject({
      kind: 'problem',
      message: expect.stringContaining('What was saved is safe'),
    })
  })

  it('waits for the core to close its file before the app goes', async () => {
    const { host, processes } = setUp()
    await host.close()
    expect(processes[0]?.sent.at(-1)?.message.kind).toBe('close')
    expect(processes).toHaveLength(1)
  })
})
