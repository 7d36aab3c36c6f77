/** What a figure counts, as it is typed: `complete;role:colleague;wave:2;attribute:tenure=Social rent`. */
import type { z } from 'zod'
import { Scope } from '../core/contract/analysis.ts'
import type { Attribute } from '../core/contract/participants.ts'
import { pick, pickCode, pickDocument } from './find.ts'
import type { Ask } from './session.ts'
import { UsageError } from './verb.ts'

type ScopeInput = z.input<typeof Scope>

export const SCOPE_HELP =
  'complete, role:, journey:, wave:, document:, participant:, coder:, attribute:ID=VALUE; several parted by ;'

/** Reads one part into the scope it narrows. */
type Reader = (scope: ScopeInput, value: string, ask: Ask) => Promise<ScopeInput> | ScopeInput

const people = <T extends { id: number; name: string }>(things: readonly T[], given: string, noun: string) =>
  pick(things, given, { noun, id: ({ id }) => id, names: ({ name }) => [name] }).id

const READERS: Record<string, Reader> = {
  complete: (scope) => ({ ...scope, complete: true }),
  role: (scope, value) => {
    const role = Scope.shape.role.safeParse(value)
    if (!role.success)
      throw new UsageError(`“${value}” is not a role: resident, colleague, stakeholder or any.`)
    return { ...scope, role: role.data }
  },
  journey: async (scope, value, ask) => {
    const { codes } = await ask('codebook.list', {})
    const journeys = codes.filter(({ level }) => level === 'journey')
    return { ...scope, journeys: [...(scope.journeys ?? []), pickCode(journeys, value, 'journey').code] }
  },
  wave: async (scope, value, ask) => {
    const { documents } = await ask('documents.list', {})
    const waves = [...new Set(documents.flatMap(({ wave }) => wave ?? []))]
    return { ...scope, waves: [...(scope.waves ?? []), pickWord(waves, value, 'wave')] }
  },
  document: async (scope, value, ask) => {
    const { documents } = await ask('documents.list', {})
    return { ...scope, documents: [...(scope.documents ?? []), pickDocument(documents, value).document] }
  },
  participant: async (scope, value, ask) => {
    const { participants } = await ask('participants.list', {})
    return {
      ...scope,
      participants: [...(scope.participants ?? []), people(participants, value, 'participant')],
    }
  },
  coder: async (scope, value, ask) => {
    const { coders } = await ask('project.coders', {})
    return { ...scope, coders: [...(scope.coders ?? []), people(coders, value, 'coder')] }
  },
  attribute: async (scope, words, ask) => {
    const [, named = '', wanted = ''] = /^([^=]+)=(.+)$/.exec(words) ?? []
    if (wanted === '') throw new UsageError(`Write attribute:ID=VALUE, not “${words}”.`)
    const { attributes } = await ask('participants.attributes', {})
    const { id, name, ...attribute } = pickAttribute(attributes, named)
    const { participants } = await ask('participants.list', {})
    const said = participants.flatMap((person) => valuesOf(person.attributes[id], attribute.type))
    const value = pickWord([...new Set([...attribute.values, ...said])], wanted, `value of ${name}`)
    return {
      ...scope,
      attributes: { ...scope.attributes, [id]: [...(scope.attributes?.[id] ?? []), value] },
    }
  },
}

/** `attribute:ID` with the attribute by id or by name; any other kind of column as it is. */
export async function columnOf<K extends string>(
  columns: K | `attribute:${string}`,
  ask: Ask,
): Promise<K | `attribute:${string}`> {
  const [, named] = /^attribute:(.*)$/s.exec(columns) ?? []
  if (named === undefined) return columns
  const { attributes } = await ask('participants.attributes', {})
  return `attribute:${pickAttribute(attributes, named).id}`
}

const pickWord = (words: readonly string[], given: string, noun: string): string =>
  pick(words, given, { noun, id: (word) => word, names: (word) => [word] })

/** By id or by name, as the list of attributes has them. */
const pickAttribute = (attributes: readonly Attribute[], given: string): Attribute =>
  pick(attributes, given, { noun: 'attribute', id: ({ id }) => id, names: ({ name }) => [name] })

/** Someone's values of an attribute: several, where it takes more than one. */
const valuesOf = (value: string | undefined, type: Attribute['type']): string[] =>
  value === undefined || value === '' ? [] : type === 'multi' ? value.split(/\s*[;|]\s*/u) : [value]

/** Parts of one kind add up. Throws for a part of another kind, and for names that are not in the project. */
export async function parseScope(words: string, ask: Ask): Promise<ScopeInput> {
  let scope: ScopeInput = {}
  for (const part of words
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const [, kind = '', value = ''] = /^(\w+)(?::(.*))?$/s.exec(part) ?? []
    const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined
    if (!read) throw new UsageError(`“${part}” is not a scope. Use ${SCOPE_HELP}.`)
    scope = await read(scope, value.trim(), ask)
  }
  return scope
}
