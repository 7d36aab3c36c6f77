/** What a reviewer asks to see: codes together and by transcript, words, agreement, coverage, saturation. */
import { z } from 'zod'
import { HeatmapSettings } from '../../core/contract/analysis.ts'
import { Family } from '../../core/contract/common.ts'
import type { Input, Output } from '../../core/contract/index.ts'
import { rigour } from '../../core/contract/rigour.ts'
import { figure, several, TABLE } from '../figure.ts'
import { pickCode } from '../find.ts'
import { SCOPE, Scoped, Seed } from '../options.ts'
import { columnOf, parseScope } from '../scope.ts'
import { count, fixed, percent, table } from '../text.ts'
import { given, UsageError } from '../verb.ts'

const FAMILIES = Family.options.join(', ')

/** "emotion;reason" as families. */
const Families = z.string().transform(several).pipe(z.array(Family)).optional()

const together = figure({
  usage: 'together <project>',
  about: 'Count which codes appear together.',
  options: {
    '--rows <family>': `one of ${FAMILIES}`,
    '--columns <family>': 'the other',
    '--by <unit>': 'together on one passage, on overlapping passages (overlap), or for one participant',
    ...SCOPE,
  },
  accepts: rigour.coOccurrence.input.extend({ scope: Scoped }),
  asked: async ({ scope, ...rest }, ask) => ({ ...rest, scope: await parseScope(scope, ask) }),
  shown: async (settings, ask) => {
    const found = await ask('rigour.coOccurrence', settings)
    const names = new Map([...found.rows, ...found.columns].map(({ id, name }) => [id, name]))
    const text = table(
      found.pairs.toSorted((a, b) => b.together - a.together),
      {
        row: (pair) => names.get(pair.row),
        column: (pair) => names.get(pair.column),
        together: (pair) => pair.together,
        participants: (pair) => pair.participants,
        coefficient: (pair) => fixed(pair.coefficient),
      },
      'No codes of these families appear together yet.',
    )
    return { json: found, text }
  },
  formats: TABLE,
  saved: (settings, how, ask) => ask('tables.file', { view: 'together', settings, ...how }),
})

const codesByTranscript = figure({
  usage: 'codes-by-transcript <project>',
  about: 'Count how many passages of each transcript carry each code.',
  options: { '--families <families>': `only these, as in "emotion;reason": ${FAMILIES}`, ...SCOPE },
  accepts: z.object({ families: Families, scope: Scoped }),
  asked: async ({ families, scope }, ask) => ({
    ...given({ families }),
    scope: await parseScope(scope, ask),
  }),
  shown: async (settings, ask) => {
    const found = await ask('rigour.codeTable', settings)
    const text = table(
      found.codes,
      {
        code: (row) => row.code,
        name: (row) => row.name,
        passages: (row) => row.passages,
        transcripts: (row) => row.documents,
        participants: (row) => row.participants,
      },
      'Nothing is coded yet.',
    )
    return { json: found, text }
  },
  formats: TABLE,
  saved: (settings, how, ask) => ask('tables.file', { view: 'transcripts', settings, ...how }),
})

/** The most places that are asked for at once; a file holds them all. */
const MOST_PLACES = 500

type Said =
  | { phrase: string; scope: Input<'rigour.wordInContext'>['scope']; limit: number }
  | { phrase?: undefined; settings: Input<'rigour.words'> }

const words = figure({
  usage: 'words <project>',
  about: 'Count the words participants use most, or show every place they say some.',
  options: {
    '--phrase <words>': 'show where these words are said, with the words around them',
    '--code <code>': 'count only inside passages with this code',
    '--limit <n>': 'how many words (100), or places (500); a file holds every place',
    ...SCOPE,
  },
  accepts: z.object({
    phrase: z.string().trim().min(1).max(200).optional(),
    code: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(1000).optional(),
    scope: Scoped,
  }),
  asked: async ({ phrase, code, limit, scope: typed }, ask): Promise<Said> => {
    const scope = await parseScope(typed, ask)
    if (phrase !== undefined) {
      if (code !== undefined) throw new UsageError('Give either --phrase or --code, not both.')
      return { phrase, scope, limit: Math.min(limit ?? MOST_PLACES, MOST_PLACES) }
    }
    const { codes } = await ask('codebook.list', {})
    const inside = code === undefined ? null : pickCode(codes, code).code
    return { settings: { scope, code: inside, ...given({ limit }) } }
  },
  shown: async (asked, ask) => {
    if (asked.phrase !== undefined) {
      const found = await ask('rigour.wordInContext', asked)
      return { json: found, text: linesText(found) }
    }
    const found = await ask('rigour.words', asked.settings)
    const text = table(
      found.words,
      { word: (row) => row.word, count: (row) => row.count, participants: (row) => row.participants },
      'Nothing was said yet.',
    )
    return { json: found, text }
  },
  formats: TABLE,
  saved: (asked, how, ask) =>
    asked.phrase === undefined
      ? ask('tables.file', { view: 'words', settings: asked.settings, ...how })
      : ask('tables.file', { view: 'context', settings: asked, ...how }),
})

function linesText({ lines, total }: Output<'rigour.wordInContext'>): string {
  const around = 48
  const text = table(
    lines,
    {
      who: (row) => row.participantName,
      transcript: (row) => row.documentName,
      before: (row) => row.before.slice(-around).toWellFormed(),
      words: (row) => row.words,
      after: (row) => row.after.slice(0, around).toWellFormed(),
    },
    'Nobody says it.',
  )
  const more = total - lines.length
  return more > 0 ? `${text}\n… and ${count(more, 'place')} more` : text
}

const agreement = figure({
  usage: 'agreement <project>',
  about: 'Measure how far coders agree, code by code.',
  options: {
    '--unit <unit>': 'what is judged: sentence or turn',
    '--families <families>': `only these, as in "emotion;reason": ${FAMILIES}`,
    ...SCOPE,
    '--seed <n>': 'seed of the bootstrap',
    '--draws <n>': 'draws of the bootstrap (2,000)',
  },
  accepts: z.object({
    unit: rigour.agreement.input.shape.unit,
    families: Families,
    scope: Scoped,
    seed: Seed,
    draws: z.coerce.number().int().min(100).max(10_000).optional(),
  }),
  asked: async ({ unit, scope, ...rest }, ask) => ({
    unit,
    scope: await parseScope(scope, ask),
    ...given(rest),
  }),
  shown: async (settings, ask) => {
    const found = await ask('rigour.agreement', settings)
    const text = table(
      found.codes,
      {
        code: (row) => row.code,
        transcripts: (row) => row.transcripts,
        units: (row) => row.units,
        alpha: (row) => fixed(row.alpha.value),
        kappa: (row) => fixed(row.kappa?.value ?? null),
        unitising: (row) => fixed(row.unitising.value),
        intensity: (row) => fixed(row.intensity?.value ?? null),
        agreed: (row) => percent(row.agreement),
        'when used': (row) => percent(row.positiveAgreement),
        reading: (row) => row.alpha.reading,
      },
      found.settings.caption,
    )
    const below = found.codes.length > 0 ? `\n\n${found.settings.caption}` : ''
    return { json: found, text: text + below }
  },
  formats: TABLE,
  saved: (settings, how, ask) => ask('tables.file', { view: 'agreement', settings, ...how }),
})

type Covered =
  | { by: 'transcript'; settings: Input<'rigour.coverage'> }
  | { by: 'group'; settings: Extract<Input<'tables.file'>, { view: 'reach' }>['settings'] }

const Group = z.union(
  [z.enum(['role', 'wave']), z.templateLiteral(['attribute:', z.string()])],
  'use role, wave or attribute:ID',
)

const coverage = figure({
  usage: 'coverage <project>',
  about: 'Show how much of what participants said is coded, or who was heard on which touchpoint.',
  options: {
    '--by <groups>': 'touchpoints by groups of people instead of transcripts: role, wave or attribute:ID',
    '--rows <rows>': 'with --by: touchpoint, stage or journey',
    ...SCOPE,
  },
  accepts: z.object({ by: Group.optional(), rows: HeatmapSettings.shape.rows, scope: Scoped }),
  asked: async ({ by, rows, scope: typed }, ask): Promise<Covered> => {
    const scope = await parseScope(typed, ask)
    if (by === undefined) return { by: 'transcript', settings: { scope } }
    return { by: 'group', settings: { rows, columns: await columnOf(by, ask), scope } }
  },
  shown: async (asked, ask) => {
    if (asked.by === 'group') {
      const heatmap = await ask('analysis.heatmap', { ...asked.settings, measure: 'reach', all: true })
      return reachAnswer(heatmap)
    }
    const found = await ask('rigour.coverage', asked.settings)
    const text = table(
      found.documents,
      {
        name: (row) => row.name,
        words: (row) => row.words,
        coded: (row) => percent(row.share),
        passages: (row) => row.passages,
        coders: (row) => row.coders,
        '': (row) => (row.complete ? 'complete' : ''),
      },
      'Nothing is coded yet.',
    )
    const { words, codedWords } = found
    const all = words === 0 ? '' : `\n\n${percent(codedWords / words)} of ${count(words, 'word')}.`
    return { json: found, text: text + all }
  },
  formats: TABLE,
  saved: ({ by, settings }, how, ask) =>
    by === 'group'
      ? ask('tables.file', { view: 'reach', settings, ...how })
      : ask('tables.file', { view: 'coverage', settings, ...how }),
})

function reachAnswer({ rows, columns, cells, settings }: Output<'analysis.heatmap'>) {
  const byPlace = new Map(cells.map((cell) => [`${cell.row}\n${cell.column}`, cell]))
  type Row = (typeof rows)[number]
  const across = columns.map(({ id, name }) => [
    name,
    (row: Row) => {
      const cell = byPlace.get(`${row.id}\n${id}`)
      return cell ? `${cell.E}/${cell.P}` : ''
    },
  ])
  const text = table(
    rows,
    {
      id: (row: Row) => row.id,
      name: (row: Row) => row.name,
      everyone: ({ total }: Row) => `${total.E}/${total.P}`,
      ...(Object.fromEntries(across) as Record<string, (row: Row) => string>),
    },
    'The codebook has no touchpoints.',
  )
  return { json: { rows, columns, cells, settings }, text }
}

const saturation = figure({
  usage: 'saturation <project>',
  about: 'Count new themes interview by interview.',
  options: {
    '--base <n>': 'interviews in the base (4)',
    '--run <n>': 'interviews in a run (2)',
    '--threshold <share>': 'largest share of new themes that counts as saturated (0.05)',
    ...SCOPE,
  },
  accepts: z.object({
    base: z.coerce.number().int().min(1).max(50).optional(),
    run: z.coerce.number().int().min(1).max(20).optional(),
    threshold: z.coerce.number().min(0).max(1).optional(),
    scope: Scoped,
  }),
  asked: async ({ scope, ...rest }, ask) => ({ scope: await parseScope(scope, ask), ...given(rest) }),
  shown: async (settings, ask) => {
    const found = await ask('rigour.saturation', settings)
    const text = table(
      found.interviews,
      { name: (row) => row.name, date: (row) => row.date, new: (row) => row.fresh },
      'There are no interviews yet.',
    )
    return { json: found, text: `${text}\n\n${found.sentence}` }
  },
  formats: TABLE,
  saved: (settings, how, ask) => ask('tables.file', { view: 'saturation', settings, ...how }),
})

export const review = [together, codesByTranscript, words, agreement, coverage, saturation]
