import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Source } from '../model.ts'
import { readSource } from '../read.ts'

const read = (name: string, text: string | Uint8Array) => readSource({ name, bytes: Buffer.from(text) })
const texts = (source: Source) =>
  source.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
const codes = (source: Source) => source.warnings.map(({ code }) => code)
const tables = (source: Source) =>
  source.blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('|')))]
      : [],
  )

describe('plain text', () => {
  it.each(['\n', '\r\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f'])(
    '%j ends a line',
    async (newline) => {
      const source = await read('P07.txt', ['I: one', '', 'P: two', ''].join(newline))
      expect(source.blocks).toEqual([
        { kind: 'paragraph', text: 'I: one', at: 1 },
        { kind: 'paragraph', text: '', at: 2 },
        { kind: 'paragraph', text: 'P: two', at: 3 },
      ])
    },
  )

  it('redactions in angle brackets are not taken for HTML', async () => {
    expect((await read('P07.txt', 'I: So <NAME> told you?\nP: Yes, <REDACTED> did.')).format).toBe('txt')
  })

  it('captions pasted among notes stay text', async () => {
    const source = await read('P08.txt', 'Participant 8\n00:00:10.000 --> 00:00:12.000\nYes.\n')
    expect(source.format).toBe('txt')
  })
})

describe('Markdown', () => {
  it('headings, emphasis, attribute lists and front matter are understood', async () => {
    const source = await read(
      'P07.md',
      '---\ntitle: Interview\n---\n\n### Tenant (00:12)\n**Kate:**{: .red}  \nsaid *so* twice_over [here](x.md)\n---\n',
    )
    expect(source.asides).toEqual([{ where: 'front-matter', text: 'title: Interview' }])
    expect(source.blocks).toEqual([
      { kind: 'paragraph', text: '', at: 4 },
      { kind: 'paragraph', text: 'Tenant (00:12)', heading: 3, style: 'Heading 3', at: 5 },
      { kind: 'paragraph', text: 'Kate:', runs: [{ text: 'Kate:', bold: true }], at: 6 },
      {
        kind: 'paragraph',
        text: 'said so twice_over here',
        runs: [{ text: 'said ' }, { text: 'so', italic: true }, { text: ' twice_over here' }],
        at: 7,
      },
      { kind: 'paragraph', text: '', at: 8 },
    ])
  })

  it('a link keeps its words, whatever its address holds', async () => {
    const source = await read('P08.md', '[13:30](javascript:go(0);) Ada: So [it](a(b)c) was.\n')
    expect(source.blocks[0]).toMatchObject({ text: '13:30 Ada: So it was.' })
  })
})

describe('tables in Markdown', () => {
  it('have their cells; a bar alone makes no table', async () => {
    const source = await read(
      'W3.md',
      '| Speaker | Words |\n| --- | :-: |\n| **C1** | a \\| b |\n| C2 | |\n\n| no table |\n',
    )
    expect(tables(source)).toEqual([
      [
        ['Speaker', 'Words'],
        ['C1', 'a | b'],
        ['C2', ''],
      ],
    ])
    expect(texts(source)).toContain('| no table |')
  })
})

describe('tags in Markdown', () => {
  it('leave their emphasis; words in angle brackets stay', async () => {
    const source = await read('P07.md', '<u>Rosa:</u>\tI <b>did</b> ring. <laughs>\n')
    expect(source.blocks[0]).toMatchObject({
      text: 'Rosa:\tI did ring. <laughs>',
      runs: [{ text: 'Rosa:\tI ' }, { text: 'did', bold: true }, { text: ' ring. <laughs>' }],
    })
  })
})

describe('HTML', () => {
  it('paragraphs, bold labels, breaks and definition lists become blocks', async () => {
    const source = await read(
      'P07.html',
      '<!doctype html><title>P07</title><p><strong>I:</strong> Hi<br>there\n all<dl><dt>KM<dd>Thanks</dl>',
    )
    expect(source.blocks).toEqual([
      {
        kind: 'paragraph',
        text: 'I: Hi\nthere all',
        runs: [{ text: 'I:', bold: true }, { text: ' Hi\nthere all' }],
        at: 1,
      },
      { kind: 'paragraph', text: 'KM', style: 'dt', at: 2 },
      { kind: 'paragraph', text: 'Thanks', style: 'dd', at: 3 },
    ])
    expect(source.asides).toEqual([{ where: 'property', text: 'Title: P07' }])
  })

  it('scripts, styles and pictures leave nothing behind', async () => {
    const source = await read(
      'P07.html',
      '<p>I: hi<script>fetch("http://127.0.0.1:9/")</script><img src="file:///etc/passwd" onerror="alert(1)"><style>p{}</style><p>P: ok',
    )
    expect(texts(source)).toEqual(['I: hi', 'P: ok'])
  })

  it('hidden and deleted words are left out and reported', async () => {
    const source = await read(
      'P07.html',
      '<p>It was <del>Sandra</del><ins>[NAME]</ins><span style="display:none">x</span></p>',
    )
    expect(texts(source)).toEqual(['It was [NAME]'])
    expect(codes(source)).toEqual(['hidden-text'])
  })

  it('tables keep their columns, also with end tags left out', async () => {
    const source = await read(
      'P07.html',
      `<table>${'<tr><td>0:03<td colspan=2><b>Q</b><td>How?'.repeat(100)}</table><p>after</p>`,
    )
    expect(tables(source)[0]?.[99]).toEqual(['0:03', 'Q', '', 'How?'])
    expect(texts(source)).toEqual(['after'])
  })

  it('a hundred thousand nested elements are no trouble', async () => {
    const source = await read('P07.html', `<html>${'<div>'.repeat(100_000)}I: hi${'</span>'.repeat(100_000)}`)
    expect(texts(source)).toEqual(['I: hi'])
  })
})

describe('CSV and TSV', () => {
  it('quotes, doubled quotes and line breaks in cells are read', async () => {
    const source = await read('t.csv', 'speaker,words\r\nAnn,"Well, ""yes""\r\nand no"\r\n')
    expect(tables(source)).toEqual([
      [
        ['speaker', 'words'],
        ['Ann', 'Well, "yes"\nand no'],
      ],
    ])
  })

  it('semicolons and Windows-1252 are recognised', async () => {
    const source = await read(
      't.csv',
      iconv.encode('Speaker;Text\nKate;It’s cold, really, very\nP07;Café\n', 'windows-1252'),
    )
    expect(source.encoding).toBe('windows-1252')
    expect(tables(source)[0]?.[1]).toEqual(['Kate', 'It’s cold, really, very'])
  })

  it('the separator Excel names in the first line is used', async () => {
    expect(tables(await read('t.csv', 'sep=|\na|b,c\n'))).toEqual([[['a', 'b,c']]])
  })

  it('a transcript that only calls itself a table is read as text, and a table that calls itself text as a table', async () => {
    const talk =
      'Interviewer: Well, hello, how are you?\nTenant: Fine.\nInterviewer: So, yes.\nTenant: Cold, wet, dark.\n'
    expect((await read('P07.csv', talk)).format).toBe('txt')
    expect((await read('P07.txt', 'Speaker\tText\nAnn\tHello\n')).format).toBe('csv')
  })

  it('a quotation mark that is never closed swallows nothing', async () => {
    const source = await read('t.csv', 'Speaker,Text\nP07,"never closed\nI,next\n')
    expect(tables(source)[0]).toHaveLength(3)
    expect(codes(source)).toEqual(['unclosed-quote'])
  })

  it('formulas are text', async () => {
    const source = await read('t.csv', 'Speaker,Text\nP07,"=HYPERLINK(""http://127.0.0.1:9"")"\n')
    expect(tables(source)[0]?.[1]?.[1]).toBe('=HYPERLINK("http://127.0.0.1:9")')
  })

  it('tabs part the cells of a TSV file', async () => {
    expect(tables(await read('w.tsv', 'start\tend\ttext\n0\t100\tHe said "so\n'))[0]?.[1]).toEqual([
      '0',
      '100',
      'He said "so',
    ])
  })
})
