/** A memo as it reads: Markdown drawn as elements. What is not Markdown stays as it was typed. */
import { createElement, Fragment, type ReactNode } from 'react'
import { isInside, known, parse, type MarkedToken } from './blocks.ts'
import './markdown.css'

interface MarkdownProps {
  text: string
  /** Of headings in the memo: one below what it stands under. */
  level?: 3 | 4
}

export function Markdown({ text, level = 3 }: MarkdownProps) {
  return <div className="memos-markdown">{drawn(parse(text), level)}</div>
}

type Level = NonNullable<MarkdownProps['level']>
type Tokens = Parameters<typeof known>[0]

/** Children in their places, which is all that tells them apart. */
const inPlace = (children: readonly ReactNode[]) => createElement(Fragment, null, ...children)
const drawn = (tokens: Tokens, level: Level) => inPlace(known(tokens).map((token) => block(token, level)))

function block(token: MarkedToken, level: Level): ReactNode {
  const Heading = `h${level}` as const
  switch (token.type) {
    case 'heading':
      return <Heading data-depth={token.depth}>{drawn(token.tokens, level)}</Heading>
    case 'paragraph':
      return <p>{drawn(token.tokens, level)}</p>
    case 'blockquote':
      return <blockquote>{drawn(token.tokens, level)}</blockquote>
    case 'list':
      return token.ordered ? (
        <ol start={token.start === '' ? 1 : token.start}>{drawn(token.items, level)}</ol>
      ) : (
        <ul>{drawn(token.items, level)}</ul>
      )
    case 'list_item':
      return <li data-task={token.task || undefined}>{drawn(token.tokens, level)}</li>
    case 'checkbox':
      return <span className="memos-tick">{token.checked ? '☑ ' : '☐ '}</span>
    case 'table':
      return table(token, level)
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      )
    case 'hr':
      return <hr />
    case 'space':
    case 'def':
      return null
    default:
      return inline(token, level)
  }
}

type Block = 'heading' | 'paragraph' | 'blockquote' | 'list' | 'list_item' | 'checkbox' | 'table' | 'code'
type InlineToken = Exclude<MarkedToken, { type: Block | 'hr' | 'space' | 'def' }>

function inline(token: InlineToken, level: Level): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{drawn(token.tokens, level)}</strong>
    case 'em':
      return <em>{drawn(token.tokens, level)}</em>
    case 'del':
      return <del>{drawn(token.tokens, level)}</del>
    case 'codespan':
      return <code>{token.text}</code>
    case 'br':
      return <br />
    case 'link':
      if (isInside(token.href)) return <a href={token.href}>{drawn(token.tokens, level)}</a>
      return token.autolink ? token.href : `${token.text} (${token.href})`
    case 'image':
      return `${token.text} (${token.href})`
    case 'text':
      return token.tokens === undefined ? token.text : drawn(token.tokens, level)
    case 'escape':
    case 'html':
      return token.text
    default:
      return token satisfies never
  }
}

type TableToken = Extract<MarkedToken, { type: 'table' }>

function table({ header, rows }: TableToken, level: Level): ReactNode {
  const row = (cells: TableToken['header'], cell: (words: ReactNode) => ReactNode) => (
    <tr>{inPlace(cells.map(({ tokens }) => cell(drawn(tokens, level))))}</tr>
  )
  return (
    <table>
      <thead>
        {row(header, (words) => (
          <th scope="col">{words}</th>
        ))}
      </thead>
      <tbody>{inPlace(rows.map((cells) => row(cells, (words) => <td>{words}</td>)))}</tbody>
    </table>
  )
}
