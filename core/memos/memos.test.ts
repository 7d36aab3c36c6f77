import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../contract/index.ts'
import { testProject, type TestProject } from '../../test/support/project.ts'

const LINES = [
  'I: What happened after you rang?',
  'P01: I rang them eleven times and every time it was a different person, and nobody could say when.',
]

let study: TestProject
let document: number
beforeEach(() => {
  study = testProject()
  document = study.transcript('Interview 1', LINES)
})
afterEach(() => study.close())

const selection = { kind: 'selection' as const, start: 30, end: 60 }
const list = async (filter = {}) => (await study.ask('memos.list', filter)).memos

describe('memos', () => {
  it('can be about the study, a transcript, a participant, a code or a passage, each by its name', async () => {
    const code = study.code('frustration')
    await study.ask('memos.add', { on: { kind: 'project', id: 1 }, text: 'Tone' })
    await study.ask('memos.add', { on: { kind: 'document', id: document }, text: 'Noisy line' })
    await study.ask('memos.add', { on: { kind: 'participant', id: 1 }, text: 'Very open' })
    await study.ask('memos.add', { on: { kind: 'code', id: code }, text: 'Too wide?' })
    await study.ask('memos.add', { on: { ...selection, document }, text: 'Count of calls' })
    expect((await list()).map(({ about, place }) => [about, place])).toEqual([
      ['Interview 1: “I rang them eleven times and e”', { document, start: 30, end: 60 }],
      ['Frustration', null],
      ['P01', null],
      ['Interview 1', { document, start: 0, end: 0 }],
      ['The study', null],
    ])
  })

  it('on a selection makes a passage, which goes with its last memo', async () => {
    const { memo } = await study.ask('memos.add', { on: { ...selection, document }, text: 'Why' })
    const { passages } = await study.ask('codings.inDocument', { document })
    expect(passages).toMatchObject([{ start: 30, end: 60, memos: 1, codings: [] }])
    await study.ask('memos.remove', { memo })
    expect((await study.ask('codings.inDocument', { document })).passages).toEqual([])
    await study.ask('history.undo', {})
    expect((await study.ask('codings.inDocument', { document })).passages).toHaveLength(1)
    expect(await list()).toMatchObject([{ memo, text: 'Why' }])
  })

  it('are found by kind, target, coder and words in any case, order and accent', async () => {
    await study.ask('memos.add', { on: { kind: 'project', id: 1 }, text: 'The café round the corner' })
    await study.ask('memos.add', { on: { kind: 'document', id: document }, text: 'Corner case' }, 'Ben')
    expect(await list({ search: 'CORNER cafe' })).toMatchObject([{ text: 'The café round the corner' }])
    expect(await list({ kind: 'document' })).toMatchObject([{ text: 'Corner case' }])
    expect(await list({ target: { kind: 'document', id: document + 1 } })).toEqual([])
    const ben = (await list({ kind: 'document' }))[0]?.coder
    expect(ben?.name).toBe('Ben')
    expect(await list({ coder: ben?.id })).toHaveLength(1)
  })

  it('keep their Markdown as written and say in the history what they are on, never what they say', async () => {
    const text = '# Heading\n\n- one\n- *two*'
    const { memo, label } = await study.ask('memos.add', { on: { ...selection, document }, text })
    expect(label).toBe('Wrote a memo on a passage of Interview 1')
    await study.ask('memos.change', { memo, text: `${text}\n\nMore` })
    expect(await list()).toMatchObject([{ text: `${text}\n\nMore` }])
    const { changes } = await study.ask('history.changes', { step: 2 })
    expect(JSON.stringify(changes)).not.toContain('Heading')
  })

  it('on something that is gone is refused', async () => {
    for (const kind of ['document', 'participant', 'code', 'passage', 'project'] as const) {
      await expect(study.ask('memos.add', { on: { kind, id: 999_999 }, text: 'x' })).rejects.toMatchObject({
        code: 'not-found',
      })
    }
    await expect(study.ask('memos.change', { memo: 5, text: 'x' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('a file of memos', () => {
  const file = async (wanted: object = {}) => {
    const { files, rows, lost } = await study.ask('memos.file', wanted)
    return { rows, lost, text: new TextDecoder().decode(files[0]?.bytes) }
  }

  it('holds those that were asked for, and is kept on record', async () => {
    await study.ask('memos.add', { on: { kind: 'project', id: 1 }, text: 'Tone of voice' })
    await study.ask('memos.add', { on: { kind: 'document', id: document }, text: 'Noisy line' })
    expect(await file()).toMatchObject({ rows: 2, lost: [] })
    const { rows, text } = await file({ search: 'noisy' })
    expect([rows, text.includes('Noisy line'), text.includes('Tone')]).toEqual([1, true, false])
    const { steps } = await study.ask('history.log', {})
    expect(steps[0]?.label).toBe('Exported 1 memo as Markdown')
  })

  it('holds nothing that is said of someone who has withdrawn, and says so', async () => {
    await study.ask('memos.add', { on: { kind: 'participant', id: 1 }, text: 'Very open' })
    const withdrawal = { participant: 1, withdrawn: true } as Input<'participants.withdraw'>
    await study.ask('participants.withdraw', withdrawal)
    const { rows, text, lost } = await file()
    expect([rows, text.includes('Very open'), lost.length]).toEqual([0, false, 1])
  })
})
