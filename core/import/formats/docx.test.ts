import { describe, expect, it } from 'vitest'
import mammoth from 'mammoth'
import { docx, paragraph, run, zip } from '../../../fixtures/import/build.ts'
import type { Block, Paragraph, Source } from '../model.ts'
import { readSource } from '../read.ts'

const read = (bytes: Uint8Array) => readSource({ name: 'P07.docx', bytes })
const paragraphs = (blocks: Block[]) =>
  blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
const texts = (source: Source) => paragraphs(source.blocks).map(({ text }) => text)
const codes = (source: Source) => source.warnings.map(({ code }) => code)
const style = (id: string, name: string, inner: string, type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`
const styled = (id: string) => `<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`

describe('the words of a Word document', () => {
  it('line breaks and tabs inside a paragraph are kept', async () => {
    const source = await read(
      docx(
        '<w:p><w:r><w:t>Kate</w:t><w:tab/><w:t>0:03</w:t><w:br/><w:t>Thanks.</w:t><w:cr/><w:t>Twenty</w:t><w:noBreakHyphen/><w:t>five</w:t></w:r></w:p>',
      ),
    )
    expect(texts(source)).toEqual(['Kate\t0:03\nThanks.\nTwenty-five'])
  })

  it('hidden text is left out and reported', async () => {
    const source = await read(docx(`<w:p>${run('P: seen ')}${run('Sandra', '<w:vanish/>')}</w:p>`))
    expect(texts(source)).toEqual(['P: seen '])
    expect(codes(source)).toEqual(['hidden-text'])
  })

  it('deleted names never appear, insertions stay, and both are reported', async () => {
    const source = await read(
      docx(
        `<w:p>${run('It was ')}<w:del w:id="1">${run('x')}<w:r><w:delText>Sandra</w:delText></w:r></w:del><w:ins w:id="2">${run('[NAME]')}</w:ins></w:p>`,
      ),
    )
    expect(texts(source)).toEqual(['It was [NAME]'])
    expect(codes(source)).toEqual(['tracked-deletions', 'tracked-insertions'])
  })

  it('a deleted paragraph end joins the paragraphs', async () => {
    const mark = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    expect(texts(await read(docx(`${paragraph('one ', mark)}${paragraph('two')}`)))).toEqual(['one two'])
  })

  it('moved text appears once, where it was moved to', async () => {
    const source = await read(
      docx(
        `<w:p><w:moveFrom w:id="1">${run('moved')}</w:moveFrom></w:p>${paragraph('I: two')}<w:p><w:moveTo w:id="2">${run('moved')}</w:moveTo></w:p>`,
      ),
    )
    expect(texts(source).filter((text) => text !== '')).toEqual(['I: two', 'moved'])
    expect(codes(source)).toEqual(['tracked-moves'])
  })

  it('symbols of symbol fonts become the characters they look like', async () => {
    const source = await read(
      docx(`<w:p>${run('ok ')}<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r></w:p>`),
    )
    expect(texts(source)).toEqual(['ok ☺'])
  })

  it('right-to-left paragraphs are marked', async () => {
    const source = await read(docx(paragraph('المشارك: نعم', '<w:pPr><w:bidi/></w:pPr>')))
    expect(source.blocks).toEqual([{ kind: 'paragraph', text: 'المشارك: نعم', rtl: true, at: 1 }])
  })

  it('other prefixes for the same namespace mean the same', async () => {
    const bytes = docx(paragraph('I: hello'))
    const { unzipSync, strFromU8 } = await import('fflate')
    const files = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
    )
    files['word/document.xml'] = (files['word/document.xml'] ?? '')
      .replaceAll('w:', 'ns0:')
      .replace('xmlns:w=', 'xmlns:ns0=')
    expect(texts(await read(zip(files)))).toEqual(['I: hello'])
  })
})

describe('formatting', () => {
  it('bold comes from runs, paragraph styles and character styles', async () => {
    const styles =
      style('Q', 'Question', '<w:rPr><w:b/></w:rPr>') +
      style('S', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character')
    const source = await read(
      docx(
        paragraph('Asked', styled('Q')) +
          `<w:p>${run('I:', '<w:rStyle w:val="S"/>')}${run(' so', '<w:b w:val="0"/>')}${run('!', '<w:i/>')}</w:p>`,
        { styles },
      ),
    )
    expect(source.blocks).toEqual([
      { kind: 'paragraph', text: 'Asked', runs: [{ text: 'Asked', bold: true }], style: 'Question', at: 1 },
      {
        kind: 'paragraph',
        text: 'I: so!',
        runs: [{ text: 'I:', bold: true }, { text: ' so' }, { text: '!', italic: true }],
        at: 2,
      },
    ])
  })

  it('headings are known by style, outline level and what a style is based on', async () => {
    const styles =
      style('berschrift1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
      style('Mine', 'Part title', '<w:basedOn w:val="berschrift1"/>')
    const source = await read(
      docx(
        paragraph('A', styled('berschrift1')) +
          paragraph('B', styled('Mine')) +
          paragraph('C', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        { styles },
      ),
    )
    expect(paragraphs(source.blocks).map(({ style, heading }) => [style, heading])).toEqual([
      ['Heading 1', 1],
      ['Part title', 1],
      [undefined, 2],
    ])
  })

  it('styles based on each other in a circle end', async () => {
    const styles = style('A', 'A', '<w:basedOn w:val="B"/>') + style('B', 'B', '<w:basedOn w:val="A"/>')
    expect(texts(await read(docx(paragraph('x', styled('A')), { styles })))).toEqual(['x'])
  })

  it('labels that only list numbering shows stand before the text', async () => {
    const level = (format: string, text: string) =>
      `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = [level('bullet', 'I:'), level('decimal', 'P%1:'), level('bullet', '')]
      .map((inner, id) => `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum>`)
      .concat([0, 1, 2].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`))
      .join('')
    const item = (id: number, text: string) =>
      paragraph(text, `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`)
    const source = await read(
      docx(item(1, 'Hello?') + item(2, 'Yes.') + item(2, 'No.') + item(3, 'A point'), { numbering }),
    )
    expect(texts(source)).toEqual(['I: Hello?', 'P1: Yes.', 'P2: No.', 'A point'])
    expect(paragraphs(source.blocks)[0]).toMatchObject({ label: 'I:' })
  })
})

describe('what stands beside the text', () => {
  it('headers and footers are asides', async () => {
    const source = await read(
      docx(paragraph('I: hi'), { header: paragraph('Interview H-10'), footer: paragraph('Page 1') }),
    )
    expect(source.asides).toEqual([
      { where: 'header', text: 'Interview H-10' },
      { where: 'footer', text: 'Page 1' },
    ])
  })

  it('a text box with its fallback is one aside and no speech', async () => {
    const box = (inner: string) => `<w:txbxContent>${paragraph(inner)}</w:txbxContent>`
    const source = await read(
      docx(
        `<w:p>${run('I: ')}<w:r><mc:AlternateContent><mc:Choice>${box('ID: H-09')}</mc:Choice><mc:Fallback><w:pict>${box('ID: H-09')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('hi')}</w:p>`,
      ),
    )
    expect(texts(source)).toEqual(['I: hi'])
    expect(source.asides).toEqual([{ where: 'textbox', text: 'ID: H-09' }])
  })

  it('a content control is both text and a named aside; an unfilled one is neither', async () => {
    const control = (properties: string, text: string) =>
      `<w:sdt><w:sdtPr><w:alias w:val="Participant ID"/>${properties}</w:sdtPr><w:sdtContent>${paragraph(text)}</w:sdtContent></w:sdt>`
    const source = await read(docx(control('', 'P11') + control('<w:showingPlcHdr/>', 'Click here')))
    expect(texts(source)).toEqual(['P11'])
    expect(source.asides).toEqual([{ where: 'control', text: 'Participant ID: P11' }])
    expect(codes(source)).toEqual(['empty-controls'])
  })

  it('a comment keeps its author and the words it is about', async () => {
    const source = await read(
      docx(
        `${paragraph('I: And the rent?')}<w:p>${run('P: It went up ')}<w:commentRangeStart w:id="0"/>${run('again')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
        { comments: `<w:comment w:id="0" w:author="Kate">${paragraph('CODE: affordability')}</w:comment>` },
      ),
    )
    expect(texts(source)).toEqual(['I: And the rent?', 'P: It went up again'])
    expect(source.comments).toEqual([
      { author: 'Kate', text: 'CODE: affordability', quote: 'again', block: 1 },
    ])
  })

  it('a footnote leaves its mark and follows the text', async () => {
    const source = await read(
      docx(`<w:p>${run('I: ok')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, {
        footnotes: `<w:footnote w:id="2">${paragraph('The phone rings.')}</w:footnote>`,
      }),
    )
    expect(texts(source)).toEqual(['I: ok[1]', '[1] The phone rings.'])
    expect(paragraphs(source.blocks)[1]).toMatchObject({ style: 'note', note: 1 })
  })
})

describe('tables', () => {
  const cell = (inner: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const rowsOf = (source: Source) =>
    source.blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.map((cells) => cells.map((cell) => cell.map(({ text }) => text).join('|')))
        : [],
    )

  it('a table inside a cell becomes rows where it stands', async () => {
    const inner = `<w:tbl>${row(cell(paragraph('P')), cell(paragraph('inner')))}</w:tbl>`
    const source = await read(
      docx(
        `<w:tbl>${row(cell(paragraph('I')), cell(paragraph('before') + inner + paragraph('after')))}${row(cell(paragraph('last')))}</w:tbl>`,
      ),
    )
    expect(rowsOf(source)).toEqual([['I', 'before'], ['P', 'inner'], ['', 'after'], ['last']])
  })

  it('a merged cell leaves the columns after it in line', async () => {
    const source = await read(
      docx(
        `<w:tbl>${row(cell(paragraph('wide'), '<w:gridSpan w:val="2"/>'), cell(paragraph('third')))}</w:tbl>`,
      ),
    )
    expect(rowsOf(source)).toEqual([['wide', '', 'third']])
  })

  it('a row deleted in a tracked change is left out', async () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell(paragraph('Sandra'))}</w:tr>`
    expect(rowsOf(await read(docx(`<w:tbl>${deleted}${row(cell(paragraph('kept')))}</w:tbl>`)))).toEqual([
      ['kept'],
    ])
  })

  it('thousands of tables inside each other are read without running out of stack', async () => {
    const open = '<w:tbl><w:tr><w:tc>'
    const close = '<w:p/></w:tc></w:tr></w:tbl>'
    const source = await read(docx(open.repeat(5000) + paragraph('deep') + close.repeat(5000)))
    expect(rowsOf(source)).toEqual([['deep|']])
  })
})

it('every word mammoth finds in a document is found', async () => {
  const body =
    paragraph('I: What did you put first?') +
    `<w:tbl><w:tr><w:tc>${paragraph('P')}</w:tc><w:tc>${paragraph('A door')}</w:tc></w:tr></w:tbl>` +
    `<w:p><w:hyperlink r:id="r9">${run('linked')}</w:hyperlink><w:smartTag>${run(' tagged')}</w:smartTag></w:p>`
  const bytes = docx(body)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  const source = await read(bytes)
  const ours = source.blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows.flat(2) : [block]))
    .map(({ text }) => ('text' in { text } ? text : ''))
  expect(ours.join(' ').split(/\s+/)).toEqual(value.trim().split(/\s+/))
})
