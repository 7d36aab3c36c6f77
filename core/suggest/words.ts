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
  /** Exclamation marks, at most 3. */
  exclamations: number
}

/** Stands in for a word that must not count; no lexicon rates it. */
export const neutralWord = 'it'

/** A face such as ":-)", a word (a trailing hyphen marks one cut off), or a run of marks. */
const piece =
  /(?<!\S)[:;=<]['^-]?[()[\]/\\|3*DPpOo]+(?!\S)|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}]+)*(?:-(?!\S))?|[^\s\p{L}\p{N}]+/gu
const face = /^[:;=<]['^-]?[()[\]/\\|3*DPpOo]+$|\p{Extended_Pictographic}/u
const fillers = new Set('um umm uh uhm er erm err ah eh hm hmm mm mmm mhm'.split(' '))
const mayRepeat = new Set('very so really had that never no bye ha far much many long too'.split(' '))
const opensClause = new Set(
  'but although though however because cos whereas unless until when while if since except which'.split(' '),
)
const joins = new Set(['and', 'so', 'or', 'then'])
const subjects = new Set(
  "i you he she it we they there this that these those nobody everyone everybody i'm i've we've they've it's the my".split(
    ' ',
  ),
)
const irregular: Record<string, readonly [string, string]> = {
  "can't": ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  "ain't": ['is', 'not'],
  cannot: ['can', 'not'],
  cant: ['can', 'not'],
}
const withoutApostrophe = /^(do|does|did|is|was|were|are|have|has|had|would|could|should|wo)nt$/

/** Reads `text` from `start` to `end`; the words' offsets are into the whole of `text`. */
export function read(text: string, start = 0, end = text.length): Reading {
  const reader = new Reader()
  const sentence = text.slice(start, end)
  for (const match of sentence.matchAll(piece)) reader.take(match[0], start + match.index)
  return { words: reader.words, question: /\?["'”’)!\s]*$/.test(sentence), exclamations: reader.exclamations }
}

class Reader {
  readonly words: Word[] = []
  exclamations = 0
  private clause = 0

  take(raw: string, at: number): void {
    if (/^[\p{L}\p{N}]/u.test(raw)) this.takeWord(raw, at)
    else this.takeMarks(raw, at)
  }

  private takeMarks(raw: string, at: number): void {
    if (face.test(raw)) {
      this.push(raw, raw, at, at + raw.length)
      return
    }
    if (!/[.,;:!?…—–()-]/.test(raw)) return
    const last = this.words.at(-1)
    if (last) last.paused = true
    this.clause += 1
    this.exclamations = Math.min(3, this.exclamations + raw.split('!').length - 1)
  }

  private takeWord(raw: string, at: number): void {
    const word = raw.toLowerCase().replaceAll('’', "'")
    if (fillers.has(word) || raw.endsWith('-')) return
    const last = this.words.at(-1)
    if (last?.text === word && !last.paused && !mayRepeat.has(word)) this.words.pop()
    this.openClause(word)
    const end = at + raw.length
    const [first, second] = open(word)
    this.push(first, raw, at, end)
    if (second !== undefined) this.push(second, raw, at, end)
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

  private push(text: string, raw: string, start: number, end: number): void {
    const loud = raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase()
    const said = isIdentityWord(text) ? neutralWord : text
    this.words.push({ text: said, start, end, clause: this.clause, loud, paused: false, quiet: false })
  }
}

/** "didn't" is "did" and "not"; so are "didnt" and "cannot". */
function open(word: string): readonly [string] | readonly [string, string] {
  const known = Object.hasOwn(irregular, word) ? irregular[word] : undefined
  if (known) return known
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not']
  const bare = withoutApostrophe.exec(word)?.[1]
  return bare === undefined ? [word] : [bare, 'not']
}
