/** Regular expressions people write: made ready to be tried, or said in plain words why they cannot be. */
import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js'
import { CoreError } from '../contract/errors.ts'

/** A pattern ready to be tried. Throws `invalid` with what is wrong, where, and what to do. */
export function compilePattern(text: string, matchCase: boolean): RE2JS {
  const pattern = text.normalize('NFC')
  try {
    return RE2JS.compile(pattern, matchCase ? 0 : RE2JS.CASE_INSENSITIVE)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    throw new CoreError('invalid', problemOf(pattern, error))
  }
}

/** What the library calls a mistake, and how it is said; `piece` is the part it stumbled over. */
const SAID: Readonly<Record<string, (pattern: string, piece: string) => string>> = {
  'missing closing )': (pattern) =>
    `The bracket that opens${atCharacter(brackets(pattern).open)} is never closed. Add a ), or write \\( for a bracket in the text.`,
  'unexpected )': (pattern) =>
    `The bracket )${atCharacter(brackets(pattern).stray)} closes nothing. Take it out, or write \\) for a bracket in the text.`,
  'missing closing ]': (pattern, piece) =>
    `The [${at(pattern, piece)} is never closed. Add a ], or write \\[ for a bracket in the text.`,
  'invalid character class range': (pattern, piece) =>
    /^[[\\]/.test(piece)
      ? `“${piece}”${at(pattern, piece)} is no kind of character. Use \\w for letters, digits and _, \\d for digits, \\s for spaces, \\p{L} for letters of any alphabet.`
      : `“${piece}”${at(pattern, piece)} runs backwards. Write the earlier character first, as in a-z.`,
  'missing argument to repetition operator': (pattern, piece) =>
    `“${piece}”${at(pattern, piece)} has nothing to repeat. Put before it what is repeated, or write \\${piece.charAt(0)} for the character itself.`,
  'invalid nested repetition operator': (pattern, piece) =>
    `“${piece}”${at(pattern, piece)} repeats a repetition. Keep one of the two.`,
  'invalid repeat count': (pattern, piece) =>
    `“${piece}”${at(pattern, piece)} cannot be counted: the smaller number comes first, and all repetitions together make at most 1,000.`,
  'invalid or unsupported Perl syntax': (pattern, piece) =>
    /^\(\?[=!]/.test(piece)
      ? `“${piece}”${at(pattern, piece)} looks ahead, which this search cannot do. Search for the words themselves, or under Words with NEAR or -.`
      : `“${piece}”${at(pattern, piece)} means nothing here. For a group write (…), for a question mark in the text \\?.`,
  'invalid named capture': (pattern, piece) =>
    /^\(\?<[=!]/.test(piece)
      ? `“${piece.slice(0, 4)}”${at(pattern, piece)} looks behind, which this search cannot do. Search for the words themselves, or under Words with NEAR or -.`
      : `The name of the group${at(pattern, piece)} cannot be read. A plain group, (…), is enough.`,
  'duplicate capture group name': (_, piece) =>
    `Two groups are called “${piece}”. A plain group, (…), needs no name.`,
  'invalid escape sequence': (pattern, piece) =>
    /^\\\d/.test(piece)
      ? `“${piece}”${at(pattern, piece)} refers back to an earlier group, which this search cannot do. Write out what it should match.`
      : `“${piece}”${at(pattern, piece)} stands for nothing here. For a backslash in the text write \\\\.`,
  'trailing backslash at end of expression': () =>
    'The pattern ends in a backslash. Take it out, or write \\\\ for a backslash in the text.',
}

function problemOf(pattern: string, error: RE2JSException): string {
  const [said, piece] = error instanceof RE2JSSyntaxException ? [error.error, error.input ?? ''] : ['', '']
  return (
    SAID[said]?.(pattern, piece) ??
    'The pattern is too long or too deeply nested to be tried. Make it shorter, or search for its parts.'
  )
}

/** " at character 5"; nothing where the part stands in several places, so that none is named wrongly. */
function at(pattern: string, piece: string): string {
  const first = pattern.indexOf(piece)
  return atCharacter(first === pattern.lastIndexOf(piece) ? first : -1)
}

const atCharacter = (index: number): string => (index < 0 ? '' : ` at character ${index + 1}`)

/** The last ( that is never closed and the first ) that closes nothing; −1 for none. Escaped ones and those in […] are text. */
function brackets(pattern: string): { open: number; stray: number } {
  const open: number[] = []
  for (const { 0: token, index } of pattern.matchAll(/\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]/gsu)) {
    if (token === '(') open.push(index)
    else if (token === ')' && open.pop() === undefined) return { open: -1, stray: index }
  }
  return { open: open.at(-1) ?? -1, stray: -1 }
}
