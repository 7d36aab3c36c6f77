/** The moving few (selection, hover, pinned passage, found words) as CSS highlights: painting them touches no element. */

/** Named in Reader.css as `::highlight(reader-…)`. Later ones are painted over earlier ones. */
const ORDER = ['reasons', 'found', 'hover', 'pinned', 'selection', 'caret'] as const
export type HighlightName = (typeof ORDER)[number]

const shown = new Map<HighlightName, Map<string, readonly Range[]>>()

/** Shows these ranges for one reader in place of the last ones it gave. */
export function highlight(name: HighlightName, reader: string, ranges: readonly Range[]): void {
  const byReader = shown.get(name) ?? new Map<string, readonly Range[]>()
  shown.set(name, byReader)
  if (ranges.length === 0 && !byReader.delete(reader)) return
  if (ranges.length > 0) byReader.set(reader, ranges)
  const all = [...byReader.values()].flat()
  if (all.length === 0) {
    CSS.highlights.delete(`reader-${name}`)
    return
  }
  const painted = new Highlight(...all)
  painted.priority = ORDER.indexOf(name)
  CSS.highlights.set(`reader-${name}`, painted)
}

/** Takes away everything one reader showed. */
export function clearHighlights(reader: string): void {
  for (const name of ORDER) highlight(name, reader, [])
}
