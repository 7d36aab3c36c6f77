/** Every file that leaves the project is a line in its history: what, and how much it left out. */
import type { JobContext } from '../context.ts'
import { recordQuotes } from './summary/quoted.ts'

/** Nothing is written to a project that is open for reading only: the file can still be made. */
export function recordExport(
  { write, readOnlyReason }: Pick<JobContext, 'write' | 'readOnlyReason'>,
  { name, suppressed = 0 }: { name: string; suppressed?: number },
  quotes: Iterable<number> = [],
): void {
  if (readOnlyReason) return
  const left = suppressed > 0 ? `, with ${suppressed} small count${suppressed === 1 ? '' : 's'} left out` : ''
  write('analysis.file', (command) => {
    const { say, keep } = command
    recordQuotes(command, name, [...quotes])
    say(`Exported ${name}${left}`)
    keep()
  })
}
