/** A page as Markdown (CommonMark with tables). Pictures cannot travel in one text file, so their words do. */
import type { Block, Page } from './blocks.ts'

/** Nothing in a person's words turns into a heading, a link or markup. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`)
    .replaceAll(/^(\s*)([-+]|\d+[.)])(\s)/gm, String.raw`$1\$2$3`)

const oneLine = (text: string): string => plain(text.replaceAll(/\s+/g, ' ').trim())

export function toMarkdown({ blocks }: Page): string {
  return `${blocks
    .map(setBlock)
    .filter((part) => part !== '')
    .join('\n\n')}\n`
}

function setBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${oneLine(block.text)}`
    case 'text':
      return oneLine(block.text)
    case 'list':
      return setList(block.items)
    case 'table':
      return setTable(block)
    case 'quote': {
      const lines = `“${block.text}”`.split('\n').map((line) => `> ${plain(line)}`)
      const note = block.note ? ` ${oneLine(block.note)}` : ''
      return [...lines, '>', `> — ${oneLine(block.source)}${note}`].join('\n')
    }
    case 'box':
      return `**${oneLine(block.title)}**\n\n${setList(block.items)}`
    case 'picture':
      return `*${oneLine(block.alt)}*`
    case 'break':
      return '---'
  }
}

const setList = (items: readonly string[]): string => items.map((item) => `- ${oneLine(item)}`).join('\n')

function setTable({ head, rows, numbers = [] }: Extract<Block, { kind: 'table' }>): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(oneLine).join(' | ')} |`
  const rule = head.map((_, column) => (numbers.includes(column) ? '---:' : '---'))
  return [row(head), `| ${rule.join(' | ')} |`, ...rows.map(row)].join('\n')
}
