import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Passage } from '../../../core/contract/codings.ts'
import { overlaps } from '../../../core/text/spans.ts'
import { createStore } from '../../ui/store.ts'
import { byId, code, passage, transcript } from '../fixtures.ts'
import { createCoded } from './coded.ts'
import { filterPassages, SHOW_ALL } from './filter.ts'
import { passagesAt, passagesIn } from './passages-at.ts'
import { withoutCodings, withPassage } from './share.ts'
import { chunksOf, TURNS_PER_CHUNK } from './views.ts'

const codes = byId([
  code(1, 'Report it', { family: 'touchpoint' }),
  code(2, 'Frustration', { family: 'emotion' }),
])
const lines = Array.from({ length: 2 * TURNS_PER_CHUNK + 10 }, (_, at) => `Turn ${at} has some words in it.`)
const text = transcript(lines)
const { length } = text.text

/** The transcript on the page, and the passages the page knows of. */
function page(first: readonly Passage[] = [], filter = SHOW_ALL) {
  const known = createStore(first)
  const passages = { all: known.get, subscribe: known.subscribe }
  return { known, passages, coded: createCoded({ transcript: text, passages, filter, codes }) }
}

const span = fc
  .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 200 }))
  .map(([start, long]): [number, number] => [start, Math.min(length, start + long)])
const someCode = fc.constantFrom({ code: 1 }, { code: 2, intensity: 2 as const })
/** Few numbers, so that passages are also changed, moved and taken away. */
const edit = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  span,
  uses: fc.array(someCode, { maxLength: 2 }),
})

describe('a transcript as it is drawn', () => {
  it('is cut into chunks of whole turns', () => {
    const chunks = chunksOf(text)
    expect(chunks.map(({ turns }) => turns.length)).toEqual([TURNS_PER_CHUNK, TURNS_PER_CHUNK, 10])
    expect(chunks.flatMap(({ turns }) => turns.map(({ words }) => words))).toEqual(lines)
  })

  it('draws only the touched turn again when a passage is added', () => {
    const { known, coded } = page()
    const before = coded.get().chunks
    const last = text.turns.at(-1)
    known.set([passage(1, [last?.start ?? 0, last?.end ?? 0], [{ code: 1 }])])
    const after = coded.get().chunks
    expect(after[0]).toBe(before[0])
    expect(after[1]).toBe(before[1])
    expect(after[2]).not.toBe(before[2])
    expect(after[2]?.turns[8]).toBe(before[2]?.turns[8])
    expect(after[2]?.turns[9]).not.toBe(before[2]?.turns[9])
  })

  it('holds the same after any number of codings as if it were opened with them, whatever is filtered', () => {
    const filter = { ...SHOW_ALL, families: ['emotion' as const] }
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), fc.boolean(), (edits, isFiltered) => {
        const { known, coded } = page([], isFiltered ? filter : SHOW_ALL)
        const stop = coded.subscribe(() => {})
        for (const { id, span, uses } of edits) {
          const gone = known.get().find((one) => one.id === id)
          known.set(
            uses.length > 0 || gone === undefined
              ? withPassage(known.get(), passage(id, span, uses))
              : withoutCodings(
                  known.get(),
                  gone.codings.map((coding) => coding.id),
                ),
          )
        }
        expect(coded.get()).toEqual(page(known.get(), isFiltered ? filter : SHOW_ALL).coded.get())
        stop()
      }),
    )
  })

  it('keeps what another filter does not change', () => {
    const feeling = passage(1, [0, 5], [{ code: 2 }])
    const { passages, coded } = page([feeling, passage(2, [length - 5, length], [{ code: 1 }])])
    const filter = { ...SHOW_ALL, families: ['emotion' as const] }
    const filtered = createCoded({ transcript: text, passages, filter, codes }, coded).get()
    expect(filtered.shown).toEqual(filterPassages([feeling], filter, codes))
    expect(filtered.chunks[0]).toBe(coded.get().chunks[0])
    expect(filtered.chunks[2]?.turns.at(-1)?.passages).toEqual([])
  })

  it('is drawn anew where words were corrected, also by as many letters', () => {
    const { passages, coded } = page()
    const corrected = { ...text, text: text.text.replace('Turn 0', 'Tern 0') }
    const again = createCoded({ transcript: corrected, passages, filter: SHOW_ALL, codes }, coded)
    expect(again.get().chunks[0]?.turns[0]?.words).toBe('Tern 0 has some words in it.')
    const renamed = createCoded(
      { transcript: { ...text, name: 'P02' }, passages, filter: SHOW_ALL, codes },
      coded,
    )
    expect(renamed.get().chunks).toEqual(coded.get().chunks)
    expect(renamed.get().chunks[0]).toBe(coded.get().chunks[0])
  })

  it('tells those who follow it of new passages, and of nothing else', () => {
    const { known, coded } = page()
    const heard = vi.fn()
    const stop = coded.subscribe(heard)
    known.set(known.get())
    expect(heard).not.toHaveBeenCalled()
    known.set([passage(1, [0, 5], [])])
    expect(heard).toHaveBeenCalledOnce()
    stop()
    known.set([])
    expect(heard).toHaveBeenCalledOnce()
    expect(coded.get().passages).toEqual([])
  })
})

const isInTurn = (at: number) => text.turns.some(({ start, end }) => at >= start && at < end)

describe('passages found through the turns', () => {
  it('are those a search through all would find', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), span, (spans, [start, end]) => {
        const passages = spans
          .filter(([from, to]) => isInTurn(from) && isInTurn(to - 1))
          .reduce<Passage[]>((all, one, at) => withPassage(all, passage(at + 1, one, [])), [])
        const { chunks } = page(passages).coded.get()
        expect(passagesIn(chunks, { start, end })).toEqual(
          passages.filter((one) => overlaps(one, { start, end })),
        )
        const lengths = passagesAt(chunks, start).map((one) => one.end - one.start)
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
      }),
    )
  })
})
