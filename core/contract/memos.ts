/** Memos: the researcher's own thinking, on the study, a transcript, a participant, a code or a passage. */
import { z } from 'zod'
import { command, job, query } from './define.ts'
import { Bytes, CoderId, DocumentId, Done, MemoId, Moment, Offset, ParticipantRole } from './common.ts'

const MemoKind = z.enum(['project', 'document', 'participant', 'code', 'passage'])
/** What a memo is about. `id` is the row of that kind; the study's is 1. */
export const MemoTarget = z.object({ kind: MemoKind, id: z.number().int().positive() })
export type MemoTarget = z.infer<typeof MemoTarget>

/** Markdown. */
const MemoText = z.string().trim().min(1).max(100_000)

export const Memo = z.object({
  memo: MemoId,
  target: MemoTarget,
  /** The target in words: a name, or the first words of a passage. */
  about: z.string(),
  /** Where to jump to in a transcript; null for the study, participants and codes. */
  place: z.object({ document: DocumentId, start: Offset, end: Offset }).nullable(),
  text: z.string(),
  coder: z.object({ id: CoderId, name: z.string() }),
  created: Moment,
  changed: Moment,
})
export type Memo = z.infer<typeof Memo>

/** Everything left out means no restriction. `search`: memos that hold every word, in any case and with or without accents. */
const Wanted = z.object({
  kind: MemoKind.optional(),
  target: MemoTarget.optional(),
  coder: CoderId.optional(),
  search: z.string().max(500).optional(),
})
export type WantedMemos = z.infer<typeof Wanted>

export const memos = {
  /** Newest change first. */
  list: query(
    ['memo', 'project', 'document', 'participant', 'code', 'passage', 'coder'],
    Wanted,
    z.object({ memos: z.array(Memo) }),
  ),
  /** Those listed, as Markdown, without what may not leave the study. Kept on record like every export. */
  file: job(
    Wanted.extend({ role: z.union([ParticipantRole, z.literal('any')]).default('any') }),
    z.object({
      files: z.array(z.object({ name: z.string(), bytes: Bytes })),
      rows: z.number().int(),
      /** What was left out, a sentence each. */
      lost: z.array(z.string()),
    }),
  ),
  /** On something there is, or on a selection, which then becomes a passage. */
  add: command(
    z.object({
      on: z.union([
        MemoTarget,
        z.object({ kind: z.literal('selection'), document: DocumentId, start: Offset, end: Offset }),
      ]),
      text: MemoText,
    }),
    Done.extend({ memo: MemoId, target: MemoTarget }),
  ),
  change: command(z.object({ memo: MemoId, text: MemoText }), Done),
  remove: command(z.object({ memo: MemoId }), Done),
}
