/** Joins the end of one printed line to the beginning of the next. */

/** Second halves of words that keep their hyphen when they are whole words of their own. */
const WHOLE_WORDS = new Set(
  (
    'up down in out on off over away back by to as is it or and the of for well known made based related free like old year years ' +
    'time term day week month meaning being off-the up-to date level wide class bed bedroom floor storey run paid standing ' +
    'speaking looking sized long short term hand door family room work working house housing'
  ).split(' '),
)
/** First halves that are prefixes written with a hyphen. */
const PREFIXES = new Set(
  'well non self ex co half semi anti pre post mid multi sub follow joined part full long short so e'.split(
    ' ',
  ),
)

/** A line ending in a letter and a hyphen, and the part word before the hyphen. */
const HYPHEN = /(\p{L}+)[-\u2010\u00ad]$/u

/** True when `line` ends inside a word. */
export function endsInHyphen(line: string): boolean {
  return HYPHEN.test(line.slice(-60))
}

/**
 * The text between two printed lines: '' where a word or a hyphened pair goes on, else a space.
 * `drop` says that the hyphen at the end of `line` only marked the break.
 */
export function joint(line: string, next: string): { drop: boolean; glue: string } {
  const first = HYPHEN.exec(line.slice(-60))?.[1]
  const second = /^\p{Ll}+/u.exec(next.slice(0, 60))?.[0]
  if (/\s$/.test(line) || line === '') return { drop: false, glue: '' }
  if (first === undefined || second === undefined) return { drop: false, glue: ' ' }
  if (line.endsWith('\u00ad')) return { drop: true, glue: '' }
  const compound = PREFIXES.has(first.toLowerCase()) || WHOLE_WORDS.has(second)
  return { drop: !compound, glue: '' }
}
