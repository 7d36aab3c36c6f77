/** Aligns two versions of a transcript word by word, fast enough for an hour of speech that was edited throughout. */
import { diffArrays } from 'diff'
import type { Match } from '../text/reanchor.ts'

/** A word or a single other character; white space only parts them, so joining or splitting turns changes nothing. */
const TOKEN = /[[\p{L}\p{N}\p{M}]--\p{Ideographic}]+|\S/gv

/** Ranges up to this many words are compared in full. */
const SMALL = 400
/** A larger range with nothing rare in common is given up when it needs more edits than this. */
const MOST_EDITS = 1000

interface Tokens {
  /** Number of each token's text, the same in both texts. */
  ids: number[]
  starts: number[]
  lengths: number[]
}
/** Half-open ranges of tokens in the old and the new text. */
interface Range {
  a: number
  aEnd: number
  b: number
  bEnd: number
}

/** The stretches both texts share, in order, as `reanchor` takes them. */
export function align(oldText: string, newText: string): Match[] {
  const numbers = new Map<string, number>()
  const old = tokenise(oldText, numbers)
  const now = tokenise(newText, numbers)
  const pairs: [number, number][] = []
  alignRange(old.ids, now.ids, { a: 0, aEnd: old.ids.length, b: 0, bEnd: now.ids.length }, pairs)
  return joined(pairs, old, now, oldText, newText)
}

function tokenise(text: string, numbers: Map<string, number>): Tokens {
  const tokens: Tokens = { ids: [], starts: [], lengths: [] }
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    let id = numbers.get(word)
    if (id === undefined) numbers.set(word, (id = numbers.size))
    tokens.ids.push(id)
    tokens.starts.push(index)
    tokens.lengths.push(word.length)
  }
  return tokens
}

/** Pairs of equal tokens, in order. What is the same at both ends goes first; then rare words part the rest. */
function alignRange(old: number[], now: number[], range: Range, pairs: [number, number][]): void {
  let { a, aEnd, b, bEnd } = range
  for (; a < aEnd && b < bEnd && old[a] === now[b]; a++, b++) pairs.push([a, b])
  let tail = 0
  for (; a < aEnd && b < bEnd && old[aEnd - 1] === now[bEnd - 1]; aEnd--, bEnd--) tail++
  const rest = { a, aEnd, b, bEnd }
  if (a < aEnd && b < bEnd) {
    const anchors = aEnd - a + (bEnd - b) <= SMALL ? [] : sharedOnce(old, now, rest)
    if (anchors.length === 0) alignInFull(old, now, rest, pairs)
    else alignBetween(old, now, rest, anchors, pairs)
  }
  for (let n = 0; n < tail; n++) pairs.push([aEnd + n, bEnd + n])
}

function alignBetween(
  old: number[],
  now: number[],
  range: Range,
  anchors: [number, number][],
  pairs: [number, number][],
): void {
  let { a, b } = range
  for (const [aAt, bAt] of anchors) {
    // The gap before an anchor may have grown over it from both ends.
    if (aAt < a || bAt < b) continue
    alignRange(old, now, { a, aEnd: aAt, b, bEnd: bAt }, pairs)
    pairs.push([aAt, bAt])
    a = aAt + 1
    b = bAt + 1
  }
  alignRange(old, now, { a, aEnd: range.aEnd, b, bEnd: range.bEnd }, pairs)
}

function alignInFull(
  old: number[],
  now: number[],
  { a, aEnd, b, bEnd }: Range,
  pairs: [number, number][],
): void {
  const changes = diffArrays(old.slice(a, aEnd), now.slice(b, bEnd), { maxEditLength: MOST_EDITS })
  for (const change of changes ?? []) {
    if (change.added) b += change.count
    else if (change.removed) a += change.count
    else for (let n = 0; n < change.count; n++) pairs.push([a++, b++])
  }
}

/** Patience: runs of three tokens that stand exactly once in both ranges, in the longest order they share. */
function sharedOnce(old: number[], now: number[], range: Range): [number, number][] {
  const inOld = runsOnce(old, range.a, range.aEnd)
  const inNow = runsOnce(now, range.b, range.bEnd)
  const shared: [number, number][] = []
  for (const [run, at] of inOld) {
    const other = inNow.get(run)
    if (at >= 0 && other !== undefined && other >= 0) shared.push([at, other])
  }
  return longestRising(shared)
}

/** First token of each run of three; −1 for a run that is repeated. */
function runsOnce(ids: number[], from: number, to: number): Map<string, number> {
  const runs = new Map<string, number>()
  for (let at = from; at + 2 < to; at++) {
    const run = `${ids[at]} ${ids[at + 1]} ${ids[at + 2]}`
    runs.set(run, runs.has(run) ? -1 : at)
  }
  return runs
}

/** The longest subsequence that rises on the new side; the pairs come in order of the old. */
function longestRising(pairs: [number, number][]): [number, number][] {
  const tops: number[] = []
  const previous: number[] = []
  pairs.forEach(([, b], index) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1
      else high = middle
    }
    previous.push(low > 0 ? (tops[low - 1] ?? -1) : -1)
    tops[low] = index
  })
  const rising: [number, number][] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at]
    if (pair) rising.push(pair)
  }
  return rising.reverse()
}

/** Token pairs as stretches of characters; white space between two pairs joins them where it is the same. */
function joined(
  pairs: [number, number][],
  old: Tokens,
  now: Tokens,
  oldText: string,
  newText: string,
): Match[] {
  const matches: Match[] = []
  let last: Match | undefined
  for (const [a, b] of pairs) {
    const from = old.starts[a] ?? 0
    const to = now.starts[b] ?? 0
    const length = old.lengths[a] ?? 0
    const gap = last ? from - (last.from + last.length) : 0
    if (last && to - (last.to + last.length) === gap && sameGap(oldText, newText, from, to, gap))
      last.length += gap + length
    else matches.push((last = { from, to, length }))
  }
  return matches
}

const sameGap = (oldText: string, newText: string, from: number, to: number, gap: number): boolean =>
  gap === 0 ||
  (/^\s*$/u.test(oldText.slice(from - gap, from)) &&
    oldText.slice(from - gap, from) === newText.slice(to - gap, to))
