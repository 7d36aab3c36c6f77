/** Waymark in a process of its own, as people run it: what measures never shares a thread with what is measured. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../support/architecture.ts'

export interface Running {
  url: string
  stop: () => void
}

/** Starts one of the programs in `cli/` without a window; `home` takes the place of the person's own settings. */
export async function running(program: string, args: readonly string[], home: string): Promise<Running> {
  const child = spawn(process.execPath, [join(ROOT, 'cli', program), ...args], {
    cwd: ROOT,
    env: { ...process.env, WAYMARK_HOME: home, WAYMARK_NO_BROWSER: '1', WAYMARK_NO_DOWNLOAD: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = () => void child.kill()
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const look = (chunk: Buffer) => {
        const match = /http:\/\/127\.0\.0\.1:\S+/.exec(chunk.toString())
        if (match) resolve(match[0])
      }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      child.on('exit', () => reject(new Error(`${program} ended before it was ready`)))
    })
    return { url, stop }
  } catch (error) {
    stop()
    throw error
  }
}
