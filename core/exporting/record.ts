/** Every file that leaves the project is a permanent step of its history. */
import type { CommandContext, JobContext } from '../context.ts'

/** What left, in a sentence, and whatever else is to be kept of it. From a project that cannot be written a file can still leave. */
export function recordFile(
  { write, readOnlyReason }: Pick<JobContext, 'write' | 'readOnlyReason'>,
  kind: string,
  sentence: string,
  keepMore: (command: CommandContext) => void = () => {},
): void {
  if (readOnlyReason) return
  write(kind, (command) => {
    keepMore(command)
    command.say(sentence)
    command.keep()
  })
}
