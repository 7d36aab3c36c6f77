/** Agreement, tables of codes, words, saturation and coverage through the front door. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeWords } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Input } from '../../contract/index.ts'

const LEAK = 'It leaked for weeks.'
const RANG = 'I rang and rang the damp team.'
const KIND = 'They were kind.'
const NOBODY = 'Nobody came back.'

let study: TestProject
beforeEach(() => {
  study = testProject()
})
afterEach(() => study.close())

const interview = (person: string): number =>
  study.transcript(`Interview ${person}`, [
    'I: What happened then?',
    `${person}: ${LEAK} ${RANG}`,
    'I: And then?',
    `${person}: ${KIND} ${NOBODY}`,
  ])
const code = (document: number, words: string, keys: string[], coder?: string) =>
  codeWords(study, document, words, keys, coder)

describe('Agreement between coders', () => {
  const agreement = (more: object = {}) =>
    study.ask('rigour.agreement', { draws: 100, ...more } as Input<'rigour.agreement'>)

  it('has nothing to say until two coders share a transcript', async () => {
    await code(interview('P01'), LEAK, ['frustration:3'])
    await code(interview('P02'), LEAK, ['frustration:3'], 'Ben')
    const report = await agreement()
    expect(report).toMatchObject({ coders: [], documents: [], codes: [] })
    expect(report.settings.caption).toContain('no agreement to report yet')
  })

  it('is perfect when they do the same, and shows where they do not', async () => {
    for (const person of ['P01', 'P02', 'P03']) {
      const document = interview(person)
      for (const coder of ['Amina', 'Ben']) {
        await code(document, LEAK, ['frustration:3', 'CMP3.1'], coder)
        await code(
          document,
          RANG,
          person === 'P01' && coder === 'Ben' ? ['CMP4.2'] : ['anger:2', 'CMP4.2'],
          coder,
        )
      }
    }
    const report = await agreement()
    const of = (key: string) => report.codes.find((line) => line.code === key)
    expect(report.documents).toHaveLength(3)
    expect(of('frustration')).toMatchObject({
      units: 12,
      alpha: { value: 1, reading: 'reliable' },
      agreement: 1,
      kappa: { value: 1 },
      unitising: { value: 1 },
    })
    // Sentences: both 2, one coder 1, neither 9. α = 1 − 23 · 1/(5 · 19).
    expect(of('anger')?.alpha.value).toBeCloseTo(1 - (23 * 1) / (5 * 19))
    expect(of('anger')?.positiveAgreement).toBeCloseTo(4 / 5)
    const asked = { code: 'anger' } as Input<'rigour.disagreements'>
    expect(await study.ask('rigour.disagreements', asked)).toMatchObject({
      total: 1,
      places: [{ documentName: 'Interview P01', text: RANG, used: ['Amina'], notUsed: ['Ben'] }],
    })
  })

  it('does not blame a coder for a transcript they did not code', async () => {
    const [both, alone] = [interview('P01'), interview('P02')]
    for (const coder of ['Amina', 'Ben']) await code(both, LEAK, ['frustration:3'], coder)
    await code(alone, LEAK, ['frustration:3'])
    const report = await agreement({ unit: 'turn' })
    expect(report.codes[0]).toMatchObject({ transcripts: 1, units: 2, alpha: { value: 1 } })
  })

  it('stays shut while residents are sealed', async () => {
    await study.ask('project.set', { sealed: true })
    await expect(agreement()).rejects.toMatchObject({ code: 'sealed' })
  })

  it('stops when asked to', async () => {
    const document = interview('P01')
    for (const coder of ['Amina', 'Ben']) await code(document, LEAK, ['frustration:3', 'CMP3.1'], coder)
    const controller = new AbortController()
    controller.abort()
    const request = { name: 'rigour.agreement', input: {} }
    await expect(study.core.dispatch(request, () => {}, controller.signal)).rejects.toMatchObject({
      code: 'cancelled',
    })
  })
})

describe('Codes beside codes', () => {
  beforeEach(async () => {
    const [first, second] = [interview('P01'), interview('P02')]
    await code(first, LEAK, ['CMP3.1', 'why.delay'])
    await code(first, RANG, ['CMP3.1'])
    await code(first, `${LEAK} ${RANG}`, ['why.comms'])
    await code(second, LEAK, ['CMP3.1', 'why.delay'])
  })
  const pairs = async (by: 'passage' | 'overlap' | 'participant') => {
    const table = await study.ask('rigour.coOccurrence', { by } as Input<'rigour.coOccurrence'>)
    const key = new Map([...table.rows, ...table.columns].map(({ id, code }) => [id, code]))
    return Object.fromEntries(table.pairs.map(({ column, together }) => [key.get(column), together]))
  }

  it('are counted on one passage, in overlapping passages, or for one person', async () => {
    expect(await pairs('passage')).toEqual({ 'why.delay': 2 })
    expect(await pairs('overlap')).toEqual({ 'why.delay': 2, 'why.comms': 2 })
    expect(await pairs('participant')).toEqual({ 'why.delay': 2, 'why.comms': 1 })
  })

  it('are counted by transcript', async () => {
    const table = await study.ask('rigour.codeTable', { families: ['reason'] } as Input<'rigour.codeTable'>)
    const lines = table.codes.map(({ code, ...rest }) => [
      code,
      rest.passages,
      rest.documents,
      rest.participants,
    ])
    expect(lines).toEqual([
      ['why.delay', 2, 2, 2],
      ['why.comms', 1, 1, 1],
    ])
    expect(table.documents.map(({ passages }) => passages)).toEqual([3, 1])
  })
})

describe('Words', () => {
  it('are counted for participants only, without grammar', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1'])
    await code(interview('P02'), RANG, ['CMP4.1'])
    const { words, participants } = await study.ask('rigour.words', {})
    expect(participants).toBe(2)
    expect(words[0]).toEqual({ word: 'rang', count: 4, participants: 2 })
    expect(words.map(({ word }) => word)).not.toContain('happened')
    const inside = await study.ask('rigour.words', { code: 'CMP3.1' })
    expect(inside.words.map(({ word }) => word)).toEqual(['leaked', 'weeks'])
  })

  it('stand in their context', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1'])
    const asked = { phrase: 'damp team' } as Input<'rigour.wordInContext'>
    const { total, lines } = await study.ask('rigour.wordInContext', asked)
    expect(total).toBe(1)
    expect(lines[0]).toMatchObject({
      before: 'leaked for weeks. I rang and rang the ',
      words: 'damp team',
    })
  })
})

describe('Saturation', () => {
  it('is judged on the researcher’s own themes, in the order of the interviews', async () => {
    for (const [place, name] of ['Heat', 'Cost', 'Trust'].entries()) {
      await study.ask('codebook.add', {
        name,
        family: 'theme',
        code: `theme.${place}`,
      } as Input<'codebook.add'>)
    }
    for (let i = 1; i <= 6; i += 1) {
      const document = interview(`P0${i}`)
      await code(document, LEAK, ['CMP3.1', 'theme.0'])
      if (i === 2) await code(document, RANG, ['theme.1'])
    }
    expect(await study.ask('rigour.saturation', {})).toMatchObject({
      baseThemes: 2,
      reachedAt: 4,
      sentence: 'Saturation of themes was reached at interview 4+2 (base 4, run 2, at most 5% new).',
    })
  })

  it('cannot be judged on ready-made codes', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1'])
    expect((await study.ask('rigour.saturation', {})).sentence).toContain('Ready-made codes do not count')
  })
})

describe('Coverage', () => {
  it('counts words that several passages share once', async () => {
    const document = interview('P01')
    await code(document, LEAK, ['CMP3.1'])
    await code(document, LEAK, ['CMP3.1'], 'Ben')
    const { documents } = await study.ask('rigour.coverage', {})
    expect(documents[0]).toMatchObject({ words: 17, codedWords: 4, passages: 2, coders: 2 })
  })
})
