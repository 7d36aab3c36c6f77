import { describe, expect, it } from 'vitest'
import { odt, xlsx } from '../../../fixtures/import/build.ts'
import type { Source } from '../model.ts'
import { readSource } from '../read.ts'

const texts = (source: Source) =>
  source.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
const codes = (source: Source) => source.warnings.map(({ code }) => code)
const tables = (source: Source) =>
  source.blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('|')))]
      : [],
  )

describe('OpenDocument text', () => {
  const read = (...parts: Parameters<typeof odt>) => readSource({ name: 'P07.odt', bytes: odt(...parts) })

  it('spaces, tabs and line breaks are kept, printing white space is not', async () => {
    const source = await read('<text:p>I:<text:tab/>a<text:s text:c="2"/>b\n  c<text:line-break/>d</text:p>')
    expect(texts(source)).toEqual(['I:\ta  b c\nd'])
  })

  it('bold spans, headings and style names are known through parents', async () => {
    const styles =
      '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    const source = await read(
      '<text:h text:outline-level="2">Part</text:h><text:p><text:span text:style-name="T1">I:</text:span> so</text:p>',
      styles,
    )
    expect(source.blocks).toEqual([
      { kind: 'paragraph', text: 'Part', heading: 2, at: 1 },
      { kind: 'paragraph', text: 'I: so', runs: [{ text: 'I:', bold: true }, { text: ' so' }], at: 2 },
    ])
  })

  it('deleted text stays away, hidden text is left out, and both are reported', async () => {
    const styles =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    const source = await read(
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>Sandra</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>P: it was <text:change text:change-id="1"/>[NAME]<text:span text:style-name="H">secret</text:span></text:p>',
      styles,
    )
    expect(texts(source)).toEqual(['P: it was [NAME]'])
    expect(codes(source)).toEqual(['tracked-deletions', 'hidden-text'])
  })

  it('notes, comments, text boxes and page headers stand beside the text', async () => {
    const source = await read(
      '<text:p>I: ok<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>rings</text:p></text:note-body></text:note></text:p>' +
        '<text:p>P: yes<office:annotation><dc:creator>Kate</dc:creator><dc:date>2026</dc:date><text:p>CODE</text:p></office:annotation><draw:frame><draw:text-box><text:p>ID: 9</text:p></draw:text-box></draw:frame></text:p>',
      '',
      '<style:master-page><style:header><text:p>H-10</text:p></style:header></style:master-page>',
    )
    expect(texts(source)).toEqual(['I: ok[1]', 'P: yes', '[1] rings'])
    expect(source.comments).toEqual([{ author: 'Kate', text: 'CODE', quote: 'P: yes', block: 1 }])
    expect(source.asides).toEqual([
      { where: 'header', text: 'H-10' },
      { where: 'textbox', text: 'ID: 9' },
    ])
  })

  it('list labels are shown as on the page', async () => {
    const styles =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="P" style:num-suffix=":"/></text:list-style>'
    const item = (text: string) => `<text:list-item><text:p>${text}</text:p></text:list-item>`
    const source = await read(`<text:list text:style-name="L">${item('a')}${item('b')}</text:list>`, styles)
    expect(texts(source)).toEqual(['P1: a', 'P2: b'])
  })

  it('tables keep their rows and merged cells their place', async () => {
    const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`
    const source = await read(
      `<table:table><table:table-row>${cell('wide')}<table:covered-table-cell/>${cell('c')}</table:table-row></table:table>`,
    )
    expect(tables(source)).toEqual([[['wide', '', 'c']]])
  })

  it('an encrypted document asks for its password to be removed', async () => {
    await expect(read('<text:p>x</text:p>', '', '', '<encryption-data/>')).rejects.toMatchObject({
      code: 'protected',
    })
  })
})

describe('Excel workbooks', () => {
  const cell = (reference: string, value: string, rest = '') =>
    `<c r="${reference}" ${rest}><v>${value}</v></c>`
  const row = (...cells: string[]) => `<row>${cells.join('')}</row>`
  const read = (...parts: Parameters<typeof xlsx>) =>
    readSource({ name: 'turns.xlsx', bytes: xlsx(...parts) })

  it('characters written as _xHHHH_ are themselves again, an underscore among them', async () => {
    const data =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>_x0041_nna</t></is></c></row>'
    const source = await read([{ name: 'Talk', data }], ['one_x000D_\ntwo_x005F_x0041_'])
    expect(tables(source)).toEqual([[['one\ntwo_x0041_', 'Anna']]])
  })

  it('shared texts, numbers and gaps land in their columns', async () => {
    const source = await read(
      [{ name: 'P07', data: row(cell('A1', '0', 't="s"'), cell('C1', '42')) }],
      ['Interviewer'],
    )
    expect(tables(source)).toEqual([[['Interviewer', '', '42']]])
  })

  it('times and dates read as a person sees them', async () => {
    const data = row(
      cell('A1', '0.0021875', 's="1"'),
      cell('B1', '46093', 's="2"'),
      cell('C1', '0.30000000000000004'),
    )
    const source = await read([{ name: 'P07', data }], [], [21, 14])
    expect(tables(source)).toEqual([[['0:03:09', '2026-03-12', '0.3']]])
  })

  it('further sheets are further tables, each named', async () => {
    const data = row('<c r="A1" t="inlineStr"><is><t>hi</t></is></c>')
    const source = await read([
      { name: 'Turns', data },
      { name: 'Notes', data },
    ])
    expect(tables(source)).toHaveLength(2)
    expect(source.asides.map(({ text }) => text)).toEqual(['Turns', 'Notes'])
  })

  it('a formula is only ever the value it last showed', async () => {
    const data = row('<c r="A1" t="str"><f>HYPERLINK("http://127.0.0.1:9")</f><v>shown</v></c>')
    expect(tables(await read([{ name: 'S', data }]))).toEqual([[['shown']]])
  })

  it('a cell far to the right does not fill the memory', async () => {
    const data = row(cell('A1', '1'), cell('XFD1', '2'))
    expect(tables(await read([{ name: 'S', data }]))).toEqual([[['1']]])
  })
})
