/** Findings: the heatmap, a touchpoint's summary, and the report that gathers them. */
import { z } from 'zod'
import { ColumnKind, HeatmapSettings, Measure } from '../../core/contract/analysis.ts'
import type { Output } from '../../core/contract/index.ts'
import { fileWritten, figure, formatOf, several, touchpointsOf } from '../figure.ts'
import { Frustration, FRUSTRATION, ROWS, SCOPE, Scoped, Seed } from '../options.ts'
import { columnOf, parseScope, SCOPE_HELP } from '../scope.ts'
import { percent, table } from '../text.ts'
import { given, verb } from '../verb.ts'

type Heatmap = Output<'analysis.heatmap'>
type Summary = Output<'analysis.summary'>

function heatmapText({ rows, settings, survival }: Heatmap): string {
  const shown = table(
    rows,
    {
      id: (row) => row.id,
      name: (row) => row.name,
      heard: (row) => row.total.E,
      frustrated: (row) => row.total.F,
      // Of so few a percentage would say more than they did.
      share: ({ total: { E, thin, prevalence } }) => {
        if (E < settings.smallN) return `n<${settings.smallN}`
        return thin ? `n<${settings.thinN}` : percent(prevalence)
      },
      range: ({ total: { E, low, high } }) =>
        E < settings.thinN || low === null ? '' : `${percent(low)}–${percent(high)}`,
      passages: (row) => row.total.passages,
      why: (row) =>
        row.why
          .slice(0, 3)
          .map(({ name }) => name)
          .join('; '),
    },
    'Nothing is coded to a touchpoint yet.',
  )
  return [shown, '', settings.caption, survival.sentence].join('\n')
}

const COLUMNS = 'emotion, reason, layer, participant, channel, document, wave, coder, role or attribute:ID'

/** The same as the contract's, said so that a person knows what to do. */
const Columns = z.union(ColumnKind.options, `use one of ${COLUMNS}`)

export const heatmap = figure({
  usage: 'heatmap <project>',
  about: 'Count participants with frustration at each touchpoint.',
  options: {
    ...ROWS,
    '--columns <columns>': COLUMNS,
    '--measure <measure>': `what colours a cell: ${Measure.options.join(', ')}`,
    ...FRUSTRATION,
    ...SCOPE,
    '--sort <order>': 'journey or measure',
    '--all': 'also rows that nobody mentioned',
    '--bootstrap': 'also intervals for the index and how stable the ranking is (slower)',
    '--seed <n>': 'seed of the random draws',
  },
  accepts: HeatmapSettings.pick({
    rows: true,
    measure: true,
    frustration: true,
    sort: true,
    all: true,
    bootstrap: true,
  }).extend({
    columns: Columns.default('emotion'),
    scope: Scoped,
    seed: Seed,
  }),
  asked: async ({ scope, seed, columns, ...rest }, ask) => ({
    ...rest,
    columns: await columnOf(columns, ask),
    // Scripts rely on it that a heatmap without a scope leaves nobody out.
    scope: { role: 'any' as const, ...(await parseScope(scope, ask)) },
    ...given({ seed }),
  }),
  shown: async (settings, ask) => {
    const heatmap = await ask('analysis.heatmap', settings)
    return { json: heatmap, text: heatmapText(heatmap) }
  },
  formats: ['svg', 'png', 'csv'],
  saved: (settings, how, ask) => ask('analysis.heatmapFile', { settings, ...how }),
})

function summaryText({ touchpoint, n, text, quotes, confidence }: Summary): string {
  return [
    `${touchpoint.code} ${touchpoint.name}`,
    n.sentence,
    '',
    ...text.map(({ sentence }) => sentence),
    '',
    ...quotes.chosen.map(
      ({ quote, participantName }) => `“${quote}” (${participantName ?? 'no participant'})`,
    ),
    ...confidence.warnings,
  ].join('\n')
}

export const summary = figure({
  usage: 'summary <project>',
  about: 'Summarise a touchpoint: who felt what, why, and in whose words.',
  options: {
    '--touchpoint <code>': 'short id or name',
    ...FRUSTRATION,
    ...SCOPE,
    '--seed <n>': 'seed for the choice of quotes',
  },
  more: 'As .svg or .png only its emotions are drawn.',
  accepts: z.object({
    touchpoint: z.string('give one with --touchpoint'),
    frustration: Frustration,
    scope: Scoped,
    seed: Seed,
  }),
  asked: async ({ touchpoint, frustration, scope, seed }, ask) => {
    const [code = touchpoint] = await touchpointsOf(ask, [touchpoint])
    return { touchpoint: code, frustration, scope: await parseScope(scope, ask), ...given({ seed }) }
  },
  shown: async (asked, ask) => {
    const summary = await ask('analysis.summary', asked)
    return { json: summary, text: summaryText(summary) }
  },
  formats: ['html', 'md', 'docx', 'pdf', 'svg', 'png'],
  saved: (asked, { format, theme }, ask) =>
    format === 'svg' || format === 'png'
      ? ask('analysis.profileFile', { ...asked, format, theme })
      : ask('analysis.summaryFile', { ...asked, format }),
})

export const report = verb({
  usage: 'report <project>',
  about:
    'Write chosen touchpoints as one document, with the heatmap, the codebook, a method note and limitations.',
  options: {
    '--touchpoints <codes>': 'short ids or names, in the order they should stand: "CMP3.1;REP2.4"',
    '--title <title>': 'what it is called',
    ...FRUSTRATION,
    '--scope <scope>': `${SCOPE_HELP}; only complete transcripts where nothing is said`,
    '--seed <n>': 'seed for the choice of quotes',
    '--out <file>': 'write it as .html, .md, .docx or .pdf',
  },
  accepts: z.object({
    project: z.string(),
    touchpoints: z.string('give them with --touchpoints'),
    title: z.string().trim().min(1).max(200).optional(),
    frustration: Frustration,
    scope: z.string().default('complete'),
    seed: Seed,
    out: z.string('give a file with --out'),
  }),
  run: async ({ project, touchpoints, title, frustration, scope, seed, out }, session) => {
    const format = formatOf(out, ['html', 'md', 'docx', 'pdf'])
    const ask = await session.writeIfPossible(project)
    const { bytes } = await ask('mapping.report', {
      touchpoints: await touchpointsOf(ask, several(touchpoints)),
      settings: { frustration, scope: await parseScope(scope, ask) },
      format,
      ...given({ title, seed }),
    })
    return fileWritten(out, bytes)
  },
})
