import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../test/support/project.ts'
import type { Input, Output } from '../contract/index.ts'
import { readSource } from '../import/read.ts'

const LINES = [
  'I: What happened after you rang?',
  'P01: =HYPERLINK("http://x") they said, "ring back", 😤 and nobody did.',
  'I: And then?',
  'P01: Nobody came. Three weeks, no heating.',
  'P02: Same here.',
]

let study: TestProject
let document: number
beforeEach(async () => {
  study = testProject()
  document = study.transcript('Interview 1', LINES, { date: '2026-03-12' })
  await code('they said', ['CMP1.1', 'frustration', 'why.delay'], 3)
  await code('Nobody came', ['anger'])
  await code('Same here', ['frustration'])
})
afterEach(() => study.close())

async function code(words: string, keys: string[], intensity?: 1 | 2 | 3): Promise<number> {
  const { text } = await study.ask('documents.read', { document })
  const start = text.indexOf(words)
  const { passage } = await study.ask('codings.add', {
    document,
    start,
    end: start + words.length,
    codes: keys.map((key) => ({ code: study.code(key), ...(intensity && { intensity }) })),
  })
  return passage.id
}

const make = (format: string, more: Partial<Input<'exporting.make'>> = {}) =>
  study.ask('exporting.make', { format, ...more })
const text = (made: Output<'exporting.make'>, file = 0) => new TextDecoder().decode(made.files[file]?.bytes)
const table = (made: Output<'exporting.make'>): Record<string, string>[] =>
  parse(text(made), { columns: true, bom: true })

async function participant(name: string): Promise<number> {
  const { participants } = await study.ask('participants.list', {})
  return participants.find((person) => person.name === name)?.id ?? 0
}

describe('the coded dataset', () => {
  it('has one row for each coding, with what else is on the passage', async () => {
    const made = await make('csv')
    const rows = table(made)
    expect(made.rows).toBe(5)
    expect(rows.map(({ code }) => code)).toEqual([
      'CMP1.1',
      'frustration',
      'why.delay',
      'anger',
      'frustration',
    ])
    expect(rows[1]).toMatchObject({
      document: 'Interview 1',
      participant: 'P01',
      role: 'resident',
      date: '2026-03-12',
      intensity: '3',
      quote: 'they said',
      emotions: 'Frustration',
      coder: 'Amina',
      start: '53',
    })
    expect(rows[0]?.['path']).toMatch(/^.+ › .+ › .+$/)
  })

  it('says when in the recording it was, by the last turn that has a time', async () => {
    const turn = (text: string, at: number | null) => ({ kind: 'speech', speaker: 0, text, at })
    const timed = study.transcript('Interview 2', ['P03: x'], {
      turns: [turn('one', 5_000), turn('two', null), turn('three', 3_725_000)],
    })
    const codes = [{ code: study.code('anger') }]
    for (const [start, end] of [
      [4, 7],
      [8, 13],
    ] as const) {
      await study.ask('codings.add', { document: timed, start, end, codes })
    }
    const rows = table(await make('csv')).filter((row) => row['document'] === 'Interview 2')
    expect(rows.map(({ quote, at }) => [quote, at])).toEqual([
      ['two', '0:00:05'],
      ['three', '1:02:05'],
    ])
  })

  it('comes with a dictionary that explains every column', async () => {
    const made = await make('csv')
    const columns = Object.keys(table(made)[0] ?? {})
    const dictionary = parse(text(made, 1), { columns: true, bom: true }) as { column: string }[]
    expect(dictionary.map(({ column }) => column)).toEqual(columns)
  })

  it('leaves out everyone who has withdrawn, wherever their words are', async () => {
    await code('no heating.\nSame', ['disappointment'])
    await study.ask('participants.withdraw', { participant: await participant('P02'), withdrawn: true })
    const made = await make('csv')
    expect(table(made).map(({ participant }) => participant)).toEqual(['P01', 'P01', 'P01', 'P01'])
    expect(text(made)).not.toContain('Same')
    expect(made.lost.join()).toContain('withdrawn')
    expect(text(await make('participants'))).not.toContain('P02')
    expect(text(await make('audit-trail'))).not.toContain('P02')
  })

  it('keeps back the words of a participant who does not want to be quoted', async () => {
    await study.ask('participants.change', { participant: await participant('P01'), consentQuotes: false })
    const made = await make('csv')
    expect(table(made).map(({ quote }) => quote)).toEqual(['', '', '', '', 'Same here'])
    expect(made.lost.join()).toContain('2 passages with someone who does not want to be quoted')
  })

  it('heads a memo with no words of a participant who does not want to be quoted', async () => {
    const passage = await code('Three weeks', ['anger'])
    await study.ask('memos.add', { on: { kind: 'passage', id: passage }, text: 'How long is too long?' })
    expect(text(await make('memos'))).toContain('“Three weeks”')
    await study.ask('participants.change', { participant: await participant('P01'), consentQuotes: false })
    const quiet = text(await make('memos'))
    expect(quiet).not.toContain('Three weeks')
    expect(quiet).toMatch(/### Interview 1, \d+ to \d+\n[^]*How long is too long\?/)
  })

  it('holds special-category details only when they are asked for, and says who would stand out', async () => {
    await study.ask('participants.change', {
      participant: await participant('P01'),
      attributes: { tenure: 'Social rent', disability: 'Yes' },
    })
    const plain = await make('csv')
    expect(Object.keys(table(plain)[0] ?? {})).toContain('tenure')
    expect(Object.keys(table(plain)[0] ?? {})).not.toContain('disability')
    expect(plain.lost.join()).toContain('Disability')
    expect(plain.cautions.join()).toContain(
      '1 of 2 participants have a combination of Tenure that fewer than 3 share, 1 of them nobody else',
    )
    expect(table(await make('csv', { special: true }))[0]).toMatchObject({ disability: 'Yes' })
  })

  it('says before anything is made who would stand out in it, and of whom is asked', async () => {
    for (const name of ['P01', 'P02']) {
      const attributes = { tenure: 'Social rent', disability: name === 'P01' ? 'Yes' : 'No' }
      await study.ask('participants.change', { participant: await participant(name), attributes })
    }
    const cautions = async (asked: Input<'exporting.cautions'>) =>
      (await study.ask('exporting.cautions', asked)).cautions.join()
    expect(await cautions({ format: 'csv' })).toMatch(/^2 of 2 .* Tenure that fewer than 3 share, and/)
    for (const format of ['csv', 'xlsx', 'participants']) {
      const asked = { format, special: true }
      expect(await cautions(asked)).toContain(
        'Tenure, Disability or long-term condition that fewer than 3 share, 2 of them nobody else',
      )
      expect((await make(format, asked)).cautions.join()).toBe(await cautions(asked))
    }
    expect(await cautions({ format: 'csv', role: 'colleague' })).toBe('')
    expect(await cautions({ format: 'qdc' })).toBe('')
    expect((await study.ask('history.log', {})).steps.map(({ label }) => label)).not.toContain('Exported')
  })

  it('gives the same bytes for the same project, as CSV and as a workbook', async () => {
    for (const format of ['csv', 'xlsx', 'codebook-xlsx', 'qdc', 'passages']) {
      const first = await make(format)
      const second = await make(format)
      expect(second.files).toEqual(first.files)
    }
  })

  it('opens as a workbook with formulas as words', async () => {
    await code('=HYPERLINK("http://x")', ['anger'])
    const { files } = await make('xlsx')
    const source = await readSource({ name: 'dataset.xlsx', bytes: files[0]?.bytes ?? new Uint8Array() })
    const cells = source.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat(2) : []))
    expect(cells.map((cell) => cell.text)).toContain('=HYPERLINK("http://x")')
  })
})

describe('what an export leaves behind', () => {
  it('every export is a step of the history that cannot be undone', async () => {
    await make('csv')
    const [step] = (await study.ask('history.log', {})).steps
    expect(step).toMatchObject({ kind: 'exporting.make', label: 'Exported the coded dataset as CSV, 5 rows' })
    expect((await study.ask('history.state', {})).undo).toBe('Coded “Frustration”')
  })

  it('residents’ side stays closed while it is sealed; the colleagues’ and the codebook do not', async () => {
    await study.ask('project.set', { sealed: true })
    for (const format of ['csv', 'xlsx', 'memos', 'passages', 'participants']) {
      await expect(make(format)).rejects.toMatchObject({ code: 'sealed' })
    }
    expect((await make('csv', { role: 'colleague' })).rows).toBe(0)
    expect((await make('codebook-csv')).rows).toBeGreaterThan(100)
  })

  it('an unknown format is refused with the ones there are', async () => {
    await expect(make('spss')).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('qdc'),
    })
  })

  it('a study named like a path is still a plain file name', async () => {
    await study.ask('project.rename', { name: '../Repairs: "wave 2"?' })
    const { files } = await make('memos')
    expect(files[0]?.name).toBe('Repairs wave 2 – memos.md')
  })
})

describe('other exports', () => {
  it('memos are gathered by what they are about', async () => {
    const passage = await code('ring back', ['disappointment'])
    await study.ask('memos.add', { on: { kind: 'project', id: 1 }, text: 'Overall **tone**' })
    await study.ask('memos.add', { on: { kind: 'passage', id: passage }, text: 'A broken promise' })
    expect(text(await make('memos'))).toBe(
      [
        '# Memos of Test study',
        '## The study',
        '### The study',
        '*Amina, 12 March 2026*',
        'Overall **tone**',
        '## Passages',
        '### Interview 1: “ring back”',
        '*Amina, 12 March 2026*',
        'A broken promise\n',
      ].join('\n\n'),
    )
  })

  it('passages as JSON carry codes, memos and a guid that stays', async () => {
    const body = JSON.parse(text(await make('passages'))) as { passages: { guid: string; codes: object[] }[] }
    expect(body.passages).toHaveLength(3)
    expect(body.passages[0]?.guid).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    expect(body.passages[0]?.codes).toHaveLength(3)
  })

  it('the table of participants can be read back', async () => {
    await study.ask('participants.change', {
      participant: await participant('P01'),
      attributes: { tenure: 'Own' },
    })
    const csv = text(await make('participants'))
    const other = testProject()
    try {
      const { added, failed } = await other.ask('participants.importTable', { csv })
      expect({ added, failed }).toEqual({ added: 2, failed: [] })
      const { participants } = await other.ask('participants.list', {})
      expect(participants[0]?.attributes).toEqual({ tenure: 'Own' })
    } finally {
      other.close()
    }
  })
})
