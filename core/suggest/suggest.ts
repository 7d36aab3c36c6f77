/** Suggestions for a transcript, sentence by sentence: what participants said, never the interviewer. */
import { sentences } from '../text/sentences.ts'
import { emotionsOf } from './emotions.ts'
import type { Emotion } from './emotions.ts'
import { sentimentOf } from './sentiment.ts'
import type { Sentiment } from './sentiment.ts'

export interface TurnSpan {
  /** Half-open UTF-16 offsets into the transcript. */
  start: number
  end: number
  /** Only turns of the role "participant" are read. */
  role: string
}

export interface Suggestion {
  /** Half-open UTF-16 offsets of the sentence in the transcript. */
  start: number
  end: number
  sentiment: Sentiment
  emotions: Emotion[]
}

/**
 * Suggestions for the sentences of participants' turns, in order. A sentence with neither a sentiment worth
 * a hint nor an emotion is left out. Suggestions propose; they are never applied by themselves.
 */
export function suggestForTurns(text: string, turns: readonly TurnSpan[]): Suggestion[] {
  return turns
    .filter(({ role }) => role === 'participant')
    .flatMap((turn) => sentences(text.slice(turn.start, turn.end)).map((span) => shift(span, turn.start)))
    .map((span) => suggest(text, span))
    .filter(({ sentiment, emotions }) => sentiment.level !== 'none' || emotions.length > 0)
}

/** One suggestion for each line, whatever it holds; the offsets are into the line. */
export function suggestLines(lines: readonly string[]): { sentiment: Sentiment; emotions: Emotion[] }[] {
  return lines.map((line) => {
    const spans = sentences(line)
    return { sentiment: sentimentOf(line, spans), emotions: emotionsOf(line, spans) }
  })
}

function suggest(text: string, span: { start: number; end: number }): Suggestion {
  return { ...span, sentiment: sentimentOf(text, [span]), emotions: emotionsOf(text, [span]) }
}

function shift({ start, end }: { start: number; end: number }, by: number) {
  return { start: start + by, end: end + by }
}
