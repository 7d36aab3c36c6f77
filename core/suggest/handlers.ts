/** Suggestions beside the transcript. */
import { CoreError } from '../contract/errors.ts'
import type { Handlers } from '../context.ts'

const later = (): never => {
  throw new CoreError('unsupported', 'Not here yet.')
}
export const suggest: Handlers<'suggest'> = { forDocument: later, accept: later, reject: later }
