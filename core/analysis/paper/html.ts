/** A page as one HTML file that needs nothing else: no script, no network, ready to print. */
import { escapeXml } from '../draw/svg.ts'
import type { Block, Page } from './blocks.ts'

const STYLE = `
:root { color-scheme: light; }
body { font: 11pt/1.5 Inter, system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; color: #1f1b16; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; border-bottom: 1px solid #cfc8be; padding-bottom: .2rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p { margin: .4rem 0; }
.quiet { color: #5f5850; font-size: .9em; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #e6e0d7; }
th { font-weight: 600; }
.number { text-align: right; }
blockquote { margin: .6rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid #d9a066; }
blockquote p { white-space: pre-line; }
blockquote footer { color: #5f5850; font-size: .9em; }
aside { border: 1px solid #cfc8be; border-radius: 4px; padding: .5rem .9rem; margin: 1rem 0; }
aside h2 { border: 0; margin: 0; }
figure { margin: .75rem 0; }
figure svg { max-width: 100%; height: auto; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  h1, h2, h3 { break-after: avoid; }
  tr, blockquote, aside, figure { break-inside: avoid; }
  .break { break-before: page; }
}
@page { size: A4; margin: 18mm; }
`

export function toHtml({ title, blocks }: Page): string {
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Even a browser that ran scripts would find none, and could fetch nothing.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...blocks.map(setBlock),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function setBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeXml(block.text)}</h${block.level}>`
    case 'text':
      return `<p${block.quiet ? ' class="quiet"' : ''}>${escapeXml(block.text)}</p>`
    case 'list':
      return setList(block.items)
    case 'table':
      return setTable(block)
    case 'quote': {
      const note = block.note ? ` <span>${escapeXml(block.note)}</span>` : ''
      return `<blockquote><p>“${escapeXml(block.text)}”</p><footer>${escapeXml(block.source)}${note}</footer></blockquote>`
    }
    case 'box':
      return `<aside><h2>${escapeXml(block.title)}</h2>${setList(block.items)}</aside>`
    case 'picture':
      // Our own markup, every value in it already escaped.
      return `<figure>${block.svg}</figure>`
    case 'break':
      return '<div class="break"></div>'
  }
}

const setList = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`

function setTable({ head, rows, numbers = [] }: Extract<Block, { kind: 'table' }>): string {
  const align = (column: number): string => (numbers.includes(column) ? ' class="number"' : '')
  const heads = head.map((cell, column) => `<th scope="col"${align(column)}>${escapeXml(cell)}</th>`)
  const lines = rows.map(
    (row) => `<tr>${row.map((cell, column) => `<td${align(column)}>${escapeXml(cell)}</td>`).join('')}</tr>`,
  )
  return `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`
}
