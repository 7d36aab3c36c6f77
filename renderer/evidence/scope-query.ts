/** Who is counted, written into the address so that a link shows the same figures: `role=colleague&tenure=Leaseholder`. */
import { Scope } from '../../core/contract/analysis.ts'

export type Query = Readonly<Record<string, string>>

const LISTS = ['journeys', 'documents', 'participants', 'coders', 'waves'] as const
const NUMBERS: ReadonlySet<string> = new Set(['documents', 'participants', 'coders'])
/** Before an attribute's id, so that no attribute can take another setting's name. */
const ATTRIBUTE = 'is.'

export const EVERYONE: Scope = Scope.parse({})

/** Whatever in the address makes no sense is left out; the rest still holds. */
export function readScope(query: Query): Scope {
  const attributes = Object.entries(query).flatMap(([key, value]) =>
    key.startsWith(ATTRIBUTE) ? [[key.slice(ATTRIBUTE.length), splitList(value)] as const] : [],
  )
  const said: Record<string, unknown> = {
    complete: query['complete'] === '1',
    role: query['role'],
    ...Object.fromEntries(LISTS.map((key) => [key, readList(key, query[key])])),
    ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
  }
  const understood = Object.entries(Scope.shape).filter(([key, shape]) => shape.safeParse(said[key]).success)
  return Scope.parse(Object.fromEntries(understood.map(([key]) => [key, said[key]])))
}

export function writeScope(scope: Scope): Record<string, string> {
  const query: Record<string, string> = {}
  if (scope.complete) query['complete'] = '1'
  if (scope.role !== EVERYONE.role) query['role'] = scope.role
  for (const key of LISTS) {
    const values = scope[key]
    if (values !== undefined) query[key] = joinList(values)
  }
  for (const [id, values] of Object.entries(scope.attributes ?? {})) query[ATTRIBUTE + id] = joinList(values)
  return query
}

function readList(key: string, value: string | undefined): unknown {
  if (value === undefined) return undefined
  return NUMBERS.has(key) ? splitList(value).map(Number) : splitList(value)
}

/** Joined by `|`, which no value keeps as it is. */
const joinList = (values: readonly (string | number)[]): string =>
  values.map((value) => String(value).replaceAll(/[%|]/g, encodeURIComponent)).join('|')

const splitList = (value: string): string[] =>
  value.split('|').map((part) => part.replaceAll('%7C', '|').replaceAll('%25', '%'))

/** How many things narrow the scope, for the button that opens them. */
export function filtersIn(scope: Scope): number {
  const lists = LISTS.filter((key) => scope[key] !== undefined).length
  return lists + Object.keys(scope.attributes ?? {}).length + Number(scope.complete)
}

/** The scope with a list set, or without it when nothing is chosen. */
export function withList<K extends (typeof LISTS)[number]>(
  scope: Scope,
  key: K,
  values: NonNullable<Scope[K]>,
): Scope {
  const { [key]: _, ...rest } = scope
  return Scope.parse(values.length === 0 ? rest : { ...rest, [key]: values })
}

/** The scope limited to some values of an attribute, or no longer limited when none is chosen. */
export function withAttribute(scope: Scope, id: string, values: readonly string[]): Scope {
  const { attributes = {}, ...rest } = scope
  const others = Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== id))
  const next = values.length === 0 ? others : { ...others, [id]: [...values] }
  return Object.keys(next).length === 0 ? rest : { ...rest, attributes: next }
}
