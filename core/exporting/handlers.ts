/** Exports other tools can read. */
import { CoreError } from '../contract/errors.ts'
import type { Handlers } from '../context.ts'

const later = (): never => {
  throw new CoreError('unsupported', 'Not here yet.')
}
export const exporting: Handlers<'exporting'> = { formats: later, make: later }
