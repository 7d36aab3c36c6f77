/** The heatmap as a picture and as a table: what people paste into reports and what leaves the project. */
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeWords } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Input } from '../../contract/index.ts'

let study: TestProject
beforeEach(() => {
  study = testProject()
})
afterEach(() => study.close())

/** Residents who speak of the acknowledgement; the first `frustrated` of them with frustration. */
async function residents(count: number, frustrated: number, key = 'CMP3.1'): Promise<void> {
  for (let i = 1; i <= count; i += 1) {
    const document = study.transcript(`Interview ${i}`, [
      `P${String(i).padStart(2, '0')}: Nobody came back to me.`,
    ])
    await codeWords(study, document, 'Nobody came', i <= frustrated ? [key, 'frustration:3'] : [key])
  }
}
/** Nine residents, one of them the only leaseholder. */
async function threeTenures(): Promise<void> {
  await residents(9, 9)
  const { participants } = await study.ask('participants.list', {})
  for (const [place, { id }] of participants.entries()) {
    const tenure = ['Leaseholder', 'Affordable rent', 'Supported housing'][place === 0 ? 0 : 1 + (place % 2)]
    const input = { participant: id, attributes: { tenure } } as Input<'participants.change'>
    await study.ask('participants.change', input)
  }
}
const file = (format: 'svg' | 'png' | 'csv', settings: object = {}, theme: 'light' | 'dark' = 'light') =>
  study.ask('analysis.heatmapFile', { settings, format, theme } as Input<'analysis.heatmapFile'>)
const svgOf = async (settings: object = {}) => new TextDecoder().decode((await file('svg', settings)).bytes)

describe('A picture of the heatmap', () => {
  it('prints the counts, the n and the caveat', async () => {
    await residents(6, 4)
    const svg = await svgOf()
    expect(svg).toContain('>4/6<')
    expect(svg).toContain('6 residents in 6 transcripts')
    expect(svg).toContain('purposive')
    expect(svg).toContain('Acknowledgement received')
  })

  it('is the same bytes every time', async () => {
    await residents(6, 4)
    expect(await file('svg')).toEqual(await file('svg'))
    expect((await file('png')).bytes).toEqual((await file('png')).bytes)
  })

  it('hatches thin evidence and writes n<3 for fewer', async () => {
    await residents(4, 3)
    expect(await svgOf()).toMatch(/fill="url\(#wm-thin\)"\/>.*>3\/4</)
    await study.ask('project.set', { smallN: 5, thinN: 6 })
    expect(await svgOf()).toContain('n&lt;5')
  })

  it('says of one or two people only that they are few, without a colour, as the table does', async () => {
    await residents(6, 2)
    const svg = await svgOf()
    expect(svg).toContain('>&lt;3/6<')
    expect(svg).toContain('Acknowledgement received, everyone: fewer than 3 of 6 (of 6)')
    expect(svg).toContain('To protect people, counts from 1 to 2 are left out (&lt;3).')
    expect(svg).not.toMatch(/>2\/6<|: 2 of 6/)
    expect((await file('svg')).suppressed).toBe((await file('csv')).suppressed)
  })

  it('does not say which counts are small where others had to go with them', async () => {
    await threeTenures()
    const svg = await svgOf({ columns: 'attribute:tenure' })
    expect(svg).toContain('>–<')
    expect(svg).not.toMatch(/>n&lt;3<|>&lt;3\//)
    expect(svg).toContain('and with them others')
  })

  it('keeps the pleased of a touchpoint to itself while they are one or two', async () => {
    await residents(5, 3)
    const document = study.transcript('Interview 6', ['P06: Nobody came back to me.'])
    await codeWords(study, document, 'Nobody came', ['CMP3.1', 'relief:2'])
    expect(await svgOf({ measure: 'counter' })).not.toContain('>17%<')
    expect(await svgOf({ measure: 'reach' })).toContain('>100%<')
  })

  it('cannot be broken by a name', async () => {
    await residents(3, 3)
    const code = study.code('CMP3.1')
    await study.ask('codebook.change', { code, name: '<script>"&\u0000' } as Input<'codebook.change'>)
    const svg = await svgOf()
    expect(svg).toContain('&lt;script&gt;&quot;&amp;<')
    expect(svg).not.toContain('<script>')
  })

  it('becomes a PNG twice its size', async () => {
    await residents(3, 3)
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(await svgOf()) ?? []
    const { bytes, name } = await file('png', {}, 'dark')
    const header = new DataView(bytes.buffer, bytes.byteOffset)
    expect(name).toBe('heatmap-touchpoint-by-emotion.png')
    expect(header.getUint32(0)).toBe(0x89504e47)
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([2 * Number(width), 2 * Number(height)])
  })

  it('is a line in the history of the study, among the figures saved', async () => {
    await residents(3, 3)
    await file('svg')
    const { steps } = await study.ask('history.log', { kind: 'analysis.', limit: 10 })
    expect(steps.map(({ label }) => label)).toEqual(['Exported heatmap-touchpoint-by-emotion.svg'])
  })
})

describe('A table of the heatmap', () => {
  const rowsOf = async (settings: object = {}) => {
    const { bytes, suppressed } = await file('csv', settings)
    const rows: Record<string, string>[] = parse(Buffer.from(bytes), { bom: true, columns: true })
    return { rows, suppressed }
  }

  it('has a row for each cell with P, E and F', async () => {
    await residents(6, 4)
    const { rows } = await rowsOf()
    expect(rows.map(({ column, P, E, F }) => [column, P, E, F])).toEqual([
      ['frustration', '6', '6', '4'],
      ['total', '6', '6', '4'],
    ])
  })

  it('keeps counts of one or two people out, with the shares that would give them away', async () => {
    await residents(6, 2)
    const { rows, suppressed } = await rowsOf()
    expect(suppressed).toBe(2)
    expect(rows[0]).toMatchObject({ E: '6', F: '', prevalence: '', share: '', suppressed: 'yes' })
  })

  it('hides another segment too, when the total would give a small one away', async () => {
    await threeTenures()
    const { rows } = await rowsOf({ columns: 'attribute:tenure' })
    const hidden = rows.filter(({ suppressed }) => suppressed === 'yes')
    expect(hidden.length).toBeGreaterThanOrEqual(2)
    expect(hidden.every(({ E, F }) => E === '' && F === '')).toBe(true)
  })
})
