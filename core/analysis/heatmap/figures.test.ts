/** Every figure recomputed from the plain rows, the slow and obvious way, over random studies. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codeSpan } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { HeatmapSettings } from '../../contract/analysis.ts'
import type { Input } from '../../contract/index.ts'
import { sql } from '../../db/sql.ts'

const TEXT = 'one two three four five six seven eight nine ten'
const KEYS = [
  'CMP3.1',
  'CMP3.2',
  'CMP3',
  'frustration:1',
  'frustration:3',
  'anger:2',
  'gratitude',
  'why.delay',
  'channel.phone',
]

const coding = fc.record({
  person: fc.nat({ max: 4 }),
  start: fc.nat({ max: 40 }),
  length: fc.integer({ min: 2, max: 20 }),
  keys: fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 4 }),
  coder: fc.constantFrom('Amina', 'Ben'),
})
const study = fc.record({
  people: fc.nat({ max: 5 }),
  codings: fc.array(coding, { maxLength: 14 }),
  withdrawn: fc.option(fc.nat({ max: 4 })),
})
type Study = typeof study extends fc.Arbitrary<infer T> ? T : never

async function build({ people, codings, withdrawn }: Study): Promise<TestProject> {
  const project = testProject()
  const documents = Array.from({ length: people }, (_, i) => project.transcript(`T${i}`, [`P0${i}: ${TEXT}`]))
  for (const { person, start, length, keys, coder } of codings) {
    const document = documents[person]
    if (document === undefined) continue
    await codeSpan(project, document, [start, Math.min(start + length, TEXT.length)], keys, coder)
  }
  const name = `P0${withdrawn ?? 9}`
  project.open.db.run(sql`UPDATE participant SET withdrawn = 1 WHERE name = ${name}`)
  return project
}

interface Plain {
  passage: number
  document: number
  start: number
  end: number
  coder: number
  participant: number
  codes: Map<string, number | null>
}

/** Passages of people who have not withdrawn, straight from the tables. */
function plainPassages({ open: { db } }: TestProject): Plain[] {
  const rows = db.all<Omit<Plain, 'codes'>>(sql`
    SELECT p.id AS passage, p.document, p.start, p."end", p.coder, s.participant FROM passage AS p JOIN speaker AS s ON s.id = p.speaker
    JOIN participant ON participant.id = s.participant WHERE withdrawn IS NULL`)
  return rows.map((row) => ({
    ...row,
    codes: new Map(
      db.rows<[string, number | null]>(
        sql`SELECT code.key, c.intensity FROM coding AS c JOIN code ON code.id = c.code WHERE c.passage = ${row.passage}`,
      ),
    ),
  }))
}

const isTouchpoint = (key: string): boolean => key.startsWith('CMP')
const touchpointsOf = ({ codes }: Plain): string[] => [...codes.keys()].filter(isTouchpoint)

/** The passages at a touchpoint, by the rule as it is worded. */
function atTouchpoint(all: readonly Plain[], belongs: (key: string) => boolean): Plain[] {
  const own = all.filter((passage) => touchpointsOf(passage).some(belongs))
  const loose = all.filter(
    (passage) =>
      touchpointsOf(passage).length === 0 &&
      own.some(
        (other) =>
          other.document === passage.document &&
          other.coder === passage.coder &&
          other.start < passage.end &&
          passage.start < other.end,
      ),
  )
  return [...own, ...loose]
}

const DEFINITIONS = {
  strict: { frustration: 1 },
  blocked: { frustration: 1, anger: 1 },
  family: { frustration: 1, anger: 1 },
} as const

/** People, and figures that are means or sums over people, each worked out on its own. */
function naive(there: readonly Plain[], P: number, weights: Record<string, number>) {
  const people = [...new Set(there.map(({ participant }) => participant))]
  const marksOf = (who: number) =>
    there
      .filter(({ participant }) => participant === who)
      .flatMap(({ codes }) =>
        [...codes].flatMap(([key, intensity]) =>
          key in weights ? [{ weight: weights[key] ?? 0, intensity: intensity ?? 2 }] : [],
        ),
      )
  const frustrated = people.filter((who) => marksOf(who).length > 0)
  const positive = people.filter((who) =>
    there.some((p) => p.participant === who && p.codes.has('gratitude')),
  )
  const means = frustrated.map((who) => {
    const marks = marksOf(who)
    return marks.reduce((sum, { intensity }) => sum + intensity, 0) / marks.length
  })
  const peaks = frustrated.map((who) =>
    Math.max(...marksOf(who).map(({ weight, intensity }) => weight * intensity)),
  )
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  const [E, F] = [people.length, frustrated.length]
  return {
    passages: there.length,
    P,
    E,
    F,
    prevalence: E ? F / E : null,
    reach: P ? E / P : null,
    share: P ? F / P : null,
    intensity: F ? total(means) / F : null,
    index: E ? (100 * total(peaks)) / (3 * E) : null,
    positive: positive.length,
    both: positive.filter((who) => frustrated.includes(who)).length,
  }
}

/** To nine places: sums in another order differ in the last bits. */
const rounded = (figures: object): object =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value,
    ]),
  )

const belongsTo = {
  touchpoint: (row: string) => (key: string) => key === row,
  stage: (row: string) => (key: string) => key === row || key.startsWith(`${row}.`),
}

it('Figures agree with the obvious way of working them out', async () => {
  await fc.assert(
    fc.asyncProperty(
      study,
      fc.constantFrom('strict', 'blocked', 'family'),
      fc.constantFrom('touchpoint', 'stage'),
      async (made, frustration, rows) => {
        const project = await build(made)
        try {
          const all = plainPassages(project)
          const P = new Set(all.map(({ participant }) => participant)).size
          const settings = { rows, frustration } satisfies Partial<HeatmapSettings>
          const heatmap = await project.ask('analysis.heatmap', settings)
          const keys = rows === 'touchpoint' ? ['CMP3.1', 'CMP3.2'] : ['CMP3']
          for (const key of keys) {
            const there = atTouchpoint(all, belongsTo[rows](key))
            const total = heatmap.rows.find(({ id }) => id === key)?.total
            const weights = DEFINITIONS[frustration]
            expect(total !== undefined).toBe(there.length > 0)
            expect(rounded(total ?? {})).toMatchObject(total ? rounded(naive(there, P, weights)) : {})
            const anger = heatmap.cells.find((cell) => cell.row === key && cell.column === 'anger')
            expect(anger?.F ?? 0).toBe(naive(there, P, { anger: 1 }).F)
            for (const of of ['E', 'F'] as const) {
              const input = { settings, row: key, column: null, of, limit: 500 } as Input<'analysis.behind'>
              const behind = await project.ask('analysis.behind', input)
              const expected = there.filter(
                (p) => of === 'E' || [...p.codes.keys()].some((code) => code in weights),
              )
              expect(new Set(behind.passages.map(({ passage }) => passage))).toEqual(
                new Set(expected.map(({ passage }) => passage)),
              )
            }
          }
        } finally {
          project.close()
        }
      },
    ),
    { numRuns: 60 },
  )
})

it('A heatmap read after each change equals one read afresh', async () => {
  await fc.assert(
    fc.asyncProperty(study, async (made) => {
      const warm = await build({ ...made, codings: [] })
      const cold = await build(made)
      try {
        for (const { person, start, length, keys, coder } of made.codings) {
          if (person >= made.people) continue
          await codeSpan(warm, person + 1, [start, Math.min(start + length, TEXT.length)], keys, coder)
          await warm.ask('analysis.heatmap', {})
        }
        expect(await warm.ask('analysis.heatmap', {})).toEqual(await cold.ask('analysis.heatmap', {}))
      } finally {
        warm.close()
        cold.close()
      }
    }),
    { numRuns: 20 },
  )
})
