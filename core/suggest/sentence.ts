/** A sentence made ready for scoring: read, small talk hushed, set phrases taken as one. */
import { phrasebook } from './phrasebook.ts'
import type { PhraseHit } from './phrasebook.ts'
import { ratedPhrases } from './phrases.ts'
import { isSmallTalk } from './small-talk.ts'
import { read } from './words.ts'
import type { Reading } from './words.ts'

export interface Sentence extends Reading {
  /** Set phrases with their rating, −4 to 4; their words are quiet. */
  sayings: PhraseHit<number>[]
}

const book = phrasebook(ratedPhrases)

/** Reads `text` from `start` to `end`; all offsets are into the whole of `text`. */
export function readSentence(text: string, start: number, end: number): Sentence {
  const reading = read(text, start, end)
  const { words } = reading
  const sayings = book.find(words)
  words.forEach((word, index) => {
    word.quiet = isSmallTalk(words, index)
  })
  for (const { from, to } of sayings) for (const word of words.slice(from, to)) word.quiet = true
  return { ...reading, sayings }
}
