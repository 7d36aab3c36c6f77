import { describe, expect, it } from 'vitest'
import type { Source } from '../model.ts'
import { readSource } from '../read.ts'

const read = (rtf: string) => readSource({ name: 'P07.doc', bytes: Buffer.from(rtf, 'latin1') })
const texts = (source: Source) =>
  source.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
const codes = (source: Source) => source.warnings.map(({ code }) => code)
const rows = (source: Source) =>
  source.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('|')))
      : [],
  )

describe('Rich Text Format', () => {
  it('is recognised although the file is called .doc', async () => {
    expect((await read(String.raw`{\rtf1 I: hi\par P: hello}`)).format).toBe('rtf')
  })

  it('Windows bytes, Unicode with fallbacks and named characters are decoded', async () => {
    const source = await read(
      String.raw`{\rtf1\ansi\ansicpg1252 It\'92s \u8364?9 \endash  {\uc2\u228\'E8a} fu\u776?r\emdash}`,
    )
    expect(texts(source)).toEqual(['It’s €9 – ä fu\u0308r—'])
  })

  it('fonts bring their own code page', async () => {
    const source = await read(
      String.raw`{\rtf1\ansi\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}{\f2\fcharset134 SimSun;}}\f1 \'b9\'ea \f2 \'b7\'c3}`,
    )
    expect(texts(source)).toEqual(['ąę 访'])
  })

  it('bold labels, style names and headings are kept', async () => {
    const source = await read(
      String.raw`{\rtf1{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}\pard\s1 Part 1\par\pard{\b I:} so\par}`,
    )
    expect(source.blocks).toEqual([
      { kind: 'paragraph', text: 'Part 1', style: 'Heading 1', heading: 1, at: 1 },
      { kind: 'paragraph', text: 'I: so', runs: [{ text: 'I:', bold: true }, { text: ' so' }], at: 2 },
    ])
  })

  it('deleted and hidden words never appear', async () => {
    const source = await read(String.raw`{\rtf1 It was {\deleted Sandra}{\revised [NAME]}{\v secret}}`)
    expect(texts(source)).toEqual(['It was [NAME]'])
    expect(codes(source)).toEqual(['tracked-deletions', 'tracked-insertions', 'hidden-text'])
  })

  it('notes, headers, text boxes, properties and comments stand beside the text', async () => {
    const source = await read(
      String.raw`{\rtf1{\info{\title P07}}{\header H-10\par}I: ok{\footnote rings} {\*\atnauthor Kate}{\*\annotation CODE}{\shp{\*\shpinst{\shptxt ID: 9\par}}}\par}`,
    )
    expect(texts(source)).toEqual(['I: ok[1] ', '[1] rings'])
    expect(source.comments).toEqual([{ author: 'Kate', text: 'CODE', quote: 'I: ok[1] ', block: 0 }])
    expect(source.asides).toEqual([
      { where: 'property', text: 'Title: P07' },
      { where: 'header', text: 'H-10' },
      { where: 'textbox', text: 'ID: 9' },
    ])
  })

  it('list labels come with the text, bullets do not', async () => {
    const source = await read(String.raw`{\rtf1{\listtext I:\tab}Hello?\par{\pntext\'b7\tab}A point\par}`)
    expect(texts(source)).toEqual(['I: Hello?', 'A point'])
  })

  it('tables and the tables inside them become rows', async () => {
    const source = await read(
      String.raw`{\rtf1\trowd\pard\intbl I\cell\pard\intbl before\par\pard\intbl\itap2 P\nestcell inner\nestcell{\*\nesttableprops\nestrow}{\nonesttables x}\pard\intbl after\cell\row\pard done\par}`,
    )
    expect(rows(source)).toEqual([
      ['I', 'before'],
      ['P', 'inner'],
      ['', 'after'],
    ])
    expect(texts(source)).toEqual(['done'])
  })

  it('links show their words, not their address', async () => {
    expect(
      texts(await read(String.raw`{\rtf1{\field{\*\fldinst HYPERLINK "http://127.0.0.1"}{\fldrslt here}}}`)),
    ).toEqual(['here'])
  })

  it('embedded objects, pictures and binary data are passed over', async () => {
    const source = await read(String.raw`{\rtf1{\object{\*\objdata 4141}}{\pict\bin4 }}}} }I: hi\par}`)
    expect(texts(source)).toEqual(['I: hi'])
  })

  it('binary data that claims more than the file has ends the file', async () => {
    const source = await read(String.raw`{\rtf1 I: hi{\pict\bin1000000000 x}\par P: hello}`)
    expect(texts(source)).toEqual(['I: hi'])
    expect(codes(source)).toEqual(['truncated'])
  })

  it('two hundred thousand nested groups are no trouble', async () => {
    expect(texts(await read(`{\\rtf1 ${'{'.repeat(200_000)}x${'}'.repeat(200_000)}}`))).toEqual(['x'])
  })
})
