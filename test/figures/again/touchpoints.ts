/** What was said at each touchpoint, counted again: importance, both sides of the map, a summary, two groups. */
import {
  ancestor,
  counted,
  marksOf,
  mean,
  placesOf,
  wilson,
  type Definition,
  type Exported,
  type Passage,
  type Scope,
} from './exported.ts'

const peopleIn = (passages: readonly Passage[]) => new Set(passages.map(({ participant }) => participant))
const countIn = (passages: readonly Passage[]) => peopleIn(passages).size
const withCode = (passages: readonly Passage[], ...codes: string[]) =>
  passages.filter((passage) => passage.codes.some(({ code }) => codes.includes(code)))

/** Where each passage counts, worked out once for each study. */
const known = new WeakMap<Exported, Map<Passage, string[]>>()
function touchpointsWith(from: Exported, passage: Passage): string[] {
  const places = known.get(from) ?? new Map<Passage, string[]>()
  known.set(from, places)
  const codes = places.get(passage) ?? placesOf(passage, from.passages).flatMap((place) => place.codes)
  places.set(passage, codes)
  return codes
}

/** Passages of those counted that count at any of these codes, or at one below it at this level. */
function saidAt(from: Exported, scope: Scope, codes: readonly string[], level: string): Passage[] {
  return counted(from, scope).passages.filter((passage) =>
    touchpointsWith(from, passage).some((code) => codes.includes(ancestor(from.codebook, code, level) ?? '')),
  )
}

const touchpointsOf = ({ codebook }: Exported) =>
  codebook.filter((code) => code['family'] === 'touchpoint' && code['level'] === 'touchpoint')

function withValence({ codebook }: Exported, said: readonly Passage[], valence: string): number {
  const codes = codebook.filter((code) => code['valence'] === valence).map((code) => code['code'] ?? '')
  return countIn(withCode(said, ...codes))
}

const frustratedIn = (from: Exported, said: readonly Passage[], definition: Definition) =>
  said.filter((passage) => marksOf(from, passage, definition).length > 0)

interface Point {
  E: number
  F: number
  matters: number
}

/** By the touchpoint's short id, those nobody spoke of left out. */
export function importance(from: Exported, scope: Scope, definition: Definition): Map<string, Point> {
  const points = new Map<string, Point>()
  for (const { code = '' } of touchpointsOf(from)) {
    const said = saidAt(from, scope, [code], 'touchpoint')
    if (said.length === 0) continue
    points.set(code, {
      E: countIn(said),
      F: countIn(frustratedIn(from, said, definition)),
      matters: countIn(withCode(said, 'layer.what_matters', 'layer.moment_of_truth')),
    })
  }
  return points
}

interface Met {
  alignment: string
  residents: { P: number; E: number; F: number; positive: number; negative: number; momentOfTruth: number }
  colleagues: { sessions: number; speakers: number; positive: number; negative: number }
}

/** The spine, with what is said at a backstage touchpoint counted where it pairs. */
export function bothSides(from: Exported, scope: Scope, definition: Definition): Map<string, Met> {
  const spine = touchpointsOf(from)
  const isBeside = (code: (typeof spine)[number]) => code['side'] === 'backstage' && code['pairs_with'] !== ''
  const met = new Map<string, Met>()
  for (const code of spine.filter((entry) => !isBeside(entry) && entry['archived'] !== 'yes')) {
    const id = code['code'] ?? ''
    const beside = spine.filter((entry) => isBeside(entry) && entry['pairs_with'] === id)
    const codes = [id, ...beside.map((entry) => entry['code'] ?? '')]
    const own = saidAt(from, { ...scope, role: 'resident' }, codes, 'touchpoint')
    const theirs = saidAt(from, { ...scope, role: 'colleague' }, codes, 'touchpoint')
    if (own.length + theirs.length === 0) continue
    const residents = {
      P: counted(from, { ...scope, role: 'resident' }).people.size,
      E: countIn(own),
      F: countIn(frustratedIn(from, own, definition)),
      positive: withValence(from, own, 'pos'),
      negative: withValence(from, own, 'neg'),
      momentOfTruth: countIn(withCode(own, 'layer.moment_of_truth')),
    }
    const colleagues = {
      sessions: new Set(theirs.map(({ transcript }) => transcript)).size,
      speakers: countIn(theirs),
      positive: withValence(from, theirs, 'pos'),
      negative: withValence(from, theirs, 'neg'),
    }
    const matters = countIn(withCode(own, 'layer.what_matters')) > 0
    const believed = countIn(withCode(theirs, 'layer.staff_belief_customers_value')) > 0
    met.set(id, { alignment: classOf(residents, colleagues, matters !== believed), residents, colleagues })
  }
  return met
}

function classOf(residents: Met['residents'], colleagues: Met['colleagues'], isOneSided: boolean): string {
  const pleased = ({ positive, negative }: { positive: number; negative: number }) => positive > negative
  const displeased = ({ positive, negative }: { positive: number; negative: number }) => negative > positive
  if (colleagues.speakers === 0) {
    return residents.E > 0 && residents.E / residents.P >= 0.3 ? 'resident-only' : 'both quiet'
  }
  if (residents.E === 0) return 'colleague-only'
  const opposed =
    (pleased(residents) && displeased(colleagues)) || (displeased(residents) && pleased(colleagues))
  if (opposed) return 'opposed'
  return isOneSided ? 'belief gap' : 'aligned'
}

export interface Summed {
  n: { P: number; E: number; F: number; passages: number }
  emotions: { code: string; participants: number; passages: number; low: number | null; intensity: number }[]
  intensity: [number, number, number]
  why: Map<string, [participants: number, passages: number]>
  layers: Map<string, [participants: number, passages: number]>
  colleagues: { sessions: number; speakers: number }
}

export function summary(from: Exported, code: string, scope: Scope, definition: Definition): Summed {
  const entry = from.codebook.find((line) => line['code'] === code)
  const level = entry?.['level'] ?? ''
  const said = saidAt(from, scope, [code], level)
  const E = countIn(said)
  const strongest = [...peopleIn(said)].map((who) =>
    Math.max(
      0,
      ...said
        .filter(({ participant }) => participant === who)
        .flatMap((passage) => marksOf(from, passage, definition).map(({ intensity }) => intensity)),
    ),
  )
  const ofFamily = (family: string) =>
    new Map(
      from.codebook
        .filter((line) => line['family'] === family)
        .map((line): [string, [number, number]] => {
          const here = withCode(said, line['code'] ?? '')
          return [line['code'] ?? '', [countIn(here), here.length]]
        })
        .filter(([, [, passages]]) => passages > 0),
    )
  const paired = from.codebook.filter(
    (other) =>
      other['level'] === level &&
      (other['pairs_with'] === code ||
        (entry?.['pairs_with'] !== '' && other['code'] === entry?.['pairs_with'])),
  )
  const codes = [code, ...paired.map((line) => line['code'] ?? '')]
  const theirs = saidAt(from, { complete: scope.complete ?? false, role: 'colleague' }, codes, level)
  return {
    n: {
      P: counted(from, scope).people.size,
      E,
      F: countIn(frustratedIn(from, said, definition)),
      passages: said.length,
    },
    emotions: [...ofFamily('emotion')].map(([emotion, [participants, passages]]) => ({
      code: emotion,
      participants,
      passages,
      low: wilson(participants, E)[0],
      intensity: meanOfMeans(said, emotion),
    })),
    intensity: [1, 2, 3].map((strength) => strongest.filter((most) => most === strength).length) as [
      number,
      number,
      number,
    ],
    why: ofFamily('reason'),
    layers: ofFamily('layer'),
    colleagues: {
      sessions: new Set(theirs.map(({ transcript }) => transcript)).size,
      speakers: countIn(theirs),
    },
  }
}

function meanOfMeans(said: readonly Passage[], emotion: string): number {
  const felt = withCode(said, emotion)
  const means = [...peopleIn(felt)].map((who) =>
    mean(
      felt
        .filter(({ participant }) => participant === who)
        .map(({ codes }) => codes.find(({ code }) => code === emotion)?.intensity ?? 0),
    ),
  )
  return mean(means)
}

interface Compared {
  first: { P: number; E: number; F: number }
  second: { P: number; E: number; F: number }
  /** Newcombe's interval; null where a group has nobody who spoke. */
  difference: [low: number, difference: number, high: number] | null
}

export function compare(
  from: Exported,
  scopes: readonly [Scope, Scope],
  definition: Definition,
): Map<string, Compared> {
  const compared = new Map<string, Compared>()
  for (const { code = '' } of touchpointsOf(from)) {
    const [first, second] = scopes.map((scope) => {
      const said = saidAt(from, scope, [code], 'touchpoint')
      const F = countIn(frustratedIn(from, said, definition))
      return { P: counted(from, scope).people.size, E: countIn(said), F }
    })
    if (!first || !second || first.E + second.E === 0) continue
    compared.set(code, { first, second, difference: newcombe(first, second) })
  }
  return compared
}

function newcombe(a: { E: number; F: number }, b: { E: number; F: number }): Compared['difference'] {
  if (a.E === 0 || b.E === 0) return null
  const [p, q] = [a.F / a.E, b.F / b.E]
  const [[l1, u1], [l2, u2]] = [wilson(a.F, a.E), wilson(b.F, b.E)] as [[number, number], [number, number]]
  const d = p - q
  return [d - Math.sqrt((p - l1) ** 2 + (u2 - q) ** 2), d, d + Math.sqrt((u1 - p) ** 2 + (q - l2) ** 2)]
}
