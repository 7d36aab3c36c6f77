/** What the palette can find: commands, and whatever rooms and the study add. */
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react'
import { find, type Findable } from './find-commands.ts'
import { keymap, keysOf } from './keymap.ts'
import { usePlace, useRun } from './place.ts'
import { availableCommands, useRegistryVersion } from './registry.ts'
import { go } from './router.ts'
import { useStored } from '../ui/stored.ts'

export interface PaletteItem extends Findable {
  /** Unique in the palette: `document:12`. */
  id: string
  detail?: string
  mark?: ReactNode
  keys?: string | undefined
  run: () => void
}

interface PaletteSection {
  id: string
  title: string
  items: readonly PaletteItem[]
}

interface Source {
  title: string
  items: () => readonly PaletteItem[]
}

const MOST_PER_SECTION = 8
const sources: Source[] = []
const listeners = new Set<() => void>()
let version = 0

/** Adds things to find while the calling component is on the page: transcripts, codes, participants. */
export function usePaletteSource(title: string, items: readonly PaletteItem[]): void {
  const latest = useRef(items)
  useEffect(() => {
    latest.current = items
  })
  useEffect(() => {
    const source: Source = { title, items: () => latest.current }
    sources.push(source)
    changed()
    return () => {
      sources.splice(sources.indexOf(source), 1)
      changed()
    }
  }, [title])
}

/** Commands first while nothing is typed; found things are limited, commands never are. */
export function usePaletteSections(query: string): PaletteSection[] {
  useRegistryVersion()
  const place = usePlace()
  const runHere = useRun()
  useSyncExternalStore(subscribe, () => version)
  const own = useStored(keymap)
  const commands = availableCommands(place)
    .filter((command) => command.id !== 'view.palette')
    .map((command) => ({
      id: command.id,
      title: command.title,
      words: command.words,
      group: command.group,
      keys: keysOf(command, own)[0],
      run: () => void runHere(command.id),
    }))
  const found = find(commands, query)
  const words = query.trim()
  const sections =
    words === ''
      ? byGroup(found)
      : [
          section('Commands', found),
          ...foundElsewhere(words),
          ...(place.hasProject ? [searchFor(words)] : []),
        ]
  return sections.filter(({ items }) => items.length > 0)
}

const section = (title: string, items: readonly PaletteItem[]): PaletteSection => ({
  id: title,
  title,
  items,
})

const byGroup = (commands: readonly (PaletteItem & { group: string })[]): PaletteSection[] =>
  [...Map.groupBy(commands, (command) => command.group)].map(([group, items]) => section(group, items))

const foundElsewhere = (words: string): PaletteSection[] =>
  sources.map((source) => section(source.title, find(source.items(), words).slice(0, MOST_PER_SECTION)))

const searchFor = (words: string): PaletteSection =>
  section('Search', [
    {
      id: 'search',
      title: `Search transcripts for “${words}”`,
      run: () => go({ room: 'search', query: { q: words } }),
    },
  ])

function changed(): void {
  version += 1
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
