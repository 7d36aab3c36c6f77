import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pdf, pdfFile, type PdfText } from '../../../fixtures/import/build.ts'
import type { Source } from '../model.ts'
import { readSource } from '../read.ts'

const readBytes = (bytes: Uint8Array) => readSource({ name: 'P07.pdf', bytes })
const read = (...pages: PdfText[][]) => readBytes(pdf(pages))
const texts = (source: Source) =>
  source.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
const rows = (source: Source) =>
  source.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('|')))
      : [],
  )
const codes = (source: Source) => source.warnings.map(({ code }) => code)

/** Lines set one below the other. */
const lines = (texts: string[], x = 50, y = 100, pitch = 14): PdfText[] =>
  texts.map((text, index) => ({ x, y: y + index * pitch, text }))

describe('lines of a PDF', () => {
  it('wrapped lines join, and a label begins a paragraph', async () => {
    const source = await read(
      lines(['I: How would you describe the flat you have been living in', 'since the spring?', 'P: Cold.']),
    )
    expect(texts(source)).toEqual([
      'I: How would you describe the flat you have been living in since the spring?',
      'P: Cold.',
    ])
  })

  it('a wider gap begins a paragraph although the line above is full', async () => {
    const source = await read([
      ...lines(['The first question was about the', 'flat upstairs and its windows']),
      ...lines(['And the answer took a while to be', 'given at all, as it was long'], 50, 142),
    ])
    expect(texts(source)).toHaveLength(2)
  })

  it('a word broken at the end of a line is whole again, a hyphened one keeps its hyphen', async () => {
    const source = await read(
      lines([
        'I: How would you describe the communi-',
        'cation with the housing? And the follow-',
        'up letter that you had in spring?',
      ]),
    )
    expect(texts(source)).toEqual([
      'I: How would you describe the communication with the housing? And the follow-up letter that you had in spring?',
    ])
  })

  it('a name on a line of its own stays apart from what is said, with a time or where it comes back', async () => {
    const spaced = (texts: string[], at: number) => lines(texts, 50, 100 + at * 60)
    const source = await read([
      ...spaced(['Rosa Hale  00:03', 'What did you do in the winter when', 'the heating went off?'], 0),
      ...spaced(['Bo  01:00:14', 'We waited.'], 1),
      ...spaced(['Neighbour', 'I waited too.'], 2),
      ...spaced(['Neighbour', 'And then I rang.'], 3),
      ...spaced(['Neighbour', 'Twice.'], 4),
    ])
    expect(texts(source)).toEqual([
      'Rosa Hale 00:03',
      'What did you do in the winter when the heating went off?',
      'Bo 01:00:14',
      'We waited.',
      'Neighbour',
      'I waited too.',
      'Neighbour',
      'And then I rang.',
      'Neighbour',
      'Twice.',
    ])
  })

  it('bold is known from the font', async () => {
    const source = await read([
      { x: 50, y: 100, text: 'I:', bold: true },
      { x: 62, y: 100, text: 'Hello?' },
    ])
    expect(source.blocks[0]).toMatchObject({
      text: 'I: Hello?',
      runs: [{ text: 'I:', bold: true }, { text: ' Hello?' }],
    })
  })

  it('a paragraph goes on over the page break', async () => {
    const source = await read(
      lines(['P: It went on like this for the whole of the winter and']),
      lines(['nobody came.']),
    )
    expect(texts(source)).toEqual(['P: It went on like this for the whole of the winter and nobody came.'])
  })
})

describe('pages of a PDF', () => {
  const page = (number: number, words: string[]): PdfText[] => [
    { x: 50, y: 30, text: `Housing Inquiry, day ${number}` },
    ...lines(words, 80),
    { x: 290, y: 820, text: String(number) },
  ]

  it('repeated headers and page numbers are no speech', async () => {
    const source = await read(page(1, ['I: one']), page(2, ['P: two']), page(3, ['I: three']))
    expect(texts(source)).toEqual(['I: one', 'P: two', 'I: three'])
    expect(source.asides).toEqual(
      [1, 2, 3].map((day) => ({ where: 'header', text: `Housing Inquiry, day ${day}` })),
    )
  })

  it('a name that heads several pages is no header where it stands on the rest of them too', async () => {
    const page = (words: string) =>
      lines(['Neighbour', words, 'Visitor', 'Go on.', 'Neighbour', `${words} twice.`])
    const source = await read(page('I rang'), page('I wrote'), page('I went'))
    expect(texts(source).filter((text) => text === 'Neighbour')).toHaveLength(6)
  })

  it('a page of one line that looks like the others keeps it', async () => {
    const source = await read(...[1, 2, 3].map((page) => lines([`I: this is page ${page}`])))
    expect(texts(source)).toEqual(['I: this is page 1', 'I: this is page 2', 'I: this is page 3'])
  })

  it('line numbers in the margin are left out and reported', async () => {
    const words = [
      'THE CHAIR: Good morning to all of you who',
      'came today.',
      'Q. Is that your name?',
      'A. It is.',
      'Q. Thank you.',
    ]
    const numbers = words.map((_, index): PdfText => ({
      x: 30,
      y: 100 + index * 14,
      text: String(index + 1),
    }))
    const source = await read([...lines(words, 60), ...numbers])
    expect(texts(source)).toEqual([
      'THE CHAIR: Good morning to all of you who came today.',
      'Q. Is that your name?',
      'A. It is.',
      'Q. Thank you.',
    ])
    expect(codes(source)).toEqual(['margin-numbers'])
  })

  it('a paragraph number in the margin begins a paragraph', async () => {
    const words = [
      'the first answer, long enough to fill the line',
      'and to go on',
      'second',
      'third',
      'fourth',
    ]
    const numbers = [0, 2, 3, 4].map((line, index): PdfText => ({
      x: 30,
      y: 100 + line * 14,
      text: String(index + 1),
    }))
    const source = await read([...lines(words, 60), ...numbers])
    expect(texts(source)).toEqual([
      'the first answer, long enough to fill the line and to go on',
      'second',
      'third',
      'fourth',
    ])
  })

  it('two columns are read one after the other', async () => {
    const column = (name: string, x: number) =>
      lines(
        Array.from({ length: 6 }, (_, index) => `${name} column line number ${index}`),
        x,
      )
    const source = await read([
      { x: 50, y: 60, text: 'Voices from Albert House, a report on the repairs of last winter', size: 14 },
      ...column('left', 50),
      ...column('right', 320),
    ])
    const words = texts(source).join(' ')
    expect(words.indexOf('left column line number 5')).toBeLessThan(
      words.indexOf('right column line number 0'),
    )
    expect(words.startsWith('Voices')).toBe(true)
  })

  it('columns of cells become a table, wrapped cells whole', async () => {
    const row = (y: number, ...cells: string[]) =>
      cells.map((text, index): PdfText => ({ x: 50 + index * 150, y, text }))
    const source = await read([
      ...row(100, 'Time', 'Content', 'Speaker'),
      ...row(114, '0:03', 'How long have you', 'Interviewer'),
      { x: 200, y: 128, text: 'been here?' },
      ...row(142, '0:12', 'Nine years.', 'Tenant'),
    ])
    expect(rows(source)).toEqual([
      ['Time', 'Content', 'Speaker'],
      ['0:03', 'How long have you been here?', 'Interviewer'],
      ['0:12', 'Nine years.', 'Tenant'],
    ])
  })
})

describe('facts above a transcript', () => {
  it('a heading below a table of facts is no part of its last cell', async () => {
    const fact = (y: number, key: string, value: string): PdfText[] => [
      { x: 50, y, text: key },
      { x: 200, y, text: value },
    ]
    const source = await read([
      ...fact(100, 'Number:', 'int007'),
      ...fact(114, 'Gender:', 'Female'),
      ...fact(128, 'Region:', 'London'),
      { x: 50, y: 170, text: 'Part 1' },
      ...lines(['I: How long have you been here?', 'P: Nine years.'], 50, 184),
    ])
    expect(rows(source).at(-1)).toEqual(['Region:', 'London'])
    expect(texts(source)).toEqual(['Part 1', 'I: How long have you been here?', 'P: Nine years.'])
  })
})

describe('PDFs that cannot be read', () => {
  const withStream = (dictionary: string, stream: string) =>
    pdfFile([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
      `<<${dictionary}/Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    ])

  it('pictures of pages without text are called a scan', async () => {
    const bytes = withStream('/Type/XObject/Subtype/Image/Width 1/Height 1', 'x')
    await expect(readBytes(bytes)).rejects.toMatchObject({
      code: 'scanned',
      message: expect.stringContaining('text recognition'),
    })
  })

  it('a stream that inflates to hundreds of megabytes is refused before it is', async () => {
    const bomb = deflateSync(Buffer.alloc(100 * 1024 * 1024)).toString('latin1')
    await expect(readBytes(withStream('/Filter/FlateDecode', bomb))).rejects.toMatchObject({
      code: 'too-large',
    })
  })

  it('a stream compressed several times over is refused', async () => {
    await expect(readBytes(withStream('/Filter[/FlateDecode/FlateDecode]', 'x'))).rejects.toMatchObject({
      code: 'unsafe',
    })
  })

  it('half a file is damaged', async () => {
    const bytes = pdf([lines(['I: hi'])])
    await expect(readBytes(bytes.slice(0, 200))).rejects.toMatchObject({ code: 'damaged' })
  })
})
