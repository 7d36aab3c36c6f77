/** What people say must stay words in a spreadsheet: no formula, no lost line, no broken row, in every table that is written. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../core/contract/index.ts'
import { readSource } from '../../core/import/read.ts'
import { codeSpan } from '../support/coding.ts'
import { testProject, type TestProject } from '../support/project.ts'
import { NAMES, roomOf } from './asking.ts'
import type { Facts } from './rooms.ts'

const SAID = [
  '=HYPERLINK("http://example.invalid","ring back")',
  '+44 7700 900000, eleven times',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '＝1＋1 in full width',
  "'=already quoted",
  '"quoted", then; a semicolon\tand a tab',
  'two lines,\none said "no"',
  'عربي then English، “mixed”',
  '👩🏽‍🦽 and 😤, both',
  'Ünïcödé — naïve façade',
  '=',
] as const
const LABELS = SAID.map((_, place) => `P${String(place + 1).padStart(2, '0')}`)
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/u

let study: TestProject
let facts: Facts
beforeAll(async () => {
  study = testProject()
  const documents = SAID.map((text, place) =>
    study.transcript(`=Interview ${place}`, ['I: And?', `${LABELS[place]}: ${text}`]),
  )
  for (const [place, document] of documents.entries()) {
    const start = 'And?\n'.length
    const end = start + (SAID[place]?.length ?? 0)
    await codeSpan(study, document, [start, end], ['CMP3.1', 'frustration:2', 'channel.phone'], '@Amina')
  }
  const anger = study.code('frustration') as Input<'codebook.change'>['code']
  await study.ask('codebook.change', { code: anger, name: '-Frustration', definition: '=1+1\n+2' })
  const { participants } = await study.ask('participants.list', {})
  for (const { id, name } of participants) {
    const attributes = { tenure: `=${name}`, preferred_channel: '@phone' }
    await study.ask('participants.change', { participant: id, name: `+${name}`, attributes })
  }
  facts = {
    interview: documents[0] ?? 0,
    workshop: documents[0] ?? 0,
    resident: participants[0]?.id ?? 0,
    colleague: participants[0]?.id ?? 0,
    passage: 1,
    view: 1,
    colleaguesView: 1,
    step: 1,
    code: study.code,
  }
})
afterAll(() => study.close())

interface File {
  name: string
  bytes: Uint8Array
}

async function filesOf(name: string, input: unknown): Promise<File[]> {
  const answer = (await study.core.dispatch({ name, input, as: '@Amina' })) as File & { files?: File[] }
  return answer.files ?? [answer]
}

/** Every question that is answered with a table of this kind. */
const questions = (ending: 'csv' | 'xlsx') =>
  NAMES.flatMap((name) => {
    const room = roomOf(name)
    if (room.sealed !== 'finding') return []
    const written = /File$|\.file$|exporting\.make/.test(name)
    const inputs = written ? [...room.everyone(facts), ...room.colleagues(facts)] : []
    return inputs
      .map((input) => ({ name, input: input as { format?: string } }))
      .filter(({ input }) => input.format === undefined || !/svg|png|html|md|docx|pdf|qdc/.test(input.format))
      .filter(({ input }) => (ending === 'xlsx') === (input.format?.includes('xlsx') ?? false))
  })

const csv = (bytes: Uint8Array): string[][] => parse(Buffer.from(bytes), { bom: true })
/** A number is one, whatever sign it begins with. */
const isNumber = (cell: string) => /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(cell)
const plainly = (cell: string) => cell.replace(/^'(?='*[=+\-@＝＋－＠\t\r\n])/u, '')

describe('every table as CSV', () => {
  it('has whole rows, and no cell that a spreadsheet would run', async () => {
    let tables = 0
    for (const { name, input } of questions('csv')) {
      for (const file of await filesOf(name, input)) {
        if (!file.name.endsWith('.csv')) continue
        const cells = csv(file.bytes).flat()
        const run = cells.filter((cell) => FORMULA.test(cell) && !isNumber(cell))
        expect(run, `${name} ${JSON.stringify(input)} ${file.name}`).toEqual([])
        tables += 1
      }
    }
    expect(tables).toBeGreaterThan(30)
  })

  it('brings every quote home as it was said', async () => {
    const [dataset] = await filesOf('exporting.make', { format: 'csv' })
    const [head = [], ...rows] = csv(dataset?.bytes ?? new Uint8Array())
    const column = (key: string) => rows.map((row) => plainly(row[head.indexOf(key)] ?? ''))
    expect(new Set(column('quote'))).toEqual(new Set(SAID))
    expect(new Set(column('coder'))).toEqual(new Set(['@Amina']))
    expect(new Set(column('participant'))).toEqual(new Set(LABELS.map((label) => `+${label}`)))
  })
})

describe('every workbook', () => {
  it('holds no formula, and every quote as it was said', async () => {
    const asked = questions('xlsx')
    expect(asked.length).toBeGreaterThan(2)
    for (const { name, input } of asked) {
      for (const { bytes } of await filesOf(name, input)) {
        const parts = Object.entries(unzipSync(bytes)).filter(([part]) => part.endsWith('.xml'))
        for (const [part, xml] of parts) expect(strFromU8(xml), part).not.toMatch(/<f[\s>]/)
      }
    }
    const [dataset] = await filesOf('exporting.make', { format: 'xlsx' })
    const source = await readSource({ name: 'd.xlsx', bytes: dataset?.bytes ?? new Uint8Array() })
    const cells = source.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat(2) : []))
    const words = new Set(cells.map(({ text }) => text))
    expect(SAID.filter((said) => !words.has(said))).toEqual([])
  })
})

const isThere = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
/** Comma, double quote, UTF-8, from the first line. */
const COMMAS = '44,34,76,1'
const office = ['soffice', 'libreoffice'].find(isThere)

describe('LibreOffice', () => {
  it.runIf(office !== undefined)(
    'opens the dataset and gives the same words back (skipped where it is not installed)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'waymark-office-'))
      try {
        for (const format of ['csv', 'xlsx']) {
          const [dataset] = await filesOf('exporting.make', { format })
          writeFileSync(join(folder, `d.${format}`), dataset?.bytes ?? '')
          const out = join(folder, format)
          execFileSync(office ?? '', [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            ...(format === 'csv' ? [`--infilter=CSV:${COMMAS}`] : []),
            '--convert-to',
            `csv:Text - txt - csv (StarCalc):${COMMAS}`,
            '--outdir',
            out,
            join(folder, `d.${format}`),
          ])
          const [head = [], ...rows] = parse(readFileSync(join(out, 'd.csv')), { bom: true }) as string[][]
          const quotes = new Set(rows.map((row) => plainly(row[head.indexOf('quote')] ?? '')))
          expect(SAID.filter((said) => !quotes.has(said))).toEqual([])
        }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})
