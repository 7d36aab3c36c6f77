/** Words in transcripts: how often each is said, and where a word or phrase stands among its neighbours. */

import type { Span } from '../../text/spans.ts'
import { STOP_WORDS } from './stopWords.ts'

/** A word as it is counted, lower case with straight apostrophes, and where it stands in the text. */
export interface Word extends Span {
  readonly word: string
}

export interface WordCount {
  readonly word: string
  readonly count: number
  /** How many of the texts (participants, documents) say it at least once. */
  readonly texts: number
}

export interface FrequencyOptions {
  /** Words left out: the UK English list unless told. */
  readonly stopWords?: ReadonlySet<string> | undefined
  /** Shorter words are left out: 2 UTF-16 code units unless told. */
  readonly minLength?: number | undefined
}

/** Where a phrase stands, and the stretch of text around it. */
export interface KeywordInContext extends Span {
  readonly contextStart: number
  readonly contextEnd: number
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'word' })
const collator = new Intl.Collator('en-GB')

/** The words of a text in order, as Unicode (UAX #29) and the platform's English rules divide them. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) found.push({ word: normalise(segment), start: index, end: index + segment.length })
  }
  return found
}

/** Words by how often they are said, most often first, ties in alphabetical order. Numbers are left out. */
export function wordFrequency(
  texts: readonly string[],
  { stopWords = STOP_WORDS, minLength = 2 }: FrequencyOptions = {},
): WordCount[] {
  const totals = new Map<string, { count: number; texts: number }>()
  for (const text of texts) {
    const here = new Set<string>()
    for (const { word } of wordsOf(text)) {
      if (word.length < minLength || stopWords.has(word) || !/\p{L}/u.test(word)) continue
      const total = totals.get(word) ?? { count: 0, texts: 0 }
      total.count += 1
      if (!here.has(word)) total.texts += 1
      here.add(word)
      totals.set(word, total)
    }
  }
  return [...totals]
    .map(([word, total]) => ({ word, ...total }))
    .sort((a, b) => b.count - a.count || collator.compare(a.word, b.word))
}

/**
 * Every place where the words of `phrase` follow one another, whatever the case, spacing or punctuation between
 * them, with up to `around` words on either side. Places may overlap. A phrase without words is found nowhere.
 */
export function keywordInContext(text: string, phrase: string, around = 8): KeywordInContext[] {
  const wanted = wordsOf(phrase).map(({ word }) => word)
  const said = wordsOf(text)
  if (wanted.length === 0) return []
  return said.flatMap((first, i) => {
    const last = said[i + wanted.length - 1]
    if (!last || !wanted.every((word, offset) => said[i + offset]?.word === word)) return []
    const from = said[Math.max(0, i - around)] ?? first
    const to = said[Math.min(said.length, i + wanted.length + around) - 1] ?? last
    return [{ start: first.start, end: last.end, contextStart: from.start, contextEnd: to.end }]
  })
}

function normalise(segment: string): string {
  return segment.toLocaleLowerCase('en-GB').replaceAll('’', "'")
}
