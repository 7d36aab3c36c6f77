/** What the words around a rated word do to it: negation, boosters, "but". */
import type { Word } from './words.ts'

/** How many words back a negator reaches, inside its clause. */
const negatorReach = 5
const boosterReach = 3
const listed = (words: string) => words.split(/\s+/)

const negators = new Set(
  listed(
    `not no never nobody none nothing neither nor nowhere without hardly barely scarcely unable
    lack lacked failed fail fails refused refuse refuses`,
  ),
)
/** These turn only what follows closely: "no real help", not "no wonder everyone was happy". */
const shortReach = new Set(['no', 'lack'])

/** What a booster adds to a rating of 1 word away, as VADER has it (Hutto and Gilbert 2014). */
const boost = 0.293
const boosters = new Map([
  ...listed('very really so extremely absolutely totally completely utterly incredibly bloody ever too').map(
    (word) => [word, boost] as const,
  ),
  ...listed('proper such most more especially particularly deeply constantly always pretty right').map(
    (word) => [word, boost] as const,
  ),
  ...listed('slightly somewhat bit fairly quite partly mildly little less almost').map(
    (word) => [word, -boost] as const,
  ),
])
const loudness = 0.4
/** What negation leaves of praise is VADER's; "not angry" is nearly calm, not glad. */
const negatedPraise = -0.74
const negatedBlame = -0.3
const contrasts = new Set(['but', 'however'])
const concessions = new Set(['although', 'though', 'despite'])

/** Index of the negator that turns the word at `index`, or −1. Negation never leaves its clause. */
export function negatorOf(words: readonly Word[], index: number): number {
  const clause = words[index]?.clause
  for (let at = index - 1; at >= 0 && index - at <= negatorReach; at -= 1) {
    const word = words[at]
    if (word === undefined || word.clause !== clause) return -1
    if (word.quiet || !negators.has(word.text)) continue
    if (word.text === 'not' && words[at + 1]?.text === 'only') continue
    if (shortReach.has(word.text) && index - at > 2) continue
    return at
  }
  return -1
}

/** A rating under negation. */
export function turned(value: number): number {
  return value * (value > 0 ? negatedPraise : negatedBlame)
}

/** A rating after its neighbours had their say, and the index of the negator that turned it, or −1. */
export function inContext(
  words: readonly Word[],
  index: number,
  rating: number,
): { value: number; negator: number } {
  const negator = negatorOf(words, index)
  const value = rating + Math.sign(rating) * emphasis(words, index)
  return { value: negator >= 0 ? turned(value) : value, negator }
}

/** Each word further away, a booster is worth a twentieth less. */
function emphasis(words: readonly Word[], index: number): number {
  const rated = words[index]
  let sum = rated?.loud === true ? loudness : 0
  for (let back = 1; back <= boosterReach; back += 1) {
    const word = words[index - back]
    if (word === undefined || word.clause !== rated?.clause) break
    sum += (boosters.get(word.text) ?? 0) * (1.05 - back * 0.05)
  }
  return sum
}

/** What is said after the last "but" counts more than what stands before it; "although …" counts less. */
export function clauseWeights(words: readonly Word[]): (index: number) => number {
  const but = words.findLastIndex((word) => contrasts.has(word.text))
  const conceded = new Set(words.filter((word) => concessions.has(word.text)).map((word) => word.clause))
  return (index) => {
    if (conceded.has(words[index]?.clause ?? -1)) return 0.5
    if (but <= 0) return 1
    return index < but ? 0.5 : 1.5
  }
}
