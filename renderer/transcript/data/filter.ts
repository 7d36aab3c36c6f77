/** Which codings the reader shows: by family, by code, by coder. Nothing chosen shows everything. */
import { z } from 'zod'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'
import { CodeId, CoderId, Family } from '../../../core/contract/common.ts'

export const Filter = z.object({
  families: z.array(Family).readonly(),
  codes: z.array(CodeId).readonly(),
  coders: z.array(CoderId).readonly(),
})
export type Filter = z.infer<typeof Filter>

export const SHOW_ALL: Filter = { families: [], codes: [], coders: [] }

export const isFiltering = ({ families, codes, coders }: Filter): boolean =>
  families.length + codes.length + coders.length > 0

/** Without the codes and coders that are gone: what is no longer in the study hides nothing. Empty maps are not known yet. */
export function withoutGone(
  { families, codes, coders }: Filter,
  there: { codes: ReadonlyMap<Code['id'], unknown>; coders: ReadonlyMap<Passage['coder'], unknown> },
): Filter {
  return {
    families,
    codes: there.codes.size === 0 ? codes : codes.filter((code) => there.codes.has(code)),
    coders: there.coders.size === 0 ? coders : coders.filter((coder) => there.coders.has(coder)),
  }
}

/**
 * The passages with something left to show, each with only the codings that pass. A code chosen by name is shown whatever
 * its family. Passages that pass whole stay the same objects.
 */
export function filterPassages(
  passages: readonly Passage[],
  filter: Filter,
  codes: ReadonlyMap<Code['id'], Code>,
): readonly Passage[] {
  if (!isFiltering(filter)) return passages
  const families = new Set(filter.families)
  const chosen = new Set(filter.codes)
  const coders = new Set(filter.coders)
  const isShown = (id: Code['id']): boolean => {
    if (families.size === 0 && chosen.size === 0) return true
    if (chosen.has(id)) return true
    const family = codes.get(id)?.family
    return family !== undefined && families.has(family)
  }
  return passages.flatMap((passage) => {
    if (coders.size > 0 && !coders.has(passage.coder)) return []
    const codings = passage.codings.filter(({ code }) => isShown(code))
    if (codings.length === passage.codings.length && codings.length > 0) return [passage]
    return codings.length === 0 ? [] : [keptWith(passage, codings)]
  })
}

const cut = new WeakMap<Passage, Passage>()

/** The same cut of a passage is the same object, so that its turn is not drawn again. */
function keptWith(passage: Passage, codings: Passage['codings']): Passage {
  const known = cut.get(passage)
  if (
    known?.codings.length === codings.length &&
    known.codings.every((coding, at) => coding === codings[at])
  ) {
    return known
  }
  const kept = { ...passage, codings }
  cut.set(passage, kept)
  return kept
}
