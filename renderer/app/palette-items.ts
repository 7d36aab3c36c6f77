/** What the palette can find: commands, and whatever rooms and the study add. */
import { useEffect, useRef, type ReactNode } from 'react'
import { find, matchOf, type Findable } from './find-commands.ts'
import { keymap, keysOf } from './keymap.ts'
import { usePlace, useRun } from './place.ts'
import { availableCommands, useRegistryVersion } from './registry.ts'
import { go } from './router.ts'
import { createStore, useStore } from '../ui/store.ts'

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
/** Counts up as sources come and go. */
const version = createStore(0)

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

/** Commands by group while nothing is typed; then whatever matches best, and searching for the words themselves. */
export function usePaletteSections(query: string): PaletteSection[] {
  useRegistryVersion()
  const place = usePlace()
  const runHere = useRun()
  useStore(version)
  const own = useStore(keymap)
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
  if (words === '') return byGroup(found)
  const sections = [section('Commands', found), ...foundElsewhere(words)]
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => bestMatch(b, words) - bestMatch(a, words))
  return place.hasProject ? [...sections, searchFor(words)] : sections
}

/** Items come best first, so the first speaks for its section. */
const bestMatch = ({ items: [first] }: PaletteSection, words: string): number =>
  first === undefined ? 0 : matchOf(first, words)

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
  version.set(version.get() + 1)
}
