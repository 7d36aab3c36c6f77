/** How the codebook speaks of its families and counts. */
import type { Code } from '../../core/contract/codebook.ts'
import type { Family } from '../../core/contract/common.ts'

const FAMILIES: Record<Family, { title: string; about: string }> = {
  touchpoint: {
    title: 'Touchpoints',
    about: 'Where in the journey it happens: journeys hold stages, and stages hold touchpoints.',
  },
  emotion: { title: 'Emotions', about: 'How it felt. The weight says how much it counts as frustration.' },
  reason: { title: 'Reasons', about: 'Why it felt that way.' },
  layer: { title: 'Layers', about: 'What kind of thing is said: what happened, what was wanted instead.' },
  channel: { title: 'Channels', about: 'How people were in touch.' },
  theme: { title: 'Themes', about: 'Your own ideas, as they come up.' },
}

export const familyTitle = (family: Family): string => FAMILIES[family].title
export const familyAbout = (family: Family): string => FAMILIES[family].about

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** "a, b and c" */
export const inWords = (parts: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts)

export const codingsInWords = (count: number): string => counted(count, 'coding')
export const passagesInWords = (count: number): string => counted(count, 'passage')

/** What the code is, as people call it: a stage, an emotion. */
export const kindOf = ({ family, level }: Pick<Code, 'family' | 'level'>): string => level ?? family

/** What would be made under it: a stage in a journey; nothing in a touchpoint. */
export function childKind({ family, level }: Pick<Code, 'family' | 'level'>): string | null {
  if (level === 'touchpoint') return null
  if (level === null) return family
  return level === 'journey' ? 'stage' : 'touchpoint'
}

/** What would be made at the top of a family. */
export const topKind = (family: Family): string => (family === 'touchpoint' ? 'journey' : family)

/** Aliases as they are written in one line, and back. */
export const joinNames = (names: readonly string[]): string => names.join(', ')
export const splitNames = (line: string): string[] => [
  ...new Set(
    line
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  ),
]
