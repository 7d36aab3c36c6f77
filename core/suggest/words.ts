/** A sentence read as words: disfluencies dropped, n't opened to "not", clauses numbered, offsets kept. */
import { isIdentityWord } from './identity.ts'

export interface Word {
  /** Lower case, straight apostrophes. An identity word reads as `neutralWord`. */
  text: string
  /** Half-open UTF-16 offsets into the text the sentence was read from. */
  start: number
  end: number
  /** Rises at punctuation and at words that open a clause; negation and boosters stay inside one. */
  clause: number
  /** Written in capitals. */
  loud: boolean
  /** Punctuation follows directly. */
  paused: boolean
  /** Heard, but not counted: small talk, or part of a set phrase that is rated as a whole. */
  quiet: boolean
}

export interface Reading {
  words: Word[]
  question: boolean
  /** Exclamation marks, at most `mostExclamations`. */
  exclamations: number
}

/** Stands in for a word that must not count; no lexicon rates it. */
export const neutralWord = 'it'

/** What a sentence is made of. Noise is left out: "[laughs]", "um" with its commas, a word cut off ("wo-"). */
const noise = [
  String.raw`\[[^\][]{0,60}\]`,
  String.raw`(?:,\s*)?(?<![\p{L}\p{N}])(?:u+[hm]+|e+r+m*|[ae]+h+|h+m+|m+h?m+)(?![\p{L}\p{N}'’]),?`,
  String.raw`[\p{L}\p{N}]+-(?!\S)`,
]
const face = String.raw`(?<!\S)[:;=<]['^-]?[()[\]/\\|3*DPpOo]+(?!\S)|\p{Extended_Pictographic}+`
const word = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*`
const mark = String.raw`[^\s\p{L}\p{N}]`
const pieces = new RegExp(`(${noise.join('|')})|(${face})|(${word})|${mark}`, 'giu')
const mostExclamations = 3
const pause = /[.,;:!?…—–()-]/
const mayRepeat = new Set('very so really had that never no bye ha far much many long too'.split(' '))
const opensClause = new Set(
  'but although though however because cos whereas unless until when while if since except which'.split(' '),
)
const joins = new Set(['and', 'so', 'or', 'then'])
const subjects = new Set(
  `i you he she it we they there this that these those nobody everyone everybody the my
  i'm i've we've they've it's`.split(/\s+/),
)
const irregular = new Map<string, readonly [string, string]>([
  ["can't", ['can', 'not']],
  ["won't", ['will', 'not']],
  ["shan't", ['shall', 'not']],
  ["ain't", ['is', 'not']],
  ['cannot', ['can', 'not']],
  ['cant', ['can', 'not']],
])
const withoutApostrophe = /^(do|does|did|is|was|were|are|have|has|had|would|could|should|wo)nt$/

/** Reads `text` from `start` to `end`; the words' offsets are into the whole of `text`. */
export function read(text: string, start = 0, end = text.length): Reading {
  const reader = new Reader()
  const sentence = text.slice(start, end)
  for (const match of sentence.matchAll(pieces)) {
    const [raw, noise, face, word] = match
    const at = start + match.index
    if (word !== undefined) reader.takeWord(word, at)
    else if (face !== undefined) reader.push(face, face, at)
    else if (noise === undefined && pause.test(raw)) reader.pause(raw)
  }
  const question = /\?["'”’)!\s]*$/.test(sentence)
  return { words: reader.words, question, exclamations: reader.exclamations }
}

class Reader {
  readonly words: Word[] = []
  exclamations = 0
  private clause = 0

  pause(mark: string): void {
    const last = this.words.at(-1)
    if (last) last.paused = true
    this.clause += 1
    if (mark === '!') this.exclamations = Math.min(mostExclamations, this.exclamations + 1)
  }

  takeWord(raw: string, at: number): void {
    const word = raw.toLowerCase().replaceAll('’', "'")
    const last = this.words.at(-1)
    if (last?.text === word && !last.paused && !mayRepeat.has(word)) this.words.pop()
    this.openClause(word)
    for (const part of open(word)) this.push(part, raw, at)
  }

  push(text: string, raw: string, start: number): void {
    const end = start + raw.length
    const loud = raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase()
    const said = isIdentityWord(text) ? neutralWord : text
    this.words.push({ text: said, start, end, clause: this.clause, loud, paused: false, quiet: false })
  }

  private openClause(word: string): void {
    const last = this.words.at(-1)
    if (!last) return
    if (opensClause.has(word)) this.clause += 1
    else if (joins.has(last.text) && subjects.has(word)) {
      this.clause += 1
      last.clause = this.clause
    }
  }
}

/** "didn't" is "did" and "not"; so are "didnt" and "cannot". */
function open(word: string): readonly string[] {
  if (!word.endsWith('t')) return [word]
  const known = irregular.get(word)
  if (known) return known
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not']
  const bare = withoutApostrophe.exec(word)?.[1]
  return bare === undefined ? [word] : [bare, 'not']
}
