/** The same address from one start to the next: a browser keeps a page's look by the page's address. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Serves at the port used last, or at a free one where that is taken, and remembers which. `state` is the folder of the
 * program's settings; one that cannot be written only means another address next time.
 */
export async function atLastAddress<T extends { port: number }>(
  state: string,
  serveAt: (port: number) => Promise<T>,
): Promise<T> {
  const file = join(state, 'port')
  const last = readPort(file)
  const served = last === 0 ? await serveAt(0) : await serveAt(last).catch(() => serveAt(0))
  // While another window has the port, it stays that window's.
  if (last === 0) keepPort(state, file, served.port)
  return served
}

function readPort(file: string): number {
  try {
    const port = Number(readFileSync(file, 'utf8'))
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : 0
  } catch {
    return 0
  }
}

function keepPort(state: string, file: string, port: number): void {
  try {
    mkdirSync(state, { recursive: true })
    writeFileSync(file, String(port))
  } catch {
    // Nothing of the study is lost.
  }
}
