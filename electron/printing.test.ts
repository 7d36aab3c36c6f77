/** Printing from the core process to a hidden window and back, with a small fake in the window's place. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FromCore, ToCore } from './messages.ts'
import { askToPrint } from './print-client.ts'
import { hostPrinting, type Paper } from './print-host.ts'

/** Both ends joined as by Electron's channel; `print` is what the window does with its page. */
function setUp(print: (html: string) => Promise<Uint8Array>) {
  const open = new Set<string>()
  const logged: string[] = []
  const papers = (html: string): Paper => {
    open.add(html)
    return { print: () => print(html), close: () => open.delete(html) }
  }
  const host = hostPrinting({ open: papers, log: (line) => logged.push(line) })
  const reply = (answer: ToCore) => {
    if (answer.kind === 'printed') client.hear(answer)
  }
  const client = askToPrint((message: FromCore) => {
    if (message.kind === 'print') void host.print(message, reply)
    else if (message.kind === 'stop-print') host.stop(message.id)
  })
  return { client, host, open, logged }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const never = () => new Promise<never>(() => {})
const { signal } = new AbortController()

afterEach(() => void vi.useRealTimers())

describe('a page to print', () => {
  it('comes back as bytes, and its window is closed', async () => {
    const { client, open } = setUp((html) => Promise.resolve(bytesOf(html)))
    expect(await client.print('<p>One</p>', signal)).toEqual(bytesOf('<p>One</p>'))
    expect(open.size).toBe(0)
  })

  it('has a window of its own: two at once do not meet', async () => {
    const { client } = setUp((html) => Promise.resolve(bytesOf(html)))
    const both = await Promise.all([client.print('one', signal), client.print('two', signal)])
    expect(both).toEqual([bytesOf('one'), bytesOf('two')])
  })

  it('that the window cannot print is refused, logged without its words, and its window is closed', async () => {
    const { client, open, logged } = setUp(() => Promise.reject(new Error('no printer')))
    await expect(client.print('<p>What P07 said</p>', signal)).rejects.toThrow('could not print')
    expect(open.size).toBe(0)
    expect(logged).toEqual(['the window did not print: no printer'])
  })

  it('that was stopped before it began has no window opened', async () => {
    const { client, open } = setUp(never)
    await expect(client.print('page', AbortSignal.abort())).rejects.toThrow('aborted')
    expect(open.size).toBe(0)
  })

  it('that is stopped closes its window at once, though the window never answers', async () => {
    const { client, open } = setUp(never)
    const stop = new AbortController()
    const printed = client.print('page', stop.signal)
    expect(open.size).toBe(1)
    stop.abort()
    await expect(printed).rejects.toThrow('stopped')
    await vi.waitFor(() => expect(open.size).toBe(0))
  })

  it('that takes more than a minute is given up', async () => {
    vi.useFakeTimers()
    const { client, open } = setUp(never)
    const given = client.print('page', signal).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(61_000)
    expect(await given).toMatchObject({ message: 'the window could not print' })
    expect(open.size).toBe(0)
  })

  it('does not outlive the app', async () => {
    const { client, host, open } = setUp(never)
    const pages = ['one', 'two'].map((page) => client.print(page, signal))
    host.stopAll()
    const ends = await Promise.allSettled(pages)
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(open.size).toBe(0)
  })
})

it('a window that cannot even be opened is an answer like any other', async () => {
  const host = hostPrinting({
    open: () => {
      throw new Error('no display')
    },
    log: () => {},
  })
  const answers: ToCore[] = []
  await host.print({ kind: 'print', id: 7, html: '' }, (answer) => answers.push(answer))
  expect(answers).toEqual([{ kind: 'printed', id: 7, bytes: null }])
})
