/** Transcripts, codes and people by id or by name, as they are typed; what is unknown is answered with what is near. */
import { CoreError } from '../core/contract/errors.ts'
import type { Output } from '../core/contract/index.ts'
import type { Ask } from './session.ts'
import { listed } from './text.ts'

export type Code = Output<'codebook.list'>['codes'][number]
export type Document = Output<'documents.list'>['documents'][number]

interface Known<T> {
  noun: string
  id: (thing: T) => string | number
  /** The name shown first, then others it goes by. */
  names: (thing: T) => readonly [string, ...string[]]
}

const MOST_NEAR = 3
const NEAR_ENOUGH = 0.25
const BEHIND = 0.6

const pairs = (word: string): Set<string> => {
  const letters = ` ${word.toLowerCase()} `
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)))
}

/** Share of letter pairs in common, 0–1 (Dice). */
function likeness(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)]
  const shared = [...left].filter((pair) => right.has(pair)).length
  return (2 * shared) / (left.size + right.size)
}

/** Names most like what was typed, best first; those far behind the best would only distract. */
export function nearest(given: string, names: readonly string[]): string[] {
  const scored = [...new Set(names)]
    .map((name) => ({ name, score: likeness(given, name) }))
    .toSorted((a, b) => b.score - a.score)
  const least = Math.max(NEAR_ENOUGH, (scored[0]?.score ?? 0) * BEHIND)
  return scored
    .filter(({ score }) => score >= least)
    .slice(0, MOST_NEAR)
    .map(({ name }) => name)
}

/** By id, else by exact name, else by name in any case. Throws `not-found` with near matches, `conflict` when several fit. */
export function pick<T>(things: readonly T[], given: string, { noun, id, names }: Known<T>): T {
  const wanted = given.trim()
  const same = (a: string) => a.toLowerCase() === wanted.toLowerCase()
  const found = [
    things.filter((thing) => String(id(thing)) === wanted),
    things.filter((thing) => names(thing).includes(wanted)),
    things.filter((thing) => names(thing).some(same)),
  ].find((some) => some.length > 0)
  if (!found) throw unknown(noun, wanted, nearest(wanted, things.flatMap(names)))
  const [first, second] = found
  if (first !== undefined && second === undefined) return first
  const ids = found.map((thing) => String(id(thing)))
  throw new CoreError(
    'conflict',
    `More than one ${noun} is called “${wanted}”. Give its id: ${ids.join(', ')}.`,
    {
      ids,
    },
  )
}

function unknown(noun: string, given: string, near: string[]): CoreError {
  const hint = near.length > 0 ? ` Near it: ${listed(near, 'and')}.` : ''
  return new CoreError('not-found', `There is no ${noun} “${given}” in this project.${hint}`, { near })
}

export const pickDocument = (documents: readonly Document[], given: string): Document =>
  pick(documents, given, {
    noun: 'transcript',
    id: ({ document }) => document,
    names: ({ name, sourceName }) => [name, sourceName],
  })

export async function documentOf(ask: Ask, given: string): Promise<Document> {
  return pickDocument((await ask('documents.list', {})).documents, given)
}

export const pickCode = (codes: readonly Code[], given: string, noun = 'code'): Code =>
  pick(codes, given, { noun, id: ({ code }) => code, names: ({ name, aliases }) => [name, ...aliases] })
