/** What a coder waits for must not grow with the study: no hot question reads a whole table of passages, codings or turns. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Input, Name } from '../../core/contract/index.ts'
import { createCore } from '../../core/core.ts'
import { openFile, type OpenFile } from '../../core/db/file.ts'
import { uuid7 } from '../../core/ids.ts'
import { sides, type Sides } from './sides.ts'

/** Tables that grow with every interview and every coding. */
const LARGE = new Set(['passage', 'coding', 'turn', 'step', 'change', 'memo', 'bookmark', 'unplaced'])

let made: Sides
let folder: string
beforeAll(async () => {
  made = await sides({ residents: ['P01', 'P02', 'P03'], guest: 'P04' })
  made.study.open.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  folder = mkdtempSync(join(tmpdir(), 'waymark-plans-'))
})
afterAll(() => {
  made.study.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Plan {
  statement: string
  steps: string[]
}

/** The plan of every statement that a question runs, on a copy of the project. */
async function plansOf<K extends Name>(name: K, input: Input<K>): Promise<Plan[]> {
  const file = join(folder, 'copy.waymark')
  rmSync(file, { force: true })
  copyFileSync(made.study.file, file)
  const open = openFile(file)
  const core = createCore({ open, file, clock: Date.now, ids: () => uuid7(), log: () => {} })
  // A statement is prepared once and kept: in a project just opened, each is prepared when it is first run.
  const prepare = vi.spyOn(Database.prototype, 'prepare')
  try {
    await core.dispatch({ name, input, as: 'Amina' })
    const statements = [...new Set(prepare.mock.calls.map(([text]) => text))]
    prepare.mockRestore()
    return statements.map((statement) => ({ statement, steps: explain(open, statement) }))
  } finally {
    prepare.mockRestore()
    core.close()
  }
}

function explain({ db }: OpenFile, statement: string): string[] {
  const values = (statement.match(/\?/g) ?? []).map(() => null)
  const rows = db.raw.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...values) as { detail: string }[]
  return rows.map(({ detail }) => detail)
}

/** Steps that read a large table from end to end, by index or not. */
function wholeReads({ statement, steps }: Plan): string[] {
  const tables = new Map<string, string>()
  for (const [, table = '', alias = table] of statement.matchAll(
    /\b(?:FROM|JOIN|UPDATE|INTO)\s+"?(\w+)"?(?:\s+AS\s+(\w+))?/gi,
  )) {
    tables.set(alias, table)
  }
  return steps.filter((step) => {
    const [, name = ''] = /^SCAN (\w+)/.exec(step) ?? []
    return LARGE.has(tables.get(name) ?? name) && !step.includes('VIRTUAL TABLE INDEX')
  })
}

const at = (facts: Sides['facts']) => facts as unknown as Record<keyof Sides['facts'], never>

type Hot = [name: Name, ask: (facts: Record<keyof Sides['facts'], never>) => object]
const HOT: Hot[] = [
  ['codings.inDocument', ({ interview }) => ({ document: interview })],
  ['codings.passages', ({ passage }) => ({ passages: [passage] })],
  ['documents.read', ({ interview }) => ({ document: interview })],
  ['documents.list', () => ({})],
  ['codebook.list', () => ({})],
  ['project.info', () => ({})],
  ['project.coders', () => ({})],
  ['history.state', () => ({})],
  ['bookmarks.list', ({ interview }) => ({ document: interview })],
  ['memos.list', ({ passage }) => ({ target: { kind: 'passage', id: passage } })],
  ['search.text', () => ({ text: 'nobody' })],
  ['search.text', ({ interview }) => ({ text: 'nobody', documents: [interview], roles: ['participant'] })],
  ['analysis.heatmap', () => ({})],
  ['analysis.heatmap', () => ({ columns: 'participant', scope: { complete: true } })],
  ['analysis.behind', () => ({ settings: {}, row: 'CMP3.1', column: null })],
  ['analysis.summary', () => ({ touchpoint: 'CMP3.1' })],
  ['suggest.forDocument', ({ interview }) => ({ document: interview })],
]

describe('a question that is asked all the time', () => {
  it.each(HOT)('%s goes through indexes', async (name, ask) => {
    const plans = await plansOf(name, ask(at(made.facts)) as Input<typeof name>)
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.flatMap(wholeReads), name).toEqual([])
  })
})

describe('a change that is made all the time', () => {
  const codes = () => [{ code: made.facts.code('relief') }]
  it.each<Hot>([
    ['codings.add', ({ interview }) => ({ document: interview, start: 2, end: 20, codes: codes() })],
    ['codings.flag', ({ passage }) => ({ passage, flagged: true })],
    ['codings.reshape', ({ passage }) => ({ passage, start: 3, end: 30 })],
    ['codings.removePassage', ({ passage }) => ({ passage })],
    ['history.undo', () => ({})],
  ])('%s goes through indexes', async (name, ask) => {
    const plans = await plansOf(name, ask(at(made.facts)) as Input<typeof name>)
    expect(plans.length).toBeGreaterThan(3)
    expect(plans.flatMap(wholeReads), name).toEqual([])
  })
})

describe('one more coding', () => {
  /** Steps that go through all turns, passages or codings of a transcript, or of a code. */
  const longReads = ({ steps }: Plan) =>
    steps.filter((step) => /^SEARCH (turn|passage|p|coding|c) .*\((document|code)=\?\)/.test(step))

  it('looks at its own place in the transcript only', async () => {
    const document = made.facts.interview as Input<'codings.add'>['document']
    const codes = [{ code: made.facts.code('relief') }] as Input<'codings.add'>['codes']
    const added = await plansOf('codings.add', { document, start: 2, end: 20, codes })
    expect(added.flatMap(longReads)).toEqual([])
    const passages = [made.facts.passage] as Input<'codings.inDocument'>['passages']
    expect((await plansOf('codings.inDocument', { document, passages })).flatMap(longReads)).toEqual([])
  })

  it('a plan that goes through a whole transcript would be noticed', async () => {
    const document = made.facts.interview as Input<'codings.inDocument'>['document']
    expect((await plansOf('codings.inDocument', { document })).flatMap(longReads)).not.toEqual([])
  })
})

describe('the indexes behind them', () => {
  const used = async <K extends Name>(name: K, input: Input<K>) =>
    (await plansOf(name, input)).flatMap(({ steps }) => steps).join('\n')

  it('are the ones made for it', async () => {
    const document = made.facts.interview as Input<'codings.inDocument'>['document']
    expect(await used('codings.inDocument', { document })).toContain('passage_by_place (document=?)')
    expect(await used('codings.inDocument', { document })).toContain('coding_by_passage (passage=?)')
    expect(await used('search.text', { text: 'nobody' })).toContain('turn_fts VIRTUAL TABLE INDEX')
    expect(await used('analysis.heatmap', {})).toContain('turn_by_speaker (speaker=?)')
  })

  it('a plan that reads a whole table would be noticed', () => {
    const statement = 'SELECT count(*) FROM passage AS p JOIN coding ON coding.passage = p.id'
    const plan = { statement, steps: explain(made.study.open, statement) }
    expect(wholeReads(plan)).toHaveLength(1)
  })
})
