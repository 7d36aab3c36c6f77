/** Files that were read and wait to be stored: in memory only, so that closing the window leaves nothing behind. */
import { randomUUID } from 'node:crypto'
import { CoreError } from '../contract/errors.ts'
import type { ParsedCases, ParsedDocument, ParseOptions } from '../import/model.ts'
import type { SourceFile } from '../import/read.ts'

export interface Staged {
  id: string
  file: SourceFile
  parsed: ParsedDocument | ParsedCases
  options: ParseOptions
}

const MB = 1024 * 1024
/** Bytes of all files waiting together; past it the longest waiting go first. */
const MOST_BYTES = 512 * MB

export class Staging {
  readonly #most: number
  readonly #files = new Map<string, Staged>()
  #bytes = 0

  constructor(most: number = MOST_BYTES) {
    this.#most = most
  }

  /** Keeps a read file under a new random id, or in the place of an older reading. */
  put(staged: Omit<Staged, 'id'>, id: string = randomUUID()): Staged {
    this.drop([id])
    const kept = { ...staged, id }
    this.#files.set(id, kept)
    this.#bytes += staged.file.bytes.length
    for (const [oldest] of this.#files) {
      if (this.#bytes <= this.#most || oldest === id) break
      this.drop([oldest])
    }
    return kept
  }

  get(id: string): Staged {
    const staged = this.#files.get(id)
    if (!staged) {
      throw new CoreError(
        'not-found',
        'This file is no longer waiting to be imported: it was stored, dropped or left too long. Choose the file again.',
      )
    }
    return staged
  }

  drop(ids: readonly string[]): void {
    for (const id of ids) {
      const staged = this.#files.get(id)
      if (!staged) continue
      this.#files.delete(id)
      this.#bytes -= staged.file.bytes.length
    }
  }
}

export const staging = new Staging()
