/** A heatmap asked for again: whatever was done in between, it is the one that somebody would count afresh. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { act, ACTS, type ActName } from '../../../test/support/acts.ts'
import { codeWords } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Input, Progress } from '../../contract/index.ts'
import { createCore } from '../../core.ts'
import { openFile } from '../../db/file.ts'
import { uuid7 } from '../../ids.ts'

const LEAK = 'It leaked for three long weeks.'
const RANG = 'I rang and rang.'
const KIND = 'They were kind.'

async function codedStudy(): Promise<TestProject> {
  const study = testProject()
  for (const name of ['P01', 'P02', 'P03', 'P04', 'P05']) {
    const document = study.transcript(name, [`${name}: ${LEAK} ${RANG} ${KIND}`])
    await codeWords(study, document, LEAK, ['CMP3.1', `frustration:${name === 'P01' ? 1 : 3}`, 'why.delay'])
    await codeWords(study, document, RANG, ['REP1.1', name === 'P02' ? 'relief' : 'frustration:2'])
  }
  return study
}

let study: TestProject
beforeEach(async () => {
  study = await codedStudy()
})
afterEach(() => study.close())

const drawn = { bootstrap: true, draws: 100, seed: 7 }
/** Of one count: what is shown of it differs. */
const SHOWN = [{}, drawn, { ...drawn, seed: 8, measure: 'index' }]
const REASONS = { columns: 'reason' }
const CODERS = { columns: 'coder', all: true }
const WAVES = { columns: 'wave' }
const TENURE = { columns: 'attribute:tenure', scope: { complete: true } }
const FAMILY = { ...drawn, frustration: 'family', scope: { role: 'any' } }
const PEOPLE = { ...drawn, rows: 'stage', columns: 'participant', sort: 'measure' }
const COUNTS = [REASONS, CODERS, WAVES, TENURE, FAMILY, PEOPLE]

const asked = (settings: object) => ({ name: 'analysis.heatmap', input: settings })
const ask = (settings: object) => study.core.dispatch(asked(settings))

/** What another program answers that has just opened the file, to the same questions in the order it is given. */
async function afresh({ file }: TestProject, questions: readonly object[]): Promise<Map<object, unknown>> {
  const core = createCore({ open: openFile(file), file, clock: Date.now, ids: uuid7, log: () => {} })
  try {
    const answers = new Map<object, unknown>()
    for (const settings of questions) answers.set(settings, await core.dispatch(asked(settings)))
    return answers
  } finally {
    core.close()
  }
}

/** The last question first: what is kept of one answer for the next must not show. */
async function expectSameAsAfresh(
  made: TestProject,
  questions: readonly object[],
  done: string,
): Promise<void> {
  const fresh = await afresh(made, questions.toReversed())
  for (const settings of questions) {
    const about = `${done}; then ${JSON.stringify(settings)}`
    expect(await made.core.dispatch(asked(settings)), about).toEqual(fresh.get(settings))
  }
}

describe('A heatmap asked for again', () => {
  const names = Object.keys(ACTS) as ActName[]
  const coding: ActName[] = [
    'code',
    'code',
    'code',
    'take a code off',
    'change a coding',
    'move the edges of a passage',
    'remove a passage',
    'undo',
    'redo',
  ]
  const anyAct = fc.record({
    name: fc.oneof(fc.constantFrom(...coding), fc.constantFrom(...names)),
    dice: fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)),
  })

  it('is the one counted from nothing, after anything a researcher can do', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.noBias(fc.array(anyAct, { minLength: 4, maxLength: 14, size: 'max' })),
        fc.subarray(COUNTS, { minLength: 2, maxLength: 2 }),
        async (acts, others) => {
          const made = await codedStudy()
          try {
            for (const { name, dice } of acts) {
              await act(made, name, dice)
              await expectSameAsAfresh(made, [...SHOWN, ...others], name)
            }
          } finally {
            made.close()
          }
        },
      ),
      { numRuns: 10 },
    )
  })

  const after: [ActName, [number, number, number], object][] = [
    ['code', [3, 10, 40], REASONS],
    ['change a coding', [1, 1, 1], FAMILY],
    ['remove a passage', [0, 0, 0], PEOPLE],
    ['move the edges of a passage', [1, 4, 20], REASONS],
    ['change a setting', [5, 0, 0], PEOPLE],
    ['describe a transcript', [2, 0, 0], WAVES],
    ['change a speaker', [0, 1, 1], PEOPLE],
    ['set attributes', [1, 1, 1], TENURE],
    ['correct a turn', [1, 0, 0], PEOPLE],
    ['withdraw', [1, 0, 0], PEOPLE],
    ['merge participants', [0, 1, 0], PEOPLE],
    ['archive a code', [0, 0, 0], CODERS],
    ['merge emotions', [2, 3, 0], FAMILY],
    ['rename a coder', [0, 1, 0], CODERS],
    ['import a transcript', [6, 1, 2], PEOPLE],
    ['remove a transcript', [2, 0, 0], PEOPLE],
    ['undo', [0, 0, 0], REASONS],
  ]
  it.each(after)('shows what “%s” changed, and what undoing it brings back', async (name, dice, other) => {
    const questions = [...SHOWN, other]
    await study.ask('documents.describe', { document: 1, status: 'complete' } as Input<'documents.describe'>)
    await expectSameAsAfresh(study, questions, 'as it was')
    expect(await act(study, name, dice)).toBe(true)
    await expectSameAsAfresh(study, questions, name)
    await act(study, 'undo', [0, 0, 0])
    await expectSameAsAfresh(study, questions, `${name}, undone`)
  })

  it('shows a reason that was added where all else stayed', async () => {
    await expectSameAsAfresh(study, SHOWN, 'as it was')
    const before = await ask({})
    await codeWords(study, 2, LEAK, ['why.comms'])
    await expectSameAsAfresh(study, SHOWN, 'another reason')
    expect(await ask({})).not.toEqual(before)
  })

  it('shows a fact that was added about a participant', async () => {
    const tenures = { columns: 'attribute:tenure' }
    const before = await ask(tenures)
    const change = { participant: 1, attributes: { tenure: 'Leaseholder' } } as Input<'participants.change'>
    await study.ask('participants.change', change)
    await expectSameAsAfresh(study, [tenures], 'with a tenure')
    expect(await ask(tenures)).not.toEqual(before)
  })

  it('is the same when nothing was done, and no part of it can be spoilt', async () => {
    const first = (await ask(drawn)) as { cells: { F: number }[] }
    const copy = structuredClone(first)
    for (const cell of first.cells) cell.F = 99
    expect(await ask(drawn)).toEqual(copy)
  })

  it('is refused once the study is sealed, though it is still known', async () => {
    await ask({})
    await study.ask('project.set', { sealed: true })
    await expect(ask({})).rejects.toMatchObject({ code: 'sealed' })
  })

  it('counts nobody who has withdrawn since', async () => {
    const participantsIn = async () =>
      ((await ask({})) as { settings: { participants: number } }).settings.participants
    expect(await participantsIn()).toBe(5)
    const [first] = (await study.ask('participants.list', {})).participants
    if (!first) throw new Error('a participant was expected')
    await study.ask('participants.withdraw', { participant: first.id, withdrawn: true })
    expect(await participantsIn()).toBe(4)
  })
})

describe('Drawing participants again', () => {
  const long = { bootstrap: true, draws: 10_000, seed: 7 }

  it('says how far it is', async () => {
    const seen: Progress[] = []
    await study.core.dispatch(asked(long), (progress) => seen.push(progress))
    expect(seen.map(({ note }) => note)).toContain('Drawing participants again')
  })

  it('stops when asked to, keeps nothing half done, and can be asked again', async () => {
    const cancel = new AbortController()
    const stopped = study.core.dispatch(
      asked(long),
      ({ note }) => note === 'Drawing participants again' && cancel.abort(),
      cancel.signal,
    )
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    expect(await ask(long)).toEqual((await afresh(study, [long])).get(long))
  })

  it('does not hold up what is asked meanwhile', async () => {
    const order: string[] = []
    await Promise.all([
      ask(long).then(() => order.push('heatmap')),
      study.ask('codebook.list', {}).then(() => order.push('codebook')),
    ])
    expect(order).toEqual(['codebook', 'heatmap'])
  })
})
