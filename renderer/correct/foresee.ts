/** What would become of a transcript's passages if one of its turns were corrected. Nothing is written. */
import type { Input, Output } from '../../core/contract/index.ts'
import { reanchor, type Match } from '../../core/text/reanchor.ts'
import { overlaps, type Span } from '../../core/text/spans.ts'
import { shared } from './align.ts'

export type Transcript = Output<'documents.read'>
export type Edit = Input<'documents.correct'>['change']

export interface Foreseen {
  /** Passages that hold the same words afterwards. */
  kept: number
  changed: { before: string; after: string }[]
  /** Words that would be gone. */
  gone: string[]
}

/** Stored text has `\n` newlines and no white space at its ends. */
export const tidy = (text: string): string => text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim()

/** The stretch of text an edit replaces, and its new words; null for edits that leave the text as it is. */
function replacement({ text, turns }: Transcript, edit: Edit): (Span & { words: string }) | null {
  if (edit.edit !== 'text' && edit.edit !== 'split' && edit.edit !== 'join') return null
  const at = turns.findIndex(({ id }) => id === edit.turn)
  const turn = turns[at]
  if (!turn) return null
  if (edit.edit === 'text') return { start: turn.start, end: turn.end, words: tidy(edit.text) }
  if (edit.edit === 'split')
    return {
      start: turn.start,
      end: turn.end,
      words: `${text.slice(turn.start, edit.at).trimEnd()}\n${text.slice(edit.at, turn.end).trimStart()}`,
    }
  const before = turns[at - 1]
  if (!before) return null
  return {
    start: before.start,
    end: turn.end,
    words: `${text.slice(before.start, before.end)} ${text.slice(turn.start, turn.end)}`,
  }
}

/** `passages` are all of the transcript's; those that the edit does not touch are neither counted nor listed. */
export function foresee(transcript: Transcript, passages: readonly Span[], edit: Edit): Foreseen {
  const { text } = transcript
  const change = replacement(transcript, edit)
  const foreseen: Foreseen = { kept: 0, changed: [], gone: [] }
  if (change === null) return foreseen
  const touched = passages.filter((passage) => overlaps(passage, change))
  if (touched.length === 0) return foreseen
  const newText = text.slice(0, change.start) + change.words + text.slice(change.end)
  const placed = reanchor(text, newText, matchesAround(text, change), touched)
  touched.forEach(({ start, end }, at) => {
    const to = placed[at]
    const before = text.slice(start, end)
    if (!to) foreseen.gone.push(before)
    else if (to.how === 'same') foreseen.kept++
    else foreseen.changed.push({ before, after: newText.slice(to.start, to.end) })
  })
  return foreseen
}

/** Everything outside the change is shared as it stands; inside it, whatever words are. */
function matchesAround(text: string, { start, end, words }: Span & { words: string }): Match[] {
  const moved = words.length - (end - start)
  const inside = shared(text.slice(start, end), words).map(({ from, to, length }) => ({
    from: start + from,
    to: start + to,
    length,
  }))
  return [
    ...(start > 0 ? [{ from: 0, to: 0, length: start }] : []),
    ...inside,
    ...(end < text.length ? [{ from: end, to: end + moved, length: text.length - end }] : []),
  ]
}

/** Passages a stretch of the transcript carries. */
export const passagesIn = (passages: readonly Span[], turn: Span): number =>
  passages.filter((passage) => overlaps(passage, turn)).length
