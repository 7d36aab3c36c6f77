/** Approximate search: the stretch of a text nearest to a pattern in single-character edits. */
import type { Span } from './spans.ts'

/**
 * The stretch of `text` inside `window` with the fewest edits from `pattern`, at most `limit`; the one nearest to
 * `expected` on a tie. Sellers' algorithm (1980) with Ukkonen's cut-off: time grows with window × limit.
 */
export function nearestMatch(
  text: string,
  window: Span,
  pattern: string,
  limit: number,
  expected: number,
): (Span & { errors: number }) | null {
  const length = pattern.length
  // cost[i]: fewest edits that turn pattern[0, i) into a stretch ending here; origin[i]: where that stretch begins.
  const cost = new Int32Array(length + 1)
  const origin = new Int32Array(length + 1).fill(window.start)
  for (let i = 0; i <= length; i++) cost[i] = i
  let last = Math.min(length, limit + 1)
  let best: (Span & { errors: number }) | null = null
  for (let at = window.start; at < window.end; at++) {
    const letter = text.charCodeAt(at)
    let diagonal = 0
    let diagonalOrigin = origin[0] ?? 0
    cost[0] = 0
    origin[0] = at + 1
    for (let i = 1; i <= last; i++) {
      const above = cost[i] ?? 0
      const aboveOrigin = origin[i] ?? 0
      let edits = diagonal + (pattern.charCodeAt(i - 1) === letter ? 0 : 1)
      let from = diagonalOrigin
      if (above + 1 < edits) {
        edits = above + 1
        from = aboveOrigin
      }
      const left = (cost[i - 1] ?? 0) + 1
      if (left < edits) {
        edits = left
        from = origin[i - 1] ?? 0
      }
      diagonal = above
      diagonalOrigin = aboveOrigin
      cost[i] = edits
      origin[i] = from
    }
    while ((cost[last] ?? 0) > limit) last--
    if (last === length)
      best = better(best, { start: origin[length] ?? 0, end: at + 1, errors: cost[length] ?? 0 }, expected)
    else {
      last++
      // The cell just beyond the cut-off was not computed: it cannot be within the limit from above.
      cost[last] = limit + 1
      origin[last] = at + 1
    }
  }
  return best && best.end > best.start ? best : null
}

type Found = Span & { errors: number }

function better(best: Found | null, found: Found, expected: number): Found {
  if (!best || found.errors < best.errors) return found
  if (found.errors > best.errors) return best
  return Math.abs(found.start - expected) < Math.abs(best.start - expected) ? found : best
}
