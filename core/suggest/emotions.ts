/** Which of the template's emotions a passage tells of, by what residents say; nothing when in doubt. */
import { sentences } from '../text/sentences.ts'
import { emotionCues } from './emotion-cues.ts'
import type { Cue } from './emotion-cues.ts'
import { negatorOf } from './grammar.ts'
import { phrasebook } from './phrasebook.ts'
import type { PhraseHit } from './phrasebook.ts'
import { sarcasticOpening } from './sarcasm.ts'
import type { Reason } from './sentiment.ts'
import { read } from './words.ts'
import type { Word } from './words.ts'

export interface Emotion {
  /** Code id in the study template, such as "frustration". */
  code: string
  /** 0 to 1: how strongly the cues speak together, 1 − Π(1 − strength). Not a probability. */
  score: number
  reasons: Reason[]
}

const most = 2
const books = bookPerCode()
const glad = new Set(['relief', 'gratitude', 'reassurance', 'satisfaction'])
const others = new Set('he she they him her them who landlord council manager officer neighbour'.split(' '))
const selves = new Set("i i'm i've i'd i'll we we're we've we'd us me my you your our".split(' '))
const supposing = new Set('if unless would might could should whether'.split(' '))

/** The cues of one emotion form one book, so that a phrase of one never hides another's. */
function bookPerCode() {
  const codes = new Set(emotionCues.flatMap(([{ code }]) => (code === null ? [] : [code])))
  return [...codes].map((code) => ({
    code,
    book: phrasebook(emotionCues.filter(([cue]) => cue.code === code || cue.code === null)),
  }))
}

/** At most the two best emotions of a passage, best first. */
export function emotions(text: string): Emotion[] {
  return emotionsOf(text, sentences(text))
}

/** The same for some sentences of a longer text; the reasons' offsets are into the whole of `text`. */
export function emotionsOf(text: string, spans: readonly { start: number; end: number }[]): Emotion[] {
  const found = new Map<string, { cue: Cue; start: number; end: number }[]>()
  for (const { start, end } of spans) {
    const { words, question } = read(text, start, end)
    if (question) continue
    const sarcastic = sarcasticOpening(words) !== undefined
    for (const { code, book } of books) {
      if (sarcastic && glad.has(code)) continue
      const hits = book.find(words).filter((hit) => hit.value.code !== null && isMeant(words, hit))
      const cues = hits.map((hit) => ({
        cue: hit.value,
        start: words[hit.from]?.start ?? start,
        end: words[hit.to - 1]?.end ?? end,
      }))
      if (cues.length > 0) found.set(code, [...(found.get(code) ?? []), ...cues])
    }
  }
  return [...found]
    .map(([code, cues]) => weigh(text, code, cues))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
}

function weigh(text: string, code: string, cues: { cue: Cue; start: number; end: number }[]): Emotion {
  const without = (left: number) =>
    1 - cues.reduce((doubt, { cue }, index) => (index === left ? doubt : doubt * (1 - cue.strength)), 1)
  const score = without(-1)
  const reasons = cues.map(({ start, end }, index) => ({
    start,
    end,
    words: text.slice(start, end),
    effect: score - without(index),
    source: 'phrase' as const,
  }))
  return { code, score, reasons: reasons.sort((a, b) => b.effect - a.effect) }
}

/** Not negated, not only supposed, and for a feeling: not somebody else's. */
function isMeant(words: readonly Word[], { from, value }: PhraseHit<Cue>): boolean {
  if (negatorOf(words, from) >= 0) return false
  const clause = words[from]?.clause
  for (let at = from - 1; at >= 0 && words[at]?.clause === clause; at -= 1) {
    if (supposing.has(words[at]?.text ?? '')) return false
  }
  return value.kind === 'met' || !belongsToOthers(words, from)
}

/** "she was livid with me": the nearest person before the feeling, in its clause, is somebody else. */
function belongsToOthers(words: readonly Word[], index: number): boolean {
  const clause = words[index]?.clause
  for (let at = index - 1; at >= 0 && words[at]?.clause === clause; at -= 1) {
    const text = words[at]?.text ?? ''
    if (selves.has(text)) return false
    if (others.has(text)) return true
  }
  return false
}
