/** What a reviewer asks to see, as tables: agreement, coverage, saturation. */
import type { z } from 'zod'
import type { rigour } from '../../contract/rigour.ts'
import type { Column, TableCell } from '../../exporting/table.ts'
import { formatInterval, formatNumber } from '../stats/format.ts'
import { CODE, COUNT, said, SHARE, SIGNED, TRANSCRIPT, type Sheet, type ViewTable } from './table.ts'

type Answer<V extends keyof typeof rigour> = z.input<(typeof rigour)[V]['output']>
type Coefficient = Answer<'agreement'>['codes'][number]['alpha']

const coefficient = (key: string, meaning: string): Column[] => [
  { key, meaning, holds: SIGNED },
  { key: `${key}_low`, meaning: 'Lower end of its 95% bootstrap interval', holds: SIGNED },
  { key: `${key}_high`, meaning: 'Upper end of its 95% bootstrap interval', holds: SIGNED },
]

const figures = (from: Coefficient | null): TableCell[] => [
  from?.value ?? null,
  from?.interval?.low ?? null,
  from?.interval?.high ?? null,
]

export function agreementTable({ codes, settings }: Answer<'agreement'>): ViewTable {
  return {
    title: 'Agreement between coders',
    caption: settings.caption,
    paper: { ...agreementPaper(codes), shaded: false },
    columns: [
      ...CODE,
      { key: 'unit', meaning: 'What is judged', holds: 'sentence or turn' },
      { key: 'transcripts', meaning: 'Transcripts judged', holds: COUNT },
      { key: 'units', meaning: 'Sentences or turns judged', holds: COUNT },
      ...coefficient('alpha', 'Krippendorff’s α'),
      { key: 'reading', meaning: 'How α is usually read', holds: 'reliable, tentative or low' },
      { key: 'agreement', meaning: 'Share of units coded alike', holds: SHARE },
      { key: 'positive_agreement', meaning: 'The same, of units where it was used', holds: SHARE },
      { key: 'prevalence', meaning: 'Share of judgements that use it', holds: SHARE },
      {
        key: 'paradox',
        meaning: 'Whether it is so rare or common that agreement misleads',
        holds: 'yes or no',
      },
      ...coefficient('kappa', 'Cohen’s κ by character, with two coders'),
      ...coefficient('unitising', 'α for unitising'),
      ...coefficient('intensity', 'Ordinal α on intensity'),
      { key: 'seed', meaning: 'Seed of the bootstrap', holds: COUNT },
      { key: 'draws', meaning: 'Draws of the bootstrap', holds: COUNT },
    ],
    rows: codes.map((row) => [
      row.code,
      row.name,
      row.family,
      settings.unit,
      row.transcripts,
      row.units,
      ...figures(row.alpha),
      row.alpha.reading,
      row.agreement,
      row.positiveAgreement,
      row.prevalence,
      row.paradox ? 'yes' : 'no',
      ...figures(row.kappa),
      ...figures(row.unitising),
      ...figures(row.intensity),
      settings.seed,
      settings.draws,
    ]),
  }
}

/** What fits on a page: coefficients to two digits, with their intervals. */
function agreementPaper(codes: Answer<'agreement'>['codes']): Sheet {
  const withInterval = (from: Coefficient | null): string => {
    if (from === null || from.value === null) return ''
    const value = formatNumber(from.value, 2)
    return from.interval === null ? value : `${value} (${formatInterval(from.interval)})`
  }
  return {
    columns: [
      said('code', 'Name of the code'),
      said('krippendorff’s_α', 'Krippendorff’s α'),
      said('reading', 'How α is usually read'),
      { key: 'agreement', meaning: 'Share of units coded alike', holds: SHARE },
      { key: 'when_used', meaning: 'The same, of units where it was used', holds: SHARE },
      said('passages_α', 'α for unitising'),
      said('intensity_α', 'Ordinal α on intensity'),
      said('cohen’s_κ', 'Cohen’s κ by character'),
    ],
    rows: codes.map(({ name, alpha, agreement, positiveAgreement, unitising, intensity, kappa }) => [
      name,
      withInterval(alpha),
      alpha.reading,
      agreement,
      positiveAgreement,
      withInterval(unitising),
      withInterval(intensity),
      withInterval(kappa),
    ]),
  }
}

export function coverageTable({ documents }: Answer<'coverage'>): ViewTable {
  return {
    title: 'Coverage',
    columns: [
      ...TRANSCRIPT,
      { key: 'state', meaning: 'Whether it is marked complete', holds: 'complete or in progress' },
      { key: 'words', meaning: 'Participants’ words', holds: COUNT },
      { key: 'coded_words', meaning: 'Of them, inside a passage', holds: 'number' },
      { key: 'share', meaning: 'coded_words/words', holds: SHARE },
      { key: 'passages', meaning: 'Passages', holds: COUNT },
      { key: 'coders', meaning: 'Coders with a passage there', holds: COUNT },
    ],
    rows: documents.map(({ document, name, complete, words, codedWords, share, passages, coders }) => [
      document,
      name,
      complete ? 'complete' : 'in progress',
      words,
      codedWords,
      share,
      passages,
      coders,
    ]),
  }
}

/** An interview a row, with the run that ends there. */
export function saturationTable(
  { interviews, runs, reachedAt }: Answer<'saturation'>,
  rule: { base: number; run: number; threshold: number },
): ViewTable {
  const endingAt = new Map(runs.map((run) => [run.last, run]))
  let known = 0
  return {
    title: 'New themes, interview by interview',
    columns: [
      { key: 'interview', meaning: 'Place in the order they were held', holds: COUNT },
      ...TRANSCRIPT,
      { key: 'date', meaning: 'When it was held', holds: 'YYYY-MM-DD' },
      { key: 'new_themes', meaning: 'Themes that appear here for the first time', holds: COUNT },
      { key: 'themes', meaning: 'Themes so far', holds: COUNT },
      { key: 'run_new', meaning: 'New themes in the run that ends here', holds: COUNT },
      { key: 'run_share', meaning: 'Of the themes in the base', holds: 'share from 0' },
      {
        key: 'reached',
        meaning: 'Whether saturation is reached with the run that ends here',
        holds: 'yes or no',
      },
      { key: 'base', meaning: 'Interviews in the base', holds: COUNT },
      { key: 'run', meaning: 'Interviews in a run', holds: COUNT },
      { key: 'threshold', meaning: 'Largest share of new themes that counts as saturated', holds: SHARE },
    ],
    rows: interviews.map(({ document, name, date, fresh }, at) => {
      const run = endingAt.get(at + 1)
      known += fresh
      return [
        at + 1,
        document,
        name,
        date,
        fresh,
        known,
        run?.fresh ?? null,
        run?.share ?? null,
        reachedAt !== null && run?.first === reachedAt + 1 ? 'yes' : 'no',
        rule.base,
        rule.run,
        rule.threshold,
      ]
    }),
  }
}
