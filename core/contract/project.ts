/** The open project: what it is, its settings and whether it can be written. */
import { z } from 'zod'
import { command, job, query } from './define.ts'
import { CoderId, Done, Moment, Nothing } from './common.ts'

/** Without defaults: what a change leaves out stays as it is. */
export const SettingsChange = z
  .object({
    /** "Code first, then compare": suggestions stay hidden until a transcript is marked complete. */
    codeFirst: z.boolean(),
    /** Whether sentiment suggestions are shown beside the transcript. */
    suggestions: z.boolean(),
    /** Colleagues' sessions cannot see residents' findings until unsealed; see history for the log. */
    sealed: z.boolean(),
    /** E below this: no colour and "n<3"; counts below it are suppressed in exports. */
    smallN: z.number().int().min(1).max(10),
    /** E below this (and at least smallN): muted and hatched. */
    thinN: z.number().int().min(1).max(20),
    snap: z.enum(['none', 'word', 'sentence']),
  })
  .partial()

const { shape } = SettingsChange
export const ProjectSettings = z.object({
  codeFirst: shape.codeFirst.default(false),
  suggestions: shape.suggestions.default(true),
  sealed: shape.sealed.default(false),
  smallN: shape.smallN.default(3),
  thinN: shape.thinN.default(5),
  snap: shape.snap.default('word'),
})
export type ProjectSettings = z.infer<typeof ProjectSettings>

const ProjectInfo = z.object({
  name: z.string(),
  fileName: z.string(),
  template: z.string(),
  created: Moment,
  schema: z.number().int(),
  /** Null when it can be written; otherwise why not, in a sentence for the banner. */
  readOnly: z.object({ reason: z.enum(['locked', 'newer', 'folder']), message: z.string() }).nullable(),
  settings: ProjectSettings,
  counts: z.object({
    documents: z.number(),
    complete: z.number(),
    participants: z.number(),
    passages: z.number(),
    codings: z.number(),
    codes: z.number(),
    words: z.number(),
  }),
  /** Rises with every change to the file. */
  revision: z.number().int(),
})

const Coder = z.object({ id: CoderId, name: z.string(), passages: z.number().int() })

const PreferenceKey = z.string().regex(/^[a-z][a-zA-Z0-9.-]{0,59}$/, 'a short name like keymap')

export const project = {
  info: query(['project', 'document', 'participant', 'passage', 'coding', 'code'], Nothing, ProjectInfo),
  rename: command(z.object({ name: z.string().trim().min(1).max(200) }), Done),
  set: command(SettingsChange, Done),
  coders: query(['coder', 'passage'], Nothing, z.object({ coders: z.array(Coder) })),
  renameCoder: command(z.object({ coder: CoderId, name: z.string().trim().min(1).max(80) }), Done),
  /** What the acting coder prefers in this project (a keymap, the panes' widths): text the page understands. */
  preference: query([], z.object({ key: PreferenceKey }), z.object({ value: z.string().nullable() })),
  /** Keeps a preference; no step of the history. Null forgets it. */
  setPreference: job(z.object({ key: PreferenceKey, value: z.string().max(100_000).nullable() }), Nothing),
  check: query(
    [],
    Nothing,
    z.object({
      ok: z.boolean(),
      integrity: z.array(z.string()),
      foreignKeys: z.number().int(),
      anchors: z.object({
        checked: z.number().int(),
        broken: z.array(
          z.object({ passage: z.number(), document: z.number(), start: z.number(), end: z.number() }),
        ),
      }),
    }),
  ),
}
