/** A file of figures that leaves the project is a line in its history: what, and how much it left out. */
import type { JobContext } from '../context.ts'
import { recordFile } from '../exporting/record.ts'
import { recordQuotes } from './summary/quoted.ts'

/** `quotes`: the passages whose words it holds. */
export function recordExport(
  context: Pick<JobContext, 'write' | 'readOnlyReason'>,
  { name, suppressed = 0 }: { name: string; suppressed?: number },
  quotes: Iterable<number> = [],
): void {
  const left = suppressed > 0 ? `, with ${suppressed} small count${suppressed === 1 ? '' : 's'} left out` : ''
  recordFile(context, 'analysis.file', `Exported ${name}${left}`, (command) =>
    recordQuotes(command, name, [...quotes]),
  )
}
