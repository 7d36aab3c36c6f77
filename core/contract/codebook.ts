/** The one codebook: touchpoints, emotions, reasons, layers, channels and the researcher's own themes. */
import { z } from 'zod'
import { command, query } from './define.ts'
import { CodeId, Done, Family, Nothing } from './common.ts'

export const TouchpointLevel = z.enum(['journey', 'stage', 'touchpoint'])
export const Side = z.enum(['resident', 'colleague', 'both', 'backstage'])
export const Valence = z.enum(['neg', 'neutral', 'pos', 'either'])

export const Code = z.object({
  id: CodeId,
  /** Short id, unique in the project: `CMP3.1`, `frustration`, `why.delay`. */
  code: z.string(),
  family: Family,
  parent: CodeId.nullable(),
  name: z.string(),
  definition: z.string(),
  include: z.string(),
  exclude: z.string(),
  example: z.string(),
  colour: z.string().nullable(),
  aliases: z.array(z.string()),
  /** Rises when the definition changes; passages coded under an older one are flagged. */
  version: z.number().int(),
  archived: z.boolean(),
  order: z.number().int(),
  level: TouchpointLevel.nullable(),
  side: z.string().nullable(),
  clock: z.string().nullable(),
  channel: z.string().nullable(),
  pairsWith: CodeId.nullable(),
  valence: Valence.nullable(),
  /** Frustration weight of an emotion, thousandths (1000 = 1.0). */
  weight: z.number().int().nullable(),
  /** Codings that use it. */
  used: z.number().int(),
})
export type Code = z.infer<typeof Code>

const text = z.string().max(4000)
export const CodeFields = z.object({
  name: z.string().trim().min(1).max(200),
  definition: text,
  include: text,
  exclude: text,
  example: text,
  colour: z.string().nullable(),
  aliases: z.array(z.string().trim().min(1).max(120)).max(50),
  side: z.string().nullable(),
  clock: z.string().nullable(),
  channel: z.string().nullable(),
  pairsWith: CodeId.nullable(),
  valence: Valence.nullable(),
  weight: z.number().int().min(0).max(1000).nullable(),
})

export const codebook = {
  list: query(['code', 'coding'], Nothing, z.object({ codes: z.array(Code) })),
  add: command(
    CodeFields.partial().extend({
      name: CodeFields.shape.name,
      family: Family,
      parent: CodeId.nullable().optional(),
      code: z.string().trim().min(1).max(60).optional(),
    }),
    Done.extend({ code: CodeId, key: z.string() }),
  ),
  change: command(CodeFields.partial().extend({ code: CodeId }), Done),
  /** Puts a code under a parent, before a sibling or at the end. */
  move: command(
    z.object({ code: CodeId, parent: CodeId.nullable(), before: CodeId.nullable().optional() }),
    Done,
  ),
  archive: command(z.object({ code: CodeId, archived: z.boolean() }), Done),
  /** Removes a code and its codings; the sentence in the history says how many. */
  remove: command(z.object({ code: CodeId }), Done),
  /** What a merge would do, before it is done. */
  mergePreview: query(
    ['code', 'coding'],
    z.object({ from: z.array(CodeId).min(1), into: CodeId }),
    z.object({ codings: z.number(), already: z.number(), children: z.number() }),
  ),
  merge: command(z.object({ from: z.array(CodeId).min(1), into: CodeId }), Done),
}
