/** The ways a file can refuse to be read, each said so that a researcher knows what to do next. */

export type ImportErrorCode =
  | 'unsupported'
  | 'empty'
  | 'damaged'
  | 'protected'
  | 'scanned'
  | 'too-large'
  | 'unsafe'

/** A file that cannot be imported. `message` names the file and the next step; never transcript text. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
  readonly code: ImportErrorCode

  constructor(code: ImportErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** A file whose bytes break the rules of its own format. */
export function damaged(fileName: string, what: string, cause?: unknown): ImportError {
  const message = `${fileName} is damaged: ${what}. Open it in the program that made it, save a new copy, and import that.`
  return new ImportError('damaged', message, { cause })
}

/** A file that holds nothing to import. */
export function empty(fileName: string): ImportError {
  return new ImportError('empty', `${fileName} holds no text. Check that it is the right file.`)
}
