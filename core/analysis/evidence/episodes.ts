/** Where a passage counts: the touchpoints coded on it, or those of the passages it overlaps. */

/** A coded passage with what it takes to count it. */
export interface Evidence {
  readonly passage: number
  readonly document: number
  readonly start: number
  readonly end: number
  readonly coder: number
  /** Whose words they are; null when no participant speaks in it. */
  readonly speaker: number | null
  /** Words of that speaker in the passage: an interviewer's question inside it is left out. */
  readonly words: number
  readonly codes: readonly number[]
  /** Intensity of each of `codes`, 1 to 3; a feeling coded without one counts as clear (2). */
  readonly strengths: readonly number[]
  /** The episodes it belongs to; none when it counts at no touchpoint. */
  episodes: readonly Episode[]
}

/** A passage coded to a touchpoint, with the passages read together with it. */
export interface Episode {
  /** Touchpoint codes on the first of `members`; at any level of the journey. */
  readonly touchpoints: readonly number[]
  members: readonly Evidence[]
}

/** The rule in a sentence, printed with every figure that uses it. */
export const OVERLAP_RULE =
  'A code counts at a touchpoint when both are on one passage. A passage with an emotion, reason, layer or channel but no touchpoint of its own counts at each touchpoint whose passage overlaps it, in the same transcript and by the same coder.'

/** Families whose passages take the touchpoint of a passage they overlap. A theme stands on its own. */
const LOOSE = new Set(['emotion', 'reason', 'layer', 'channel'])

interface Open {
  episodes: Episode[]
  loose: Evidence[]
}

/** A transcript's passages in order of the text, and those that count at each touchpoint code, in no order. */
export interface Transcript {
  readonly passages: readonly Evidence[]
  readonly at: ReadonlyMap<number, ReadonlySet<Evidence>>
}

/** Passages in the order of the text: by start, the longest first. */
export const inTextOrder = (a: Evidence, b: Evidence): number =>
  a.start - b.start || b.end - a.end || a.passage - b.passage

/**
 * Forms the episodes of one transcript. `passages` are in order of the text; their `episodes` are filled in.
 * One sweep: each passage meets only those of its coder that are still open where it begins.
 */
export function formEpisodes(
  passages: readonly Evidence[],
  familyOf: (code: number) => string | undefined,
): Transcript {
  const at = new Map<number, Set<Evidence>>()
  const join = (episode: Episode, member: Evidence): void => {
    // Nearly always the first and only one: an array made by push would keep room for many, a million times over.
    episode.members = [...episode.members, member]
    member.episodes = [...member.episodes, episode]
    for (const touchpoint of episode.touchpoints) {
      const there = at.get(touchpoint)
      if (there) there.add(member)
      else at.set(touchpoint, new Set([member]))
    }
  }
  const openBy = new Map<number, Open>()
  for (const passage of passages) {
    const open = stillOpen(openBy.get(passage.coder), passage.start)
    openBy.set(passage.coder, open)
    const touchpoints = passage.codes.filter((code) => familyOf(code) === 'touchpoint')
    if (touchpoints.length > 0) {
      const episode: Episode = { touchpoints, members: [] }
      for (const member of [passage, ...open.loose]) join(episode, member)
      open.episodes.push(episode)
    } else if (passage.codes.some((code) => LOOSE.has(familyOf(code) ?? ''))) {
      for (const episode of open.episodes) join(episode, passage)
      open.loose.push(passage)
    }
  }
  return { passages, at }
}

function stillOpen(open: Open | undefined, at: number): Open {
  if (!open) return { episodes: [], loose: [] }
  return {
    episodes: open.episodes.filter(({ members }) => (members[0]?.end ?? 0) > at),
    loose: open.loose.filter(({ end }) => end > at),
  }
}
