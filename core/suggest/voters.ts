/** Those who have a say in the sentiment of a sentence: the rules, wink-sentiment and natural. */
import { SentimentAnalyzer } from 'natural/lib/natural/sentiment/index.js'
import wink from 'wink-sentiment'
import { clauseWeights, inContext, negatorOf, turned } from './grammar.ts'
import { rating } from './lexicon.ts'
import type { Sentence } from './sentence.ts'
import { neutralWord } from './words.ts'

export type Source = 'lexicon' | 'wink' | 'natural' | 'phrase' | 'negation' | 'sarcasm'

/** Words that moved a voter, as half-open indexes, and by how much on the voter's own scale. */
export interface Hit {
  from: number
  to: number
  value: number
  source: Source
}

/**
 * One opinion. `total` works on any part of its own hits, so that leaving words out is arithmetic and not
 * a second reading. A model learned from the researcher's own codings joins as one more voter.
 */
export interface Voter {
  /** Weight in the sentence score; the shares of all voters sum to 1. */
  share: number
  hits(sentence: Sentence): Hit[]
  /** −1 to 1; 0 for no hits. */
  total(hits: readonly Hit[], sentence: Sentence): number
}

const sum = (hits: readonly Hit[]) => hits.reduce((total, { value }) => total + value, 0)
const exclamation = 0.292

/** Lexicon, set phrases and grammar; s/√(s² + 15) as in VADER (Hutto and Gilbert 2014). */
const rules: Voter = {
  share: 0.5,
  hits({ words, sayings }) {
    const weight = clauseWeights(words)
    const hits: Hit[] = []
    const add = (from: number, to: number, rated: number, source: Source) => {
      const { value, negator } = inContext(words, from, rated)
      const weighted = value * weight(from)
      if (negator >= 0) hits.push({ from: negator, to, value: weighted, source: 'negation' })
      else hits.push({ from, to, value: weighted, source })
    }
    for (const { from, to, value } of sayings) if (value !== 0) add(from, to, value, 'phrase')
    words.forEach(({ text, quiet }, index) => {
      const rated = quiet ? 0 : rating(text)
      if (rated !== 0) add(index, index + 1, rated, 'lexicon')
    })
    return hits
  },
  total(hits, { exclamations }) {
    const plain = sum(hits)
    const raised = plain + Math.sign(plain) * exclamations * exclamation
    return raised / Math.sqrt(raised * raised + 15)
  },
}

const winkRange = 5
const winkLength = 15

/** wink-sentiment's normalised score: the mean of the rated words, less for sentences over 15 words. */
export const winkVoter: Voter = {
  share: 0.3,
  hits({ words }) {
    const starts: number[] = []
    let line = ''
    for (const { text, quiet } of words) {
      starts.push(line.length)
      line += quiet || text in Object.prototype ? `${neutralWord} ` : `${text} `
    }
    const hits: Hit[] = []
    let at = 0
    let index = 0
    for (const { value, score, grouped = 0 } of wink(line).tokenizedPhrase ?? []) {
      at = line.indexOf(value, at)
      while (at >= (starts[index + 1] ?? Infinity)) index += 1
      if (score) hits.push({ from: index, to: index + 1 + grouped, value: score, source: 'wink' })
      at += value.length
    }
    return hits
  },
  total(hits, { words }) {
    if (hits.length === 0) return 0
    const mean = sum(hits) / hits.length
    return mean / Math.sqrt(Math.max(1, words.length / winkLength)) / winkRange
  },
}

/** Shorter sentences are taken as this long, or each booster in them would weaken what it boosts. */
const afinnLength = 5
const afinn = new SentimentAnalyzer('English', undefined, 'afinn')

/**
 * natural's AFINN analyser, asked word by word: over a whole sentence its first "not" turns all that
 * follows, and for no words it answers NaN. Negation is the clause's own.
 */
export const naturalVoter: Voter = {
  share: 0.2,
  hits({ words }) {
    const hits: Hit[] = []
    words.forEach(({ text, quiet }, index) => {
      const score = quiet ? 0 : afinn.getSentiment([text])
      if (score === 0) return
      const negator = negatorOf(words, index)
      if (negator >= 0) hits.push({ from: negator, to: index + 1, value: turned(score), source: 'negation' })
      else hits.push({ from: index, to: index + 1, value: score, source: 'natural' })
    })
    return hits
  },
  total(hits, { words }) {
    return hits.length === 0 ? 0 : Math.tanh(sum(hits) / Math.max(afinnLength, words.length))
  },
}

export const voters: readonly Voter[] = [rules, winkVoter, naturalVoter]
