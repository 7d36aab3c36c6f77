/** A transcript as it is drawn: turns with the passages that touch them, in chunks the browser may leave undrawn. */
import type { Passage } from '../../../core/contract/codings.ts'
import type { Turn } from '../../../core/contract/documents.ts'
import type { Output } from '../../../core/contract/index.ts'
import { spansByRange } from '../../../core/text/segments.ts'

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

export interface ChunkView {
  turns: readonly TurnView[]
  /** Characters and turns inside, for the height the browser assumes until it has drawn it. */
  characters: number
}

/** About a screenful: few enough that one chunk is laid out in a frame, many enough that the undrawn ones cost nothing. */
export const TURNS_PER_CHUNK = 12
/** A chunk is also closed by its length, for transcripts of very long turns. */
const CHARACTERS_PER_CHUNK = 8000

const NONE: readonly Passage[] = []

/** Turns and chunks that did not change since `before` are the same objects. */
export function chunksOf(
  transcript: Transcript,
  passages: readonly Passage[],
  before: readonly ChunkView[] = [],
): readonly ChunkView[] {
  const speakers = new Map(transcript.speakers.map((speaker) => [speaker.id, speaker]))
  const voices = voicesOf(transcript)
  const lists = spansByRange(transcript.turns, passages)
  const known = before.flatMap(({ turns }) => turns)
  const chunks: ChunkView[] = []
  let turns: TurnView[] = []
  let characters = 0
  const close = () => {
    if (turns.length > 0) chunks.push(shareChunk({ turns, characters }, before[chunks.length]))
    turns = []
    characters = 0
  }
  for (const [index, turn] of transcript.turns.entries()) {
    const list = lists[index]
    const old = known[index]
    turns.push(
      shareTurn(
        {
          index,
          turn,
          words: old?.turn === turn ? old.words : transcript.text.slice(turn.start, turn.end),
          speaker: turn.speaker === null ? null : (speakers.get(turn.speaker) ?? null),
          voice: turn.speaker === null ? null : (voices.get(turn.speaker) ?? null),
          isNewSpeaker: index === 0 || transcript.turns[index - 1]?.speaker !== turn.speaker,
          passages: list === undefined || list.length === 0 ? NONE : list,
        },
        old,
      ),
    )
    characters += turn.end - turn.start
    if (turns.length >= TURNS_PER_CHUNK || characters >= CHARACTERS_PER_CHUNK) close()
  }
  close()
  return chunks
}

/** More marks than these could not be told apart. */
const MOST_VOICES = 6

function voicesOf({ speakers }: Transcript): ReadonlyMap<Speaker['id'], number> {
  const participants = speakers.filter(({ role }) => role === 'participant')
  if (participants.length < 2) return new Map()
  return new Map(participants.map(({ id }, at) => [id, at % MOST_VOICES]))
}

function shareTurn(view: TurnView, old: TurnView | undefined): TurnView {
  if (old?.turn !== view.turn || old.speaker !== view.speaker) return view
  return sameItems(old.passages, view.passages) ? old : view
}

function shareChunk(chunk: ChunkView, old: ChunkView | undefined): ChunkView {
  return old !== undefined && sameItems(old.turns, chunk.turns) ? old : chunk
}

const sameItems = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a === b || (a.length === b.length && a.every((item, at) => item === b[at]))
