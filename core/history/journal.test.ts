import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { act, ACTS, type ActName } from '../../test/support/acts.ts'
import { testProject, type TestProject } from '../../test/support/project.ts'
import type { Input } from '../contract/index.ts'
import { JOURNALED } from '../db/journal.ts'

let project: TestProject | undefined
afterEach(() => project?.close())

const LINES = [
  'I: What happened after you rang?',
  'P01: I rang them eleven times 😤 and every time it was a different person.',
  'I: And then?',
  'P01: Nobody came. Three weeks, no heating. I was at the end of my tether.',
]

/** Every journaled row as text, so that two moments can be compared byte by byte. */
function snapshot({ open }: TestProject): string {
  return JSON.stringify(
    JOURNALED.map((table) => [
      table,
      open.db.raw
        .prepare(`SELECT * FROM ${table} ORDER BY id`)
        .all()
        .map((row) =>
          Object.values(row as object).map((value: unknown) =>
            Buffer.isBuffer(value) ? value.toString('hex') : value,
          ),
        ),
    ]),
  )
}

describe('undo and redo', () => {
  it('undo takes back a coding, redo brings it back, and both are named', async () => {
    project = testProject()
    const document = project.transcript('P01', LINES)
    const before = snapshot(project)
    const code = project.code('frustration')
    await project.ask('codings.add', { document, start: 40, end: 60, codes: [{ code, intensity: 3 }] })
    const after = snapshot(project)
    expect((await project.ask('history.state', {})).undo).toBe('Coded “Frustration, strong”')
    await project.ask('history.undo', {})
    // The first coding by a name also makes the coder; undo takes that back too.
    expect(snapshot(project)).toBe(before)
    await project.ask('history.redo', {})
    expect(snapshot(project)).toBe(after)
  })

  it('something new after an undo makes the undone steps final', async () => {
    project = testProject()
    const document = project.transcript('P01', LINES)
    const code = project.code('anger')
    await project.ask('codings.add', { document, start: 40, end: 60, codes: [{ code }] })
    await project.ask('history.undo', {})
    await project.ask('project.rename', { name: 'Another name' })
    expect((await project.ask('history.state', {})).redo).toBeNull()
    expect((await project.ask('history.log', {})).steps.map((step) => step.kind)).toEqual([
      'project.rename',
      'history.undo',
      'codings.add',
    ])
  })

  it('a command that fails half-way leaves no row and no step', async () => {
    project = testProject()
    const document = project.transcript('P01', LINES)
    const before = snapshot(project)
    const good = { document, start: 40, end: 60, codes: [{ code: project.code('anger') }] }
    await expect(
      project.ask('codings.addMany', { passages: [good, { ...good, start: 5000, end: 6000 }] }),
    ).rejects.toMatchObject({ code: 'invalid' })
    expect(snapshot(project)).toBe(before)
    expect((await project.ask('history.log', {})).total).toBe(0)
  })

  it('an export after an undo does not take away the redo', async () => {
    project = testProject()
    await project.ask('project.rename', { name: 'Another name' })
    await project.ask('history.undo', {})
    await project.ask('exporting.make', { format: 'memos' })
    expect((await project.ask('history.redo', {})).sentence).toBe('Renamed the study “Another name”')
  })
})

describe('a history made by chance', () => {
  const names = Object.keys(ACTS) as ActName[]
  // What is acted on must be there first, and undoing should be common.
  const often: ActName[] = ['code', 'code', 'code', 'undo', 'redo', 'add a theme', 'correct a turn']
  const anyAct = fc.record({
    name: fc.constantFrom(...names, ...often),
    dice: fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)),
  })

  it('is undone to the first byte and redone to the last, whatever was done', async () => {
    const done = new Set<ActName>()
    await fc.assert(
      fc.asyncProperty(
        fc.noBias(fc.array(anyAct, { minLength: 5, maxLength: 40, size: 'max' })),
        async (acts) => {
          const study = testProject()
          try {
            study.transcript('P01', LINES)
            study.transcript(
              'P02',
              LINES.map((line) => line.replace('P01', 'P02')),
            )
            const start = snapshot(study)
            await begin(study)
            for (const { name, dice } of acts) if (await act(study, name, dice)) done.add(name)
            while ((await study.ask('history.redo', {})).moved !== null);
            const end = snapshot(study)
            expect((await study.ask('project.check', {})).ok).toBe(true)
            let steps = 0
            while ((await study.ask('history.undo', {})).moved !== null) steps++
            expect(snapshot(study)).toBe(start)
            for (let n = 0; n < steps; n++) await study.ask('history.redo', {})
            expect(snapshot(study)).toBe(end)
            expect((await study.ask('history.redo', {})).moved).toBeNull()
            expect((await study.ask('project.check', {})).ok).toBe(true)
            expect(isSearchable(study)).toBe(true)
          } finally {
            study.close()
          }
        },
      ),
      { numRuns: 60, seed: 7 },
    )
    // Every act came to something at least once: none is only ever refused.
    expect(names.filter((name) => !done.has(name))).toEqual([])
  })
})

/** Some work to act on: a bookmark, two themes, and passages whose words are gone from their transcript. */
async function begin(study: TestProject): Promise<void> {
  const [row] = (await study.ask('documents.list', {})).documents
  if (!row) return
  const { document } = row
  const { turns } = await study.ask('documents.read', { document })
  for (const name of ['Waiting', 'Trust']) await study.ask('codebook.add', { family: 'theme', name })
  await study.ask('bookmarks.toggle', { document, start: 0, end: 4, label: 'Start here' })
  const { start = 0, id } = turns.at(-1) ?? {}
  for (const from of [start, start + 20]) {
    await study.ask('codings.add', {
      document,
      start: from,
      end: from + 15,
      codes: [{ code: study.code('anger') }],
    } as Input<'codings.add'>)
  }
  const change = { edit: 'text', turn: id, text: '' } as Input<'documents.correct'>['change']
  await study.ask('documents.correct', { document, change })
}

/** Whether the search index holds exactly the words of the turns. */
function isSearchable({ open }: TestProject): boolean {
  try {
    open.db.exec(`INSERT INTO turn_fts (turn_fts, rank) VALUES ('integrity-check', 1)`)
    return true
  } catch {
    return false
  }
}

describe('the history', () => {
  it('is searched for words in any order, and for signs as they are', async () => {
    project = testProject()
    for (const name of ['Rents 100% higher', 'Rents 100 pounds', 'why_this']) {
      await project.ask('codebook.add', { family: 'theme', name })
    }
    const found = async (search: string) =>
      (await project?.ask('history.log', { search }))?.steps.map(({ label }) => label)
    expect(await found('100%')).toEqual(['Added the code “Rents 100% higher”'])
    expect(await found('y_t')).toEqual(['Added the code “why_this”'])
    expect(await found('pounds rents')).toEqual(['Added the code “Rents 100 pounds”'])
    expect(await found('\\')).toEqual([])
    expect((await project.ask('history.log', { kind: 'codebook_' })).total).toBe(0)
  })
})
