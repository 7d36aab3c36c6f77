/** How a passage feels, from −1 to 1, and the words that say so. */
import { sentences } from '../text/sentences.ts'
import { sarcasticOpening } from './sarcasm.ts'
import { readSentence } from './sentence.ts'
import type { Sentence } from './sentence.ts'
import { voters } from './voters.ts'
import type { Hit, Source } from './voters.ts'

/** Words that carried a suggestion. */
export interface Reason {
  /** Half-open UTF-16 offsets into the text that was given. */
  start: number
  end: number
  words: string
  /** Leave-one-out: the score with these words less the score without their weight. */
  effect: number
  source: Source
}

export interface Sentiment {
  /** −1 to 1. */
  score: number
  /** How sure: below 0.2 nothing is shown, from 0.4 on it is firm. */
  level: 'none' | 'hint' | 'firm'
  label: 'negative' | 'neutral' | 'positive' | 'mixed'
  /** Strongest first. A reason from "sarcasm" means possible sarcasm: its words were turned. */
  reasons: Reason[]
}

const hint = 0.2
const firm = 0.4
/** Two sides at least this strong make a passage mixed. */
const strong = 0.3
/** A question asks more than it says. */
const questionShare = 0.3
const lastSentenceWeight = 1.5
/** Weight of a sentence without feeling, so that facts told in between do not drown what was felt. */
const calmWeight = 0.3
const leastEffect = 0.005

/** One sentence's score and what it would be without each of its reasons. */
interface Scored {
  score: number
  /** The score of the positive hits alone and of the negative hits alone. */
  up: number
  down: number
  carriers: { start: number; end: number; source: Source; without: number }[]
}

/** Sentiment of a sentence or passage: the mean of its sentences, the last counting most. */
export function sentiment(text: string): Sentiment {
  return sentimentOf(text, sentences(text))
}

/** The same for some sentences of a longer text; the reasons' offsets are into the whole of `text`. */
export function sentimentOf(text: string, spans: readonly { start: number; end: number }[]): Sentiment {
  const scored = spans.map(({ start, end }) => scoreSentence(readSentence(text, start, end)))
  const passage = new WeightedMean()
  scored.forEach(({ score }, index) => passage.add(score, placeWeight(index, scored.length)))
  const score = passage.value
  const reasons = scored.flatMap((sentence, index) =>
    sentence.carriers.map(({ start, end, source, without }) => ({
      start,
      end,
      words: text.slice(start, end),
      effect: score - passage.instead(sentence.score, without, placeWeight(index, scored.length)),
      source,
    })),
  )
  const mixed = scored.some(({ up }) => up >= strong) && scored.some(({ down }) => down <= -strong)
  return {
    score,
    ...judge(score, mixed),
    reasons: reasons
      .filter(({ effect }) => Math.abs(effect) >= leastEffect)
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
  }
}

function judge(score: number, mixed: boolean): Pick<Sentiment, 'level' | 'label'> {
  const size = Math.abs(score)
  const level = size >= firm ? 'firm' : size >= hint || mixed ? 'hint' : 'none'
  if (mixed) return { level, label: 'mixed' }
  if (level === 'none') return { level, label: 'neutral' }
  return { level, label: score < 0 ? 'negative' : 'positive' }
}

const placeWeight = (index: number, count: number) => (index === count - 1 ? lastSentenceWeight : 1)
const feltWeight = (score: number, place: number) => place * (calmWeight + Math.abs(score))

/** Mean of sentence scores, weighted by strength of feeling and by place; 0 for none. */
class WeightedMean {
  private sum = 0
  private weights = 0

  add(score: number, place: number): void {
    this.sum += score * feltWeight(score, place)
    this.weights += feltWeight(score, place)
  }

  get value(): number {
    return this.weights === 0 ? 0 : this.sum / this.weights
  }

  /** The mean if a sentence that scored `was` had scored `other`. */
  instead(was: number, other: number, place: number): number {
    const [gone, come] = [feltWeight(was, place), feltWeight(other, place)]
    return (this.sum - was * gone + other * come) / (this.weights - gone + come)
  }
}

function scoreSentence(sentence: Sentence): Scored {
  const votes = voters.map((voter) => voter.hits(sentence))
  turnSarcasm(sentence, votes)
  const share = sentence.question ? questionShare : 1
  const scoreOf = (keep: (hit: Hit) => boolean) =>
    share *
    poll(
      sentence,
      votes.map((hits) => hits.filter(keep)),
    )
  const carriers = carrierSpans(votes.flat()).map(({ from, to, source }) => ({
    start: sentence.words[from]?.start ?? 0,
    end: sentence.words[to - 1]?.end ?? 0,
    source,
    without: scoreOf((hit) => hit.to <= from || hit.from >= to),
  }))
  return {
    score: scoreOf(() => true),
    up: scoreOf((hit) => hit.value > 0),
    down: scoreOf((hit) => hit.value < 0),
    carriers,
  }
}

/**
 * The voters' shared score. One who found nothing abstains by half: dividing by the root of the share that
 * spoke lies between counting silence as "neutral" and not counting it.
 */
function poll(sentence: Sentence, votes: readonly Hit[][]): number {
  let sum = 0
  let spoken = 0
  voters.forEach((voter, index) => {
    const hits = votes[index] ?? []
    if (hits.length === 0) return
    sum += voter.share * voter.total(hits, sentence)
    spoken += voter.share
  })
  return spoken === 0 ? 0 : sum / Math.sqrt(spoken)
}

/** Turns the glad hits of a sarcastic opening, for every voter. */
function turnSarcasm(sentence: Sentence, votes: Hit[][]): void {
  const opening = sarcasticOpening(sentence.words)
  if (!opening) return
  for (const hits of votes) {
    for (const hit of hits) {
      if (hit.value <= 0 || hit.from < opening.from || hit.to > opening.to) continue
      hit.value = -hit.value
      hit.source = 'sarcasm'
    }
  }
}

/** Most telling first: what a reason is called when several voters met in the same words. */
const precedence: readonly Source[] = ['sarcasm', 'phrase', 'negation', 'lexicon', 'wink', 'natural']

/** The hits of all voters as spans that do not overlap. */
function carrierSpans(hits: readonly Hit[]): { from: number; to: number; source: Source }[] {
  const spans: { from: number; to: number; source: Source }[] = []
  for (const { from, to, source } of hits.toSorted((a, b) => a.from - b.from)) {
    const last = spans.at(-1)
    if (last === undefined || from >= last.to) spans.push({ from, to, source })
    else {
      last.to = Math.max(last.to, to)
      if (precedence.indexOf(source) < precedence.indexOf(last.source)) last.source = source
    }
  }
  return spans
}
