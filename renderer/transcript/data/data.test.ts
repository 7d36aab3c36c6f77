import { describe, expect, it } from 'vitest'
import { byId, code, passage } from '../fixtures.ts'
import { codesOf } from './codes.ts'
import { filterPassages, SHOW_ALL, withoutGone } from './filter.ts'
import { lookOf } from './looks.ts'
import { createMemory, withQuick, withRecent } from './memory.ts'
import { sharePassages, withoutCodings, withPassage } from './share.ts'
import { spokenCodings } from './spoken.ts'

const touchpoint = code(1, 'Report it', { family: 'touchpoint' })
const frustration = code(2, 'Frustration', { family: 'emotion', valence: 'neg', weight: 1000 })
const relief = code(3, 'Relief', { family: 'emotion', valence: 'pos', weight: 0 })
const delay = code(4, 'Delay', { family: 'reason' })
const phone = code(5, 'Phone', { family: 'channel' })
const codes = byId([touchpoint, frustration, relief, delay, phone])

describe('keeping what did not change', () => {
  const before = [passage(1, [0, 10], [{ code: 1 }]), passage(2, [5, 9], [{ code: 2, intensity: 3 }])]

  it('keeps every passage the same object when one is inserted before them', () => {
    const answered = [passage(3, [0, 20], [{ code: 1 }]), ...structuredClone(before)]
    const shared = sharePassages(before, answered)
    expect(shared[1]).toBe(before[0])
    expect(shared[2]).toBe(before[1])
  })

  it('keeps the whole list when nothing changed', () => {
    expect(sharePassages(before, structuredClone(before))).toBe(before)
  })

  it('lets a passage whose intensity changed be a new one', () => {
    const [first] = before
    const changed = passage(2, [5, 9], [{ code: 2, intensity: 1 }])
    const shared = sharePassages(before, [...(first ? [first] : []), changed])
    expect(shared).toEqual([first, changed])
    expect(shared[1]).toBe(changed)
  })

  it('puts a passage where the core would: by start, the longer first', () => {
    const passages = [passage(1, [0, 10], []), passage(2, [5, 9], [])]
    expect(withPassage(passages, passage(3, [0, 30], [])).map(({ id }) => id)).toEqual([3, 1, 2])
    expect(withPassage(passages, passage(1, [7, 8], [])).map(({ id }) => id)).toEqual([2, 1])
  })

  it('drops a passage with its last coding, but not one that is flagged', () => {
    const [, second] = before
    expect(withoutCodings(before, second?.codings.map(({ id }) => id) ?? [])).toEqual([before[0]])
    const flagged = before.map((one) => ({ ...one, flagged: true }))
    expect(withoutCodings(flagged, second?.codings.map(({ id }) => id) ?? [])).toHaveLength(2)
  })
})

describe('how overlapping codings look', () => {
  it('fills with the heaviest feeling and underlines where and why', () => {
    const look = lookOf(
      [
        passage(1, [0, 9], [{ code: 1 }, { code: 3, intensity: 3 }, { code: 4 }]),
        passage(2, [0, 9], [{ code: 2, intensity: 1 }, { code: 5 }]),
      ],
      codes,
    )
    expect(look).toEqual({ fill: frustration, intensity: 1, lines: [touchpoint, delay], depth: 2 })
  })

  it('draws nothing for a passage that only carries a memo', () => {
    expect(lookOf([passage(1, [0, 9], [])], codes)).toBeNull()
  })

  it('says the same in words', () => {
    const passages = [
      passage(1, [0, 9], [{ code: 2, intensity: 3 }, { code: 4 }]),
      passage(2, [3, 9], [{ code: 3 }]),
    ]
    expect(spokenCodings(passages, codes)).toBe('2 passages coded: Frustration, strong · Delay; Relief.')
    expect(spokenCodings([], codes)).toBe('')
  })
})

describe('the codebook of the reader', () => {
  it('is the same object while only numbers of uses change', () => {
    const [first, counted, renamed] = [
      [touchpoint],
      [{ ...touchpoint, used: 7 }],
      [{ ...touchpoint, name: 'Tell' }],
    ]
    expect(codesOf(counted)).toBe(codesOf(first))
    expect(codesOf(renamed)).not.toBe(codesOf(first))
    expect(codesOf(renamed).byId.get(touchpoint.id)?.name).toBe('Tell')
  })
})

describe('choosing which codings are shown', () => {
  const passages = [
    passage(1, [0, 9], [{ code: 1 }, { code: 2 }]),
    passage(2, [5, 9], [{ code: 4 }], 2),
    passage(3, [6, 9], []),
  ]
  const shown = (filter: Partial<typeof SHOW_ALL>) =>
    filterPassages(passages, { ...SHOW_ALL, ...filter }, codes).map((one) => [
      one.id,
      one.codings.map((coding) => coding.code),
    ])

  it('shows everything, the very same list, when nothing is chosen', () => {
    expect(filterPassages(passages, SHOW_ALL, codes)).toBe(passages)
  })

  it('keeps only the codings of a family, a code or a coder', () => {
    expect(shown({ families: ['emotion'] })).toEqual([[1, [2]]])
    expect(shown({ codes: [delay.id] })).toEqual([[2, [4]]])
    expect(shown({ coders: passages.slice(1, 2).map(({ coder }) => coder) })).toEqual([[2, [4]]])
    expect(shown({ families: ['reason'], codes: [touchpoint.id] })).toEqual([
      [1, [1]],
      [2, [4]],
    ])
  })

  it('gives the same object for the same cut, so that the turn is not drawn again', () => {
    const filter = { ...SHOW_ALL, families: ['emotion' as const] }
    expect(filterPassages(passages, filter, codes)[0]).toBe(filterPassages(passages, filter, codes)[0])
  })
})

describe('a filter that was kept', () => {
  const coders = new Map([[passage(1, [0, 1], []).coder, 'Amina']])
  const removed = passage(9, [0, 1], [{ code: 99 }], 9)

  it('hides nothing by a code or a coder that is no longer in the study', () => {
    const kept = { ...SHOW_ALL, codes: removed.codings.map(({ code }) => code), coders: [removed.coder] }
    expect(withoutGone(kept, { codes, coders })).toEqual(SHOW_ALL)
  })

  it('waits until the codebook and the coders are known', () => {
    const kept = { ...SHOW_ALL, codes: [delay.id], coders: [removed.coder] }
    expect(withoutGone(kept, { codes: new Map(), coders: new Map() })).toEqual(kept)
  })
})

describe('what is remembered for a coder', () => {
  const read = (kept: string | null) => createMemory(kept, () => {}).get()
  const beginning = read(null)

  it('is as at the beginning where what was kept is damaged, and whole where it is not', () => {
    for (const kept of ['', 'null', '[]', '{"filter":{}}', '{"recent":"x","quick":[{}]}']) {
      expect(read(kept)).toEqual(beginning)
    }
    expect(read('{"filter":7,"recent":[4,1]}')).toEqual({ ...beginning, recent: [4, 1] })
  })

  it('comes back as it was kept', () => {
    const kept: string[] = []
    const memory = createMemory(null, (value) => kept.push(value))
    const next = { ...beginning, quick: [null, delay.id], filter: { ...SHOW_ALL, codes: [delay.id] } }
    memory.set(next)
    expect(read(kept.at(-1) ?? null)).toEqual(next)
  })
})

describe('codes at hand', () => {
  it('puts what was just used first, once', () => {
    expect(withRecent([touchpoint.id, delay.id], [delay.id])).toEqual([delay.id, touchpoint.id])
  })

  it('gives a quick code one key only', () => {
    const first = withQuick([], 0, delay.id)
    expect(withQuick(first, 4, delay.id).indexOf(delay.id)).toBe(4)
    expect(withQuick(first, 4, delay.id)[0]).toBeNull()
  })
})
