import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atLastAddress } from './last-address.ts'

let state: string
const servers: Server[] = []
beforeEach(() => (state = mkdtempSync(join(tmpdir(), 'waymark-address-'))))
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
  rmSync(state, { recursive: true })
})

const serveAt = (port: number) =>
  new Promise<{ port: number; close: () => Promise<unknown> }>((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(port, '127.0.0.1', () => {
      servers.push(server)
      const close = () => new Promise((closed) => server.close(closed))
      resolve({ port: (server.address() as AddressInfo).port, close })
    })
  })

describe('the address in the browser', () => {
  it('is the same at the next start, so that the browser finds what it kept', async () => {
    const first = await atLastAddress(state, serveAt)
    await first.close()
    expect((await atLastAddress(state, serveAt)).port).toBe(first.port)
  })

  it('is another while the usual one is taken, and the usual one again afterwards', async () => {
    const first = await atLastAddress(state, serveAt)
    const second = await atLastAddress(state, serveAt)
    expect(second.port).not.toBe(first.port)
    await first.close()
    expect((await atLastAddress(state, serveAt)).port).toBe(first.port)
  })

  it('is any free one where what was kept is no port, or cannot be kept', async () => {
    writeFileSync(join(state, 'port'), 'somewhere')
    expect((await atLastAddress(state, serveAt)).port).toBeGreaterThan(1023)
    expect((await atLastAddress(join(state, 'port', 'below a file'), serveAt)).port).toBeGreaterThan(1023)
  })
})
