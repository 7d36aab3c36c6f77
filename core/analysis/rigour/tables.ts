/** Counts of codes against codes and codes against transcripts. */
import type { z } from 'zod'
import type { rigour } from '../../contract/rigour.ts'
import type { ReadableDb } from '../../db/database.ts'
import { inList, sql } from '../../db/sql.ts'
import { familyOf, readCodebook, type Codebook, type CodeFacts } from '../codebook.ts'
import type { Evidence } from '../evidence/episodes.ts'
import { evidenceReader } from '../evidence/shelf.ts'
import { readSample, type Sample } from '../sample.ts'
import { cCoefficient, coOccurrence, overlapCoOccurrence, type CoOccurrence } from '../stats/cooccurrence.ts'

type Pairs = z.input<typeof rigour.coOccurrence.output>
type CodeTable = z.input<typeof rigour.codeTable.output>
type Head = Omit<Pairs['rows'][number], 'occurs' | 'participants'>

/** Passages of the sample's people and coders, transcript by transcript in order of the text. */
export function passagesOf(db: ReadableDb, sample: Sample): { document: number; passages: Evidence[] }[] {
  const read = evidenceReader(db)
  return sample.documents.map((document) => ({
    document,
    passages: read(document).passages.filter(
      ({ speaker, coder }) => speaker !== null && sample.bySpeaker.has(speaker) && sample.counts(coder),
    ),
  }))
}

const headOf = ({ id, key, name, family }: CodeFacts): Head => ({
  id,
  code: key,
  name,
  family: family as Head['family'],
})

export function coOccurrenceTable(db: ReadableDb, asked: z.output<typeof rigour.coOccurrence.input>): Pairs {
  const sample = readSample(db, asked.scope)
  const codebook = readCodebook(db)
  const [rows, columns] = [familyOf(codebook, asked.rows), familyOf(codebook, asked.columns)]
  const codes = [...new Set([...rows, ...columns])]
  const place = new Map(codes.map(({ id }, index) => [id, index]))
  const figures = countTogether(passagesOf(db, sample), sample, place, asked.by)
  const occurs = ({ id }: CodeFacts): number => figures.occurs[place.get(id) ?? -1] ?? 0
  const shown = (list: readonly CodeFacts[]): CodeFacts[] => list.filter((code) => occurs(code) > 0)
  const pairAt = (row: CodeFacts, column: CodeFacts): number =>
    (place.get(row.id) ?? 0) * codes.length + (place.get(column.id) ?? 0)
  const headWith = (code: CodeFacts) => ({
    ...headOf(code),
    occurs: occurs(code),
    participants: figures.people[pairAt(code, code)] ?? 0,
  })
  return {
    rows: shown(rows).map(headWith),
    columns: shown(columns).map(headWith),
    pairs: shown(rows).flatMap((row) =>
      shown(columns).flatMap((column) => {
        const at = pairAt(row, column)
        const together = figures.together[at] ?? 0
        if (together === 0 || row.id === column.id) return []
        return [
          {
            row: row.id,
            column: column.id,
            together,
            participants: figures.people[at] ?? 0,
            coefficient: cCoefficient(together, occurs(row), occurs(column)),
          },
        ]
      }),
    ),
  }
}

/** Overlapping codings count within one coder's work: two who code alike would otherwise be counted crosswise as well. */
function countTogether(
  documents: readonly { passages: readonly Evidence[] }[],
  sample: Sample,
  place: ReadonlyMap<number, number>,
  by: 'passage' | 'overlap' | 'participant',
): CoOccurrence {
  const known = (codes: readonly number[]): number[] => codes.flatMap((code) => place.get(code) ?? [])
  const personOf = ({ speaker }: Evidence): number => sample.bySpeaker.get(speaker ?? 0)?.participant ?? 0
  const all = documents.flatMap(({ passages }) => passages)
  if (by === 'passage') {
    const units = all.map((passage) => ({ codes: known(passage.codes), person: personOf(passage) }))
    return coOccurrence(units, place.size)
  }
  if (by === 'participant') {
    const units = [...Map.groupBy(all, personOf)].map(([person, passages]) => ({
      codes: passages.flatMap(({ codes }) => known(codes)),
      person,
    }))
    return coOccurrence(units, place.size)
  }
  const codings = documents.flatMap(({ passages }) =>
    [...Map.groupBy(passages, ({ coder }) => coder).values()].map((own) =>
      own.flatMap((passage) =>
        known(passage.codes).map((code) => {
          const { start, end } = passage
          return { code, start, end, person: personOf(passage) }
        }),
      ),
    ),
  )
  return overlapCoOccurrence(codings, place.size)
}

export function codeTable(
  db: ReadableDb,
  { families, scope }: z.output<typeof rigour.codeTable.input>,
): CodeTable {
  const sample = readSample(db, scope)
  const documents = passagesOf(db, sample)
  const codes = codesIn(readCodebook(db), families)
  const counts = documents.flatMap(({ document, passages }) => {
    const found = new Map<number, number>()
    for (const code of passages.flatMap(({ codes }) => codes)) found.set(code, (found.get(code) ?? 0) + 1)
    return codes.flatMap(({ id }) => {
      const passages = found.get(id)
      return passages === undefined ? [] : [{ code: id, document, passages }]
    })
  })
  const byCode = Map.groupBy(counts, ({ code }) => code)
  const people = participantsByCode(documents, sample)
  const names = new Map(
    db.rows<[number, string]>(sql`SELECT id, name FROM document WHERE id IN ${inList(sample.documents)}`),
  )
  return {
    codes: codes.flatMap((code) => {
      const lines = byCode.get(code.id)
      if (!lines) return []
      const passages = lines.reduce((sum, line) => sum + line.passages, 0)
      return [
        { ...headOf(code), passages, documents: lines.length, participants: people.get(code.id)?.size ?? 0 },
      ]
    }),
    documents: documents.map(({ document, passages }) => ({
      document,
      name: names.get(document) ?? '',
      passages: passages.length,
    })),
    counts,
  }
}

const codesIn = ({ inOrder }: Codebook, families: readonly string[] | undefined): CodeFacts[] =>
  inOrder.filter(({ family }) => families?.includes(family) ?? true)

function participantsByCode(
  documents: readonly { passages: readonly Evidence[] }[],
  sample: Sample,
): Map<number, Set<number>> {
  const people = new Map<number, Set<number>>()
  for (const { codes, speaker } of documents.flatMap(({ passages }) => passages)) {
    const who = sample.bySpeaker.get(speaker ?? 0)?.participant ?? 0
    for (const code of codes) {
      const known = people.get(code) ?? new Set()
      people.set(code, known.add(who))
    }
  }
  return people
}
