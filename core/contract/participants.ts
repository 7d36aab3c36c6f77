/** People: residents, colleagues, stakeholders, with typed attributes and the right to withdraw. */
import { z } from 'zod'
import { command, query } from './define.ts'
import { DocumentId, Done, Moment, Nothing, ParticipantId, ParticipantRole } from './common.ts'

/** A administrative · B quasi-identifier, band it · C special category, off by default in exports. */
const Sensitivity = z.enum(['A', 'B', 'C'])
const AttributeType = z.enum(['enum', 'multi', 'band', 'int', 'bool', 'text', 'date', 'scale5', 'scale7'])

export const Attribute = z.object({
  /** Stable id: `tenure`, `age_band`. */
  id: z.string(),
  name: z.string(),
  type: AttributeType,
  values: z.array(z.string()),
  sensitivity: Sensitivity,
  appliesTo: z.enum(['resident', 'colleague', 'any']),
  order: z.number().int(),
})
export type Attribute = z.infer<typeof Attribute>

export const Participant = z.object({
  id: ParticipantId,
  name: z.string(),
  role: ParticipantRole,
  consentQuotes: z.boolean().nullable(),
  withdrawn: Moment.nullable(),
  note: z.string(),
  attributes: z.record(z.string(), z.string()),
  documents: z.array(z.object({ id: DocumentId, name: z.string() })),
  words: z.number().int(),
  passages: z.number().int(),
})
export type Participant = z.infer<typeof Participant>

export const participants = {
  list: query(
    ['participant', 'participant_attribute', 'speaker', 'document', 'passage'],
    Nothing,
    z.object({ participants: z.array(Participant) }),
  ),
  attributes: query(['attribute'], Nothing, z.object({ attributes: z.array(Attribute) })),
  add: command(
    z.object({ name: z.string().trim().min(1).max(120), role: ParticipantRole }),
    Done.extend({ participant: ParticipantId }),
  ),
  change: command(
    z.object({
      participant: ParticipantId,
      name: z.string().trim().min(1).max(120).optional(),
      role: ParticipantRole.optional(),
      note: z.string().max(10_000).optional(),
      consentQuotes: z.boolean().nullable().optional(),
      /** Attribute id → value; an empty value clears it. */
      attributes: z.record(z.string(), z.string()).optional(),
    }),
    Done,
  ),
  /** Removes the participant from every output at once; the data stay and can be restored. */
  withdraw: command(z.object({ participant: ParticipantId, withdrawn: z.boolean() }), Done),
  /** Puts the band in place of an exact number, as an age, for one participant or for all: one step. */
  useBands: command(z.object({ participant: ParticipantId.optional() }), Done),
  merge: command(z.object({ from: ParticipantId, into: ParticipantId }), Done),
  setAttribute: command(Attribute.omit({ order: true }).partial().required({ id: true }), Done),
  /** One row a participant: `participant,role,<attribute id>…`; unknown columns become attributes. */
  importTable: command(
    z.object({ csv: z.string() }),
    Done.extend({
      matched: z.number(),
      added: z.number(),
      failed: z.array(z.object({ line: z.number(), message: z.string() })),
    }),
  ),
}
