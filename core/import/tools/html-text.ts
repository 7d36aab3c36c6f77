/** The text of an HTML document with a map from UTF-8 byte offsets over its text nodes: Taguette's coordinates. */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'address article aside blockquote br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export interface HtmlText {
  /** Paragraphs joined by `\n`; white space inside them is one space or more, never a newline. */
  text: string
  /** UTF-16 offset into `text` of a byte offset that counts all text nodes, in order, as UTF-8. */
  offset: (byte: number) => number
}

interface Piece {
  byte: number
  start: number
  words: string
}

export function htmlText(html: string): HtmlText {
  const pieces: Piece[] = []
  let text = ''
  let byte = 0
  const breakLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
  }
  const visit = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      // Inside a paragraph a newline is white space; one unit for one unit keeps the map simple.
      const words = node.value.replaceAll(/[\r\n\t]/g, ' ')
      // White space between two blocks is not a paragraph, but the offsets count it.
      const isGap = words.trim() === '' && (text === '' || text.endsWith('\n'))
      pieces.push({ byte, start: text.length, words: isGap ? '' : words })
      if (!isGap) text += words
      byte += Buffer.byteLength(node.value)
      return
    }
    if (!('childNodes' in node)) {
      return
    }
    const isBlock = BLOCKS.has(node.nodeName)
    if (isBlock) breakLine()
    for (const child of node.childNodes) visit(child)
    if (isBlock) breakLine()
  }
  visit(parseFragment(html))
  return { text: text.trimEnd(), offset: (at) => offsetOf(pieces, at, text.length) }
}

function offsetOf(pieces: readonly Piece[], byte: number, end: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.byte ?? 0) <= byte) low = middle + 1
    else high = middle
  }
  const piece = pieces[low - 1]
  if (!piece) return end
  let left = byte - piece.byte
  let units = 0
  for (const character of piece.words) {
    if (left <= 0) break
    left -= Buffer.byteLength(character)
    units += character.length
  }
  return piece.start + units
}
