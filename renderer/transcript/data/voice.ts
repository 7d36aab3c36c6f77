/** What a move at the keyboard is called, for people who hear the transcript. */
import { rangeAt } from '../../../core/text/segments.ts'
import { spanOf, unitAt, type Selection, type Unit } from '../../../core/text/selection.ts'
import type { Span } from '../../../core/text/spans.ts'
import type { Transcript } from './views.ts'

export const wordsOf = ({ text }: Transcript, { start, end }: Span): string =>
  text.slice(start, end).replaceAll(/\s+/g, ' ').trim()

/** The word, sentence or turn arrived at; who speaks when that is another turn than before. */
export function spokenMove(transcript: Transcript, before: Selection, after: Selection, unit: Unit): string {
  const { turns, speakers } = transcript
  const at = rangeAt(turns, after.focus)
  const whole = unitAt(transcript, unit, after.focus)
  const words = whole === null ? '' : wordsOf(transcript, whole)
  if (before.focus === after.focus) return `${words}. No further.`
  if (at === rangeAt(turns, before.focus)) return words
  const speaker = speakers.find(({ id }) => id === turns[at]?.speaker)
  return `Turn ${at + 1}${speaker === undefined ? '' : `, ${speaker.label}`}: ${words}`
}

/** What was added to the selection or let go. */
export function spokenChange(transcript: Transcript, before: Selection, after: Selection): string {
  const [old, now] = [spanOf(before), spanOf(after)]
  const moved = {
    start: Math.min(before.focus, after.focus),
    end: Math.max(before.focus, after.focus),
  }
  if (moved.start === moved.end) return 'No further'
  const grew = now.end - now.start > old.end - old.start
  return `${wordsOf(transcript, moved)}, ${grew ? 'selected' : 'not selected'}`
}
