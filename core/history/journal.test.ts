import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../test/support/project.ts'
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

  it('undoing everything and redoing everything gives byte-equal tables, over random histories', async () => {
    const action = fc.oneof(
      fc.record({
        kind: fc.constant('code' as const),
        start: fc.nat(150),
        length: fc.integer({ min: 1, max: 60 }),
        code: fc.nat(30),
        strength: fc.constantFrom(1 as const, 2 as const, 3 as const),
      }),
      fc.record({ kind: fc.constant('uncode' as const), pick: fc.nat(50) }),
      fc.record({
        kind: fc.constant('reshape' as const),
        pick: fc.nat(50),
        start: fc.nat(150),
        length: fc.integer({ min: 1, max: 60 }),
      }),
      fc.record({
        kind: fc.constant('rename' as const),
        name: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
      }),
      fc.record({ kind: fc.constant('merge' as const), from: fc.nat(12), into: fc.nat(12) }),
      fc.record({ kind: fc.constant('withdraw' as const), withdrawn: fc.boolean() }),
      fc.record({ kind: fc.constant('remove' as const), pick: fc.nat(3) }),
      fc.record({ kind: fc.constant('undo' as const) }),
      fc.record({ kind: fc.constant('redo' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 25 }), async (actions) => {
        const it = testProject()
        try {
          const first = it.transcript('P01', LINES)
          it.transcript(
            'P02',
            LINES.map((line) => line.replace('P01', 'P02')),
          )
          const start = snapshot(it)
          for (const step of actions)
            await act(it, first, step).catch((error: unknown) => {
              if ((error as { code?: string }).code === undefined) throw error
            })
          while ((await it.ask('history.redo', {})).moved !== null);
          const end = snapshot(it)
          let steps = 0
          while ((await it.ask('history.undo', {})).moved !== null) steps++
          expect(snapshot(it)).toBe(start)
          for (let n = 0; n < steps; n++) await it.ask('history.redo', {})
          expect(snapshot(it)).toBe(end)
          expect((await it.ask('history.redo', {})).moved).toBeNull()
          const state = await it.ask('project.check', {})
          expect(state.ok).toBe(true)
        } finally {
          it.close()
        }
      }),
      { numRuns: 25, seed: 7 },
    )
  })
})

type Step =
  | { kind: 'code'; start: number; length: number; code: number; strength: 1 | 2 | 3 }
  | { kind: 'uncode'; pick: number }
  | { kind: 'reshape'; pick: number; start: number; length: number }
  | { kind: 'rename'; name: string }
  | { kind: 'merge'; from: number; into: number }
  | { kind: 'withdraw'; withdrawn: boolean }
  | { kind: 'remove'; pick: number }
  | { kind: 'undo' }
  | { kind: 'redo' }

async function act(it: TestProject, document: number, step: Step): Promise<unknown> {
  const { passages } = await it.ask('codings.inDocument', { document }).catch(() => ({ passages: [] }))
  switch (step.kind) {
    case 'code': {
      const { codes } = await it.ask('codebook.list', {})
      const code = codes.filter((row) => row.family === 'emotion')[step.code % 16]
      if (!code) return
      return it.ask('codings.add', {
        document,
        start: step.start,
        end: step.start + step.length,
        codes: [{ code: code.id, intensity: step.strength }],
      })
    }
    case 'uncode': {
      const coding = passages.flatMap((passage) => passage.codings)[step.pick]
      return coding && it.ask('codings.remove', { codings: [coding.id] })
    }
    case 'reshape': {
      const passage = passages[step.pick % Math.max(1, passages.length)]
      return (
        passage &&
        it.ask('codings.reshape', { passage: passage.id, start: step.start, end: step.start + step.length })
      )
    }
    case 'rename':
      return it.ask('project.rename', { name: step.name })
    case 'merge': {
      const emotions = (await it.ask('codebook.list', {})).codes.filter((row) => row.family === 'emotion')
      const from = emotions[step.from % emotions.length]
      const into = emotions[step.into % emotions.length]
      return from && into && from !== into && it.ask('codebook.merge', { from: [from.id], into: into.id })
    }
    case 'withdraw': {
      const [person] = (await it.ask('participants.list', {})).participants
      return person && it.ask('participants.withdraw', { participant: person.id, withdrawn: step.withdrawn })
    }
    case 'remove': {
      const list = (await it.ask('documents.list', {})).documents
      const row = list[step.pick]
      return row && it.ask('documents.remove', { document: row.document })
    }
    case 'undo':
      return it.ask('history.undo', {})
    case 'redo':
      return it.ask('history.redo', {})
  }
}
