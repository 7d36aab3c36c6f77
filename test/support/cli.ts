/** The `waymark` command as a person or a script runs it: a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './architecture.ts'

export const BIN = join(ROOT, 'cli/bin.mjs')

export interface Ran {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface Running {
  child: ChildProcess
  /** Everything on stderr so far. */
  stderr: () => string
  done: Promise<Ran>
}

interface Options {
  cwd?: string
  input?: string
  env?: NodeJS.ProcessEnv
  /** Another Node than the one running the tests. */
  node?: string
}

export function start(args: readonly string[], { cwd, input = '', env = {}, node }: Options = {}): Running {
  const child = spawn(node ?? process.execPath, [BIN, ...args], {
    cwd,
    env: { ...process.env, WAYMARK_NO_BROWSER: '1', WAYMARK_NO_DOWNLOAD: '1', ...env },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const done = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  return { child, stderr: () => stderr, done }
}

export const run = (args: readonly string[], options?: Options): Promise<Ran> => start(args, options).done

/** Runs with `--json`; what was printed must be one document and nothing else. */
export async function ask<T = Record<string, unknown>>(
  args: readonly string[],
  options?: Options,
): Promise<{ code: number | null; json: T; stderr: string }> {
  const { code, stdout, stderr } = await run([...args, '--json'], options)
  return { code, json: JSON.parse(stdout) as T, stderr }
}

/** A folder that is gone again after the test. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'waymark-cli-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Waits until something is so; fails after ten seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 20) {
    if (waited > 10_000) throw new Error('it did not happen within ten seconds')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
