/** Answers as people read them in a terminal: counts, tables, and nothing that could steer the terminal. */
import { percent as percentOf } from '../core/text/percent.ts'

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

export const percent = (share: number | null): string => (share === null ? '–' : percentOf(share))

/** Two decimals, and no minus before a nought. */
export const fixed = (value: number | null): string =>
  value === null ? '–' : value.toFixed(2).replace(/^-(0\.00)$/, '$1')

/** The same with its sign, for differences. */
export const signed = (value: number | null): string => {
  const words = fixed(value)
  return value !== null && value > 0 && words !== '0.00' ? `+${words}` : words
}

type Value = string | number | null | undefined

/** Columns as wide as they need to be, numbers to the right. An empty table says so in a sentence. */
export function table<T>(
  rows: readonly T[],
  columns: Record<string, (row: T) => Value>,
  none: string,
): string {
  if (rows.length === 0) return none
  const cells = Object.entries(columns).map(([name, read]) => {
    const values = rows.map(read)
    const words = [name, ...values.map((value) => oneLine(value))]
    const width = Math.max(...words.map((word) => word.length))
    const right = values.every((value) => typeof value !== 'string')
    return words.map((word) => (right ? word.padStart(width) : word.padEnd(width)))
  })
  const [first = []] = cells
  return first
    .map((_, at) =>
      cells
        .map((column) => column[at])
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** A memo may be pages long; a cell of a table is a glance. */
const WIDEST = 160

function oneLine(value: Value): string {
  if (typeof value === 'number') return value.toLocaleString('en-GB')
  const words = (value ?? '').replaceAll(/\s+/g, ' ').trim()
  return words.length > WIDEST ? `${words.slice(0, WIDEST - 1).toWellFormed()}…` : words
}

/** A transcript may hold escape codes; a terminal would obey them. */
export const harmless = (text: string): string => text.replaceAll(/(?![\n\t])\p{Cc}/gu, '\uFFFD')

/** “A”, “B” or “C” */
export function listed(names: readonly string[], joint: 'and' | 'or'): string {
  const quoted = names.map((name) => `“${name}”`)
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${joint} ${last}`
}
