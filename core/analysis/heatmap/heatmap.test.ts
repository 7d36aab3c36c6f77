/** The heatmap through the front door: what counts where, and what every figure is. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeWords, describeDocument } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Input, Output } from '../../contract/index.ts'

const LEAK = 'It leaked for three long weeks.'
const RANG = 'I rang and rang.'
const KIND = 'They were kind.'
const NOBODY = 'Nobody came back to me.'

let study: TestProject
beforeEach(() => {
  study = testProject()
})
afterEach(() => study.close())

/** Everyone says the same four sentences, so that a passage is named by its words. */
const interview = (participant: string): number =>
  study.transcript(`Interview ${participant}`, [
    'I: How was it for you?',
    `${participant}: ${LEAK} ${RANG} ${KIND} ${NOBODY}`,
  ])
const code = (document: number, words: string, keys: string[], coder?: string) =>
  codeWords(study, document, words, keys, coder)
const heatmapOf = (settings: object = {}) =>
  study.ask('analysis.heatmap', settings as Input<'analysis.heatmap'>)

function cellOf(heatmap: Output<'analysis.heatmap'>, row: string, column?: string) {
  const cells = column === undefined ? heatmap.rows.map(({ total }) => total) : heatmap.cells
  const cell = cells.find((cell) => cell.row === row && (column === undefined || cell.column === column))
  if (!cell) throw new Error(`no cell ${row} × ${column ?? 'total'}`)
  return cell
}

describe('A heatmap cell', () => {
  it('counts participants, not passages', async () => {
    const [first, second, third] = [interview('P01'), interview('P02'), interview('P03')]
    await describeDocument(study, third, { status: 'complete' })
    await code(first, LEAK, ['CMP3.1', 'frustration:3'])
    await code(first, RANG, ['CMP3.1', 'frustration:2'])
    await code(second, LEAK, ['CMP3.1'])

    const total = cellOf(await heatmapOf(), 'CMP3.1')
    expect(total).toMatchObject({
      P: 3,
      E: 2,
      F: 1,
      passages: 3,
      prevalence: 0.5,
      reach: 2 / 3,
      share: 1 / 3,
    })
    expect(total).toMatchObject({ intensity: 2.5, index: 50, spread: 2 / 3, state: 'small' })
  })

  it('reads a feeling coded without a strength as clear', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1', 'frustration'])
    expect(cellOf(await heatmapOf(), 'CMP3.1').intensity).toBe(2)
  })

  it('takes the mean over participants of each one’s own mean', async () => {
    const first = interview('P01')
    await code(first, LEAK, ['CMP3.1', 'frustration:3'])
    await code(first, RANG, ['CMP3.1', 'frustration:3'])
    await code(first, NOBODY, ['CMP3.1', 'frustration:3'])
    await code(interview('P02'), LEAK, ['CMP3.1', 'frustration:1'])
    expect(cellOf(await heatmapOf(), 'CMP3.1').intensity).toBe(2)
  })

  it('counts words that several passages share once', async () => {
    const document = interview('P01')
    await code(document, `${LEAK} ${RANG}`, ['CMP3.1', 'frustration:3'])
    await code(document, LEAK, ['CMP3.1', 'frustration:1'], 'Ben')
    // 6 + 4 of the 6 + 4 + 3 + 5 words the participant says.
    expect(cellOf(await heatmapOf(), 'CMP3.1').density).toBeCloseTo((1000 * 10) / 18)
  })

  it('leaves an interviewer’s question out of the words, even inside a passage', async () => {
    const document = study.transcript('Interview P01', [
      'P01: It was bad.',
      'I: Was it very bad indeed?',
      'P01: Yes it was.',
    ])
    await code(document, 'It was bad.\nWas it very bad indeed?\nYes it was.', ['CMP3.1', 'frustration:3'])
    expect(cellOf(await heatmapOf(), 'CMP3.1').density).toBe(1000)
  })

  it('shows who also spoke well of it', async () => {
    const [first, second] = [interview('P01'), interview('P02')]
    await code(first, LEAK, ['CMP3.1', 'frustration:3'])
    await code(first, KIND, ['CMP3.1', 'gratitude:2'])
    await code(second, KIND, ['CMP3.1', 'relief:2'])
    expect(cellOf(await heatmapOf(), 'CMP3.1')).toMatchObject({ positive: 2, both: 1, sentiment: 0.5 })
  })
})

describe('An emotion passage', () => {
  it('counts at the touchpoint of a passage it overlaps, when it has none of its own', async () => {
    const document = interview('P01')
    await code(document, `${LEAK} ${RANG}`, ['CMP3.1'])
    await code(document, `${RANG} ${KIND}`, ['frustration:3'])
    expect(cellOf(await heatmapOf(), 'CMP3.1')).toMatchObject({ E: 1, F: 1, passages: 2 })
  })

  it('stays at its own touchpoint when it has one', async () => {
    const document = interview('P01')
    await code(document, `${LEAK} ${RANG}`, ['CMP3.1'])
    await code(document, `${RANG} ${KIND}`, ['CMP4.1', 'frustration:3'])
    const heatmap = await heatmapOf()
    expect(cellOf(heatmap, 'CMP3.1').F).toBe(0)
    expect(cellOf(heatmap, 'CMP4.1').F).toBe(1)
  })

  it('does not count through another coder’s passage, or one it only touches', async () => {
    const document = interview('P01')
    await code(document, LEAK, ['CMP3.1'])
    await code(document, `${LEAK} ${RANG}`, ['frustration:3'], 'Ben')
    await code(document, RANG, ['frustration:3'])
    expect(cellOf(await heatmapOf(), 'CMP3.1').F).toBe(0)
  })

  it('counts a participant once when two coders agree, and once when only one saw it', async () => {
    const document = interview('P01')
    await code(document, LEAK, ['CMP3.1', 'frustration:3'])
    await code(document, LEAK, ['CMP3.1'], 'Ben')
    expect(cellOf(await heatmapOf(), 'CMP3.1')).toMatchObject({ E: 1, F: 1, passages: 2 })
  })
})

describe('The columns', () => {
  it('by emotion count participants with each emotion, over everyone who spoke', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1', 'frustration:3', 'anger:2'])
    await code(interview('P02'), LEAK, ['CMP3.1'])
    const heatmap = await heatmapOf()
    expect(heatmap.columns.map(({ id }) => id)).toEqual(['frustration', 'anger'])
    expect(cellOf(heatmap, 'CMP3.1', 'anger')).toMatchObject({ P: 2, E: 2, F: 1, passages: 1, intensity: 2 })
  })

  it('by attribute split the participants, and show a value nobody coded yet as not coded', async () => {
    const coded = interview('P01')
    interview('P02')
    await code(coded, LEAK, ['CMP3.1', 'frustration:3'])
    const people = await study.ask('participants.list', {})
    for (const [place, tenure] of ['Leaseholder', 'Affordable rent'].entries()) {
      const participant = people.participants[place]?.id
      await study.ask('participants.change', {
        participant,
        attributes: { tenure },
      } as Input<'participants.change'>)
    }
    const heatmap = await heatmapOf({ columns: 'attribute:tenure' })
    expect(heatmap.columns.map(({ name }) => name)).toEqual(['Affordable rent', 'Leaseholder'])
    expect(cellOf(heatmap, 'CMP3.1', 'Leaseholder')).toMatchObject({ P: 1, E: 1, F: 1 })
    expect(cellOf(heatmap, 'CMP3.1', 'Affordable rent')).toMatchObject({ P: 0, state: 'uncoded' })
  })

  it('by channel count people with such a passage there, and read overlapping passages together', async () => {
    const document = interview('P01')
    await code(document, `${LEAK} ${RANG}`, ['CMP3.1', 'channel.phone'])
    await code(document, RANG, ['frustration:3'])
    await code(document, KIND, ['CMP3.1', 'channel.letter'])
    const heatmap = await heatmapOf({ columns: 'channel' })
    expect(cellOf(heatmap, 'CMP3.1', 'channel.phone')).toMatchObject({ P: 1, E: 1, F: 1 })
    expect(cellOf(heatmap, 'CMP3.1', 'channel.letter')).toMatchObject({ P: 1, E: 1, F: 0 })
  })
})

describe('The rows', () => {
  it('roll touchpoints up into stages and journeys, with what was coded straight at the stage', async () => {
    const [first, second] = [interview('P01'), interview('P02')]
    await code(first, LEAK, ['CMP3.1', 'frustration:3'])
    await code(second, LEAK, ['CMP3', 'frustration:1'])
    expect(cellOf(await heatmapOf({ rows: 'stage' }), 'CMP3')).toMatchObject({ E: 2, F: 2 })
    expect(cellOf(await heatmapOf({ rows: 'journey' }), 'CMP')).toMatchObject({ E: 2, F: 2 })
    expect(cellOf(await heatmapOf({ rows: 'touchpoint' }), 'CMP3.1')).toMatchObject({ E: 1, F: 1 })
  })

  it('stand in journey order, or by measure with thin rows last', async () => {
    for (const name of ['P01', 'P02', 'P03']) {
      const document = interview(name)
      await code(document, LEAK, name === 'P01' ? ['CMP3.1', 'frustration:3'] : ['CMP3.1'])
      await code(document, RANG, ['CMP4.2', 'frustration:3'])
    }
    await code(1, KIND, ['CMP1.1', 'frustration:3'])
    const names = (heatmap: Output<'analysis.heatmap'>) => heatmap.rows.map(({ id }) => id)
    expect(names(await heatmapOf())).toEqual(['CMP1.1', 'CMP3.1', 'CMP4.2'])
    expect(names(await heatmapOf({ sort: 'measure' }))).toEqual(['CMP4.2', 'CMP3.1', 'CMP1.1'])
  })

  it('include what nobody mentioned only when asked', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1'])
    expect((await heatmapOf()).rows).toHaveLength(1)
    const everything = await heatmapOf({ all: true })
    expect(everything.rows.length).toBeGreaterThan(100)
    expect(cellOf(everything, 'CMP3.2')).toMatchObject({ P: 1, E: 0, state: 'unmentioned' })
  })

  it('carry the reasons most people gave', async () => {
    const [first, second] = [interview('P01'), interview('P02')]
    await code(first, LEAK, ['CMP3.1', 'why.delay', 'why.comms'])
    await code(second, LEAK, ['CMP3.1', 'why.delay'])
    const [row] = (await heatmapOf()).rows
    expect(row?.why.map(({ code, participants }) => [code, participants])).toEqual([
      ['why.delay', 2],
      ['why.comms', 1],
    ])
  })
})

describe('The scope', () => {
  it('with nobody in it gives no rows and says so', async () => {
    const heatmap = await heatmapOf()
    expect(heatmap.rows).toEqual([])
    expect(heatmap.settings.participants).toBe(0)
    expect(heatmap.survival.survives).toBe(false)
  })

  it('leaves a withdrawn participant out everywhere at once, and takes them back', async () => {
    const [first, second] = [interview('P01'), interview('P02')]
    await code(first, LEAK, ['CMP3.1', 'frustration:3'])
    await code(second, RANG, ['CMP3.1'])
    const [person] = (await study.ask('participants.list', {})).participants
    const withdraw = (withdrawn: boolean) =>
      study.ask('participants.withdraw', {
        participant: person?.id,
        withdrawn,
      } as Input<'participants.withdraw'>)
    await withdraw(true)
    expect(cellOf(await heatmapOf(), 'CMP3.1')).toMatchObject({ P: 1, E: 1, F: 0 })
    expect((await heatmapOf({ columns: 'participant' })).columns.map(({ name }) => name)).toEqual(['P02'])
    await withdraw(false)
    expect(cellOf(await heatmapOf(), 'CMP3.1')).toMatchObject({ P: 2, E: 2, F: 1 })
  })

  it('can be limited to complete transcripts', async () => {
    const [first, second] = [interview('P01'), interview('P02')]
    await code(first, LEAK, ['CMP3.1', 'frustration:3'])
    await code(second, LEAK, ['CMP3.1'])
    await describeDocument(study, second, { status: 'complete' })
    expect(cellOf(await heatmapOf({ scope: { complete: true } }), 'CMP3.1')).toMatchObject({
      P: 1,
      E: 1,
      F: 0,
    })
  })

  it('keeps residents out of sight while they are sealed, and still shows colleagues', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1', 'frustration:3'])
    await code(interview('C01'), LEAK, ['CMP3.1', 'frustration:3'])
    await study.ask('project.set', { sealed: true })
    await expect(heatmapOf()).rejects.toMatchObject({ code: 'sealed' })
    await expect(heatmapOf({ scope: { role: 'any' } })).rejects.toMatchObject({ code: 'sealed' })
    expect(cellOf(await heatmapOf({ scope: { role: 'colleague' } }), 'CMP3.1')).toMatchObject({ P: 1, F: 1 })
  })
})

describe('After a change', () => {
  it('shows one more coding, one fewer, and what undo brings back', async () => {
    const document = interview('P01')
    await code(document, LEAK, ['CMP3.1'])
    expect(cellOf(await heatmapOf(), 'CMP3.1').F).toBe(0)
    await code(document, LEAK, ['frustration:3'])
    expect(cellOf(await heatmapOf(), 'CMP3.1').F).toBe(1)
    await study.ask('history.undo', {})
    expect(cellOf(await heatmapOf(), 'CMP3.1').F).toBe(0)
  })
})

describe('The definitions of frustration', () => {
  it('widen from strict to blocked to the family, and the caption says which', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1', 'frustration:1'])
    await code(interview('P02'), LEAK, ['CMP3.1', 'anger:2'])
    await code(interview('P03'), LEAK, ['CMP3.1', 'confusion:2'])
    const strict = await heatmapOf()
    const blocked = await heatmapOf({ frustration: 'blocked' })
    const family = await heatmapOf({ frustration: 'family' })
    expect([strict, blocked, family].map((heatmap) => cellOf(heatmap, 'CMP3.1').F)).toEqual([1, 2, 3])
    // (1 × 1 + 1 × 2 + 0.5 × 2) of a possible 9.
    expect(cellOf(family, 'CMP3.1').index).toBeCloseTo((100 * 4) / 9)
    expect(family.settings.caption).toContain('Confusion')
    expect(strict.settings.caption).toContain('Indicative; purposive sample.')
  })

  it('are compared: the top three survive, or the sentence says where they differ', async () => {
    for (const name of ['P01', 'P02', 'P03']) {
      const document = interview(name)
      await code(document, LEAK, ['CMP3.1', 'frustration:1'])
      await code(document, RANG, ['CMP4.2', name === 'P01' ? 'frustration:1' : 'anger:2'])
    }
    const { survival } = await heatmapOf()
    expect(survival).toMatchObject({ survives: true })
    for (const [place, words] of [KIND, NOBODY].entries()) {
      for (const document of [1, 2, 3]) {
        const feeling = place === 0 ? ['frustration:1'] : document === 1 ? ['frustration:1'] : ['distrust:3']
        await code(document, words, [place === 0 ? 'CMP5.1' : 'CMP6.1', ...feeling])
      }
    }
    expect((await heatmapOf()).survival.survives).toBe(false)
  })
})

describe('Certainty', () => {
  it('is added when asked for, and is the same for the same seed', async () => {
    for (const name of ['P01', 'P02', 'P03', 'P04']) {
      const document = interview(name)
      await code(document, LEAK, ['CMP3.1', `frustration:${name === 'P01' ? 1 : 3}`])
      await code(document, RANG, name === 'P02' ? ['CMP4.2', 'frustration:1'] : ['CMP4.2'])
    }
    const settings = { bootstrap: true, draws: 200, seed: 7 }
    const first = await heatmapOf(settings)
    const total = cellOf(first, 'CMP3.1')
    expect(total.indexLow).toBeLessThanOrEqual(total.index ?? 0)
    expect(total.indexHigh).toBeGreaterThanOrEqual(total.index ?? 0)
    expect(first.rows.map(({ topThree }) => topThree)).toEqual([1, 1])
    expect(await heatmapOf(settings)).toEqual(first)
    expect(first.settings.caption).toContain('seed 7')
  })
})

describe('Behind a number', () => {
  it('are exactly its passages, in the order of the transcripts', async () => {
    const [first, second] = [interview('P02'), interview('P01')]
    const late = await code(first, RANG, ['CMP3.1', 'frustration:3'])
    const early = await code(first, LEAK, ['CMP3.1', 'frustration:1'])
    const other = await code(second, KIND, ['CMP3.1', 'gratitude:1'])
    const behind = async (door: object) => {
      const input = { settings: {}, ...door } as Input<'analysis.behind'>
      const { total, passages } = await study.ask('analysis.behind', input)
      return { total, ids: passages.map(({ passage }) => passage) }
    }
    expect(await behind({ row: 'CMP3.1', column: 'frustration' })).toEqual({ total: 2, ids: [early, late] })
    expect(await behind({ row: 'CMP3.1', column: null, of: 'E' })).toEqual({
      total: 3,
      ids: [other, early, late],
    })
    expect(await behind({ row: null, column: 'gratitude' })).toEqual({ total: 1, ids: [other] })
    expect(await behind({ row: 'CMP3.1', column: null, of: 'E', offset: 1, limit: 1 })).toEqual({
      total: 3,
      ids: [early],
    })
    expect(await behind({ row: 'CMP9.9', column: null })).toEqual({ total: 0, ids: [] })
  })
})
