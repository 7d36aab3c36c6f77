/** Markdown: each line is a paragraph, with its emphasis as runs and its headings marked. */
import type { Aside, Block, Paragraph, Source } from '../model.ts'
import type { DecodedText } from './decode.ts'
import { decodeEntities } from './entities.ts'
import { splitLines } from './lines.ts'
import { RunCollector } from './runs.ts'

export function readMd({ text, encoding, warnings }: DecodedText): Source {
  const lines = splitLines(text)
  const bodyAt = frontMatterEnd(lines)
  const asides = lines
    .slice(0, bodyAt)
    .filter((line) => line.trim() !== '' && line !== '---')
    .map((text): Aside => ({ where: 'front-matter', text }))
  return { format: 'md', blocks: readBlocks(lines, bodyAt), asides, comments: [], warnings, encoding }
}

function readBlocks(lines: string[], bodyAt: number): Block[] {
  const blocks: Block[] = []
  for (let at = bodyAt; at < lines.length; at++) {
    const end = tableEnd(lines, at)
    if (end > at) {
      const rows = lines.slice(at, end).filter((_, index) => index !== 1)
      blocks.push({ kind: 'table', rows: rows.map(readRow) })
      at = end - 1
    } else blocks.push(readLine(lines[at] ?? '', at + 1))
  }
  return blocks
}

/** Index of the first line after a table that begins here: a row, a line of dashes, more rows; else `at`. */
function tableEnd(lines: string[], at: number): number {
  const isRow = (line = '') => /^\s{0,3}\|.*\|\s*$/.test(line)
  if (!isRow(lines[at]) || !/^\s{0,3}\|(?:\s*:?-+:?\s*\|)+\s*$/.test(lines[at + 1] ?? '')) return at
  let end = at + 2
  while (isRow(lines[end])) end++
  return end
}

/** Cells of a row; `\\|` is a bar inside a cell, `<br>` a line of its own. */
function readRow(line: string): Paragraph[][] {
  const cells = line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
  return cells.map((cell) => {
    const paragraph = readRuns(stripInline(cell.trim())).take({})
    return paragraph.text.trim() === '' ? [] : [paragraph]
  })
}

/** Index of the first line after a YAML block, 0 without one. */
function frontMatterEnd(lines: string[]): number {
  if (lines[0] !== '---') return 0
  const end = lines.findIndex((line, index) => index > 0 && index < 200 && /^(?:---|\.\.\.)\s*$/.test(line))
  return end < 0 ? 0 : end + 1
}

function readLine(line: string, at: number): Paragraph {
  if (/^\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)) return { kind: 'paragraph', text: '', at }
  const heading = /^ {0,3}(#{1,6})\s+(.*?)#*\s*$/.exec(line.length < 1000 ? line : '')
  const depth = heading?.[1]?.length
  const runs = readRuns(stripInline(heading?.[2] ?? line))
  return runs.take({ heading: depth, style: depth === undefined ? undefined : `Heading ${depth}`, at })
}

/** Attribute lists, links, tags, line breaks, references and a quotation mark go; the words stay. */
function stripInline(content: string): string {
  return decodeEntities(content)
    .replace(/^ {0,3}> ?(?!>)/, '')
    .replaceAll(/!?\[([^[\]\n]{1,500})\]\((?:[^()\s]|\([^()\s]{0,200}\)){1,2000}\)/g, '$1')
    .replaceAll(/\{:[^{}]{0,200}\}/g, '')
    .replaceAll(/<br ?\/?>/gi, '\n')
    .replaceAll(/<\/?(?:b|strong)>/gi, '**')
    .replaceAll(/<\/?(?:i|em)>/gi, '*')
    .replaceAll(/<\/?(?:u|span|small|mark|sup|sub|p|div|font|ins|center)(?: [^<>]{0,200})?>/gi, '')
    .replace(/\\$/, '')
    .trimEnd()
}

const EMPHASIS = /(?<!\\)(?:\*{1,3}|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}]))/gu

/** Splits at emphasis marks that have a partner; a lone asterisk or underscore is text. */
function readRuns(content: string): RunCollector {
  const runs = new RunCollector()
  let at = 0
  let strong = 0
  let emphasised = 0
  for (const { index, length, opens } of pairMarks([...content.matchAll(EMPHASIS)])) {
    runs.append(unescape(content.slice(at, index)), strong > 0, emphasised > 0)
    at = index + length
    const step = opens ? 1 : -1
    if (length !== 1) strong += step
    if (length !== 2) emphasised += step
  }
  runs.append(unescape(content.slice(at)), strong > 0, emphasised > 0)
  return runs
}

interface Mark {
  index: number
  length: number
  opens: boolean
}

function pairMarks(matches: RegExpExecArray[]): Mark[] {
  const open = new Map<string, number>()
  const marks: Mark[] = []
  for (const match of matches) {
    const [mark] = match
    const opener = open.get(mark)
    if (opener === undefined) {
      open.set(mark, match.index)
      continue
    }
    open.delete(mark)
    marks.push({ index: opener, length: mark.length, opens: true })
    marks.push({ index: match.index, length: mark.length, opens: false })
  }
  return marks.sort((a, b) => a.index - b.index)
}

function unescape(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
}
