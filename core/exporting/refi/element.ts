/** XML put together from elements, indented so that people can read it too. */
import { inAttribute, inText } from '../xml-text.ts'

/** An element as lines, already escaped. */
export type Element = readonly string[]

type Attributes = Readonly<Record<string, string | number | undefined>>

function open(name: string, attributes: Attributes): string {
  const listed = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${inAttribute(String(value))}"`],
  )
  return `<${name}${listed.join('')}`
}

export function element(
  name: string,
  attributes: Attributes,
  children: readonly (Element | null)[] = [],
): Element {
  const inside = children.flatMap((child) => child ?? [])
  if (inside.length === 0) return [`${open(name, attributes)}/>`]
  return [`${open(name, attributes)}>`, ...inside.map((line) => `  ${line}`), `</${name}>`]
}

/** Words alone; their own lines are kept as they are. */
export const wordsIn = (name: string, words: string): Element => [`<${name}>${inText(words)}</${name}>`]

/** A container, left out when it would be empty: the schema forbids those. */
export const container = (name: string, children: readonly Element[]): Element | null =>
  children.length === 0 ? null : element(name, {}, children)
