/** How the two sides of a touchpoint meet, in one of six classes and a sentence of counts. */
import type { z } from 'zod'
import type { Alignment, TwoWayRow } from '../../contract/mapping.ts'
import { isSmall } from '../small.ts'
import { capitalised, counted, partOf } from '../stats/format.ts'

export interface ResidentSide {
  /** In scope, spoke of it, pleased, displeased, and said what matters to them there. */
  P: number
  E: number
  positive: number
  negative: number
  matters: number
}

export interface ColleagueSide {
  sessions: number
  speakers: number
  positive: number
  negative: number
  /** Speakers who said what they believe residents value there. */
  beliefs: number
}

/** Share of residents from which a silent colleague side is a finding. */
const REACH = 0.3

/**
 * The first of these that holds:
 * - *both quiet*: no colleague spoke of it, and fewer than 30 % of residents;
 * - *resident-only*: at least 30 % of residents, and no colleague;
 * - *colleague-only*: colleagues, and no resident;
 * - *opposed*: more people displeased than pleased on one side, and more pleased than displeased on the other;
 * - *belief gap*: what residents value there is named by one side only: residents who say that it matters, or
 *   colleagues who say what they believe residents value;
 * - *aligned*: both speak of it, and none of these.
 */
export function alignmentOf(residents: ResidentSide, colleagues: ColleagueSide): z.infer<typeof Alignment> {
  if (colleagues.speakers === 0) {
    return residents.E > 0 && residents.E >= REACH * residents.P ? 'resident-only' : 'both quiet'
  }
  if (residents.E === 0) return 'colleague-only'
  if (leaning(residents) * leaning(colleagues) < 0) return 'opposed'
  return residents.matters > 0 !== colleagues.beliefs > 0 ? 'belief gap' : 'aligned'
}

const leaning = ({ positive, negative }: { positive: number; negative: number }): number =>
  Math.sign(positive - negative)

/** Classes that say who spoke; the others also say how they feel or what they believe. */
const OF_PRESENCE: ReadonlySet<string> = new Set(['resident-only', 'colleague-only', 'both quiet'])

/** The class as it may leave the project: not where it would tell of one or two people how they feel about it. */
export function openAlignment(
  { alignment, residents, colleagues }: z.input<typeof TwoWayRow>,
  smallN: number,
): z.infer<typeof Alignment> | null {
  if (alignment === null || OF_PRESENCE.has(alignment)) return alignment
  const isFew = isSmall(residents?.E ?? 0, smallN) || isSmall(colleagues?.speakers ?? 0, smallN)
  return isFew ? null : alignment
}

const RESIDENTS = { one: 'resident', many: 'residents' }

/** Residents as a share of those in scope, colleagues as speakers and sessions. */
export function alignmentSentence(residents: ResidentSide | null, colleagues: ColleagueSide | null): string {
  const parts = [
    ...(residents ? [`${partOf(residents.E, residents.P, RESIDENTS)} spoke of it`] : []),
    ...(colleagues ? [`${colleaguesInWords(colleagues)} ${residents ? 'did' : 'spoke of it'}`] : []),
  ]
  return `${capitalised(parts.join('; '))}.`
}

function colleaguesInWords({ speakers, sessions }: ColleagueSide): string {
  if (speakers === 0) return 'no colleague'
  const people = counted(speakers, { one: 'colleague', many: 'colleagues' })
  return `${people} in ${counted(sessions, { one: 'session', many: 'sessions' })}`
}
