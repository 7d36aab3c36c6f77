/** Findings: the heatmap and a touchpoint's summary. */
import { extname } from 'node:path'
import { z } from 'zod'
import { ColumnKind, FrustrationDefinition, HeatmapSettings, Measure } from '../../core/contract/analysis.ts'
import type { Output } from '../../core/contract/index.ts'
import { writeWhole } from '../files.ts'
import { pickCode } from '../find.ts'
import { parseScope, SCOPE_HELP } from '../scope.ts'
import type { Ask, Session } from '../session.ts'
import { count, percent, table } from '../text.ts'
import { UsageError, verb, type Answer } from '../verb.ts'

type Heatmap = Output<'analysis.heatmap'>

function formatOf<const F extends string>(file: string, formats: readonly F[]): F {
  const ending = extname(file).slice(1).toLowerCase()
  const format = formats.find((known) => known === ending)
  if (format === undefined) throw new UsageError(`The file must end in .${formats.join(', .')}.`)
  return format
}

function readable({ rows, settings, survival }: Heatmap): string {
  const shown = table(
    rows,
    {
      id: (row) => row.id,
      name: (row) => row.name,
      heard: (row) => row.total.E,
      frustrated: (row) => row.total.F,
      share: ({ total }) => (total.state === 'small' ? `n<${settings.smallN}` : percent(total.prevalence)),
      range: ({ total: { low, high, state } }) =>
        low === null || state === 'small' ? '' : `${percent(low)}–${percent(high)}`,
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

/** A file that leaves the project is a line in its history, where that can be written. */
const askFor = (session: Session, project: string, out: string | undefined): Promise<Ask> =>
  out === undefined ? session.read(project) : session.writeIfPossible(project)

const oneOf = (words: readonly string[]) => words.join(', ')

export const heatmap = verb({
  usage: 'heatmap <project>',
  about: 'Count participants with frustration at each touchpoint.',
  options: {
    '--rows <rows>': 'touchpoint, stage or journey',
    '--columns <columns>':
      'emotion, reason, layer, participant, channel, document, wave, coder, role or attribute:ID',
    '--measure <measure>': `what colours a cell: ${oneOf(Measure.options)}`,
    '--frustration <definition>': `what counts as frustration: ${oneOf(FrustrationDefinition.options)}`,
    '--scope <scope>': SCOPE_HELP,
    '--sort <order>': 'journey or measure',
    '--all': 'also rows that nobody mentioned',
    '--bootstrap': 'also intervals for the index and how stable the ranking is (slower)',
    '--seed <n>': 'seed of the random draws',
    '--out <file>': 'write a picture or a table: .svg, .png or .csv',
    '--theme <theme>': 'of the picture: light or dark',
  },
  accepts: HeatmapSettings.pick({
    rows: true,
    measure: true,
    frustration: true,
    sort: true,
    all: true,
    bootstrap: true,
  }).extend({
    project: z.string(),
    columns: ColumnKind.default('emotion'),
    scope: z.string().default(''),
    seed: z.coerce.number().int().optional(),
    out: z.string().optional(),
    theme: z.enum(['light', 'dark']).default('light'),
  }),
  run: async ({ project, scope, seed, out, theme, ...rest }, session) => {
    const ask = await askFor(session, project, out)
    const settings = { ...rest, scope: await parseScope(scope, ask), ...(seed === undefined ? {} : { seed }) }
    if (out === undefined) {
      const heatmap = await ask('analysis.heatmap', settings)
      return { json: heatmap, text: readable(heatmap) }
    }
    const format = formatOf(out, ['svg', 'png', 'csv'])
    const { bytes, suppressed } = await ask('analysis.heatmapFile', { settings, format, theme })
    return written(out, bytes, { suppressed })
  },
})

function written(file: string, bytes: Uint8Array, more: object = {}): Answer {
  writeWhole(file, bytes)
  return {
    json: { file, bytes: bytes.length, ...more },
    text: `Wrote ${file}, ${count(bytes.length, 'byte')}.`,
  }
}

async function touchpointOf(ask: Ask, given: string): Promise<string> {
  const { codes } = await ask('codebook.list', {})
  const touchpoints = codes.filter(({ family }) => family === 'touchpoint')
  return pickCode(touchpoints, given, 'touchpoint').code
}

export const summary = verb({
  usage: 'summary <project>',
  about: 'Summarise a touchpoint: who felt what, why, and in whose words.',
  options: {
    '--touchpoint <code>': 'short id or name',
    '--frustration <definition>': `what counts as frustration: ${oneOf(FrustrationDefinition.options)}`,
    '--scope <scope>': SCOPE_HELP,
    '--seed <n>': 'seed for the choice of quotes',
    '--out <file>': 'write it as .html, .md, .docx or .pdf',
  },
  accepts: z.object({
    project: z.string(),
    touchpoint: z.string('give one with --touchpoint'),
    frustration: FrustrationDefinition.default('strict'),
    scope: z.string().default(''),
    seed: z.coerce.number().int().optional(),
    out: z.string().optional(),
  }),
  run: async ({ project, touchpoint, frustration, scope, seed, out }, session) => {
    const ask = await askFor(session, project, out)
    const request = {
      touchpoint: await touchpointOf(ask, touchpoint),
      frustration,
      scope: await parseScope(scope, ask),
      ...(seed === undefined ? {} : { seed }),
    }
    if (out !== undefined) {
      const format = formatOf(out, ['html', 'md', 'docx', 'pdf'])
      return written(out, (await ask('analysis.summaryFile', { ...request, format })).bytes)
    }
    const found = await ask('analysis.summary', request)
    const { touchpoint: about, text, quotes, confidence } = found
    return {
      json: found,
      text: [
        `${about.code} ${about.name}`,
        found.n.sentence,
        '',
        ...text.map(({ sentence }) => sentence),
        '',
        ...quotes.chosen.map(
          ({ quote, participantName }) => `“${quote}” (${participantName ?? 'no participant'})`,
        ),
        ...confidence.warnings,
      ].join('\n'),
    }
  },
})
