/** Targets on the two-way map: written, changed, taken back, shown in every form of the map, and closed by the seal. */
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeWords } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Input } from '../../contract/index.ts'
import { targetLines } from './targets.ts'

const WORDS = 'Every report is answered by the person who will deal with it'

let study: TestProject
beforeEach(() => {
  study = testProject()
})
afterEach(() => study.close())

const write = (target: Partial<Input<'mapping.setTarget'>>) =>
  study.ask('mapping.setTarget', { touchpoint: 'CMP3.1', ...target })
const targetOf = async (side: 'both' | 'colleague' = 'both') => {
  const { rows } = await study.ask('mapping.twoWay', { side })
  return rows.find(({ id }) => id === 'CMP3.1')?.target ?? null
}
const file = async (format: 'svg' | 'csv') =>
  new TextDecoder().decode((await study.ask('mapping.twoWayFile', { format })).bytes)

describe('The target of a touchpoint', () => {
  it('stands on the map with who wrote it, also where nobody spoke of the touchpoint yet', async () => {
    const { label } = await write({ text: WORDS, value: 'within 2 working days', due: '2027-04-01' })
    expect(label).toBe('Wrote the target of “Acknowledgement received”')
    expect(await targetOf()).toMatchObject({
      text: WORDS,
      value: 'within 2 working days',
      due: '2027-04-01',
      coder: 'Amina',
    })
  })

  it('is changed, removed by emptying it, and brought back by undo, step by step', async () => {
    await write({ text: WORDS })
    await write({ value: '2 days' })
    await write({ text: '', value: '' })
    expect(await targetOf()).toBeNull()
    await study.ask('history.undo', {})
    expect(await targetOf()).toMatchObject({ text: WORDS, value: '2 days' })
    await study.ask('history.undo', {})
    expect(await targetOf()).toMatchObject({ text: WORDS, value: '' })
    await study.ask('history.redo', {})
    expect(await targetOf()).toMatchObject({ value: '2 days' })
  })

  it('that is written again word for word leaves no step', async () => {
    await write({ text: WORDS })
    const { step } = await write({ text: WORDS })
    const again = await write({ text: ` ${WORDS} ` })
    expect(again.step).toBe(step)
  })

  it('belongs to a touchpoint, not to a stage, and not to what is not there', async () => {
    await expect(write({ touchpoint: 'CMP3', text: WORDS })).rejects.toMatchObject({ code: 'invalid' })
    await expect(write({ touchpoint: 'ZZ', text: WORDS })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('goes with its touchpoint, and comes back with it', async () => {
    await write({ text: WORDS })
    const code = study.code('CMP3.1') as Input<'codebook.remove'>['code']
    await study.ask('codebook.remove', { code })
    expect(await targetOf()).toBeNull()
    await study.ask('history.undo', {})
    expect(await targetOf()).toMatchObject({ text: WORDS })
  })
})

describe('The targets of two touchpoints that are merged', () => {
  const merge = () =>
    study.ask('codebook.merge', {
      from: [study.code('CMP3.2')],
      into: study.code('CMP3.1'),
    } as Input<'codebook.merge'>)

  it('stand one under the other', async () => {
    await write({ text: WORDS, value: '2 days' })
    await write({ touchpoint: 'CMP3.2', text: 'And told what happens next', value: '1 day' })
    await merge()
    expect(await targetOf()).toMatchObject({ text: `${WORDS}\nAnd told what happens next`, value: '2 days' })
  })

  it('fill each other’s gaps', async () => {
    await write({ text: WORDS })
    await write({ touchpoint: 'CMP3.2', value: '1 day', due: '2027-04-01' })
    await merge()
    expect(await targetOf()).toMatchObject({ text: WORDS, value: '1 day', due: '2027-04-01' })
  })

  it('are the one there is', async () => {
    await write({ touchpoint: 'CMP3.2', text: WORDS })
    await merge()
    expect(await targetOf()).toMatchObject({ text: WORDS })
  })
})

describe('A saved map', () => {
  it('shows the target in the picture and in the table', async () => {
    await write({ text: WORDS, value: 'within 2 working days', due: '2027-04-01' })
    const svg = await file('svg')
    expect(svg).toContain('>Target<')
    expect(svg).toContain('>by 1 Apr 2027<')
    const [row] = parse<Record<string, string>>(await file('csv'), { bom: true, columns: true })
    expect(row).toMatchObject({
      target: WORDS,
      target_value: 'within 2 working days',
      target_due: '2027-04-01',
    })
  })

  it('has no lane for targets when none is written, and counts who told their ideal', async () => {
    for (const person of ['P01', 'P02', 'P03']) {
      const document = study.transcript(person, [`${person}: I would ring once and that is it.`])
      await codeWords(study, document, 'I would ring once', ['CMP3.1', 'layer.ideal_journey'])
    }
    const svg = await file('svg')
    expect(svg).not.toContain('>Target<')
    expect(svg).toContain('>told by 3<')
  })
})

it('While residents’ findings are sealed, a target can be neither seen nor written', async () => {
  await write({ text: WORDS })
  await study.ask('project.set', { sealed: true })
  expect(await targetOf('colleague')).toBeNull()
  await expect(write({ text: 'Something else' })).rejects.toMatchObject({ code: 'sealed' })
  await study.ask('project.set', { sealed: false })
  expect(await targetOf()).toMatchObject({ text: WORDS })
})

it('A target is told in short lines', () => {
  const about = { coder: 'Amina', changed: '' }
  expect(targetLines({ text: 'One call', value: '', due: null, ...about })).toEqual(['One call'])
  expect(targetLines({ text: '', value: '90 %', due: '2027-12-31', ...about })).toEqual([
    '90 %',
    'by 31 Dec 2027',
  ])
  expect(targetLines(null)).toEqual([])
})
