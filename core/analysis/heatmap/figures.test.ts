/** Every figure recomputed from the plain rows, the slow and obvious way, over random studies. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codeSpan } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { HeatmapSettings } from '../../contract/analysis.ts'
import type { Input } from '../../contract/index.ts'
import { sql } from '../../db/sql.ts'
import { seededRandom } from '../stats/random.ts'

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

/** Whole resamples of people, one list of names after the other. */
function drawnAgain(people: readonly number[], seed: number, draws: number): number[][] {
  const random = seededRandom(seed)
  return Array.from({ length: draws }, () => people.map(() => people[random.below(people.length)] ?? 0))
}

/** What the mean of the scores is in each resample; people without a score say nothing. */
const meansIn = (drawn: readonly number[][], scores: ReadonlyMap<number, number>): number[] =>
  drawn.map((names) => {
    const said = names.flatMap((name) => scores.get(name) ?? [])
    return said.reduce((sum, score) => sum + score, 0) / said.length
  })

/** The 2.5th and 97.5th of a hundred, between neighbours; without an interval, null twice. */
function ends(means: readonly number[], people: number): (number | null)[] {
  const sorted = means.filter((mean) => !Number.isNaN(mean)).sort((a, b) => a - b)
  if (people < 2 || sorted.length < means.length / 2) return [null, null]
  return [0.025, 0.975].map((share) => {
    const position = share * (sorted.length - 1)
    const below = sorted[Math.floor(position)] ?? 0
    return below + (position % 1) * ((sorted[Math.floor(position) + 1] ?? below) - below)
  })
}

/** Each one's largest intensity, as a share of a hundred; those who spoke without, nought. */
function peaksOf(there: readonly Plain[], counted: readonly string[]): Map<number, number> {
  const peaks = new Map<number, number>()
  for (const { participant, codes } of there) {
    const strengths = counted.flatMap((key) => (codes.has(key) ? [codes.get(key) ?? 2] : []))
    peaks.set(participant, Math.max(peaks.get(participant) ?? 0, ...strengths.map((of) => (of * 100) / 3)))
  }
  return peaks
}

it('Intervals and ranks agree with the obvious way of drawing people again', async () => {
  const [draws, seed] = [100, 11]
  await fc.assert(
    fc.asyncProperty(study, async (made) => {
      const project = await build(made)
      try {
        await project.ask('project.set', { smallN: 1 })
        const all = plainPassages(project)
        const people = [...new Set(all.map(({ participant }) => participant))].sort((a, b) => a - b)
        const drawn = drawnAgain(people, seed, draws)
        const settings = { bootstrap: true, draws, seed, measure: 'index' } as const
        const heatmap = await project.ask('analysis.heatmap', settings)
        const inDraws = heatmap.rows.map(({ id, total }) => {
          const there = atTouchpoint(all, belongsTo.touchpoint(id))
          const peaks = peaksOf(there, ['frustration'])
          const means = meansIn(drawn, peaks)
          const anger = heatmap.cells.find(({ row, column }) => row === id && column === 'anger')
          const angry = meansIn(drawn, peaksOf(there, ['anger']))
          for (const [cell, inDraws] of [
            [total, means],
            [anger, angry],
          ] as const) {
            const none = !cell || cell.F === 0
            const [indexLow, indexHigh] = none ? [null, null] : ends(inDraws, peaks.size)
            const { indexLow: low = null, indexHigh: high = null } = cell ?? {}
            expect(rounded({ low, high })).toEqual(rounded({ low: indexLow, high: indexHigh }))
          }
          return means
        })
        const chances = inDraws.map((means) => {
          const places = means.map((mean, draw) => {
            // Equal rows share the places that are left; sums in another order differ in the last bits.
            const rivals = inDraws.map((row) => row[draw] ?? 0).filter((rival) => !Number.isNaN(rival))
            const above = rivals.filter((rival) => rival > mean + 1e-9).length
            const equal = rivals.filter((rival) => Math.abs(rival - mean) <= 1e-9).length
            return Number.isNaN(mean) ? 0 : Math.min(1, Math.max(0, (3 - above) / equal))
          })
          return places.reduce((sum, place) => sum + place, 0) / draws
        })
        heatmap.rows.forEach(({ topThree }, row) => expect(topThree).toBeCloseTo(chances[row] ?? 0, 9))
      } finally {
        project.close()
      }
    }),
    { numRuns: 30 },
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
