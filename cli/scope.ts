/** What a figure counts, as it is typed: `complete;role:colleague;wave:2;attribute:tenure=Social rent`. */
import type { z } from 'zod'
import { Scope } from '../core/contract/analysis.ts'
import { pick, pickDocument } from './find.ts'
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
  journey: (scope, value) => ({ ...scope, journeys: [...(scope.journeys ?? []), value] }),
  wave: (scope, value) => ({ ...scope, waves: [...(scope.waves ?? []), value] }),
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
  attribute: (scope, value) => {
    const [, id, wanted] = /^([^=]+)=(.+)$/.exec(value) ?? []
    if (id === undefined || wanted === undefined)
      throw new UsageError(`Write attribute:ID=VALUE, not “${value}”.`)
    return {
      ...scope,
      attributes: { ...scope.attributes, [id]: [...(scope.attributes?.[id] ?? []), wanted] },
    }
  },
}

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
