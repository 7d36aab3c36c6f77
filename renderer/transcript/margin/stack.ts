/** Labels in the margin: each beside its passage, as tall as there is room before the next, pushed down where there is none. */

export interface Stackable {
  top: number
  /** Lines it would like. */
  lines: number
}

export interface Stacked<T> {
  /** The label is for the first; the others begin too close to it to have one of their own. */
  items: readonly T[]
  top: number
  /** Lines it gets, at least one. */
  lines: number
}

/**
 * Labels in lines of `height`, in order of `top`. One that would be pushed down further than `drift` joins the label
 * above it.
 */
export function stackLabels<T extends Stackable>(
  items: readonly T[],
  height: number,
  drift: number,
): Stacked<T>[] {
  const inOrder = items.toSorted((a, b) => a.top - b.top)
  const stacked: { items: T[]; top: number; lines: number }[] = []
  for (const [at, item] of inOrder.entries()) {
    const above = stacked.at(-1)
    const top = above === undefined ? item.top : Math.max(item.top, above.top + above.lines * height)
    if (above !== undefined && top - item.top > drift) {
      above.items.push(item)
      continue
    }
    const room = Math.floor(((inOrder[at + 1]?.top ?? Infinity) - top) / height)
    stacked.push({ items: [item], top, lines: Math.max(1, Math.min(item.lines, room)) })
  }
  return stacked
}
