import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../contract/index.ts'
import { testProject, type TestProject } from '../../test/support/project.ts'

let study: TestProject
beforeEach(() => {
  study = testProject()
})
afterEach(() => study.close())

const rename = (key: string, shortId: string) =>
  study.ask('codebook.change', { code: study.code(key), shortId } as Input<'codebook.change'>)
const keys = async () => (await study.ask('codebook.list', {})).codes.map(({ code }) => code)

describe('a short id', () => {
  it('can be another, said in the history, and taken back', async () => {
    const { label } = await rename('CMP1.2', ' CMP1.9 ')
    expect(label).toBe('Changed the short id of “Chasing before complaining” from CMP1.2 to CMP1.9')
    expect(await keys()).toContain('CMP1.9')
    await study.ask('history.undo', {})
    expect(await keys()).not.toContain('CMP1.9')
  })

  it('can change its letter case', async () => {
    await rename('CMP1.2', 'cmp1.2')
    expect(await keys()).toContain('cmp1.2')
  })

  it('that another code has, in any letter case, is refused with that code’s name', async () => {
    await expect(rename('CMP1.2', 'cmp1.3')).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^The short id cmp1\.3 belongs to “.+”\. Choose another\.$/),
    })
  })

  it.each(['', 'CMP 1', 'CMP;1', 'CMP:1', '=CMP1', '.5'])('cannot be “%s”', async (key) => {
    await expect(rename('CMP1.2', key)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('that figures and suggestions find a code by stays as it is', async () => {
    await expect(rename('frustration', 'frust')).rejects.toThrow('keeps the short id frustration')
    const fixed = (await study.ask('codebook.list', {})).codes.filter((code) => code.fixed)
    expect(new Set(fixed.map(({ family }) => family))).toEqual(new Set(['emotion', 'layer']))
  })
})

describe('what names a code by its short id follows', () => {
  it('the journey of a transcript, kept views and their figures of the day', async () => {
    const document = study.transcript('Interview 1', ['P01: aaaa bbbb'], { journey: 'CMP' })
    await study.ask('codings.add', {
      document,
      start: 0,
      end: 4,
      codes: [{ code: study.code('CMP1.2') }, { code: study.code('frustration') }],
    } as Input<'codings.add'>)
    const save = (kind: string, settings: object) =>
      study.ask('mapping.saveView', { kind, name: kind, settings } as Input<'mapping.saveView'>)
    await save('heatmap', { scope: { journeys: ['CMP', 'REP'] } })
    const { view } = await save('heatmap', {})
    await save('map', { journey: 'CMP', side: 'both' })
    await rename('CMP', 'COMP')
    await rename('CMP1.2', 'COMP1.2')

    const { documents } = await study.ask('documents.list', {})
    expect(documents[0]?.journey).toBe('COMP')
    const { views } = await study.ask('mapping.views', {})
    expect(views.map(({ settings }) => settings)).toEqual([
      { journey: 'COMP', side: 'both' },
      {},
      { scope: { journeys: ['COMP', 'REP'] } },
    ])
    const { rows } = await study.ask('mapping.compareView', { view })
    expect(rows.map(({ id, before }) => [id, before?.F])).toEqual([['COMP1.2', 1]])
  })

  it('the channel of a touchpoint', async () => {
    const code = study.code('CMP1.2')
    await study.ask('codebook.change', { code, channel: 'channel.phone' } as Input<'codebook.change'>)
    await rename('channel.phone', 'channel.call')
    const { codes } = await study.ask('codebook.list', {})
    expect(codes.find(({ id }) => id === code)?.channel).toBe('channel.call')
  })

  it('a passage that waits to be placed', async () => {
    const document = study.transcript('Interview 1', ['P01: aaaa bbbb'])
    await study.ask('codings.add', {
      document,
      start: 0,
      end: 4,
      codes: [{ code: study.code('why.delay') }],
    } as Input<'codings.add'>)
    const { turns } = await study.ask('documents.read', { document })
    await study.ask('documents.correct', {
      document,
      change: { edit: 'text', turn: turns[0]?.id, text: 'zzzz yyyy' },
    } as Input<'documents.correct'>)
    await rename('why.delay', 'why.waiting')
    const { unplaced } = await study.ask('importing.unplaced', {})
    expect(unplaced[0]?.codes).toMatchObject([{ id: study.code('why.waiting'), code: 'why.waiting' }])
  })
})

describe('a codebook from elsewhere', () => {
  it('with names where short ids would be gets short ids of its own, once', async () => {
    const bytes = new TextEncoder().encode(
      'code,family,parent\nBroken promises,theme,\nNo visit,theme,Broken promises\n',
    )
    const file = { name: 'codes.csv', bytes }
    await study.ask('codebook.importFile', { file })
    const { codes } = await study.ask('codebook.list', {})
    const made = codes.filter(({ family }) => family === 'theme')
    expect(made.map(({ code, parent }) => [code, parent])).toEqual([
      ['theme.broken-promises', null],
      ['theme.no-visit', made[0]?.id],
    ])
    expect((await study.ask('codebook.readFile', { file })).added).toEqual([])
  })
})
