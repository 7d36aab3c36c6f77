/** Labels in the margin: each beside its passage, pushed down where they would lie on one another. */

export interface Stacked<T> {
  items: readonly T[]
  top: number
}

/**
 * Labels of one `height` in order of `top`. One that would be pushed down further than `drift` joins the label above it,
 * which then stands for all its items.
 */
export function stackLabels<T extends { top: number }>(
  items: readonly T[],
  height: number,
  drift: number,
): Stacked<T>[] {
  const stacked: { items: T[]; top: number }[] = []
  for (const item of items.toSorted((a, b) => a.top - b.top)) {
    const above = stacked.at(-1)
    const top = above === undefined ? item.top : Math.max(item.top, above.top + height)
    if (above !== undefined && top - item.top > drift) above.items.push(item)
    else stacked.push({ items: [item], top })
  }
  return stacked
}
