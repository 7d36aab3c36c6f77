import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fairQuotes, type QuoteCandidate } from './fairQuotes.ts'

type Candidate = QuoteCandidate<number>

let nextPassage = 0
function passage(participant: number, more: Partial<Candidate> = {}): Candidate {
  nextPassage += 1
  return {
    passage: nextPassage,
    participant,
    intensity: 2,
    positive: false,
    length: 120,
    consent: true,
    quotedElsewhere: false,
    ...more,
  }
}

function people(count: number, more: Partial<Candidate> = {}): Candidate[] {
  return Array.from({ length: count }, (_, i) => passage(i + 1, more))
}

const candidates = fc
  .array(
    fc.record({
      participant: fc.integer({ min: 1, max: 6 }),
      intensity: fc.constantFrom(1, 2, 3, null),
      positive: fc.boolean(),
      length: fc.integer({ min: 5, max: 600 }),
      consent: fc.boolean(),
      quotedElsewhere: fc.boolean(),
      rare: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map((list) => list.map((candidate, i) => ({ ...candidate, passage: i })))
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

describe('choosing quotes', () => {
  it('has nothing to choose when nobody spoke, and says so', () => {
    expect(fairQuotes<number>([], { seed: 1 })).toMatchObject({
      seed: 1,
      choices: [],
      noCounterExample: 'Nobody spoke of this.',
      shortfall: expect.stringContaining('No passage could be quoted'),
    })
  })

  it.each([1, 2])('says that %i passages are fewer than were wanted', (count) => {
    const { choices, shortfall } = fairQuotes(people(count), { seed: 1 })
    expect(choices).toHaveLength(count)
    expect(shortfall).toContain('where 3 were wanted')
  })

  it('chooses five of many, four quotes and one counter-example last', () => {
    const { choices, noCounterExample, shortfall } = fairQuotes(
      [...people(9), passage(20, { positive: true })],
      { seed: 1 },
    )
    expect(choices.map(({ role }) => role)).toEqual(['quote', 'quote', 'quote', 'quote', 'counter-example'])
    expect(choices.at(-1)?.participant).toBe(20)
    expect([noCounterExample, shortfall]).toEqual([null, null])
  })

  it('explains each choice without naming the participant', () => {
    const { choices } = fairQuotes([passage(7, { intensity: 3 }), passage(7, { intensity: 3 }), passage(8)], {
      seed: 1,
    })
    const reasons = choices.filter(({ participant }) => participant === 7).map(({ reason }) => reason)
    expect(reasons[0]).toMatch(
      /^Drawn by chance from [12] participants?, then from 2 passages at intensity 3; not quoted elsewhere\.$/,
    )
  })

  it('hears everyone once before anyone twice', () => {
    const talkative = Array.from({ length: 30 }, () => passage(1))
    const { choices } = fairQuotes([...talkative, passage(2), passage(3)], { seed: 5 })
    expect(
      choices
        .slice(0, 3)
        .map(({ participant }) => participant)
        .sort(),
    ).toEqual([1, 2, 3])
    expect(choices.filter(({ participant }) => participant === 1)).toHaveLength(2)
  })

  it('gives a participant with many passages no better chance than one with a single passage', () => {
    const talkative = Array.from({ length: 30 }, () => passage(1))
    const list = [...talkative, passage(2)]
    const firsts = Array.from(
      { length: 400 },
      (_, seed) => fairQuotes(list, { seed, most: 1 }).choices[0]?.participant,
    )
    const quiet = firsts.filter((participant) => participant === 2).length
    expect(quiet).toBeGreaterThan(150)
    expect(quiet).toBeLessThan(250)
  })

  it('shows each intensity before it repeats one', () => {
    const list = [
      ...people(8, { intensity: 3 }),
      passage(11, { intensity: 1 }),
      passage(12, { intensity: 2 }),
    ]
    const { choices } = fairQuotes(list, { seed: 3, most: 3 })
    const shown = choices.map(
      ({ passage: id }) => list.find((candidate) => candidate.passage === id)?.intensity,
    )
    expect(shown.sort()).toEqual([1, 2, 3])
  })

  it('counts the quotes a participant already has in the report', () => {
    const usedInReport = new Map([
      [1, 2],
      [2, 1],
    ])
    const list = [passage(1), passage(1), passage(2), passage(2), passage(3)]
    const { choices } = fairQuotes(list, { seed: 1, usedInReport })
    expect(choices.map(({ participant }) => participant).sort()).toEqual([2, 3])
  })

  it('prefers passages that are not quoted elsewhere, and says when it had to use one', () => {
    const fresh = people(4)
    const used = people(9, { quotedElsewhere: true })
    expect(
      fairQuotes([...used, ...fresh], { seed: 2, most: 4 })
        .choices.map((choice) => choice.passage)
        .sort(),
    ).toEqual(fresh.map((candidate) => candidate.passage).sort())
    const [only] = fairQuotes(people(1, { quotedElsewhere: true }), { seed: 2 }).choices
    expect(only?.reason).toContain('also quoted elsewhere')
  })

  it('prefers lengths that read well', () => {
    const good = passage(1, { length: 150 })
    const list = [passage(1, { length: 4 }), good, passage(1, { length: 2000 })]
    expect(fairQuotes(list, { seed: 2, most: 1 }).choices[0]?.passage).toBe(good.passage)
  })
})

describe('people who must not be quoted', () => {
  it('leaves out and counts participants without consent, and those whom a quote could point to', () => {
    const list = [
      passage(1, { consent: false }),
      passage(1, { consent: false }),
      passage(2, { rare: true }),
      passage(3),
    ]
    const { choices, withoutConsent, rare } = fairQuotes(list, { seed: 1 })
    expect(choices.map(({ participant }) => participant)).toEqual([3])
    expect(withoutConsent).toEqual({ participants: 1, passages: 2 })
    expect(rare).toEqual({ participants: 1, passages: 1 })
  })
})

describe('a missing counter-example', () => {
  it.each([
    ['nobody was positive', people(3), 'Nobody spoke well of this.'],
    ['only positive passages exist', people(3, { positive: true }), 'none to set against them'],
    [
      'the positive have not agreed to be quoted',
      [...people(3), passage(9, { positive: true, consent: false })],
      'who have not agreed to be quoted',
    ],
    [
      'nobody at all has agreed to be quoted',
      people(3, { positive: true, consent: false }),
      'who have not agreed to be quoted',
    ],
    [
      'a quote could point to the positive',
      [...people(3), passage(9, { positive: true, rare: true })],
      'whom a quote could point to',
    ],
  ])('has its reason: %s', (_, list, reason) => {
    expect(fairQuotes(list, { seed: 1 }).noCounterExample).toContain(reason)
  })

  it('has its reason: the positive are quoted often enough already', () => {
    const list = [...people(3), passage(9, { positive: true })]
    const { noCounterExample } = fairQuotes(list, { seed: 1, usedInReport: new Map([[9, 2]]) })
    expect(noCounterExample).toContain('already have all the quotes')
  })

  it('has its reason: there is room for one quote', () => {
    const list = [...people(3), passage(9, { positive: true })]
    expect(fairQuotes(list, { seed: 1, most: 1 }).noCounterExample).toContain('room for one quote')
  })

  it('lets positive passages take all the places when nothing else was said', () => {
    expect(fairQuotes(people(6, { positive: true }), { seed: 1 }).choices).toHaveLength(5)
  })
})

describe('any choice of quotes', () => {
  it('keeps its rules whatever is offered', () => {
    fc.assert(
      fc.property(candidates, seeds, (list, seed) => {
        const { choices, noCounterExample } = fairQuotes(list, { seed })
        expect(choices.length).toBeLessThanOrEqual(5)
        expect(new Set(choices.map((choice) => choice.passage)).size).toBe(choices.length)
        const chosen = choices.map((choice) => list[choice.passage])
        expect(chosen.every((candidate) => candidate?.consent && !candidate.rare)).toBe(true)
        for (const { participant } of choices) {
          expect(choices.filter((choice) => choice.participant === participant).length).toBeLessThanOrEqual(2)
        }
        const counters = choices.filter(({ role }) => role === 'counter-example')
        expect(counters).toHaveLength(noCounterExample === null ? 1 : 0)
      }),
    )
  })

  it('can be made again from its seed, in whatever order the passages come', () => {
    fc.assert(
      fc.property(candidates, seeds, (list, seed) => {
        expect(fairQuotes(list.toReversed(), { seed })).toEqual(fairQuotes(list, { seed }))
      }),
    )
  })
})
