/** Keeps the passages that did not change the same objects, whatever was inserted before them. */
import type { Passage } from '../../../core/contract/codings.ts'

type Coding = Passage['codings'][number]

/** `after`, with every unchanged passage taken from `before`; `before` itself when nothing changed. */
export function sharePassages(before: readonly Passage[], after: readonly Passage[]): readonly Passage[] {
  const known = new Map(before.map((passage) => [passage.id, passage]))
  const shared = after.map((passage) => {
    const old = known.get(passage.id)
    return old !== undefined && samePassage(old, passage) ? old : passage
  })
  const isSame = shared.length === before.length && shared.every((passage, at) => passage === before[at])
  return isSame ? before : shared
}

/** The passages with one more, or with one replaced, still in order. */
export function withPassage(passages: readonly Passage[], passage: Passage): Passage[] {
  const others = passages.filter(({ id }) => id !== passage.id)
  const after = others.findIndex((other) => inOrder(passage, other) < 0)
  others.splice(after === -1 ? others.length : after, 0, passage)
  return others
}

/** The passages with some looked at again: those found took their place, those not found are gone. */
export function withPassages(
  passages: readonly Passage[],
  ids: readonly number[],
  found: readonly Passage[],
): readonly Passage[] {
  const known = passages.filter(({ id }) => ids.includes(id))
  const shared = found.map((passage) => known.find((old) => samePassage(old, passage)) ?? passage)
  if (known.length === shared.length && known.every((old) => shared.includes(old))) return passages
  return [...passages.filter(({ id }) => !ids.includes(id)), ...shared].sort(inOrder)
}

/** The passages without some codings; one left with nothing on it goes too, as it does in the core. */
export function withoutCodings(passages: readonly Passage[], gone: readonly Coding['id'][]): Passage[] {
  return passages.flatMap((passage) => {
    const codings = passage.codings.filter(({ id }) => !gone.includes(id))
    if (codings.length === passage.codings.length) return [passage]
    const isBare = codings.length === 0 && passage.memos === 0 && !passage.flagged
    return isBare ? [] : [{ ...passage, codings }]
  })
}

/** By start, the longer first, as the core answers them. */
export const inOrder = (a: Passage, b: Passage): number => a.start - b.start || b.end - a.end || a.id - b.id

const samePassage = (a: Passage, b: Passage): boolean =>
  a.id === b.id &&
  a.start === b.start &&
  a.end === b.end &&
  a.coder === b.coder &&
  a.flagged === b.flagged &&
  a.memos === b.memos &&
  a.codings.length === b.codings.length &&
  a.codings.every((coding, at) => sameCoding(coding, b.codings[at]))

const sameCoding = (a: Coding, b: Coding | undefined): boolean =>
  b !== undefined &&
  a.id === b.id &&
  a.code === b.code &&
  a.intensity === b.intensity &&
  a.stance === b.stance &&
  a.origin === b.origin &&
  a.stale === b.stale
