/** Which file a start of the program asks for. */
import { resolve } from 'node:path'

/** The last argument that names a project; switches and the program itself are not files. */
export function fileFromArguments(given: readonly string[]): string | null {
  const file = given
    .slice(1)
    .findLast((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.waymark'))
  return file === undefined ? null : resolve(file)
}
