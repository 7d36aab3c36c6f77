/** The closed list of things that can go wrong in a way a person can act on. */
export const ERROR_CODES = [
  'invalid',
  'not-found',
  'conflict',
  'no-project',
  'not-a-project',
  'newer-version',
  'damaged',
  'read-only',
  'locked',
  'exists',
  'disk-full',
  'no-permission',
  'unsupported',
  'empty',
  'protected',
  'scanned',
  'too-large',
  'unsafe',
  'duplicate',
  'sealed',
  'cancelled',
  'timed-out',
  'no-browser',
  'disconnected',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** What crosses a link when something went wrong. Never holds transcript text. */
export interface ErrorBody {
  code: ErrorCode
  message: string
  detail?: unknown
}

/** An error a person can act on: what happened, to what, and what to do next. */
export class CoreError extends Error {
  readonly code: ErrorCode
  readonly detail: unknown
  constructor(code: ErrorCode, message: string, detail?: unknown) {
    super(message)
    this.name = 'CoreError'
    this.code = code
    this.detail = detail
  }
}

/** The body sent over a link; anything that is not a CoreError becomes `internal`, without its words. */
export function errorBody(error: unknown): ErrorBody {
  if (error instanceof CoreError) {
    return error.detail === undefined
      ? { code: error.code, message: error.message }
      : { code: error.code, message: error.message, detail: error.detail }
  }
  return {
    code: 'internal',
    message:
      'Something went wrong inside Waymark. Your last saved work is safe. Try again, or reopen the project.',
  }
}
