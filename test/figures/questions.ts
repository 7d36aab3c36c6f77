/** Plausible questions about figures, for each scope they can be asked of. */

export const nothing = () => [{}]
export const anyRole = { role: 'any' as const }
export const colleague = { role: 'colleague' as const }

/** What a heatmap's columns can be. */
export const COLUMNS = [
  'emotion',
  'reason',
  'layer',
  'channel',
  'participant',
  'document',
  'wave',
  'coder',
  'role',
  'attribute:tenure',
  'attribute:vulnerability',
] as const
export const FORMATS = ['csv', 'xlsx', 'memos', 'passages', 'participants'] as const
const PAPERS = ['html', 'md', 'docx'] as const
export const PICTURES = ['svg', 'png', 'csv'] as const
const TOUCHPOINTS = ['CMP3.1', 'CMP3', 'CMP', 'REP1.1']

/** Questions about a scope, one for each variant. */
const within =
  <T extends object>(...variants: T[]) =>
  (scope: { role: 'any' | 'colleague' } | Record<string, never>) =>
    variants.map((variant) => ({ ...variant, scope }))

export const heatmaps = (scope: object) =>
  COLUMNS.flatMap((columns) => [
    { columns, scope, rows: 'touchpoint' as const },
    { columns, scope, rows: 'journey' as const, bootstrap: true, draws: 100, measure: 'index' as const },
  ])
export const heatmapFiles = (scope: object) =>
  PICTURES.flatMap((format) =>
    (['emotion', 'participant'] as const).map((columns) => ({ format, settings: { columns, scope } })),
  )
export const behind = (scope: object) =>
  (['emotion', 'participant'] as const).flatMap((columns) =>
    (['E', 'F'] as const).map((of) => ({ settings: { columns, scope }, row: null, column: null, of })),
  )
export const summaries = within(...TOUCHPOINTS.map((touchpoint) => ({ touchpoint })))
export const summaryFiles = within(...PAPERS.map((format) => ({ touchpoint: 'CMP3.1', format })))
export const profileFiles = within(
  ...(['svg', 'png'] as const).map((format) => ({ touchpoint: 'CMP3.1', format })),
)
export const reports = (scope: object) =>
  PAPERS.map((format) => ({ touchpoints: TOUCHPOINTS, format, settings: { scope } }))
export const segments = (scope: object) => [
  { first: { name: 'One', scope }, second: { name: 'Other', scope: { ...scope, complete: true } } },
]
export const frameworks = within({ touchpoints: TOUCHPOINTS })
export const coOccurrences = within(
  ...(['passage', 'overlap', 'participant'] as const).map((by) => ({ by, columns: 'emotion' as const })),
)
export const agreements = within(...(['sentence', 'turn'] as const).map((unit) => ({ unit, draws: 100 })))
export const disagreements = within(...['frustration', 'CMP3.1'].map((code) => ({ code })))
export const words = within({ code: null, limit: 1000 }, { code: 'frustration', limit: 1000 })
export const phrases = within(...['nobody', 'rang'].map((phrase) => ({ phrase })))
const groups = within(
  ...(['role', 'attribute:tenure'] as const).map((columns) => ({ columns, rows: 'stage' as const })),
)
export const empty = within({})

const views = (scope: { role: 'any' | 'colleague' } | Record<string, never>) => [
  ...segments(scope).map((settings) => ({ view: 'compare' as const, settings })),
  ...frameworks(scope).map((settings) => ({ view: 'framework' as const, settings })),
  ...empty(scope).map((settings) => ({ view: 'importance' as const, settings })),
  ...coOccurrences(scope).map((settings) => ({ view: 'together' as const, settings })),
  ...empty(scope).map((settings) => ({ view: 'transcripts' as const, settings })),
  ...words(scope).map((settings) => ({ view: 'words' as const, settings })),
  ...phrases(scope).map((settings) => ({ view: 'context' as const, settings })),
  ...agreements(scope).map((settings) => ({ view: 'agreement' as const, settings })),
  ...empty(scope).map((settings) => ({ view: 'coverage' as const, settings })),
  ...groups(scope).map((settings) => ({ view: 'reach' as const, settings })),
  ...empty(scope).map((settings) => ({ view: 'saturation' as const, settings })),
]

export const tableFiles = (scope: { role: 'any' | 'colleague' } | Record<string, never>) =>
  views(scope).flatMap((view) => [view, { ...view, format: 'svg' as const }])

export const journeyFiles = (participant: number) =>
  (['csv', 'svg'] as const).map((format) => ({ view: 'journey' as const, settings: { participant }, format }))
