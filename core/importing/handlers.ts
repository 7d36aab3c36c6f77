/** Import: read, preview, correct, store. */
import { CoreError } from '../contract/errors.ts'
import type { Handlers } from '../context.ts'

const later = (): never => {
  throw new CoreError('unsupported', 'Not here yet.')
}
export const importing: Handlers<'importing'> = { layouts: later, preview: later, reread: later, store: later, drop: later }
