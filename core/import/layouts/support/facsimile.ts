/** Builds sources in the shape of real files for tests, and shows readings in a form to compare. */
import type { Block, Paragraph, ParsedDocument, ParseOptions, Run, Source, Table } from '../../model.ts'
import { parseSource } from '../../parse.ts'

/**
 * Paragraphs, one for each line. `**…**` is bold, `//…//` italic, `⏎` a soft line break, a line that starts
 * with `# ` a heading, lines that start with `| ` rows of a table whose cells hold paragraphs parted by `¶`.
 */
export function source(text: string, format: Source['format'] = 'docx'): Source {
  const blocks: Block[] = []
  let table: Table | null = null
  for (const line of text.replace(/^\n|\n\s*$/g, '').split('\n')) {
    if (!line.startsWith('| ')) {
      table = null
      blocks.push(paragraph(line))
      continue
    }
    if (!table) blocks.push((table = { kind: 'table', rows: [] }))
    const cells = line.replace(/^\| ?| ?\|$/g, '').split(' | ')
    table.rows.push(cells.map((cell) => cell.split('¶').map((words) => paragraph(words.trim()))))
  }
  return { format, blocks, asides: [], comments: [], warnings: [] }
}

function paragraph(line: string): Paragraph {
  const heading = /^(#+) (.*)/.exec(line)
  const marked = (heading?.[2] ?? line).replaceAll('⏎', '\n')
  const runs: Run[] = marked
    .split(/(\*\*[^*]+\*\*|\/\/[^/]+\/\/)/)
    .filter(Boolean)
    .map((piece) => {
      if (piece.startsWith('**')) return { text: piece.slice(2, -2), bold: true }
      return piece.startsWith('//') ? { text: piece.slice(2, -2), italic: true } : { text: piece }
    })
  const text = runs.map((run) => run.text).join('')
  return { kind: 'paragraph', text, runs, ...(heading?.[1] && { heading: heading[1].length }) }
}

export function parse(text: string, format?: Source['format'], options?: ParseOptions): ParsedDocument {
  return parseSource(source(text, format), { name: 'visit.docx', sha256: '0'.repeat(64) }, options)
}

/** Turns as `Label: text`, `– text` for nobody's speech, `(event)`, `# heading`, `~ note`. */
export function turns(document: ParsedDocument): string[] {
  return document.turns.map(({ kind, speaker, start, end }) => {
    const text = document.text.slice(start, end)
    if (kind === 'event') return `(${text})`
    if (kind !== 'speech') return `${kind === 'heading' ? '#' : '~'} ${text}`
    return speaker === null ? `– ${text}` : `${document.speakers[speaker]?.label}: ${text}`
  })
}

export const roles = (document: ParsedDocument) =>
  Object.fromEntries(document.speakers.map(({ label, role }) => [label, role]))

export const codes = (document: ParsedDocument) => document.warnings.map(({ code }) => code)
