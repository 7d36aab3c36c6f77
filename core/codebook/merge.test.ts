import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../contract/index.ts'
import { testProject, type TestProject } from '../../test/support/project.ts'

let study: TestProject
let document: number
beforeEach(() => {
  study = testProject()
  document = study.transcript('Interview 1', ['P01: aaaa bbbb cccc dddd eeee ffff'])
})
afterEach(() => study.close())

type Code = Output<'codebook.list'>['codes'][number]

const codes = async (): Promise<Code[]> => (await study.ask('codebook.list', {})).codes
const theme = (name: string, more: object = {}) =>
  study.ask('codebook.add', { name, family: 'theme', ...more } as Input<'codebook.add'>)
const merge = (from: number[], into: number) =>
  study.ask('codebook.merge', { from, into } as Input<'codebook.merge'>)
const preview = (from: number[], into: number) =>
  study.ask('codebook.mergePreview', { from, into } as Input<'codebook.mergePreview'>)
const named = async (name: string): Promise<Code | undefined> =>
  (await codes()).find((code) => code.name === name)
async function mark(start: number, ...uses: { code: number; intensity?: 1 | 2 | 3 }[]): Promise<number> {
  const asked = { document, start, end: start + 4, codes: uses }
  return (await study.ask('codings.add', asked as Input<'codings.add'>)).passage.id
}

describe('merging several codes at once', () => {
  it('is one step, said before it is done and taken back whole', async () => {
    const [trust, faith, hope] = [await theme('Trust'), await theme('Faith'), await theme('Hope')]
    await mark(0, { code: trust.code }, { code: faith.code })
    await mark(5, { code: faith.code }, { code: hope.code })
    await mark(10, { code: hope.code })
    await theme('Hoping against hope', { parent: hope.code })
    expect(await preview([faith.code, hope.code], trust.code)).toEqual({ codings: 4, shared: 2, children: 1 })

    const before = await codes()
    const { label } = await merge([faith.code, hope.code], trust.code)
    expect(label).toBe('Merged “Faith”, “Hope” into “Trust”')
    expect(await named('Trust')).toMatchObject({ used: 3, aliases: ['Faith', 'Hope'] })
    expect(await named('Hoping against hope')).toMatchObject({ parent: trust.code })
    expect([await named('Faith'), await named('Hope')]).toEqual([undefined, undefined])
    await study.ask('history.undo', {})
    expect(await codes()).toEqual(before)
  })

  it('counts a child that goes too, or that stays, for nothing', async () => {
    const top = await theme('Trust')
    const one = await theme('Faith', { parent: top.code })
    const other = await theme('Hope', { parent: top.code })
    expect(await preview([top.code, one.code], other.code)).toMatchObject({ children: 0 })
    await merge([top.code, one.code], other.code)
    expect(await named('Hope')).toMatchObject({ parent: null, aliases: ['Trust', 'Faith'] })
  })

  it('into itself, or into another kind, changes nothing', async () => {
    const { code } = await theme('Trust')
    await expect(merge([code], code)).rejects.toMatchObject({ code: 'invalid' })
    await expect(merge([code, study.code('anger')], study.code('relief'))).rejects.toThrow(
      'of different kinds',
    )
    expect(await named('Trust')).toBeDefined()
  })
})

describe('a code that is merged', () => {
  it('into one that stands under it leaves a tree, not a circle', async () => {
    const top = await theme('Trust')
    const middle = await theme('Broken promises', { parent: top.code })
    const leaf = await theme('Missed visits', { parent: middle.code })
    await merge([top.code], leaf.code)
    expect(await named('Missed visits')).toMatchObject({ parent: null })
    expect(await named('Broken promises')).toMatchObject({ parent: leaf.code })
  })

  it('with its own counterpart leaves it without one', async () => {
    const one = await theme('Trust')
    const other = await theme('Faith')
    await study.ask('codebook.change', { code: other.code, pairsWith: one.code })
    await merge([one.code], other.code)
    expect(await named('Faith')).toMatchObject({ pairsWith: null })
  })

  it('keeps its other names, for it is still looked for by them', async () => {
    const one = await theme('Trust', { aliases: ['belief', 'Faith'] })
    const other = await theme('Faith', { aliases: ['confidence'] })
    await merge([one.code], other.code)
    expect((await named('Faith'))?.aliases).toEqual(['confidence', 'Trust', 'belief'])
  })

  it('brings what is to be looked at again, and nothing else', async () => {
    const one = await theme('Trust')
    const other = await theme('Faith')
    await mark(0, { code: one.code })
    for (const definition of ['In people', 'In people and teams', 'In anybody'])
      await study.ask('codebook.change', { code: one.code, definition })
    await mark(5, { code: one.code })
    await merge([one.code], other.code)
    expect((await study.ask('codebook.stale', {})).total).toBe(1)
    await study.ask('codebook.change', { code: other.code, definition: 'In a promise' })
    expect((await study.ask('codebook.stale', {})).total).toBe(2)
  })

  it('takes along the researcher’s own words and the measures of a touchpoint', async () => {
    const [one, other] = [study.code('CMP1.1'), study.code('CMP1.2')]
    await mark(0, { code: other })
    const { participants } = await study.ask('participants.list', {})
    const participant = participants[0]?.id ?? 0
    const say = (touchpoint: string, text: string) =>
      study.ask('mapping.setFrameworkCell', {
        touchpoint,
        participant,
        text,
      } as Input<'mapping.setFrameworkCell'>)
    await say('CMP1.1', 'Rang twice.')
    await say('CMP1.2', 'Gave up.')
    const csv =
      'touchpoint,name,value,date\nCMP1.1,Calls,40,2026-01-01\nCMP1.1,Days,9,2026-01-01\nCMP1.2,Days,7,2026-01-01\n'
    await study.ask('mapping.importMetrics', { csv })
    await merge([one], other)
    const { rows } = await study.ask('mapping.framework', {
      touchpoints: ['CMP1.2'],
    } as Input<'mapping.framework'>)
    expect(rows[0]?.cells.find(({ touchpoint }) => touchpoint === 'CMP1.2')?.text).toBe(
      'Gave up.\n\nRang twice.',
    )
    const { metrics } = await study.ask('mapping.metrics', {})
    expect(metrics.map(({ name, value }) => [name, value]).toSorted()).toEqual([
      ['Calls', '40'],
      ['Days', '7'],
    ])
  })

  it('is still what a saved query looks for', async () => {
    const [trust, faith] = [await theme('Trust'), await theme('Faith')]
    await mark(0, { code: faith.code })
    const query = { codes: [faith.code], and: [{ relation: 'with', codes: [faith.code, trust.code] }] }
    await study.ask('search.saveQuery', { name: 'Belief', query } as Input<'search.saveQuery'>)
    await merge([faith.code], trust.code)
    const [saved] = (await study.ask('search.queries', {})).queries
    expect(saved?.query).toMatchObject({ codes: [trust.code], and: [{ codes: [trust.code] }] })
  })
})
