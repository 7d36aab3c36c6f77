/** The program's own notes: on stderr, only where WAYMARK_DEBUG asks for them. */

export const debugging = (): boolean => Boolean(process.env['WAYMARK_DEBUG'])

export function log(line: string): void {
  if (debugging()) process.stderr.write(`waymark: ${line}\n`)
}
