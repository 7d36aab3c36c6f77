/** Views as tables: the same figures as on screen, without small counts, and without words nobody may quote. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeWords } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Input } from '../../contract/index.ts'
import { guard, openUp } from './guard.ts'

let study: TestProject
beforeEach(() => {
  study = testProject()
})
afterEach(() => study.close())

async function residents(count: number, frustrated: number): Promise<void> {
  for (let i = 1; i <= count; i += 1) {
    const document = study.transcript(`Interview ${i}`, [`P0${i}: Nobody came back to me.`])
    const keys = i <= frustrated ? ['CMP3.1', 'frustration:3', 'why.delay'] : ['CMP3.1']
    await codeWords(study, document, 'Nobody came', keys)
  }
}

const fileOf = (view: string, settings: object = {}) =>
  study.ask('tables.file', { view, settings } as Input<'tables.file'>)
const rowsOf = async (view: string, settings: object = {}): Promise<Record<string, string>[]> =>
  parse(Buffer.from((await fileOf(view, settings)).bytes), { bom: true, columns: true })
const person = async (name: string) => {
  const { participants } = await study.ask('participants.list', {})
  return participants.find((one) => one.name === name)?.id
}

const SETTINGS: Record<string, object> = {
  compare: {
    first: { name: 'All' },
    second: { name: 'Done', scope: { complete: true } },
    rows: 'touchpoint',
  },
  framework: { touchpoints: ['CMP3.1'] },
  importance: {},
  together: {},
  transcripts: {},
  words: {},
  context: { phrase: 'came back' },
  agreement: {},
  coverage: {},
  reach: { columns: 'attribute:tenure' },
  saturation: {},
}

describe('A view as a table', () => {
  it.each(Object.entries(SETTINGS))('%s is the same bytes every time', async (view, settings) => {
    await residents(4, 3)
    const first = await fileOf(view, settings)
    expect(first.name).toBe(`${view}.csv`)
    expect((await fileOf(view, settings)).bytes).toEqual(first.bytes)
  })

  it.each(Object.entries(SETTINGS))('%s is a picture as well, light or dark', async (view, settings) => {
    await residents(4, 3)
    const ask = (format: string, theme: string) =>
      study.ask('tables.file', { view, settings, format, theme } as Input<'tables.file'>)
    const [light, dark] = [await ask('svg', 'light'), await ask('svg', 'dark')]
    expect(light.name).toBe(`${view}.svg`)
    const svg = new TextDecoder().decode(light.bytes)
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/)
    expect(svg).toContain('purposive sample')
    expect(new TextDecoder().decode(dark.bytes)).not.toBe(svg)
  })

  it.each(Object.entries(SETTINGS))('%s stays shut while residents are sealed', async (view, settings) => {
    await residents(4, 3)
    await study.ask('project.set', { sealed: true })
    await expect(fileOf(view, settings)).rejects.toMatchObject({ code: 'sealed' })
  })

  it('is a line in the history of the study', async () => {
    await residents(3, 2)
    await fileOf('importance')
    const label = study.open.db.raw.prepare('SELECT label FROM step ORDER BY id DESC LIMIT 1').pluck().get()
    expect(label).toBe('Exported importance.csv, with 1 small count left out')
  })

  it('leaves out counts of one or two people, and the shares made of them', async () => {
    await residents(6, 2)
    expect(await rowsOf('importance')).toMatchObject([{ E: '6', F: '', frustration: '', matters: '0' }])
    const [pair] = await rowsOf('together', { by: 'participant' })
    expect(pair).toMatchObject({ row: 'CMP3.1', row_occurs: '6', together: '', coefficient: '' })
    const [compared] = await rowsOf('compare', SETTINGS['compare'])
    expect(compared).toMatchObject({ first: 'All', first_E: '6', first_F: '', difference: '' })
  })

  it('counts people, not passages: what one person says five times is still one person’s', async () => {
    const lines = Array.from({ length: 5 }, (_, at) => `P01: They never rang, time ${at}.`)
    const document = study.transcript('Interview 1', lines)
    for (let at = 0; at < 5; at += 1) {
      await codeWords(study, document, `never rang, time ${at}`, ['CMP3.1', 'why.delay'])
    }
    const [pair] = await rowsOf('together')
    expect(pair).toMatchObject({ together: '', participants: '', row_occurs: '', coefficient: '' })
  })

  it('leaves out whole words that only one or two people say, for they may be names', async () => {
    await residents(3, 1)
    const document = study.transcript('Interview 9', ['P09: Nobody but Kowalczyk came.'])
    await codeWords(study, document, 'Nobody but', ['CMP3.1'])
    const rows = await rowsOf('words')
    expect(rows.map(({ word }) => word)).toContain('nobody')
    expect(rows.map(({ word }) => word)).not.toContain('kowalczyk')
  })

  it('keeps two groups from being taken apart when one lies within the other', async () => {
    await residents(7, 5)
    const { documents } = await study.ask('documents.list', {})
    for (const { document } of documents.slice(1)) {
      await study.ask('documents.describe', { document, status: 'complete' })
    }
    const [row] = await rowsOf('compare', SETTINGS['compare'])
    expect(row).toMatchObject({ first_E: '7', first_F: '5' })
    expect(row).toMatchObject({ second_P: '', second_E: '', second_F: '', difference: '', low: '' })
    const other = { first: { name: 'Done', scope: { complete: true } }, second: { name: 'All' } }
    const [turned] = await rowsOf('compare', other)
    expect(turned).toMatchObject({ first_E: '', second_E: '7', difference: '' })
  })

  it('hides a second group with a small one, so that the total does not tell', async () => {
    await residents(9, 0)
    const { participants } = await study.ask('participants.list', {})
    for (const [at, { id }] of participants.entries()) {
      const tenure = at < 2 ? 'Leasehold' : at < 5 ? 'Council' : 'Private rent'
      await study.ask('participants.change', { participant: id, attributes: { tenure } })
    }
    const settings = { columns: 'attribute:tenure', scope: { journeys: ['CMP'] } }
    const rows = (await rowsOf('reach', settings)).filter(({ id }) => id === 'CMP3.1')
    const shown = Object.fromEntries(rows.map(({ group_name: name = '', E }) => [name, E]))
    expect(shown).toEqual({ Leasehold: '', Council: '', 'Private rent': '4', Everyone: '9' })
  })

  it('counts passages by transcript, and people only from three on', async () => {
    await residents(3, 2)
    const rows = await rowsOf('transcripts')
    expect(rows).toHaveLength(3)
    expect(rows.find(({ code }) => code === 'CMP3.1')).toMatchObject({
      participants: '3',
      'Interview 1': '1',
    })
    expect(rows.find(({ code }) => code === 'frustration')).toMatchObject({ participants: '' })
  })

  it('has the matrix as it was written', async () => {
    await residents(1, 1)
    const cell = { touchpoint: 'CMP3.1', participant: await person('P01'), text: '=waited, "long"' }
    await study.ask('mapping.setFrameworkCell', cell as Input<'mapping.setFrameworkCell'>)
    const [row] = await rowsOf('framework', SETTINGS['framework'])
    expect(row).toEqual({ participant: 'P01', 'CMP3.1 Acknowledgement received': `'=waited, "long"` })
  })

  it('tells a journey by touchpoint, feeling, reason and place', async () => {
    const document = study.transcript('Interview 1', ['P01: Nobody came, then they apologised.'])
    await codeWords(study, document, 'Nobody came', ['CMP3.1', 'CMP4.2', 'frustration:3', 'anger'])
    await codeWords(study, document, 'they apologised', ['CMP4.2', 'why.delay'])
    const rows = await rowsOf('journey', { participant: await person('P01') })
    expect(
      rows.map(({ step, touchpoint, emotion, intensity }) => [step, touchpoint, emotion, intensity]),
    ).toEqual([
      ['1', 'CMP3.1', 'frustration', '3'],
      ['1', 'CMP3.1', 'anger', ''],
      ['1', 'CMP4.2', 'frustration', '3'],
      ['1', 'CMP4.2', 'anger', ''],
      ['2', 'CMP4.2', '', ''],
    ])
    expect(rows.at(-1)).toMatchObject({
      reasons: 'Delay / time',
      quote: 'they apologised',
      document: 'Interview 1',
      transcript: String(document),
      start: '18',
      end: '33',
      coder: 'Amina',
    })
  })

  it('keeps the words of those who said no to being quoted', async () => {
    await residents(1, 1)
    const participant = await person('P01')
    const context = { phrase: 'nobody came' }
    expect(await rowsOf('journey', { participant })).toMatchObject([
      { quote: 'Nobody came', frustration: '3' },
    ])
    expect(await rowsOf('context', context)).toMatchObject([
      { participant: 'P01', before: '', words: 'Nobody came', after: ' back to me', start: '0', end: '11' },
    ])
    const refusal = { participant, consentQuotes: false } as Input<'participants.change'>
    await study.ask('participants.change', refusal)
    expect(await rowsOf('journey', { participant })).toMatchObject([{ quote: '', step: '1' }])
    expect(await rowsOf('context', context)).toMatchObject([{ words: '', after: '', start: '0' }])
  })

  it('follows new themes interview by interview, with the run that ends at each', async () => {
    await study.ask('codebook.add', { name: 'Trust', family: 'theme', code: 'theme.trust' })
    await study.ask('codebook.add', { name: 'Pride', family: 'theme', code: 'theme.pride' })
    const held = [['theme.trust'], [], ['theme.pride'], []]
    for (const [at, themes] of held.entries()) {
      const document = study.transcript(`Interview ${at}`, [`P0${at}: Nobody came.`], {
        date: `2026-01-0${at + 1}`,
      })
      await codeWords(study, document, 'Nobody', ['CMP3.1', ...themes])
    }
    const rows = await rowsOf('saturation', { base: 1, run: 1, threshold: 0 })
    expect(rows.map((row) => [row['new_themes'], row['themes'], row['run_share'], row['reached']])).toEqual([
      ['1', '1', '', 'no'],
      ['0', '1', '0', 'yes'],
      ['1', '2', '1', 'no'],
      ['0', '2', '0', 'no'],
    ])
  })
})

describe('A picture of a table', () => {
  it('shows no count that the table leaves out, and says why', async () => {
    await residents(6, 2)
    const { bytes } = await study.ask('tables.file', {
      view: 'together',
      settings: { columns: 'emotion' },
      format: 'svg',
    })
    const svg = new TextDecoder().decode(bytes)
    const cells = [...svg.matchAll(/>([^<]*)<\/text>/g)].map(([, words]) => words)
    expect(cells).toContain('–')
    expect(cells).not.toContain('2')
    expect(svg).toContain('– left out, to protect fewer than 3 participants.')
  })
})

describe('A guarded figure', () => {
  it('is told only when none of its counts is small, and columns never move', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.integer({ min: 1, max: 6 }), (counts, smallN) => {
        const { rows, suppressed } = openUp([['a', guard(counts, 0.5, 'b'), 'c']], smallN)
        const isSmall = counts.some((count) => count > 0 && count < smallN)
        expect(rows).toEqual([isSmall ? ['a', null, null, 'c'] : ['a', 0.5, 'b', 'c']])
        expect(suppressed).toBe(isSmall ? 1 : 0)
      }),
    )
  })
})
