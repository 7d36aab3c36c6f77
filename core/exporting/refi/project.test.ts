/** The study as other programs open it: valid, every passage on its words, nobody in it who may not be. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeWords } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import { sampleStudy } from '../../../test/support/sample.ts'
import type { Input } from '../../contract/index.ts'

const shared = process.env['WAYMARK_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
const schema = join(shared, 'refi/Project-mrt2019.xsd')
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0

let study: TestProject
let interview: number
beforeEach(async () => {
  study = testProject()
  interview = study.transcript(
    'Interview & 1',
    ['I: What <happened>?', 'P01: 😤 Nobody rang, not 👩🏽‍🦽 once.', 'I: And then?', 'P01: He was brilliant.'],
    { date: '2026-03-12', wave: '1' },
  )
  await codeWords(study, interview, 'Nobody rang, not 👩🏽‍🦽 once', ['CMP3.1', 'frustration:3'])
  await codeWords(study, interview, 'once.\nAnd then?\nHe', ['why.delay'], 'Ben')
})
afterEach(() => study.close())

interface Opened {
  xml: string
  /** By the name of the source. */
  texts: Map<string, string>
  elements: { name: string; attributes: Record<string, string>; source: string }[]
}

async function open(
  more: Partial<Input<'exporting.make'>> = {},
  from: Pick<TestProject, 'ask'> = study,
): Promise<Opened> {
  const { files } = await from.ask('exporting.make', { format: 'qdpx', ...more })
  const parts = unzipSync(files[0]?.bytes ?? new Uint8Array())
  const xml = strFromU8(parts['project.qde'] ?? new Uint8Array())
  const elements: Opened['elements'] = []
  const texts = new Map<string, string>()
  let source = ''
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'TextSource') {
      source = attributes['name'] ?? ''
      const path = (attributes['plainTextPath'] ?? '').replace('internal://', 'sources/')
      texts.set(source, strFromU8(parts[path] ?? new Uint8Array()))
    }
    elements.push({ name, attributes, source })
  })
  parser.write(xml).close()
  return { xml, texts, elements }
}

/** What each selection is on, counted in code points as the standard has it. */
const selected = ({ elements, texts }: Opened): string[] =>
  elements
    .filter(({ name }) => name === 'PlainTextSelection')
    .map(({ attributes, source }) =>
      [...(texts.get(source) ?? '')]
        .slice(Number(attributes['startPosition']), Number(attributes['endPosition']))
        .join(''),
    )

const named = ({ elements }: Opened, name: string) =>
  elements.filter((found) => found.name === name).map(({ attributes }) => attributes['name'])

describe('a study as a REFI-QDA project', () => {
  it('has every passage on its words, after emoji and across turns', async () => {
    const opened = await open()
    expect(opened.texts.get('Interview & 1')).toBe(
      'I: What <happened>?\nP01: 😤 Nobody rang, not 👩🏽‍🦽 once.\nI: And then?\nP01: He was brilliant.',
    )
    expect(selected(opened)).toEqual(['Nobody rang, not 👩🏽‍🦽 once', 'once.\nI: And then?\nP01: He'])
  })

  it('has every passage of the sample study on its words', async () => {
    const sample = await sampleStudy()
    try {
      const opened = await open({}, sample)
      const { passages } = await sample.ask('search.retrieve', { query: {}, limit: 500 })
      const own = passages.filter(({ quote }) => !quote.includes('\n')).map(({ quote }) => quote)
      const found = new Set(selected(opened))
      expect(own.length).toBeGreaterThan(400)
      expect(own.filter((quote) => !found.has(quote))).toEqual([])
    } finally {
      sample.close()
    }
  })

  it('holds coders, codes, participants with their details, and memos', async () => {
    const { participants } = await study.ask('participants.list', {})
    for (const { id } of participants) {
      await study.ask('participants.change', {
        participant: id,
        attributes: { tenure: 'Leaseholder', disability: 'Yes' },
      })
    }
    const [passage] = (await study.ask('search.retrieve', { query: {} })).passages
    const notes = [
      { kind: 'passage', id: passage?.passage },
      { kind: 'document', id: interview },
      { kind: 'code', id: study.code('frustration') },
      { kind: 'project', id: 1 },
    ]
    for (const on of notes) {
      await study.ask('memos.add', { on, text: `About the\n${on.kind}` } as Input<'memos.add'>)
    }
    const opened = await open()
    expect(named(opened, 'User')).toEqual(['Amina', 'Ben'])
    expect(named(opened, 'Case')).toEqual(['P01'])
    expect(named(opened, 'Code')).toContain('Acknowledgement received')
    expect(opened.xml).toContain('<TextValue>Leaseholder</TextValue>')
    expect(opened.xml).not.toContain('disability')
    expect((await open({ special: true })).xml).toContain('disability')
    for (const { kind } of notes) expect(opened.xml).toContain(`About the\n${kind}</PlainTextContent>`)
    const ids = new Set(opened.elements.map(({ attributes }) => attributes['guid']).filter(Boolean))
    const targets = opened.elements.map(({ attributes }) => attributes['targetGUID']).filter(Boolean)
    expect(targets.filter((target) => !ids.has(target))).toEqual([])
  })

  it('leaves the words of those who do not want to be quoted out, and every place where it was', async () => {
    const session = study.transcript('Session', [
      'C01: We never hear, C02 knows.',
      'C02: Nor do we.',
      'C01: Quite.',
    ])
    await codeWords(study, session, 'Nor do we', ['CMP3.1'])
    await codeWords(study, session, 'Quite', ['CMP3.1'])
    const { participants } = await study.ask('participants.list', {})
    const second = participants.find(({ name }) => name === 'C02')
    if (!second) throw new Error('C02 is missing')
    await study.ask('participants.change', { participant: second.id, consentQuotes: false })
    const opened = await open()
    expect(opened.texts.get('Session')).toBe(
      'C01: We never hear, C02 knows.\n[not included]: ▒▒▒▒▒▒▒▒▒▒\nC01: Quite.',
    )
    expect(selected(opened)).toContain('Quite')
    expect(opened.xml).not.toContain('Nor do we')
    await study.ask('participants.withdraw', { participant: second.id, withdrawn: true })
    const without = await open()
    expect(named(without, 'Case')).toEqual(['C01', 'P01'])
    expect(selected(without)).not.toContain('▒▒▒▒▒▒▒▒▒')
  })

  it('has nothing of those who withdrew, or were not asked for', async () => {
    study.transcript('Workshop', ['C01: The rota.'])
    expect(named(await open({ role: 'colleague' }), 'TextSource')).toEqual(['Workshop'])
    expect(named(await open({ role: 'resident' }), 'TextSource')).toEqual(['Interview & 1'])
    const { participants } = await study.ask('participants.list', {})
    const first = participants.find(({ name }) => name === 'P01')
    if (!first) throw new Error('P01 is missing')
    await study.ask('participants.withdraw', { participant: first.id, withdrawn: true })
    const opened = await open()
    expect(named(opened, 'TextSource')).toEqual(['Workshop'])
    expect(opened.xml).not.toContain('P01')
  })

  it('says what it could not hold, and that it is everything that was said', async () => {
    const { lost, cautions, rows } = await study.ask('exporting.make', { format: 'qdpx' })
    expect(rows).toBe(2)
    expect(lost.join()).toContain('How strong a feeling is')
    expect(cautions.join()).toContain('transcripts in full')
  })
})

describe('the official schema', () => {
  const validates = async (from: Pick<TestProject, 'ask'>, more: Partial<Input<'exporting.make'>> = {}) => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-refi-'))
    try {
      const file = join(folder, 'project.qde')
      writeFileSync(file, (await open(more, from)).xml)
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, file], {
        encoding: 'utf8',
      })
      return status === 0 ? 'valid' : stderr
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  // Skipped by name where xmllint or the schema (WAYMARK_SHARED) is not there.
  it.skipIf(!hasXmllint || !existsSync(schema))(
    'accepts the sample study, whole and in part, and an empty one',
    async () => {
      const sample = await sampleStudy()
      const empty = testProject('blank')
      try {
        expect(await validates(sample, { special: true })).toBe('valid')
        expect(await validates(sample, { role: 'colleague' })).toBe('valid')
        expect(await validates(study)).toBe('valid')
        expect(await validates(empty)).toBe('valid')
      } finally {
        sample.close()
        empty.close()
      }
    },
  )
})
