/** Small codebooks, passages and transcripts for the tests of this room. */
import type { Code } from '../../core/contract/codebook.ts'
import { Passage } from '../../core/contract/codings.ts'
import type { z } from 'zod'
import { documents } from '../../core/contract/documents.ts'
import { code as plainCode } from '../codebook/code.fixture.ts'
import type { Transcript } from './data/views.ts'

export const code = (id: number, name: string, more: Partial<z.input<typeof Code>> = {}): Code =>
  plainCode(id, name, { code: name.toLowerCase(), ...more })

export const byId = (codes: readonly Code[]): ReadonlyMap<Code['id'], Code> =>
  new Map(codes.map((one) => [one.id, one]))

interface UseOf {
  code: number
  intensity?: 1 | 2 | 3
}

/** A passage by coder 1; the codings' ids follow from its own. */
export const passage = (
  id: number,
  [start, end]: readonly [number, number],
  uses: readonly UseOf[],
  coder = 1,
): Passage =>
  Passage.parse({
    id,
    document: 1,
    start,
    end,
    coder,
    flagged: false,
    memos: 0,
    codings: uses.map((use, at) => ({
      id: id * 100 + at,
      code: use.code,
      intensity: use.intensity ?? null,
      stance: 'stated',
      origin: 'hand',
      stale: false,
      at: '2026-03-12T09:00:00Z',
    })),
  })

/** One turn for each line, by an interviewer and P01 in turn. */
export function transcript(lines: readonly string[]): Transcript {
  let start = 0
  const turns = lines.map((line, at) => {
    const turn = { id: at + 1, kind: 'speech', speaker: (at % 2) + 1, start, end: start + line.length }
    start = turn.end + 1
    return { ...turn, at: null, until: null }
  })
  const speaker = (id: number, label: string, role: string) => ({
    id,
    label,
    role,
    participant: null,
    participantName: null,
    turns: 0,
    words: 0,
  })
  return documents.read.output.parse({
    document: 1,
    name: 'P01',
    kind: 'depth interview',
    status: 'coding',
    date: null,
    text: lines.join('\n'),
    turns,
    speakers: [speaker(1, 'I', 'interviewer'), speaker(2, 'P01', 'participant')],
  })
}
