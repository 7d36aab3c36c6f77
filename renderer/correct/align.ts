/** Which words two versions of a turn share, so that passages can be followed before anything is written. */
import type { Match } from '../../core/text/reanchor.ts'

interface Token {
  text: string
  at: number
}

/** Pairs of words compared at most; beyond it only what is the same at both ends counts as shared. */
const MOST_PAIRS = 4_000_000

const tokens = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+|\S/gu)].map(({ 0: word, index }) => ({ text: word, at: index }))

/** The stretches both texts share, in order, as `reanchor` takes them. */
export function shared(before: string, after: string): Match[] {
  const [old, now] = [tokens(before), tokens(after)]
  let head = 0
  while (head < old.length && head < now.length && old[head]?.text === now[head]?.text) head++
  let tail = 0
  const most = Math.min(old.length, now.length) - head
  while (tail < most && old.at(-1 - tail)?.text === now.at(-1 - tail)?.text) tail++
  const middle = common(old.slice(head, old.length - tail), now.slice(head, now.length - tail))
  const pairs = [
    ...old.slice(0, head).map((token, at) => [token, now[at]] as const),
    ...middle,
    ...old.slice(old.length - tail).map((token, at) => [token, now[now.length - tail + at]] as const),
  ]
  const matches: Match[] = []
  for (const [token, twin] of pairs) {
    if (twin === undefined) continue
    const last = matches.at(-1)
    const gap = last && before.slice(last.from + last.length, token.at)
    if (last && gap === after.slice(last.to + last.length, twin.at)) {
      last.length = token.at + token.text.length - last.from
    } else matches.push({ from: token.at, to: twin.at, length: token.text.length })
  }
  return matches
}

/** The longest common subsequence of two short lists of words, by the table of Wagner and Fischer (1974). */
function common(old: readonly Token[], now: readonly Token[]): (readonly [Token, Token])[] {
  if (old.length * now.length > MOST_PAIRS) return []
  const width = now.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  for (let a = old.length - 1; a >= 0; a--) {
    for (let b = now.length - 1; b >= 0; b--) {
      const [diagonal, down, right] = [(a + 1) * width + b + 1, (a + 1) * width + b, a * width + b + 1]
      lengths[a * width + b] =
        old[a]?.text === now[b]?.text
          ? (lengths[diagonal] ?? 0) + 1
          : Math.max(lengths[down] ?? 0, lengths[right] ?? 0)
    }
  }
  const pairs: (readonly [Token, Token])[] = []
  let [a, b] = [0, 0]
  while (a < old.length && b < now.length) {
    const [token, twin] = [old[a], now[b]]
    if (token && twin && token.text === twin.text) {
      pairs.push([token, twin])
      a++
      b++
    } else if ((lengths[(a + 1) * width + b] ?? 0) >= (lengths[a * width + b + 1] ?? 0)) a++
    else b++
  }
  return pairs
}

interface Piece {
  text: string
  /** Where it begins: in the text after for what was added, else in the text before. */
  from: number
  side: 'both' | 'before' | 'after'
}

/** Both versions as one sequence: shared stretches, and between them what went before what came. */
export function pieces(before: string, after: string): Piece[] {
  const all: Piece[] = []
  let [old, now] = [0, 0]
  const between = (from: number, to: number) => {
    const [gone, come] = [before.slice(old, from), after.slice(now, to)]
    // Where only white space differs, there is nothing to show.
    if (gone.trim() === '' && come.trim() === '') {
      if (come !== '') all.push({ text: come, from: old, side: 'both' })
      return
    }
    if (gone !== '') all.push({ text: gone, from: old, side: 'before' })
    if (come !== '') all.push({ text: come, from: now, side: 'after' })
  }
  for (const { from, to, length } of shared(before, after)) {
    between(from, to)
    all.push({ text: before.slice(from, from + length), from, side: 'both' })
    ;[old, now] = [from + length, to + length]
  }
  between(before.length, after.length)
  return all
}
