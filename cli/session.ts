/** One run of the command line: the projects it opened, what it tells people, and how it is stopped. */
import { CoreError } from '../core/contract/errors.ts'
import type { Input, Name, Output, Progress } from '../core/contract/index.ts'

/** Asks an open project, with the contract's types. */
export type Ask = <K extends Name>(name: K, input: Input<K>, how?: { quietly: boolean }) => Promise<Output<K>>

/** People's messages go here, never to stdout. */
export interface Stderr {
  isTTY?: boolean
  write: (text: string) => unknown
}

export class Session {
  readonly signal: AbortSignal
  readonly #stderr: Stderr
  readonly #opened: (() => void)[] = []
  #drawn = false

  constructor(signal: AbortSignal, stderr: Stderr = process.stderr) {
    this.signal = signal
    this.#stderr = stderr
  }

  /** For questions: another program may have the project open and go on writing. */
  async read(project: string): Promise<Ask> {
    return (await this.#open(project, 'read')).ask
  }

  /** For changes, in a coder's name. Throws `locked` when another program has the project open. */
  async write(project: string, coder?: string): Promise<Ask> {
    const { ask, readOnly } = await this.#open(project, 'write', coder)
    if (readOnly) throw new CoreError(readOnly.reason === 'locked' ? 'locked' : 'read-only', readOnly.message)
    return ask
  }

  /** For work that writes where it can: an export is noted in the history, but also made of a locked project. */
  async writeIfPossible(project: string, coder?: string): Promise<Ask> {
    return (await this.#open(project, 'write', coder)).ask
  }

  async #open(project: string, purpose: 'read' | 'write', coder?: string) {
    const { openProject } = await import('./project.ts')
    const { ask, readOnly, close } = openProject(project, purpose, coder)
    this.#opened.push(close)
    const asking: Ask = (name, input, how) =>
      ask(name, input, {
        signal: this.signal,
        ...(how?.quietly ? {} : { onProgress: (progress) => this.progress(progress) }),
      })
    return { ask: asking, readOnly }
  }

  say(line: string): void {
    this.#clear()
    this.#stderr.write(`${line}\n`)
  }

  /** One line that rewrites itself on a terminal; a line each elsewhere. */
  progress({ done, total, note }: Progress): void {
    const line = total > 0 ? `${note} (${done} of ${total})` : note
    if (!this.#stderr.isTTY) {
      this.#stderr.write(`${line}\n`)
      return
    }
    this.#clear()
    this.#stderr.write(line)
    this.#drawn = true
  }

  #clear(): void {
    if (this.#drawn) this.#stderr.write('\r\u001b[K')
    this.#drawn = false
  }

  /** Closes what was opened, newest first. */
  close(): void {
    this.#clear()
    for (const close of this.#opened.splice(0).toReversed()) close()
  }
}
