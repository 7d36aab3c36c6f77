/** A transcript as it is drawn: turns with the passages that touch them, in chunks the browser may leave undrawn. */
import type { Passage } from '../../../core/contract/codings.ts'
import type { Turn } from '../../../core/contract/documents.ts'
import type { Output } from '../../../core/contract/index.ts'
import { spansByRange } from '../../../core/text/segments.ts'
import { overlaps, type Span } from '../../../core/text/spans.ts'
import { inOrder } from './share.ts'

export type Transcript = Output<'documents.read'>
export type Speaker = Transcript['speakers'][number]

export interface TurnView {
  /** Counted from 0 in the transcript. */
  index: number
  turn: Turn
  words: string
  speaker: Speaker | null
  /** Tells the participants of a workshop apart, counted from 0; null where only one speaks. */
  voice: number | null
  /** False when the turn before is the same speaker's. */
  isNewSpeaker: boolean
  passages: readonly Passage[]
}

/** From its first turn's start to its last turn's end. */
export interface ChunkView extends Span {
  turns: readonly TurnView[]
}

/** About a screenful: few enough that one chunk is laid out in a frame, many enough that the undrawn ones cost nothing. */
export const TURNS_PER_CHUNK = 12
/** A chunk is also closed by its length, for transcripts of very long turns. */
const CHARACTERS_PER_CHUNK = 8000

const NONE: readonly Passage[] = []

/** The text alone, as nobody has coded it yet. */
export function chunksOf(transcript: Transcript): readonly ChunkView[] {
  const { turns, text } = transcript
  const speakers = new Map(transcript.speakers.map((speaker) => [speaker.id, speaker]))
  const voices = voicesOf(transcript)
  const chunks: TurnView[][] = []
  let characters = Infinity
  for (const [index, turn] of turns.entries()) {
    const isFull = (chunks.at(-1)?.length ?? 0) >= TURNS_PER_CHUNK || characters >= CHARACTERS_PER_CHUNK
    if (isFull) {
      chunks.push([])
      characters = 0
    }
    chunks.at(-1)?.push({
      index,
      turn,
      words: text.slice(turn.start, turn.end),
      speaker: turn.speaker === null ? null : (speakers.get(turn.speaker) ?? null),
      voice: turn.speaker === null ? null : (voices.get(turn.speaker) ?? null),
      isNewSpeaker: index === 0 || turns[index - 1]?.speaker !== turn.speaker,
      passages: NONE,
    })
    characters += turn.end - turn.start
  }
  return chunks.map((turns) => ({
    start: turns[0]?.turn.start ?? 0,
    end: turns.at(-1)?.turn.end ?? 0,
    turns,
  }))
}

/** The same text under other passages. Turns and chunks under the same ones as before stay the same objects. */
export function withPassagesChanged(
  chunks: readonly ChunkView[],
  before: readonly Passage[],
  after: readonly Passage[],
): readonly ChunkView[] {
  const { gone, come } = difference(before, after)
  const goneFrom = spansByRange(chunks, gone)
  const comeTo = spansByRange(chunks, come)
  return chunks.map((chunk, at) => {
    const [lost, won] = [goneFrom[at] ?? NONE, comeTo[at] ?? NONE]
    if (lost.length === 0 && won.length === 0) return chunk
    const lostHere = new Set(lost)
    return { ...chunk, turns: chunk.turns.map((view) => turnChanged(view, lostHere, won)) }
  })
}

function turnChanged(view: TurnView, lost: ReadonlySet<Passage>, won: readonly Passage[]): TurnView {
  const kept = view.passages.filter((passage) => !lost.has(passage))
  const come = won.filter((passage) => overlaps(passage, view.turn))
  if (come.length === 0 && kept.length === view.passages.length) return view
  return { ...view, passages: [...kept, ...come].sort(inOrder) }
}

/** What lies between the common beginning and the common end of two lists. */
function difference<T>(
  before: readonly T[],
  after: readonly T[],
): { gone: readonly T[]; come: readonly T[] } {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return { gone: before.slice(start, before.length - end), come: after.slice(start, after.length - end) }
}

/** More marks than these could not be told apart. */
const MOST_VOICES = 6

function voicesOf({ speakers }: Transcript): ReadonlyMap<Speaker['id'], number> {
  const participants = speakers.filter(({ role }) => role === 'participant')
  if (participants.length < 2) return new Map()
  return new Map(participants.map(({ id }, at) => [id, at % MOST_VOICES]))
}
