/** Markdown as a tree: what the memo says, for showing it and for its first words. Nothing becomes HTML on the way. */
import { Lexer, type MarkedToken, type Token } from 'marked'

export type { MarkedToken } from 'marked'

const TYPES: Record<MarkedToken['type'], true> = {
  blockquote: true,
  br: true,
  checkbox: true,
  code: true,
  codespan: true,
  def: true,
  del: true,
  em: true,
  escape: true,
  heading: true,
  hr: true,
  html: true,
  image: true,
  link: true,
  list: true,
  list_item: true,
  paragraph: true,
  space: true,
  strong: true,
  table: true,
  text: true,
}

const isMarked = (token: Token): token is MarkedToken => token.type in TYPES

/** A line break is a line break, as people expect of notes. */
export const parse = (text: string): MarkedToken[] => known(Lexer.lex(text, { gfm: true, breaks: true }))

/** The reader is used as it comes, so that every token is of a kind it documents. */
export const known = (tokens: readonly Token[]): MarkedToken[] => tokens.filter(isMarked)

/** The words alone, in one line. */
export function plainText(text: string): string {
  return parse(text).map(wordsOf).join(' ').replaceAll(/\s+/g, ' ').trim()
}

function wordsOf(token: MarkedToken): string {
  const within = (tokens: readonly Token[], join: string) => known(tokens).map(wordsOf).join(join)
  switch (token.type) {
    case 'list':
      return within(token.items, ' ')
    case 'list_item':
    case 'blockquote':
      return within(token.tokens, ' ')
    case 'table':
      return [token.header, ...token.rows]
        .flat()
        .map((cell) => within(cell.tokens, ''))
        .join(' ')
    case 'heading':
    case 'paragraph':
    case 'strong':
    case 'em':
    case 'del':
    case 'link':
      return within(token.tokens, '')
    case 'text':
      return token.tokens === undefined ? token.text : within(token.tokens, '')
    case 'space':
    case 'br':
    case 'hr':
    case 'def':
    case 'checkbox':
      return ' '
    default:
      return token.text
  }
}

/** Only places inside Waymark are links; the page leads nowhere else. */
export const isInside = (href: string): boolean => href.startsWith('#/')
