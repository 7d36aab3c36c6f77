import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../test/support/project.ts'
import type { Input } from '../contract/index.ts'

const LINES = [
  'I: Tell me about the damp.',
  'P01: The damp came back. I rang them eleven times 😤, and the damp was still there! Nobody came.',
  'I: And the mould?',
  'P02: Damp and mould, everywhere.',
]

let study: TestProject
let document: number
beforeEach(() => {
  study = testProject()
  document = study.transcript('Interview 1', LINES)
  study.transcript('Workshop 1', ['C01: We treat damp as lifestyle.'])
})
afterEach(() => study.close())

const words = async () => (await study.ask('documents.read', { document })).text
const find = async (text: string, more: Partial<Input<'search.text'>> = {}) =>
  study.ask('search.text', { text, ...more })
async function quotes(turns: readonly { hits: { start: number; end: number }[] }[]): Promise<string[]> {
  const text = await words()
  return turns.flatMap(({ hits }) => hits.map(({ start, end }) => text.slice(start, end)))
}

describe('searching the transcripts', () => {
  it('finds turns, with every hit in them and who speaks', async () => {
    const { total, turns } = await find('damp')
    expect(total).toBe(4)
    expect(turns.map(({ speaker, role, hits }) => [speaker, role, hits.length])).toEqual([
      ['I', 'interviewer', 1],
      ['P01', 'participant', 2],
      ['P02', 'participant', 1],
      ['C01', 'participant', 1],
    ])
    expect(await quotes(turns.slice(0, 3))).toEqual(['damp', 'damp', 'damp', 'Damp'])
  })

  it('can keep to what participants say, and to some transcripts', async () => {
    expect((await find('damp', { roles: ['participant'] })).total).toBe(3)
    expect((await find('damp', { roles: ['participant'], documents: [document] })).total).toBe(2)
    expect((await find('damp', { documents: [] })).total).toBe(0)
  })

  it('comes page by page, the total always whole', async () => {
    const { total, turns } = await find('damp', { offset: 1, limit: 2 })
    expect([total, turns.map(({ speaker }) => speaker)]).toEqual([4, ['P01', 'P02']])
  })

  it('does not look at those who have withdrawn', async () => {
    await study.ask('participants.withdraw', { participant: 1, withdrawn: true })
    expect((await find('damp')).turns.map(({ speaker }) => speaker)).toEqual(['I', 'P02', 'C01'])
  })

  it('sees a new transcript at once and a removed one no more', async () => {
    await study.ask('documents.remove', { document })
    expect((await find('damp')).total).toBe(1)
    await study.ask('history.undo', {})
    expect((await find('damp')).total).toBe(4)
  })
})

describe('searching by pattern', () => {
  it('finds what words cannot, with offsets after an emoji in the right place', async () => {
    const { turns, more } = await study.ask('search.pattern', { text: '[a-z]+ still \\w+' })
    expect(more).toBe(false)
    expect(await quotes(turns)).toEqual(['was still there'])
  })

  it('says when it stopped early', async () => {
    const { turns, more } = await study.ask('search.pattern', { text: 'damp', limit: 1 })
    expect([turns.length, more]).toEqual([1, true])
    expect((await study.ask('search.pattern', { text: 'Damp', matchCase: true })).turns).toHaveLength(1)
  })

  it('says what is wrong with a pattern it cannot read', async () => {
    for (const text of ['(', '(?<=a)b', '(a)\\1', 'a{5000}']) {
      await expect(study.ask('search.pattern', { text })).rejects.toMatchObject({ code: 'invalid' })
    }
  })

  it('a pattern made to run for ever ends at once', async () => {
    study.transcript('Long', [`P03: ${'a'.repeat(5000)}!`])
    const { turns } = await study.ask('search.pattern', { text: '(a+)+$' })
    expect(turns).toEqual([])
  })

  it('a pattern that matches nothing at all finds nothing', async () => {
    expect((await study.ask('search.pattern', { text: 'x*' })).turns).toEqual([])
    expect((await study.ask('search.pattern', { text: '' })).turns).toEqual([])
  })

  it('stops when it is cancelled', async () => {
    for (let n = 0; n < 4; n++)
      study.transcript(
        `D${n}`,
        Array.from({ length: 1500 }, () => `P01: ${'ab '.repeat(80)}`),
      )
    const controller = new AbortController()
    controller.abort()
    const asked = { name: 'search.pattern', input: { text: '(ab )+c' } }
    await expect(study.core.dispatch(asked, () => {}, controller.signal)).rejects.toMatchObject({
      code: 'cancelled',
    })
  })
})

describe('coding what is found', () => {
  const asked = (
    level: 'hit' | 'sentence' | 'turn',
    text = 'damp',
    key = 'why.delay',
  ): Input<'search.codeHits'> => ({
    find: { text, roles: ['participant'], documents: [document] },
    level,
    codes: [{ code: study.code(key) }],
  })
  const coded = async () => {
    const text = await words()
    const { passages } = await study.ask('codings.inDocument', { document })
    return passages.map(({ start, end }) => text.slice(start, end))
  }

  it('codes each hit, marked as coded automatically', async () => {
    const { passages, codings, label } = await study.ask('search.codeHits', asked('hit'))
    expect([passages, codings]).toEqual([3, 3])
    expect(label).toMatch(/^Coded 3 passages found by a search “.+”$/)
    expect(await coded()).toEqual(['damp', 'damp', 'Damp'])
    const [passage] = (await study.ask('codings.inDocument', { document })).passages
    expect(passage?.codings[0]?.origin).toBe('auto')
  })

  it('codes the sentences, or the turns, each only once', async () => {
    await study.ask('search.codeHits', asked('sentence'))
    expect(await coded()).toEqual([
      'The damp came back.',
      'I rang them eleven times 😤, and the damp was still there!',
      'Damp and mould, everywhere.',
    ])
    await study.ask('history.undo', {})
    expect(await coded()).toEqual([])
    await study.ask('search.codeHits', asked('turn'))
    expect(await coded()).toHaveLength(2)
  })

  it('says before what it would do, and how much of it is done already', async () => {
    expect(await study.ask('search.codePreview', asked('sentence'))).toMatchObject({
      passages: 3,
      documents: 1,
      already: 0,
    })
    await study.ask('search.codeHits', asked('sentence'))
    expect(await study.ask('search.codePreview', asked('sentence'))).toMatchObject({
      passages: 3,
      already: 3,
    })
    expect(await study.ask('search.codePreview', asked('hit', 'damp', 'anger'))).toMatchObject({ already: 0 })
  })

  it('finding nothing changes nothing', async () => {
    await expect(study.ask('search.codeHits', asked('hit', 'zebra'))).rejects.toMatchObject({ code: 'empty' })
    expect((await study.ask('history.log', {})).total).toBe(0)
  })

  it('works for patterns too', async () => {
    const { find: sought, ...rest } = asked('hit')
    await study.ask('search.codeHits', { ...rest, find: { ...sought, mode: 'pattern', text: 'eleven \\w+' } })
    expect(await coded()).toEqual(['eleven times'])
  })
})
