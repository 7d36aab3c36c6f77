/** A question about coded passages: kept in the address, changed a field at a time. */
import { Relation, Retrieve } from '../../core/contract/search.ts'
import type { z } from 'zod'

export type Asked = z.infer<typeof Retrieve>
export type Condition = z.infer<typeof Relation>

export const EVERYTHING: Asked = Retrieve.parse({})
export const NEW_CONDITION: Condition = Relation.parse({ relation: 'with' })

/** A damaged or old link asks for everything. */
export function readAsked(text: string | undefined): Asked {
  if (text === undefined) return EVERYTHING
  try {
    return Retrieve.safeParse(JSON.parse(text)).data ?? EVERYTHING
  } catch {
    return EVERYTHING
  }
}

/** Only what differs from everything; null when nothing does. */
export function writeAsked(asked: Asked): string | null {
  const own = Object.entries(asked).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(EVERYTHING[key as keyof Asked]),
  )
  return own.length === 0 ? null : JSON.stringify(Object.fromEntries(own))
}

/** With a field set, or without it when nothing is chosen. */
export function withField<K extends keyof Asked>(asked: Asked, key: K, value: Asked[K] | undefined): Asked {
  const { [key]: _, ...rest } = asked
  return Retrieve.parse(isNothing(value) ? rest : { ...rest, [key]: value })
}

export function withAttribute(asked: Asked, id: string, values: readonly string[]): Asked {
  const { [id]: _, ...others } = asked.attributes ?? {}
  return withField(asked, 'attributes', values.length === 0 ? others : { ...others, [id]: [...values] })
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

/** How many of these fields narrow the question, for the heading of a folded group. */
export const narrowed = (asked: Asked, keys: readonly (keyof Asked)[]): number =>
  keys.filter((key) => JSON.stringify(asked[key]) !== JSON.stringify(EVERYTHING[key])).length

/** A condition without codes asks for nothing yet, so it is not sent. */
export const complete = (asked: Asked): Asked => ({
  ...asked,
  and: asked.and.filter(({ codes, families }) => codes.length > 0 || families.length > 0),
})
