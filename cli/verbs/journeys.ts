/** The journey as both sides tell it: the two-way map, one participant's way, what matters, two groups, the matrix. */
import { z } from 'zod'
import { HeatmapSettings } from '../../core/contract/analysis.ts'
import type { Input } from '../../core/contract/index.ts'
import { mapping } from '../../core/contract/mapping.ts'
import { figure, several, TABLE, touchpointsOf } from '../figure.ts'
import { pick } from '../find.ts'
import { Frustration, FRUSTRATION, ROWS, SCOPE, Scoped } from '../options.ts'
import { parseScope, SCOPE_HELP } from '../scope.ts'
import { signed, table } from '../text.ts'
import { given, UsageError } from '../verb.ts'

const map = figure({
  usage: 'map <project>',
  about: 'Set residents and colleagues side by side at each touchpoint.',
  options: {
    '--side <side>': 'both, resident or colleague',
    '--journeys <journeys>': 'only these, by short id or name: "CMP;REP"',
    '--complete': 'only transcripts marked complete',
    ...FRUSTRATION,
    '--all': 'also touchpoints that nobody mentioned',
  },
  accepts: z.object({
    side: z.enum(['both', 'resident', 'colleague']).default('both'),
    journeys: z.string().optional(),
    complete: z.boolean().default(false),
    frustration: Frustration,
    all: z.boolean().default(false),
  }),
  asked: async ({ journeys, ...rest }, ask) => ({
    ...rest,
    ...given({
      journeys: journeys === undefined ? undefined : await touchpointsOf(ask, several(journeys), 'journey'),
    }),
  }),
  shown: async (settings, ask) => {
    const map = await ask('mapping.twoWay', settings)
    const rows = table(
      map.rows,
      {
        id: (row) => row.id,
        name: (row) => row.name,
        residents: (row) => row.residents?.E ?? null,
        frustrated: (row) => row.residents?.F ?? null,
        sessions: (row) => row.colleagues?.sessions ?? null,
        colleagues: (row) => row.colleagues?.speakers ?? null,
        alignment: (row) => row.alignment,
      },
      'Nothing is coded to a touchpoint yet.',
    )
    return { json: map, text: `${rows}\n\n${map.caption}` }
  },
  formats: mapping.twoWayFile.input.shape.format.options,
  saved: (settings, how, ask) => ask('mapping.twoWayFile', { settings, ...how }),
})

const journey = figure({
  usage: 'journey <project> <participant>',
  about: 'Follow one participant from touchpoint to touchpoint, in the order they told it.',
  options: {},
  accepts: z.object({ participant: z.string() }),
  asked: async ({ participant }, ask) => {
    const { participants } = await ask('participants.list', {})
    const found = pick(participants, participant, {
      noun: 'participant',
      id: ({ id }) => id,
      names: ({ name }) => [name],
    })
    return { participant: found.id }
  },
  shown: async (asked, ask) => {
    const journey = await ask('mapping.journey', asked)
    const namesOf = (step: (typeof journey.steps)[number], family: string) =>
      step.passage.codes
        .filter((code) => code.family === family)
        .map(({ code, intensity }) => (intensity === null ? code : `${code}:${intensity}`))
        .join(';')
    const rows = table(
      journey.steps.map((step, at) => ({ ...step, at: at + 1 })),
      {
        step: (step) => step.at,
        touchpoints: (step) => step.touchpoints.map(({ name }) => name).join('; '),
        emotions: (step) => namesOf(step, 'emotion'),
        reasons: (step) => namesOf(step, 'reason'),
        transcript: ({ passage }) => passage.documentName,
        place: ({ passage }) => `${passage.start}–${passage.end}`,
        words: ({ passage }) => passage.quote,
      },
      `Nothing that ${journey.participant.name} said is coded to a touchpoint yet.`,
    )
    return { json: journey, text: rows }
  },
  formats: TABLE,
  saved: (settings, how, ask) => ask('tables.file', { view: 'journey', settings, ...how }),
})

const importance = figure({
  usage: 'importance <project>',
  about: 'Set what matters to people against how many it frustrates.',
  options: { ...FRUSTRATION, ...SCOPE },
  accepts: z.object({ frustration: Frustration, scope: Scoped }),
  asked: async ({ frustration, scope }, ask) => ({ frustration, scope: await parseScope(scope, ask) }),
  shown: async (settings, ask) => {
    const plot = await ask('mapping.importance', settings)
    const rows = table(
      plot.points,
      {
        id: (row) => row.id,
        name: (row) => row.name,
        heard: (row) => row.E,
        matters: (row) => row.matters,
        frustrated: (row) => row.F,
      },
      'Nothing is coded to a touchpoint yet.',
    )
    return { json: plot, text: `${rows}\n\n${plot.caption}` }
  },
  formats: TABLE,
  saved: (settings, how, ask) => ask('tables.file', { view: 'importance', settings, ...how }),
})

const compare = figure({
  usage: 'compare <project>',
  about: 'Set two groups of people side by side, with an interval for the difference.',
  options: {
    '--first <scope>': `the one group: ${SCOPE_HELP}`,
    '--second <scope>': 'the other group, in the same words; everyone, where one of the two is not given',
    ...ROWS,
    ...FRUSTRATION,
  },
  accepts: z.object({
    first: Scoped,
    second: Scoped,
    rows: HeatmapSettings.shape.rows,
    frustration: Frustration,
  }),
  asked: async ({ first, second, rows, frustration }, ask): Promise<Input<'mapping.compare'>> => {
    if (first.trim() === second.trim()) throw new UsageError('Give two groups with --first and --second.')
    const group = async (words: string) => ({
      name: words.trim() || 'Everyone',
      scope: await parseScope(words, ask),
    })
    return { first: await group(first), second: await group(second), rows, frustration }
  },
  shown: async (settings, ask) => {
    const compared = await ask('mapping.compare', settings)
    const rows = table(
      compared.rows,
      {
        id: (row) => row.id,
        name: (row) => row.name,
        first: ({ first }) => `${first.F}/${first.E}`,
        second: ({ second }) => `${second.F}/${second.E}`,
        difference: (row) => (row.enough ? signed(row.difference) : ''),
        range: ({ low, high, enough }) => (enough ? `${signed(low)} to ${signed(high)}` : ''),
      },
      'Neither group spoke of a touchpoint.',
    )
    return { json: compared, text: `${rows}\n\n${compared.caption}` }
  },
  formats: TABLE,
  saved: (settings, how, ask) => ask('tables.file', { view: 'compare', settings, ...how }),
})

const framework = figure({
  usage: 'framework <project>',
  about: 'Show the framework matrix: your summaries, participant by touchpoint.',
  options: {
    '--touchpoints <codes>': 'its columns, by short id or name: "CMP3.1;REP2.4"',
    ...SCOPE,
  },
  accepts: z.object({ touchpoints: z.string('give them with --touchpoints'), scope: Scoped }),
  asked: async ({ touchpoints, scope }, ask) => ({
    touchpoints: await touchpointsOf(ask, several(touchpoints)),
    scope: await parseScope(scope, ask),
  }),
  shown: async (settings, ask) => {
    const matrix = await ask('mapping.framework', settings)
    type Row = (typeof matrix.rows)[number]
    const across = matrix.columns.map(
      ({ id }, at) => [id, ({ cells }: Row) => cells[at]?.text ?? ''] as const,
    )
    const columns = { participant: ({ name }: Row) => name, ...Object.fromEntries(across) }
    return { json: matrix, text: table(matrix.rows, columns, 'Nobody is counted yet.') }
  },
  formats: TABLE,
  saved: (settings, how, ask) => ask('tables.file', { view: 'framework', settings, ...how }),
})

export const journeys = [map, journey, importance, compare, framework]
