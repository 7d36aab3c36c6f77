/** Rows of the command table for searching. */
import type { CommandPlace, CommandShape } from './command-shape.ts'

const search = {
  group: 'Search',
  when: (place: CommandPlace) => place.hasProject && place.room === 'search',
} as const

export const SEARCH_COMMANDS = [
  { ...search, id: 'search.field', title: 'Type what to search for', keys: ['/', ','], words: 'find field' },
  { ...search, id: 'search.codeAll', title: 'Code all hits', keys: ['Alt+C'], words: 'autocode many' },
  {
    ...search,
    id: 'search.tab',
    title: 'Search by codes instead of words, or back',
    keys: ['Alt+Q'],
    words: 'query retrieve passages switch',
  },
  { ...search, id: 'search.condition', title: 'Add a condition', keys: ['Alt+N'], words: 'and not near' },
  { ...search, id: 'search.keep', title: 'Save the query', keys: ['Mod+S'], inFields: true },
  { ...search, id: 'search.clear', title: 'Start a new query', keys: [], words: 'reset empty' },
] as const satisfies readonly CommandShape[]
