/** A page as a list of blocks: written once, then set as HTML, Markdown or Word. All text is plain. */

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'text'; text: string; quiet?: boolean }
  | { kind: 'list'; items: readonly string[] }
  | {
      kind: 'table'
      head: readonly string[]
      rows: readonly (readonly string[])[]
      numbers?: readonly number[]
    }
  | { kind: 'quote'; text: string; source: string; note?: string }
  | { kind: 'box'; title: string; items: readonly string[] }
  | { kind: 'picture'; svg: string; alt: string }
  | { kind: 'break' }

export interface Page {
  title: string
  blocks: readonly Block[]
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
export const line = (text: string): Block => ({ kind: 'text', text })
export const quiet = (text: string): Block => ({ kind: 'text', text, quiet: true })

/** A heading with its blocks; nothing at all when there are none. */
export const section = (level: 2 | 3, title: string, blocks: readonly Block[]): Block[] =>
  blocks.length > 0 ? [heading(level, title), ...blocks] : []

/** A table; nothing when it has no rows. `numbers` are the columns set to the right. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): Block[] => (rows.length > 0 ? [{ kind: 'table', head, rows, numbers }] : [])
