/** Chance that can be repeated: the same seed gives the same draws on every machine and in every release. */

/** A source of seeded chance. It has state: each call moves it on. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  bits(): number
  /** A whole number from 0 to bound − 1, every one equally likely. `bound` is from 1 to 2³². */
  below(bound: number): number
}

const WARM_UP = 15

/**
 * Seeded generator: sfc32 (Chris Doty-Humphrey's "small fast chaotic", from PractRand) with its state filled by
 * a splitmix-style 32-bit mixer. Only 32-bit integer operations, so no platform can round differently.
 *
 * Throws RangeError unless `seed` is a whole number from 0 to 2³² − 1.
 */
export function seededRandom(seed: number): Random {
  if (seed >>> 0 !== seed) throw new RangeError(`A seed is a whole number from 0 to 4294967295, not ${seed}.`)
  const mix = mixer(seed)
  let a = mix()
  let b = mix()
  let c = mix()
  let counter = 1

  const bits = (): number => {
    const out = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + out) | 0
    return out >>> 0
  }
  // Values above the largest multiple of `bound` are drawn again, so no number is favoured.
  const below = (bound: number): number => {
    const limit = 2 ** 32 - (2 ** 32 % bound)
    let value = bits()
    while (value >= limit) value = bits()
    return value % bound
  }

  for (let i = 0; i < WARM_UP; i += 1) bits()
  return { bits, below }
}

/** Weyl sequence through a 32-bit finaliser, after Steele, Lea & Flood (2014), "Fast splittable PRNGs". */
function mixer(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
}

/** The items in random order (Fisher and Yates); the input is left as it was. */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  return sample(items, items.length, random)
}

/** `size` of the items, drawn without replacement, in the order drawn; all of them when there are fewer. */
export function sample<T>(items: readonly T[], size: number, random: Random): T[] {
  const pool = [...items]
  const drawn: T[] = []
  while (drawn.length < size && pool.length > 0) drawn.push(...pool.splice(random.below(pool.length), 1))
  return drawn
}
