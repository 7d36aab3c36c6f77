/** Cuts decoded text into lines, whatever newlines its systems used. */

const NEWLINE = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
const OTHER_NEWLINE = /[\r\v\f\u0085\u2028\u2029]/

/** Lines without their newlines; a final newline opens no further line. */
export function splitLines(text: string): string[] {
  const lines = OTHER_NEWLINE.test(text) ? text.split(NEWLINE) : text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}
