/** The maps as they leave the project: pictures to print, a table without small counts. */
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeWords } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Input } from '../../contract/index.ts'
import { mapping } from '../../contract/mapping.ts'
import { mapFile } from './mapFile.ts'

let study: TestProject
beforeEach(() => {
  study = testProject()
})
afterEach(() => study.close())

async function residents(count: number, frustrated: number): Promise<void> {
  for (let i = 1; i <= count; i += 1) {
    const document = study.transcript(`Interview ${i}`, [`P0${i}: Nobody came back to me.`])
    const keys = i <= frustrated ? ['CMP3.1', 'frustration:3'] : ['CMP3.1']
    await codeWords(study, document, 'Nobody came', keys)
  }
}
async function workshop(speakers: number): Promise<void> {
  const lines = Array.from({ length: speakers }, (_, i) => `C0${i + 1}: We log number ${i} at once.`)
  const document = study.transcript('Workshop', lines)
  for (let i = 0; i < speakers; i += 1) await codeWords(study, document, `number ${i}`, ['CMP3.1'])
}
const file = (format: 'svg' | 'png' | 'csv', settings: object = {}) =>
  study.ask('mapping.twoWayFile', { settings, format } as Input<'mapping.twoWayFile'>)
const svgOf = async (settings: object = {}) => new TextDecoder().decode((await file('svg', settings)).bytes)
const rowsOf = async (settings: object = {}) => {
  const { bytes, suppressed } = await file('csv', settings)
  const rows: Record<string, string>[] = parse(Buffer.from(bytes), { bom: true, columns: true })
  return { rows, suppressed }
}

describe('A picture of the two-way map', () => {
  it('prints the counts of both sides, the n, the settings and the caveat', async () => {
    await residents(6, 4)
    await workshop(3)
    const svg = await svgOf()
    expect(svg).toContain('>4/6<')
    expect(svg).toContain('n=6')
    expect(svg).toContain('>3 in 1 session<')
    expect(svg).toContain('>Aligned<')
    expect(svg).toContain('Frustration: strict')
    expect(svg).toContain('Indicative; purposive sample.')
  })

  it('never gives colleagues as a percentage', async () => {
    await workshop(3)
    expect(await svgOf({ side: 'colleague' })).not.toContain('%')
  })

  it('is the same bytes every time', async () => {
    await residents(4, 2)
    expect(await file('svg')).toEqual(await file('svg'))
    expect((await file('png')).bytes).toEqual((await file('png')).bytes)
    expect((await file('csv')).bytes).toEqual((await file('csv')).bytes)
  })

  it('shows no figure of fewer than three residents', async () => {
    await residents(2, 2)
    const svg = await svgOf()
    expect(svg).toContain('>n&lt;3<')
    expect(svg).not.toContain('>2/2<')
    expect(svg).not.toContain('>Frustration\u00A02<')
  })

  it('says of one or two people only that they are few, on either side', async () => {
    await residents(6, 2)
    await workshop(2)
    const svg = await svgOf()
    expect(svg).toContain('>&lt;3/6<')
    expect(svg).toContain('>Frustration\u00A0&lt;3<')
    // Nor does the meeting of the sides tell how the two colleagues feel.
    expect(svg).not.toMatch(/>2\/6<|1 session|>Aligned</)
  })

  it('becomes a PNG twice its size and a line in the history', async () => {
    await residents(3, 3)
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(await svgOf()) ?? []
    const { bytes, name } = await file('png')
    const header = new DataView(bytes.buffer, bytes.byteOffset)
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([2 * Number(width), 2 * Number(height)])
    const label = study.open.db.raw.prepare('SELECT label FROM step ORDER BY id DESC LIMIT 1').pluck().get()
    expect(label).toBe(`Exported ${name}`)
  })

  it('is as many pages as it takes, each a sheet of its own with the caption and its number', async () => {
    const touchpoints = [
      'CMP1.1',
      'CMP1.2',
      'CMP2.1',
      'CMP2.2',
      'CMP3.1',
      'CMP3.2',
      'CMP4.1',
      'CMP4.2',
      'CMP4.3',
    ]
    for (const person of ['P01', 'P02', 'P03']) {
      const lines = touchpoints.map((key) => `${person}: About ${key}.`)
      const document = study.transcript(person, lines)
      for (const key of touchpoints) await codeWords(study, document, `About ${key}.`, [key])
    }
    const { name, bytes } = await file('svg')
    const pages = Object.entries(unzipSync(bytes)).map(([page, svg]) => [page, strFromU8(svg)] as const)
    expect(name).toBe('two-way-map-svg.zip')
    expect(pages.map(([page]) => page)).toEqual(['two-way-map-01.svg', 'two-way-map-02.svg'])
    for (const [at, [, svg]] of pages.entries()) {
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
      expect(Number(height)).toBeLessThanOrEqual(Number(width) / Math.SQRT2)
      expect(svg).toContain(`>${at + 1} of 2<`)
      expect(svg).toContain('Indicative; purposive sample.')
    }
    // Stages stay whole where they can.
    expect(pages[0]?.[1]).not.toContain('>Investigation<')
    expect(pages[1]?.[1]).toContain('>Making a complaint (continued)<')
    expect((await file('svg')).bytes).toEqual(bytes)
  })

  it('is printed one page to a landscape sheet', async () => {
    await residents(3, 3)
    const printed: string[] = []
    const printPdf = (html: string) => {
      printed.push(html)
      return Promise.resolve(new TextEncoder().encode('%PDF-'))
    }
    const { db } = study.open
    const asked = { settings: mapping.twoWay.input.parse({}), format: 'pdf', theme: 'light' } as const
    const { name } = await mapFile({ db, printPdf, signal: new AbortController().signal }, asked)
    expect(name).toBe('two-way-map.pdf')
    expect(printed[0]).toContain('size: A3 landscape')
    expect(printed[0]?.match(/<figure><svg/g)).toHaveLength(1)
    expect(printed[0]).not.toMatch(/<script|https?:(?!\/\/www\.w3\.org)/)
  })

  it('can be drawn of a map with nothing on it', async () => {
    expect(await svgOf()).toContain('Two-way map')
  })
})

describe('A picture of what matters against what frustrates', () => {
  const plot = async (format: 'svg' | 'png' = 'svg') =>
    (await study.ask('tables.file', { view: 'importance', settings: {}, format })).bytes
  const text = async () => new TextDecoder().decode(await plot())

  it('numbers each touchpoint and prints its counts, in the same bytes every time', async () => {
    await residents(6, 4)
    const svg = await text()
    expect(svg).toContain('>1  Acknowledgement received<')
    expect(svg).toContain('>4/6<')
    expect(svg).toContain('Indicative; purposive sample.')
    expect(await text()).toBe(svg)
    expect(await plot('png')).toEqual(await plot('png'))
  })

  it('has no mark for a touchpoint that fewer than three spoke of', async () => {
    await residents(2, 2)
    expect(await text()).not.toContain('Acknowledgement received')
  })

  it('stays shut while residents are sealed', async () => {
    await study.ask('project.set', { sealed: true })
    await expect(plot()).rejects.toMatchObject({ code: 'sealed' })
  })
})

describe('A table of the two-way map', () => {
  it('has a row for each touchpoint', async () => {
    await residents(6, 4)
    await workshop(3)
    const { rows, suppressed } = await rowsOf()
    expect(suppressed).toBe(0)
    expect(rows[0]).toMatchObject({
      touchpoint: 'CMP3.1',
      residents_E: '6',
      residents_F: '4',
      colleagues_speakers: '3',
      colleagues_sessions: '1',
      suppressed: 'no',
    })
  })

  it('keeps one or two people out, and what would give them away', async () => {
    await residents(6, 2)
    await workshop(2)
    const { rows, suppressed } = await rowsOf()
    expect(suppressed).toBe(1)
    expect(rows[0]).toMatchObject({
      residents_E: '6',
      residents_F: '',
      prevalence: '',
      residents_emotions: 'Frustration <3',
      residents_negative: '',
      colleagues_sessions: '',
      colleagues_speakers: '',
      alignment: '',
      suppressed: 'yes',
    })
  })

  it('stays shut while residents are sealed, and open for colleagues', async () => {
    await residents(3, 3)
    await workshop(3)
    await study.ask('project.set', { sealed: true })
    await expect(file('csv')).rejects.toMatchObject({ code: 'sealed' })
    await expect(file('svg')).rejects.toMatchObject({ code: 'sealed' })
    expect((await rowsOf({ side: 'colleague' })).rows[0]).toMatchObject({ residents_E: '' })
  })
})
