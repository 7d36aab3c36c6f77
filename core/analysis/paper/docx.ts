/** A page as a Word document, with real headings, tables and pictures, so that it can be edited on. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { repack } from '../../exporting/repack.ts'
import { speakable } from '../../exporting/xml-text.ts'
import { toPng } from '../draw/png.ts'
import type { Block, Page } from './blocks.ts'

const QUIET = '5F5850'
/** Width of the text on A4 with these margins, in pixels at 96 dpi. */
const WIDEST = 600
const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

export async function toDocx({ title, blocks }: Page): Promise<Uint8Array<ArrayBuffer>> {
  const children: (Paragraph | Table)[] = []
  for (const block of blocks) children.push(...(await setBlock(block)))
  const document = new Document({
    title: speakable(title),
    creator: 'Waymark',
    lastModifiedBy: 'Waymark',
    styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
    sections: [{ children }],
  })
  return repack(new Uint8Array(await Packer.toBuffer(document)), {
    'docProps/core.xml': (xml) => xml.replaceAll(/<dcterms:(created|modified)\b.*?<\/dcterms:\1>/g, ''),
    'word/document.xml': numberPictures,
  })
}

/** The library numbers pictures through all documents of its life; here each document begins at 1. */
function numberPictures(xml: string): string {
  let number = 0
  return xml.replaceAll(/(?<=<wp:docPr id=")\d+(?=")/g, () => String(++number))
}

const run = (text: string, about: { bold?: boolean; italics?: boolean; color?: string } = {}): TextRun[] =>
  speakable(text)
    .split('\n')
    .map((line, place) => new TextRun({ text: line, ...about, ...(place > 0 ? { break: 1 } : {}) }))

async function setBlock(block: Block): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: LEVELS[block.level], children: run(block.text) })]
    case 'text':
      return [new Paragraph({ children: run(block.text, block.quiet ? { color: QUIET } : {}) })]
    case 'list':
      return bullets(block.items)
    case 'table':
      return [setTable(block), new Paragraph({})]
    case 'quote':
      return setQuote(block)
    case 'box':
      return [new Paragraph({ children: run(block.title, { bold: true }) }), ...bullets(block.items)]
    case 'picture':
      return [await setPicture(block)]
    case 'break':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

const bullets = (items: readonly string[]): Paragraph[] =>
  items.map((item) => new Paragraph({ bullet: { level: 0 }, children: run(item) }))

function setQuote({ text, source, note }: Extract<Block, { kind: 'quote' }>): Paragraph[] {
  const border = { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: 'D9A066' } }
  const under = `${source}${note ? ` ${note}` : ''}`
  return [
    new Paragraph({ border, indent: { left: 240 }, children: run(`“${text}”`, { italics: true }) }),
    new Paragraph({
      border,
      indent: { left: 240 },
      spacing: { after: 160 },
      children: run(under, { color: QUIET }),
    }),
  ]
}

function setTable({ head, rows, numbers = [] }: Extract<Block, { kind: 'table' }>): Table {
  const cell = (text: string, column: number, bold: boolean): TableCell =>
    new TableCell({
      margins: { left: 80, right: 80 },
      children: [
        new Paragraph({
          alignment: numbers.includes(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: run(text, { bold }),
        }),
      ],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: head.map((text, column) => cell(text, column, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: row.map((text, column) => cell(text, column, false)) }),
      ),
    ],
  })
}

async function setPicture({ svg, alt }: Extract<Block, { kind: 'picture' }>): Promise<Paragraph> {
  const [width = 1, height = 1] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).slice(1).map(Number)
  const shown = Math.min(WIDEST, width)
  const image = new ImageRun({
    type: 'png',
    data: await toPng(svg),
    transformation: { width: shown, height: Math.round((height * shown) / width) },
    altText: { name: 'Figure', title: speakable(alt), description: speakable(alt) },
  })
  return new Paragraph({ children: [image] })
}
