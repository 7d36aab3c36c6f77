/** Codes whose name or alias is spoken in a passage; asked for, never offered unasked. */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import type { Reason } from './sentiment.ts'
import { read } from './words.ts'

export interface NamedCode {
  code: string
  name: string
  aliases: readonly string[]
  definition: string
}

export interface CodeMatch {
  code: string
  /** 0 to 1: the share of the name that was said, rare words counting more. */
  score: number
  reasons: Reason[]
}

interface Stem {
  stem: string
  start: number
  end: number
}

const most = 5
const least = 0.55
/** The words of a name said apart from each other are worth less than the name said whole. */
const apartShare = 0.7
/** A name's words may stand this far apart and still be said together. */
const widestGap = 2
/** Rarity a word needs to stand for one side of a name: at most one other code has it. */
const ownEnough = 0.5
/** A definition can only break ties. */
const definitionShare = 0.05
const common = new Set(
  `a an the and or of to in on at by for from with as is are was were be been being it its this that these those
  i me my we us our you your he she they them their his her not no do does did done have has had having get got
  what who when where why how which whether if so than then there here out up off about into over again other
  etc via per can could will would shall should may might must`.split(/\s+/),
)
/** What a stemmer cannot know. */
const pastForms = new Map(
  `made make, told tell, rang ring, rung ring, came come, went go, paid pay, wrote write, written write, sent send,
  found find, chose choose, gave give, took take, left leave, heard hear, kept keep, lost lose, met meet, felt feel`
    .split(',')
    .map((pair) => pair.trim().split(' '))
    .map(([past = '', present = '']) => [past, present] as const),
)

/**
 * The codes whose name or an alias occurs in `text` (stemmed, in any inflection), best first, at most five.
 * The reasons are the words that matched; each effect is what the score loses without them.
 */
export function codesByName(text: string, codes: readonly NamedCode[]): CodeMatch[] {
  const said = stems(text)
  if (said.length === 0) return []
  const weight = rarity(codes.map((code) => labels(code).flat()))
  return codes
    .flatMap((code) => {
      const best = [...labels(code), ...sides(code, weight)]
        .map((label) => match(text, said, label, weight))
        .reduce((a, b) => (b.score > a.score ? b : a), { score: 0, reasons: [] })
      return best.score < least ? [] : [{ code: code.code, ...best, tie: overlap(said, code.definition) }]
    })
    .sort((a, b) => b.score + b.tie - (a.score + a.tie))
    .slice(0, most)
    .map(({ code, score, reasons }) => ({ code, score, reasons }))
}

/** The stems of a code's name and aliases; "Repeating (effort)" is said without its gloss, too. */
function labels({ name, aliases }: NamedCode): string[][] {
  return [name, plain(name), ...aliases].map(stemsOnly)
}

/** "Delay / time" is said as either, as long as the side has a word that hardly any other code has. */
function sides({ name }: NamedCode, weight: (stem: string) => number): string[][] {
  const parts = plain(name).split('/')
  if (parts.length === 1) return []
  return parts.map(stemsOnly).filter((label) => label.some((stem) => weight(stem) >= ownEnough))
}

const plain = (name: string) => name.replaceAll(/\([^)]*\)/g, ' ')
const stemsOnly = (text: string) => [...new Set(stems(text).map(({ stem }) => stem))]

function stems(text: string): Stem[] {
  return read(text).words.flatMap(({ text: word, start, end }) => {
    const bare = word.replace(/'s$/, '')
    return common.has(bare) ? [] : [{ stem: stemmer.stem(pastForms.get(bare) ?? bare), start, end }]
  })
}

/** A stem that many codes share ("complaint" in a study of complaints) tells little: 1 / codes with it. */
function rarity(names: readonly string[][]): (stem: string) => number {
  const holders = new Map<string, number>()
  for (const stem of names.flatMap((name) => [...new Set(name)]))
    holders.set(stem, (holders.get(stem) ?? 0) + 1)
  return (stem) => 1 / (holders.get(stem) ?? 1)
}

function match(
  text: string,
  said: readonly Stem[],
  label: readonly string[],
  weight: (stem: string) => number,
): Omit<CodeMatch, 'code'> {
  const whole = label.reduce((sum, stem) => sum + weight(stem), 0)
  const together = inOrder(said, label)
  const hits = together ?? label.flatMap((stem) => said.find((word) => word.stem === stem) ?? [])
  const share = together ? 1 : apartShare
  const scoreOf = (words: readonly Stem[]) =>
    whole === 0 ? 0 : (share * words.reduce((sum, { stem }) => sum + weight(stem), 0)) / whole
  const score = scoreOf(hits)
  const reasons = hits.map((hit) => ({
    start: hit.start,
    end: hit.end,
    words: text.slice(hit.start, hit.end),
    effect: score - scoreOf(hits.filter((other) => other !== hit)),
    source: 'phrase' as const,
  }))
  return { score, reasons: reasons.sort((a, b) => b.effect - a.effect) }
}

/** The words that say the whole label, in its order and close together. */
function inOrder(said: readonly Stem[], label: readonly string[]): Stem[] | undefined {
  for (const [start, { stem }] of said.entries()) {
    if (stem !== label[0]) continue
    const found: Stem[] = []
    let from = start
    for (const wanted of label) {
      const near = said.slice(from, from + (found.length === 0 ? 1 : widestGap + 1))
      const at = near.findIndex((word) => word.stem === wanted)
      const word = near[at]
      if (word === undefined) break
      found.push(word)
      from += at + 1
    }
    if (found.length === label.length) return found
  }
  return undefined
}

function overlap(said: readonly Stem[], definition: string): number {
  const defined = stemsOnly(definition)
  const spoken = new Set(said.map(({ stem }) => stem))
  const shared = defined.filter((stem) => spoken.has(stem)).length
  return defined.length === 0 ? 0 : (definitionShare * shared) / defined.length
}
