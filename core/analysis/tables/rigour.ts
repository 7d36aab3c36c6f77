/** What a reviewer asks to see, as tables: codes together and by transcript, words, agreement, coverage. */
import type { z } from 'zod'
import type { rigour } from '../../contract/rigour.ts'
import type { Column } from '../../exporting/table.ts'
import { guard } from './guard.ts'
import type { ViewTable } from './mapping.ts'

type Answer<V extends keyof typeof rigour> = z.input<(typeof rigour)[V]['output']>

const count = 'whole number'
const share = '0 to 1'

const CODE: readonly Column[] = [
  { key: 'code', meaning: 'Short id of the code', holds: 'text' },
  { key: 'name', meaning: 'Its name', holds: 'text' },
  { key: 'family', meaning: 'Its family', holds: 'text' },
]

/** A row for each pair that occurs. One or two passages are of one or two people at most, so they are left out as well. */
export function togetherTable(
  { rows, columns, pairs }: Answer<'coOccurrence'>,
  by: 'passage' | 'overlap' | 'participant',
): ViewTable {
  const heads = new Map([...rows, ...columns].map((head) => [head.id, head]))
  return {
    columns: [
      { key: 'row', meaning: 'Short id of the first code', holds: 'text' },
      { key: 'row_name', meaning: 'Its name', holds: 'text' },
      { key: 'row_occurs', meaning: 'How often it occurs', holds: count },
      { key: 'column', meaning: 'Short id of the second code', holds: 'text' },
      { key: 'column_name', meaning: 'Its name', holds: 'text' },
      { key: 'column_occurs', meaning: 'How often it occurs', holds: count },
      { key: 'by', meaning: 'What they are together on', holds: 'passage, overlap or participant' },
      { key: 'together', meaning: 'How often both occur together', holds: count },
      { key: 'coefficient', meaning: 'c-coefficient', holds: share },
    ],
    rows: pairs.flatMap(({ row, column, together, coefficient }) => {
      const [first, second] = [heads.get(row), heads.get(column)]
      if (!first || !second) return []
      return [
        [
          first.code,
          first.name,
          guard([first.occurs], first.occurs),
          second.code,
          second.name,
          guard([second.occurs], second.occurs),
          by,
          guard([together], together),
          guard([together, first.occurs, second.occurs], coefficient),
        ],
      ]
    }),
  }
}

/** Codes down, transcripts across; the cells are passages. Transcripts tell people apart, so a code of few is left out whole. */
export function transcriptsTable({ codes, documents, counts }: Answer<'codeTable'>): ViewTable {
  const byPlace = new Map(counts.map(({ code, document, passages }) => [`${code} ${document}`, passages]))
  return {
    columns: [
      ...CODE,
      { key: 'passages', meaning: 'Passages with it', holds: count },
      { key: 'participants', meaning: 'Participants with it', holds: count },
      ...documents.map(({ name }) => ({ key: name, meaning: `Passages of “${name}” with it`, holds: count })),
    ],
    rows: codes.map(({ id, code, name, family, passages, participants }) => [
      code,
      name,
      family,
      guard(
        [participants],
        passages,
        participants,
        ...documents.map(({ document }) => byPlace.get(`${id} ${document}`) ?? 0),
      ),
    ]),
  }
}

export function wordsTable({ words }: Answer<'words'>): ViewTable {
  return {
    columns: [
      { key: 'word', meaning: 'As said', holds: 'text' },
      { key: 'count', meaning: 'How often it is said', holds: count },
      { key: 'participants', meaning: 'Participants who say it', holds: count },
    ],
    rows: words.map(({ word, count: times, participants }) => [
      word,
      guard([participants], times, participants),
    ]),
  }
}

export function agreementTable({ codes, settings }: Answer<'agreement'>): ViewTable {
  return {
    columns: [
      ...CODE,
      { key: 'unit', meaning: 'What is judged', holds: 'sentence or turn' },
      { key: 'transcripts', meaning: 'Transcripts judged', holds: count },
      { key: 'units', meaning: 'Sentences or turns judged', holds: count },
      { key: 'alpha', meaning: 'Krippendorff’s α', holds: '-1 to 1' },
      { key: 'alpha_low', meaning: 'Lower end of its 95% bootstrap interval', holds: '-1 to 1' },
      { key: 'alpha_high', meaning: 'Upper end of its 95% bootstrap interval', holds: '-1 to 1' },
      { key: 'reading', meaning: 'How α is usually read', holds: 'reliable, tentative or low' },
      { key: 'agreement', meaning: 'Share of units coded alike', holds: share },
      { key: 'positive_agreement', meaning: 'The same, of units where it was used', holds: share },
      { key: 'kappa', meaning: 'Cohen’s κ by character, with two coders', holds: '-1 to 1' },
      { key: 'unitising', meaning: 'α for unitising', holds: '-1 to 1' },
      { key: 'intensity', meaning: 'Ordinal α on intensity', holds: '-1 to 1' },
      { key: 'seed', meaning: 'Seed of the bootstrap', holds: count },
      { key: 'draws', meaning: 'Draws of the bootstrap', holds: count },
    ],
    rows: codes.map((row) => [
      row.code,
      row.name,
      row.family,
      settings.unit,
      row.transcripts,
      row.units,
      row.alpha.value,
      row.alpha.interval?.low ?? null,
      row.alpha.interval?.high ?? null,
      row.alpha.reading,
      row.agreement,
      row.positiveAgreement,
      row.kappa?.value ?? null,
      row.unitising.value,
      row.intensity?.value ?? null,
      settings.seed,
      settings.draws,
    ]),
  }
}

export function coverageTable({ documents }: Answer<'coverage'>): ViewTable {
  return {
    columns: [
      { key: 'transcript', meaning: 'Name of the transcript', holds: 'text' },
      { key: 'state', meaning: 'Whether it is marked complete', holds: 'complete or in progress' },
      { key: 'words', meaning: 'Participants’ words', holds: count },
      { key: 'coded_words', meaning: 'Of them, inside a passage', holds: 'number' },
      { key: 'share', meaning: 'coded_words/words', holds: share },
      { key: 'passages', meaning: 'Passages', holds: count },
      { key: 'coders', meaning: 'Coders with a passage there', holds: count },
    ],
    rows: documents.map(({ name, complete, words, codedWords, share: coded, passages, coders }) => [
      name,
      complete ? 'complete' : 'in progress',
      words,
      codedWords,
      coded,
      passages,
      coders,
    ]),
  }
}
