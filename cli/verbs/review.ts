/** What a reviewer asks to see: the two sides of the journey, agreement, coverage, saturation, words. */
import { list } from '../list.ts'
import { percent } from '../text.ts'
import type { Verb } from '../verb.ts'

/** Two decimals, and no minus before a nought. */
const figure = (value: number | null) => (value === null ? '–' : value.toFixed(2).replace(/^-(0\.00)$/, '$1'))

export const review: Verb[] = [
  list(
    'map',
    'Set residents and colleagues side by side at each touchpoint.',
    'mapping.twoWay',
    ({ rows }) => rows,
    {
      id: (row) => row.id,
      name: (row) => row.name,
      residents: (row) => row.residents?.E ?? null,
      frustrated: (row) => row.residents?.F ?? null,
      sessions: (row) => row.colleagues?.sessions ?? null,
      alignment: (row) => row.alignment,
    },
    { sentence: ({ caption }) => caption },
  ),
  list(
    'agreement',
    'Measure how far coders agree, code by code.',
    'rigour.agreement',
    ({ codes }) => codes,
    {
      code: (row) => row.code,
      transcripts: (row) => row.transcripts,
      units: (row) => row.units,
      alpha: (row) => figure(row.alpha.value),
      kappa: (row) => figure(row.kappa?.value ?? null),
      unitising: (row) => figure(row.unitising.value),
      agreed: (row) => percent(row.agreement),
      reading: (row) => row.alpha.reading,
    },
    { scoped: true, sentence: ({ settings }) => settings.caption },
  ),
  list(
    'coverage',
    'Show how much of what participants said is coded.',
    'rigour.coverage',
    ({ documents }) => documents,
    {
      name: (row) => row.name,
      words: (row) => row.words,
      coded: (row) => percent(row.share),
      passages: (row) => row.passages,
      coders: (row) => row.coders,
      '': (row) => (row.complete ? 'complete' : ''),
    },
    { scoped: true },
  ),
  list(
    'saturation',
    'Count new themes interview by interview.',
    'rigour.saturation',
    ({ interviews }) => interviews,
    { name: (row) => row.name, date: (row) => row.date, new: (row) => row.fresh },
    { scoped: true, sentence: ({ sentence }) => sentence },
  ),
  list(
    'words',
    'Count the words participants use most.',
    'rigour.words',
    ({ words }) => words,
    { word: (row) => row.word, count: (row) => row.count, participants: (row) => row.participants },
    { scoped: true },
  ),
]
