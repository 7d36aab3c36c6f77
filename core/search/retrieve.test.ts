import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../test/support/project.ts'
import type { Input } from '../contract/index.ts'

type Query = Input<'search.retrieve'>['query']

const LINES = ['P01: aaaa bbbb cccc dddd eeee ffff', 'P02: gggg hhhh', 'I: iiii jjjj']

let study: TestProject
let document: number
let other: number
beforeEach(async () => {
  study = testProject()
  document = study.transcript('A', LINES, { kind: 'call' })
  other = study.transcript('B', ['C01: kkkk llll'])
  await code('aaaa bbbb cccc', ['CMP1.1'])
  await code('bbbb', ['anger'], { intensity: 3 })
  await code('eeee', ['anger'], { intensity: 1 })
  await code('gggg', ['relief', 'CMP1.2'])
  await code('cccc dddd', ['anger'], { as: 'Ben' })
  await code('kkkk', ['CMP1.1'], { from: other })
})
afterEach(() => study.close())

async function code(
  words: string,
  keys: string[],
  { from = document, as = 'Amina', intensity }: { from?: number; as?: string; intensity?: 1 | 3 } = {},
): Promise<void> {
  const { text } = await study.ask('documents.read', { document: from })
  const start = text.indexOf(words)
  const codes = keys.map((key) => ({ code: study.code(key), ...(intensity && { intensity }) }))
  await study.ask('codings.add', { document: from, start, end: start + words.length, codes }, as)
}
async function found(query: Query): Promise<string[]> {
  const { passages } = await study.ask('search.retrieve', { query })
  return passages.map(({ quote }) => quote)
}
const ids = (...keys: string[]) => keys.map((key) => study.code(key))

describe('retrieving passages', () => {
  it('with no restriction gives them all, transcript by transcript', async () => {
    expect(await found({})).toEqual(['aaaa bbbb cccc', 'bbbb', 'cccc dddd', 'eeee', 'gggg', 'kkkk'])
  })

  it('by code, with the codes under it or without', async () => {
    expect(await found({ codes: ids('anger', 'relief') })).toEqual(['bbbb', 'cccc dddd', 'eeee', 'gggg'])
    expect(await found({ codes: ids('CMP1') })).toEqual(['aaaa bbbb cccc', 'gggg', 'kkkk'])
    expect(await found({ codes: ids('CMP1'), below: false })).toEqual([])
    expect(await found({ families: ['emotion'] })).toHaveLength(4)
  })

  it('and another code on the same passage, or not', async () => {
    const and = [{ relation: 'with' as const, families: ['touchpoint' as const] }]
    expect(await found({ families: ['emotion'], and })).toEqual(['gggg'])
    expect(await found({ codes: ids('anger'), and: and.map((one) => ({ ...one, not: true })) })).toHaveLength(
      3,
    )
  })

  it('overlapping, inside, around and near others, by the same coder or any', async () => {
    const anger = (relation: 'overlapping' | 'inside' | 'near', more = {}) =>
      found({ codes: ids('anger'), and: [{ relation, codes: ids('CMP1.1'), ...more }] })
    expect(await anger('overlapping')).toEqual(['bbbb'])
    expect(await anger('overlapping', { otherCoders: true })).toEqual(['bbbb', 'cccc dddd'])
    expect(await anger('inside', { otherCoders: true })).toEqual(['bbbb'])
    expect(await anger('near', { distance: 5 })).toEqual(['bbbb'])
    expect(await anger('near', { distance: 6 })).toEqual(['bbbb', 'eeee'])
    const around = [{ relation: 'around' as const, codes: ids('anger') }]
    expect(await found({ families: ['touchpoint'], and: around })).toEqual(['aaaa bbbb cccc'])
  })

  it('by who says it, where, and what is known of them', async () => {
    await study.ask('participants.change', { participant: 1, attributes: { tenure: 'Own' } })
    expect(await found({ attributes: { tenure: ['Own'] } })).toHaveLength(4)
    expect(await found({ attributes: { tenure: [''] } })).toEqual(['gggg', 'kkkk'])
    expect(await found({ roles: ['colleague'] })).toEqual(['kkkk'])
    expect(await found({ kinds: ['call'], codes: ids('CMP1.1') })).toEqual(['aaaa bbbb cccc'])
    expect(await found({ participants: [2] })).toEqual(['gggg'])
    expect(await found({ documents: [other] })).toEqual(['kkkk'])
    expect(await found({ coders: [2] })).toEqual(['cccc dddd'])
  })

  it('by strength, origin, flag, memo and words', async () => {
    expect(await found({ codes: ids('anger'), intensities: [3] })).toEqual(['bbbb'])
    expect(await found({ origins: ['auto'] })).toEqual([])
    expect(await found({ text: 'CCCC bb' })).toEqual(['aaaa bbbb cccc'])
    expect(await found({ memo: true })).toEqual([])
    await study.ask('codings.flag', { passage: 2, flagged: true })
    expect(await found({ flagged: true })).toEqual(['bbbb'])
  })

  it('coded under an older definition', async () => {
    await study.ask('codebook.change', { code: study.code('relief'), definition: 'Something new' })
    expect(await found({ stale: true })).toEqual(['gggg'])
    expect(await found({ stale: true, codes: ids('CMP1.2') })).toEqual([])
  })

  it('sorted as asked, page by page, with the whole total', async () => {
    const query: Query = { codes: ids('anger'), sort: 'intensity' }
    expect(await found(query)).toEqual(['bbbb', 'eeee', 'cccc dddd'])
    expect(await study.ask('search.retrieve', { query, offset: 1, limit: 1 })).toMatchObject({
      total: 3,
      passages: [{ quote: 'eeee' }],
    })
    expect((await found({ sort: 'newest' }))[0]).toBe('kkkk')
  })

  it('leaves out the withdrawn, and residents while they are sealed', async () => {
    await study.ask('participants.withdraw', { participant: 1, withdrawn: true })
    expect(await found({})).toEqual(['gggg', 'kkkk'])
    await study.ask('project.set', { sealed: true })
    await expect(found({})).rejects.toMatchObject({ code: 'sealed' })
    expect(await found({ roles: ['colleague', 'stakeholder'] })).toEqual(['kkkk'])
  })
})

describe('saved queries', () => {
  it('are kept under a name, changed, removed and undone', async () => {
    const { id } = await study.ask('search.saveQuery', { name: 'Angry', query: { codes: ids('anger') } })
    await expect(study.ask('search.saveQuery', { name: 'angry', query: {} })).rejects.toMatchObject({
      code: 'conflict',
    })
    await study.ask('search.saveQuery', { id, name: 'Very angry', query: { intensities: [3] } })
    expect((await study.ask('search.queries', {})).queries).toMatchObject([
      { id, name: 'Very angry', query: { intensities: [3], codes: [] } },
    ])
    await study.ask('search.removeQuery', { id })
    expect((await study.ask('search.queries', {})).queries).toEqual([])
    await study.ask('history.undo', {})
    expect((await study.ask('search.queries', {})).queries).toHaveLength(1)
  })

  it('become files without the words of those who do not want to be quoted', async () => {
    await study.ask('participants.change', { participant: 2, consentQuotes: false })
    const query: Query = { families: ['emotion'], participants: [1, 2] }
    const made = await study.ask('search.retrieveFile', { query, name: 'Angry: all', format: 'md' })
    const text = new TextDecoder().decode(made.bytes)
    expect(made.name).toBe('Test study – Angry  all.md')
    expect(text).toContain('> bbbb\n\n— P01. Anger (3)')
    expect(text).toContain('[not to be quoted]')
    expect(text).not.toContain('gggg')
    const [step] = (await study.ask('history.log', {})).steps
    expect(step?.label).toBe('Exported 4 passages of a query as Markdown')
    const csv = await study.ask('search.retrieveFile', { query, format: 'csv' })
    expect(csv.rows).toBe(4)
  })
})
