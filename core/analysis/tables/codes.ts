/** Codes as tables: which are used together, and how often in each transcript. */
import type { z } from 'zod'
import type { rigour } from '../../contract/rigour.ts'
import { guard } from './guard.ts'
import { CODE, COUNT, SHARE, type Sheet, type ViewTable } from './table.ts'

type Together = z.input<typeof rigour.coOccurrence.output>
type Counts = z.input<typeof rigour.codeTable.output>
type By = 'passage' | 'overlap' | 'participant'

/** A row for each pair that occurs. Whatever is counted, it is left out where too few people are behind it. */
export function togetherTable(answer: Together, by: By): ViewTable {
  const { rows, columns, pairs } = answer
  const heads = new Map([...rows, ...columns].map((head) => [head.id, head]))
  return {
    title: 'Codes together',
    columns: [
      { key: 'row', meaning: 'Short id of the first code', holds: 'text' },
      { key: 'row_name', meaning: 'Its name', holds: 'text' },
      { key: 'row_occurs', meaning: 'How often it occurs', holds: COUNT },
      { key: 'column', meaning: 'Short id of the second code', holds: 'text' },
      { key: 'column_name', meaning: 'Its name', holds: 'text' },
      { key: 'column_occurs', meaning: 'How often it occurs', holds: COUNT },
      { key: 'by', meaning: 'What they are together on', holds: 'passage, overlap or participant' },
      { key: 'together', meaning: 'How often both occur together', holds: COUNT },
      { key: 'participants', meaning: 'How many participants that is', holds: COUNT },
      { key: 'coefficient', meaning: 'c-coefficient', holds: SHARE },
    ],
    rows: pairs.flatMap(({ row, column, together, participants, coefficient }) => {
      const [first, second] = [heads.get(row), heads.get(column)]
      if (!first || !second) return []
      return [
        [
          first.code,
          first.name,
          guard([first.participants], first.occurs),
          second.code,
          second.name,
          guard([second.participants], second.occurs),
          by,
          guard([participants], together, participants),
          guard([participants, first.participants, second.participants], coefficient),
        ],
      ]
    }),
    paper: { ...togetherGrid(answer), shaded: true },
  }
}

function togetherGrid({ rows, columns, pairs }: Together): Sheet {
  const byPlace = new Map(pairs.map((pair) => [`${pair.row} ${pair.column}`, pair]))
  return {
    columns: [
      { key: 'name', meaning: 'Name of the first code', holds: 'text' },
      ...columns.map(({ name }) => ({ key: name, meaning: `How often with “${name}”`, holds: COUNT })),
    ],
    rows: rows.map((row) => [
      row.name,
      ...columns.map((column) => {
        const pair = byPlace.get(`${row.id} ${column.id}`)
        return pair ? guard([pair.participants], pair.together) : null
      }),
    ]),
  }
}

/** Codes down, transcripts across; the cells are passages. Transcripts tell people apart, so a code of few is left out whole. */
export function transcriptsTable({ codes, documents, counts }: Counts): ViewTable {
  const byPlace = new Map(counts.map(({ code, document, passages }) => [`${code} ${document}`, passages]))
  const across = distinct(documents).map(({ name }) => ({
    key: name,
    meaning: `Passages of “${name}” with it`,
    holds: COUNT,
  }))
  const countsOf = (id: number) => documents.map(({ document }) => byPlace.get(`${id} ${document}`) ?? 0)
  return {
    title: 'Codes by transcript',
    columns: [
      ...CODE,
      { key: 'passages', meaning: 'Passages with it', holds: COUNT },
      { key: 'participants', meaning: 'Participants with it', holds: COUNT },
      ...across,
    ],
    rows: codes.map(({ id, code, name, family, passages, participants }) => [
      code,
      name,
      family,
      guard([participants], passages, participants, ...countsOf(id)),
    ]),
    paper: {
      shaded: true,
      columns: [{ key: 'name', meaning: 'Name of the code', holds: 'text' }, ...across],
      rows: codes.map(({ id, name, participants }) => [
        name,
        guard([participants], ...countsOf(id).map((count) => count || null)),
      ]),
    },
  }
}

/** Transcripts may share a name; a heading may not. */
function distinct(documents: Counts['documents']): { name: string }[] {
  const seen = Map.groupBy(documents, ({ name }) => name)
  return documents.map(({ document, name }) => ({
    name: (seen.get(name)?.length ?? 0) > 1 ? `${name} (${document})` : name,
  }))
}
