/** The two-way map, journeys, comparisons, matrix, views, metrics and the report, through the front door. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeWords, describeDocument } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Input } from '../../contract/index.ts'
import { alignmentOf, alignmentSentence } from './alignment.ts'

const LEAK = 'It leaked for weeks.'
const RANG = 'I rang and rang.'
const KIND = 'They were kind.'

let study: TestProject
beforeEach(() => {
  study = testProject()
})
afterEach(() => study.close())

const interview = (person: string, more: object = {}): number =>
  study.transcript(`Interview ${person}`, ['I: And then?', `${person}: ${LEAK} ${RANG} ${KIND}`], more)
const code = (document: number, words: string, keys: string[]) => codeWords(study, document, words, keys)
const personId = async (name: string) => {
  const { participants } = await study.ask('participants.list', {})
  const id = participants.find((person) => person.name === name)?.id
  if (id === undefined) throw new Error(`no participant ${name}`)
  return id
}

describe('The six ways two sides meet', () => {
  const nobody = { sessions: 0, speakers: 0, positive: 0, negative: 0, beliefs: 0 }
  const residents = { P: 10, E: 5, positive: 0, negative: 5, matters: 0 }
  const colleagues = { sessions: 2, speakers: 4, positive: 0, negative: 2, beliefs: 0 }

  it.each([
    ['resident-only', { ...residents, E: 3 }, nobody],
    ['both quiet', { ...residents, E: 2 }, nobody],
    ['both quiet', { ...residents, P: 0, E: 0 }, nobody],
    ['colleague-only', { ...residents, E: 0 }, colleagues],
    ['opposed', residents, { ...colleagues, positive: 3, negative: 1 }],
    ['belief gap', { ...residents, matters: 2 }, colleagues],
    ['belief gap', residents, { ...colleagues, beliefs: 1 }],
    ['aligned', { ...residents, matters: 2 }, { ...colleagues, beliefs: 1 }],
    ['aligned', residents, colleagues],
  ] as const)('%s', (expected, own, theirs) => {
    expect(alignmentOf(own, theirs)).toBe(expected)
  })
})

describe('A touchpoint in a sentence', () => {
  const residents = { P: 4, E: 2, positive: 0, negative: 2, matters: 0 }
  const colleagues = { sessions: 2, speakers: 3, positive: 0, negative: 0, beliefs: 0 }
  const nobody = { ...colleagues, sessions: 0, speakers: 0 }

  it.each([
    [residents, colleagues, '2 of the 4 residents spoke of it; 3 colleagues in 2 sessions did.'],
    [residents, nobody, '2 of the 4 residents spoke of it; no colleague did.'],
    [residents, null, '2 of the 4 residents spoke of it.'],
    [null, colleagues, '3 colleagues in 2 sessions spoke of it.'],
    [null, nobody, 'No colleague spoke of it.'],
  ])('has a subject and a verb whichever sides are asked for', (own, theirs, sentence) => {
    expect(alignmentSentence(own, theirs)).toBe(sentence)
  })
})

describe('The two-way map', () => {
  const map = (asked: object = {}) => study.ask('mapping.twoWay', asked as Input<'mapping.twoWay'>)

  it('sets colleagues beside residents, with what is said backstage at the touchpoint it serves', async () => {
    for (const person of ['P01', 'P02']) {
      await code(interview(person), LEAK, ['CMP2.2', 'frustration:3', 'channel.phone', 'layer.expectation'])
    }
    const workshop = study.transcript('Workshop', ['C01: We log it at once.', 'C02: It goes well.'])
    // CMP2.6 is backstage and pairs with CMP2.2.
    await code(workshop, 'We log it at once.', ['CMP2.6', 'layer.staff_belief_customers_value'])
    await code(workshop, 'It goes well.', ['CMP2.6', 'satisfaction:2'])
    const { rows } = await map()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      id: 'CMP2.2',
      paired: [{ id: 'CMP2.6' }],
      alignment: 'opposed',
      sentence: 'Both residents spoke of it; 2 colleagues in 1 session did.',
      residents: { P: 2, E: 2, F: 2, sentiment: -1, expectation: 2, expectationAndReality: 0 },
      colleagues: { sessions: 1, speakers: 2, positive: 1, negative: 0 },
    })
    expect(rows[0]?.residents?.channels).toEqual([{ code: 'channel.phone', name: 'Phone', people: 2 }])
  })

  it('shows how far each told journey goes', async () => {
    const [first, second] = [interview('P01'), interview('P02')]
    await code(first, LEAK, ['CMP1.1'])
    await code(first, RANG, ['CMP3.1'])
    await code(second, LEAK, ['CMP1.1'])
    const ends = (await map()).rows.map(({ id, residents }) => [id, residents?.breaksOff])
    expect(ends).toEqual([
      ['CMP1.1', 1],
      ['CMP3.1', 1],
    ])
  })

  it('keeps residents shut while sealed, and colleagues open', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1', 'frustration:3'])
    await code(interview('C01'), LEAK, ['CMP3.1'])
    await study.ask('project.set', { sealed: true })
    await expect(map()).rejects.toMatchObject({ code: 'sealed' })
    const { rows, residents } = await map({ side: 'colleague' })
    expect(residents).toBeNull()
    expect(rows[0]).toMatchObject({ residents: null, alignment: null, colleagues: { speakers: 1 } })
  })
})

describe('Importance against frustration', () => {
  it('are both shares of those who spoke', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1', 'layer.what_matters'])
    await code(interview('P02'), LEAK, ['CMP3.1', 'frustration:2'])
    const { points } = await study.ask('mapping.importance', {})
    expect(points).toEqual([
      expect.objectContaining({
        id: 'CMP3.1',
        E: 2,
        matters: 1,
        importance: 0.5,
        frustration: 0.5,
        small: true,
      }),
    ])
  })
})

describe('One participant’s journey', () => {
  it('is in the order they told it, earlier interviews first', async () => {
    const later = interview('P01', { date: '2026-03-01' })
    const earlier = study.transcript('Before', [`P01: ${KIND}`], { date: '2026-01-01' })
    await code(later, RANG, ['CMP1.1', 'frustration:2'])
    await code(later, LEAK, ['CMP4.1'])
    await code(earlier, KIND, ['CMP3.1', 'gratitude:1'])
    const participant = await personId('P01')
    const { steps } = await study.ask('mapping.journey', { participant })
    expect(steps.map(({ touchpoints, frustration }) => [touchpoints[0]?.id, frustration])).toEqual([
      ['CMP3.1', 0],
      ['CMP4.1', 0],
      ['CMP1.1', 2],
    ])
    await study.ask('participants.withdraw', { participant, withdrawn: true })
    await expect(study.ask('mapping.journey', { participant })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('Two segments', () => {
  it('are compared with an interval, and told when they are too small', async () => {
    for (let i = 1; i <= 4; i += 1) {
      await code(interview(`P0${i}`), LEAK, i <= 2 ? ['CMP3.1', 'frustration:3'] : ['CMP3.1'])
    }
    const scope = async (names: string[]) => ({ participants: await Promise.all(names.map(personId)) })
    const { rows, caption } = await study.ask('mapping.compare', {
      first: { name: 'A', scope: await scope(['P01', 'P02']) },
      second: { name: 'B', scope: await scope(['P03', 'P04']) },
    })
    expect(rows[0]).toMatchObject({
      first: { E: 2, F: 2 },
      second: { E: 2, F: 0 },
      difference: 1,
      enough: false,
    })
    expect(rows[0]?.low).toBeLessThan(1)
    expect(caption).not.toMatch(/significant/i)
  })
})

describe('The framework matrix', () => {
  const matrix = () =>
    study.ask('mapping.framework', { touchpoints: ['CMP3.1', 'CMP4'] } as Input<'mapping.framework'>)

  it('holds the researcher’s words and the passages beside them, and undo takes them back', async () => {
    const passage = await code(interview('P01'), LEAK, ['CMP4.1'])
    const participant = await personId('P01')
    await study.ask(
      'mapping.setFrameworkCell',
      { touchpoint: 'CMP4', participant, text: ' Waited long ' },
      'Ben',
    )
    expect((await matrix()).rows[0]?.cells).toMatchObject([
      { touchpoint: 'CMP3.1', text: '', passages: [] },
      { touchpoint: 'CMP4', text: 'Waited long', coder: 'Ben', passages: [passage] },
    ])
    await study.ask('history.undo', {})
    expect((await matrix()).rows[0]?.cells[1]?.text).toBe('')
  })

  it('clears a cell with an empty text', async () => {
    await code(interview('P01'), LEAK, ['CMP4.1'])
    const participant = await personId('P01')
    for (const text of ['Something', '']) {
      await study.ask('mapping.setFrameworkCell', { touchpoint: 'CMP4', participant, text })
    }
    expect((await matrix()).rows[0]?.cells[1]).toMatchObject({ text: '', coder: null })
  })
})

describe('Metrics', () => {
  const CSV =
    '\uFEFFTouchpoint,Name,Value,Unit,Date\nCMP3.1,Days to acknowledge,4,days,2026-01-31\nZZ,Wrong,1,,\ncmp3.1,Satisfied,51,%,soon\n'

  it('come in line by line; a bad line is told and the rest goes in', async () => {
    const done = await study.ask('mapping.importMetrics', { csv: CSV })
    expect(done).toMatchObject({
      added: 1,
      changed: 0,
      failed: [
        { line: 3, message: 'the codebook has no such touchpoint' },
        { line: 4, message: 'the date is not like 2026-03-12' },
      ],
    })
    const { rows } = await study.ask('mapping.twoWay', {})
    expect(rows[0]).toMatchObject({
      id: 'CMP3.1',
      metrics: [{ name: 'Days to acknowledge', value: '4', unit: 'days' }],
    })
  })

  it('of the same name and date are replaced, not doubled', async () => {
    await study.ask('mapping.importMetrics', { csv: 'touchpoint,name,value\nCMP3.1,Score,1\n' })
    const again = await study.ask('mapping.importMetrics', { csv: 'touchpoint,name,value\nCMP3.1,Score,2\n' })
    expect(again).toMatchObject({ added: 0, changed: 1 })
    const { metrics } = await study.ask('mapping.metrics', {})
    expect(metrics).toMatchObject([{ value: '2', date: null }])
    await study.ask('mapping.removeMetric', { metric: metrics[0]?.id ?? 0 })
    expect((await study.ask('mapping.metrics', {})).metrics).toEqual([])
  })
})

describe('A saved view', () => {
  it('keeps its figures of the day, to set beside today’s', async () => {
    const document = interview('P01')
    await code(document, LEAK, ['CMP3.1', 'frustration:3'])
    const { view } = await study.ask('mapping.saveView', { kind: 'heatmap', name: 'Before', settings: {} })
    await code(document, RANG, ['CMP4.1', 'frustration:1'])
    const { rows } = await study.ask('mapping.compareView', { view })
    expect(rows).toMatchObject([
      { id: 'CMP3.1', before: { E: 1, F: 1 }, now: { E: 1, F: 1 } },
      { id: 'CMP4.1', before: null, now: { E: 1, F: 1 } },
    ])
    await study.ask('project.set', { sealed: true })
    await expect(study.ask('mapping.compareView', { view })).rejects.toMatchObject({ code: 'sealed' })
    await study.ask('mapping.removeView', { view })
    expect((await study.ask('mapping.views', {})).views).toEqual([])
  })

  it('is refused when its settings are not a heatmap’s', async () => {
    const input = { kind: 'heatmap', name: 'Odd', settings: { rows: 'bananas' } } as Input<'mapping.saveView'>
    await expect(study.ask('mapping.saveView', input)).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('The report', () => {
  it('holds the heatmap, the touchpoints, the codebook, the method and the limitations', async () => {
    for (const person of ['P01', 'P02', 'P03']) {
      const document = interview(person)
      await code(document, LEAK, ['CMP3.1', 'frustration:3', 'why.delay'])
      await code(document, RANG, ['CMP4.2', 'frustration:2'])
      await describeDocument(study, document, { status: 'complete' })
    }
    const input = { touchpoints: ['CMP3.1', 'CMP4.2'], format: 'html' } as Input<'mapping.report'>
    const { bytes, name } = await study.ask('mapping.report', input)
    const html = new TextDecoder().decode(bytes)
    expect(name).toBe('report.html')
    for (const part of [
      '<svg',
      'Acknowledgement received',
      'Updates while waiting',
      'Codebook',
      'Limitations',
      'purposive',
    ]) {
      expect(html).toContain(part)
    }
    expect(html).toContain('3 residents in 3 transcripts marked complete')
  })

  it('counts complete transcripts only, unless told otherwise', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1', 'frustration:3'])
    const input = { touchpoints: ['CMP3.1'], format: 'md' } as Input<'mapping.report'>
    const markdown = new TextDecoder().decode((await study.ask('mapping.report', input)).bytes)
    expect(markdown).toContain('Nothing in scope is coded to a touchpoint yet.')
    expect(markdown).not.toContain(LEAK)
  })
})
