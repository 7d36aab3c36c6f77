/** The one codebook: touchpoints, emotions, reasons, layers, channels and the researcher's own themes. */
import { z } from 'zod'
import { PassageRow } from './codings.ts'
import { command, job, query } from './define.ts'
import { CodeId, CodingId, Done, Family, NamedFile, Nothing, PassageId } from './common.ts'

const TouchpointLevel = z.enum(['journey', 'stage', 'touchpoint'])
export const Valence = z.enum(['neg', 'neutral', 'pos', 'either'])

/** As tables of codings, addresses and the command line can hold it: no spaces, `;` or `:`; never a bare number, which is a row. */
export const ShortId = z
  .string()
  .trim()
  .max(60)
  .regex(
    /^(?!\d+$)[\p{L}\p{N}][\p{L}\p{N}._-]*$/u,
    'letters, digits, dots, hyphens and underscores, not a number alone',
  )

export const Code = z.object({
  id: CodeId,
  /** Short id, unique in the project: `CMP3.1`, `frustration`, `why.delay`. */
  code: z.string(),
  /** One of the method’s own, which figures and suggestions find by its short id: that stays. */
  fixed: z.boolean(),
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
  /** Codings that use it, without those on words that are withheld: of the withdrawn, and of residents while sealed. */
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

/** What a codebook from a file would change, before it does. Lines are of the table, or of the XML. */
export const CodebookPlan = z.object({
  added: z.array(
    z.object({
      line: z.number().int(),
      /** Empty when one will be made. */
      code: z.string(),
      name: z.string(),
      family: Family,
      /** Name of the code it will stand under. */
      parent: z.string().nullable(),
    }),
  ),
  changed: z.array(
    z.object({
      line: z.number().int(),
      id: CodeId,
      code: z.string(),
      name: z.string(),
      /** What differs: `name`, `definition`, `parent`, … */
      fields: z.array(z.string()),
      /** Codings that will be of an older definition. */
      stale: z.number().int(),
    }),
  ),
  unchanged: z.number().int(),
  /** Codes that cannot be taken, and why; the others can. */
  problems: z.array(z.object({ line: z.number().int(), message: z.string() })),
  /** What the file says that has no place here. */
  notes: z.array(z.string()),
})
export type CodebookPlan = z.infer<typeof CodebookPlan>

/** A coding made under an older definition of its code. */
export const StaleCoding = z.object({
  coding: CodingId,
  code: CodeId,
  codeName: z.string(),
  /** The definition's version then and now. */
  codedUnder: z.number().int(),
  version: z.number().int(),
  passage: PassageRow,
})

const USED = ['code', 'coding', 'passage', 'document', 'speaker', 'participant', 'project'] as const

export const codebook = {
  list: query(USED, Nothing, z.object({ codes: z.array(Code) })),
  add: command(
    CodeFields.partial().extend({
      name: CodeFields.shape.name,
      family: Family,
      parent: CodeId.nullable().optional(),
      code: ShortId.optional(),
    }),
    Done.extend({ code: CodeId, key: z.string() }),
  ),
  change: command(CodeFields.partial().extend({ code: CodeId, shortId: ShortId.optional() }), Done),
  /** Puts codes of one family under a parent, before a sibling or at the end, in the order given: one step. */
  move: command(
    z.object({
      codes: z.array(CodeId).min(1),
      parent: CodeId.nullable(),
      before: CodeId.nullable().optional(),
    }),
    Done,
  ),
  archive: command(z.object({ code: CodeId, archived: z.boolean() }), Done),
  /** Removes a code and its codings; the sentence in the history says how many. Refused while some of them are withheld. */
  remove: command(z.object({ code: CodeId }), Done),
  /** What a merge would do to the codings in sight, before it is done. */
  mergePreview: query(
    USED,
    z.object({ from: z.array(CodeId).min(1), into: CodeId }),
    z.object({
      codings: z.number().int(),
      /** Passages that carry more than one of the codes and will keep one. */
      shared: z.number().int(),
      /** Codes under those that go, which come along. */
      children: z.number().int(),
    }),
  ),
  /** Makes one code of several of a kind: one step. */
  merge: command(z.object({ from: z.array(CodeId).min(1), into: CodeId }), Done),
  /** Moves the chosen passages of a code to a new code beside it. Nothing else changes on them. */
  split: command(
    CodeFields.partial().extend({
      from: CodeId,
      name: CodeFields.shape.name,
      passages: z.array(PassageId).min(1),
    }),
    Done.extend({ code: CodeId, key: z.string(), codings: z.number().int() }),
  ),
  /** Codings in sight made under an older definition, by code and in the order of the transcripts. */
  stale: query(
    USED,
    z.object({
      code: CodeId.optional(),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    z.object({
      total: z.number().int(),
      codes: z.array(z.object({ code: CodeId, name: z.string(), codings: z.number().int() })),
      codings: z.array(StaleCoding),
    }),
  ),
  /** Says that these codings hold under the definition as it is now: all of a code that are in sight, or the ones named. */
  confirm: command(
    z.union([z.object({ code: CodeId }), z.object({ codings: z.array(CodingId).min(1) })]),
    Done.extend({ codings: z.number().int() }),
  ),
  /** The order in which families are shown; those left out follow in the order they have. */
  orderFamilies: command(z.object({ families: z.array(Family).min(1) }), Done),
  /** Reads a codebook (.csv, .xlsx, .qdc) and says what it would change. Nothing is stored. */
  readFile: job(z.object({ file: NamedFile }), CodebookPlan, USED),
  /** Takes a codebook from a file in one step; `changed: false` leaves codes alone that are here already. */
  importFile: job(
    z.object({ file: NamedFile, changed: z.boolean().default(true) }),
    Done.extend({ added: z.number().int(), changed: z.number().int() }),
  ),
}
