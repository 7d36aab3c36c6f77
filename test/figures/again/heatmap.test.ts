/** Every figure of the heatmap against a second program that knows only the exported files and the method's page. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Output } from '../../../core/contract/index.ts'
import type { Exported } from './exported.ts'
import { readExports, usedSample, type Ask } from './reading.ts'
import type { Study } from '../../support/sample.ts'
import { recount, type Figure, type Recounted, type Wanted } from './heatmap.ts'
import { COLUMNS } from '../questions.ts'
import { anyPlan, build } from '../studies.ts'

type Heatmap = Output<'analysis.heatmap'>

const ROWS = ['journey', 'stage', 'touchpoint'] as const
const DEFINITIONS = ['strict', 'blocked', 'family'] as const
/** The same question as the program understands it: ids for names. */
async function settingsFor({ ask }: Ask, wanted: Wanted): Promise<Input<'analysis.heatmap'>> {
  const idsOf = (list: readonly { id: number; name: string }[], names: readonly string[] | undefined) =>
    names && list.filter(({ name }) => names.includes(name)).map(({ id }) => id)
  const coders = idsOf((await ask('project.coders', {})).coders, wanted.coders)
  const participants = idsOf((await ask('participants.list', {})).participants, wanted.participants)
  const [attribute, value] = wanted.attribute ?? []
  const scope = {
    complete: wanted.complete ?? false,
    role: wanted.role ?? 'resident',
    ...(coders && { coders }),
    ...(participants && { participants }),
    ...(wanted.waves && { waves: wanted.waves }),
    ...(wanted.journeys && { journeys: wanted.journeys }),
    ...(attribute !== undefined && { attributes: { [attribute]: [value] } }),
  }
  const { rows, columns, frustration } = wanted
  return { rows, columns, frustration, scope } as Input<'analysis.heatmap'>
}

const NOBODY: Figure = {
  passages: 0,
  P: 0,
  E: 0,
  F: 0,
  prevalence: null,
  low: null,
  high: null,
  reach: null,
  share: null,
  intensity: null,
  index: null,
  density: null,
  sentiment: null,
  positive: 0,
  both: 0,
  spread: null,
  state: 'uncoded',
  thin: false,
}

/** Figures to ten places; more is the order of adding up. */
function plain(cell: Figure): Record<keyof Figure, unknown> {
  const entries = Object.keys(NOBODY).map((key) => {
    const value = cell[key as keyof Figure]
    return [key, typeof value === 'number' ? Number(value.toFixed(10)) : value]
  })
  return Object.fromEntries(entries) as Record<keyof Figure, unknown>
}

function compare(heatmap: Heatmap, again: Recounted, wanted: Wanted): number {
  expect(heatmap.rows.map(({ id }) => id)).toEqual([...again.rows.keys()])
  expect(heatmap.settings).toMatchObject({
    participants: again.participants,
    documents: again.documents,
    unfinished: again.unfinished,
  })
  for (const { id, total, why } of heatmap.rows) {
    const row = again.rows.get(id)
    expect(plain(total), id).toEqual(plain(row?.total ?? NOBODY))
    expect(why.map(({ code, participants }) => ({ code, participants }))).toEqual(row?.why)
  }
  // The exported files name people and coders; everything else goes by the same ids.
  const named = ['participant', 'coder'].includes(wanted.columns)
  const keyOf = new Map(heatmap.columns.map(({ id, name }) => [id, named ? name : id]))
  const seen = new Set<string>()
  for (const cell of heatmap.cells) {
    const key = `${cell.row}\n${keyOf.get(cell.column)}`
    seen.add(key)
    expect(plain(cell), key).toEqual(plain(again.cells.get(key) ?? NOBODY))
  }
  const missing = [...again.cells].filter(([key, cell]) => cell.passages > 0 && !seen.has(key))
  expect(missing).toEqual([])
  return heatmap.cells.length
}

async function bothAgree(study: Ask, from: Exported, wanted: Wanted): Promise<number> {
  const heatmap = await study.ask('analysis.heatmap', await settingsFor(study, wanted))
  return compare(heatmap, recount(from, wanted), wanted)
}

describe('the sample study, counted a second time from its exported files', () => {
  let study: Study
  let from: Exported
  beforeAll(async () => {
    study = await usedSample()
    from = await readExports(study)
  })
  afterAll(() => study?.close())

  it('exports the words of each passage and person as they stand in the transcripts', async () => {
    const counted = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’‐-][\p{L}\p{N}]+)*/gu)?.length ?? 0
    const transcripts = new Map<string, Output<'documents.read'>>()
    for (const { transcript = '' } of from.voices) {
      const document = Number(transcript) as Input<'documents.read'>['document']
      transcripts.set(transcript, await study.ask('documents.read', { document }))
    }
    const said = (transcript: string, participant: string, start: number, end: number) => {
      const { text = '', turns = [], speakers = [] } = transcripts.get(transcript) ?? {}
      const own = new Set(
        speakers.filter(({ participantName }) => participantName === participant).map(({ id }) => id),
      )
      return turns
        .filter((turn) => turn.speaker !== null && own.has(turn.speaker))
        .filter((turn) => turn.start < end && start < turn.end)
        .map((turn) => counted(text.slice(Math.max(turn.start, start), Math.min(turn.end, end))))
        .reduce((sum, words) => sum + words, 0)
    }
    for (const { transcript = '', participant = '', words } of from.voices) {
      expect(Number(words)).toBe(said(transcript, participant, 0, Infinity))
    }
    const spoken = from.codings.filter(({ participant }) => participant !== '')
    expect(spoken.length).toBeGreaterThan(500)
    for (const { transcript = '', participant = '', start, end, words } of spoken) {
      expect(Number(words)).toBe(said(transcript, participant, Number(start), Number(end)))
    }
  })

  it.each(COLUMNS)('gives the same figures in every cell by %s', async (columns) => {
    let cells = 0
    for (const rows of ROWS) {
      for (const frustration of DEFINITIONS) {
        cells += await bothAgree(study, from, { rows, columns, frustration })
      }
    }
    expect(cells).toBeGreaterThan(30)
  })

  it.each([
    { complete: true },
    { role: 'any' },
    { role: 'colleague' },
    { coders: ['Tom'] },
    { waves: ['2'] },
    { journeys: ['REP'] },
    { participants: ['P01', 'P02', 'P03'] },
    { attribute: ['gender', 'Woman'] as const },
  ] satisfies Partial<Wanted>[])('gives the same figures within %o', async (scope) => {
    let cells = 0
    for (const columns of ['emotion', 'participant', 'channel'] as const) {
      cells += await bothAgree(study, from, { rows: 'touchpoint', columns, frustration: 'family', ...scope })
    }
    expect(cells).toBeGreaterThan(0)
  })
})

describe('studies made by chance, counted a second time from their exported files', () => {
  const anyScope = fc.constantFrom<Partial<Wanted>>(
    {},
    {},
    { role: 'any' },
    { role: 'any', complete: true },
    { role: 'colleague' },
    { coders: ['Amina'] },
    { coders: ['Ben'], complete: true },
    { waves: ['1', ''] },
    { attribute: ['tenure', 'Council'] },
    { attribute: ['vulnerability', 'Mobility'] },
  )
  const anyWanted: fc.Arbitrary<Wanted> = fc
    .record({
      rows: fc.constantFrom(...ROWS),
      columns: fc.constantFrom(...COLUMNS),
      frustration: fc.constantFrom(...DEFINITIONS),
    })
    .chain((figure) => anyScope.map((scope) => ({ ...figure, ...scope })))

  it('give the same figures, whoever withdrew and whatever is left to code', async () => {
    let cells = 0
    await fc.assert(
      fc.asyncProperty(
        anyPlan,
        fc.array(anyWanted, { minLength: 6, maxLength: 6 }),
        async (plan, questions) => {
          const study = await build(plan)
          try {
            const from = await readExports(study)
            for (const wanted of questions) cells += await bothAgree(study, from, wanted)
          } finally {
            study.close()
          }
        },
      ),
      { numRuns: 60, seed: 20260101 },
    )
    expect(cells).toBeGreaterThan(500)
  })
})
