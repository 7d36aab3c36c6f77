/** Quotes chosen by chance within rules anyone can check, so that a report shows no favourites. */

import { seededRandom, shuffle } from './random.ts'

/** A passage that could be quoted; ids are the caller's own. */
export interface QuoteCandidate<Id extends string | number> {
  readonly passage: Id
  readonly participant: Id
  /** 1 to 3, or null where none was given. */
  readonly intensity: number | null
  /** Whether the passage speaks well of the touchpoint: the pool for the counter-example. */
  readonly positive: boolean
  /** In UTF-16 code units. */
  readonly length: number
  /** Whether the participant agreed to be quoted. */
  readonly consent: boolean
  /** Whether the passage is quoted in another report or on another page. */
  readonly quotedElsewhere: boolean
  /** Whether the participant's attributes are so rare together that a quote could point to them. */
  readonly rare?: boolean | undefined
}

export interface QuoteOptions<Id extends string | number> {
  readonly seed: number
  /** A choice of fewer than this is reported as short: 3 unless told. */
  readonly fewest?: number | undefined
  /** 5 unless told; one of them is kept for the counter-example. */
  readonly most?: number | undefined
  /** Quotes one participant may have in the whole report: 2 unless told. */
  readonly perParticipant?: number | undefined
  /** Quotes each participant already has in this report. */
  readonly usedInReport?: ReadonlyMap<Id, number> | undefined
}

export interface QuoteChoice<Id extends string | number> {
  readonly passage: Id
  readonly participant: Id
  readonly role: 'quote' | 'counter-example'
  /** A sentence for the log and the tooltip. It names no participant. */
  readonly reason: string
}

/** How much could not be used, and for what cause. */
export interface Withheld {
  readonly participants: number
  readonly passages: number
}

export interface FairQuotes<Id extends string | number> {
  readonly seed: number
  /** In the order drawn, the counter-example last. */
  readonly choices: readonly QuoteChoice<Id>[]
  /** Why there is no counter-example; null when there is one. */
  readonly noCounterExample: string | null
  /** Why there are fewer quotes than asked for; null when there are enough. */
  readonly shortfall: string | null
  readonly withoutConsent: Withheld
  readonly rare: Withheld
}

/** Lengths that read well in print, in UTF-16 code units; others are taken only when nothing else is left. */
const READABLE = { shortest: 40, longest: 400 }

/**
 * Seeded random choice within strata of participant × intensity.
 *
 * The counter-example is drawn first, since it is usually the scarcer. Then each quote goes, in this order of
 * preference, to the participant with the fewest quotes here, to a passage not yet quoted elsewhere, of readable
 * length, at the intensity shown least so far; chance decides the rest. Participants are drawn before passages,
 * so someone with many passages is no likelier to be quoted. The order of the candidates does not matter.
 * Where nothing critical may be quoted, positive passages take all the places.
 */
export function fairQuotes<Id extends string | number>(
  candidates: readonly QuoteCandidate<Id>[],
  options: QuoteOptions<Id>,
): FairQuotes<Id> {
  const { seed, fewest = 3, most = 5 } = options
  const consented = candidates.filter(({ consent }) => consent)
  const usable = consented.filter(({ rare }) => !rare)
  const positive = usable.filter((candidate) => candidate.positive)
  const critical = usable.filter((candidate) => !candidate.positive)

  const draw = drawer(usable, options)
  const counter = critical.length > 0 && most > 1 ? draw(positive, 'counter-example') : null
  const main = critical.length > 0 ? critical : positive
  const choices: QuoteChoice<Id>[] = []
  while (choices.length < most - (counter ? 1 : 0)) {
    const choice = draw(main, 'quote')
    if (!choice) break
    choices.push(choice)
  }
  if (counter) choices.push(counter)
  return {
    seed,
    choices,
    noCounterExample: counter ? null : whyNoCounterExample(candidates, positive, critical, most),
    shortfall: choices.length < fewest ? shortfallOf(choices.length, fewest) : null,
    withoutConsent: withheld(candidates.filter(({ consent }) => !consent)),
    rare: withheld(consented.filter(({ rare }) => rare)),
  }
}

type Draw<Id extends string | number> = (
  pool: readonly QuoteCandidate<Id>[],
  role: QuoteChoice<Id>['role'],
) => QuoteChoice<Id> | null

/** Draws one passage at a time from a pool and remembers whom and what it has shown. */
function drawer<Id extends string | number>(
  usable: readonly QuoteCandidate<Id>[],
  { seed, perParticipant = 2, usedInReport = new Map() }: QuoteOptions<Id>,
): Draw<Id> {
  const random = seededRandom(seed)
  const participantRank = ranks(shuffle(distinct(usable.map(({ participant }) => participant)), random))
  const passageRank = ranks(shuffle(distinct(usable.map(({ passage }) => passage)), random))
  const taken = new Set<Id>()
  const here = new Map<Id, number>()
  const shown = new Map<number | null, number>()

  const preference = (candidate: QuoteCandidate<Id>): number[] => [
    here.get(candidate.participant) ?? 0,
    Number(candidate.quotedElsewhere),
    Number(candidate.length < READABLE.shortest || candidate.length > READABLE.longest),
    shown.get(candidate.intensity) ?? 0,
    participantRank.get(candidate.participant) ?? 0,
    passageRank.get(candidate.passage) ?? 0,
  ]
  const allowed = ({ passage, participant }: QuoteCandidate<Id>): boolean =>
    !taken.has(passage) &&
    (usedInReport.get(participant) ?? 0) + (here.get(participant) ?? 0) < perParticipant

  return (pool, role) => {
    const open = pool.filter(allowed)
    const [chosen] = open
      .map((item) => ({ item, key: preference(item) }))
      .sort((a, b) => compareKeys(a.key, b.key))
    if (!chosen) return null
    const { passage, participant, intensity } = chosen.item
    taken.add(passage)
    here.set(participant, (here.get(participant) ?? 0) + 1)
    if (role === 'quote') shown.set(intensity, (shown.get(intensity) ?? 0) + 1)
    return { passage, participant, role, reason: reasonFor(chosen.item, open, role) }
  }
}

function reasonFor<Id extends string | number>(
  chosen: QuoteCandidate<Id>,
  open: readonly QuoteCandidate<Id>[],
  role: QuoteChoice<Id>['role'],
): string {
  const people = new Set(open.map(({ participant }) => participant)).size
  const stratum = open.filter(
    ({ participant, intensity }) => participant === chosen.participant && intensity === chosen.intensity,
  ).length
  const level = chosen.intensity === null ? 'without an intensity' : `at intensity ${chosen.intensity}`
  const opening = role === 'quote' ? 'Drawn by chance' : 'Counter-example, drawn by chance'
  const from = `from ${counted(people, 'participant')}, then from ${counted(stratum, 'passage')} ${level}`
  const elsewhere = chosen.quotedElsewhere
    ? 'also quoted elsewhere, as nothing fresher was left'
    : 'not quoted elsewhere'
  return `${opening} ${from}; ${elsewhere}.`
}

function whyNoCounterExample<Id extends string | number>(
  candidates: readonly QuoteCandidate<Id>[],
  positive: readonly QuoteCandidate<Id>[],
  critical: readonly QuoteCandidate<Id>[],
  most: number,
): string {
  const spoken = candidates.filter((candidate) => candidate.positive)
  if (candidates.length === 0) return 'Nobody spoke of this.'
  if (spoken.length === 0) return 'Nobody spoke well of this.'
  if (most < 2) return 'There is room for one quote only.'
  if (positive.length === 0) {
    return spoken.some(({ consent }) => consent)
      ? 'The passages that speak well of this come from participants whom a quote could point to, or who have not agreed to be quoted.'
      : 'The passages that speak well of this come from participants who have not agreed to be quoted.'
  }
  if (critical.length === 0) {
    return 'Every passage that may be quoted speaks well of this, so there is none to set against them.'
  }
  return 'The participants who spoke well of this already have all the quotes that one participant may have in this report.'
}

function shortfallOf(found: number, fewest: number): string {
  const what = found === 0 ? 'No passage' : `Only ${counted(found, 'passage')}`
  return `${what} could be quoted, where ${fewest} were wanted, after consent, rare attributes and the limit per participant.`
}

function withheld<Id extends string | number>(candidates: readonly QuoteCandidate<Id>[]): Withheld {
  return {
    participants: new Set(candidates.map(({ participant }) => participant)).size,
    passages: candidates.length,
  }
}

/** Sorted first, so that chance falls the same way whatever order the candidates came in. */
function distinct<Id extends string | number>(ids: readonly Id[]): Id[] {
  return [...new Set(ids)].sort((a, b) => (a < b ? -1 : Number(a > b)))
}

function ranks<Id>(ids: readonly Id[]): Map<Id, number> {
  return new Map(ids.map((id, rank) => [id, rank]))
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
