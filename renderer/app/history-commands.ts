/** Rows of the command table for the history. */
import type { CommandPlace, CommandShape } from './command-shape.ts'

const history = {
  group: 'History',
  when: (place: CommandPlace) => place.hasProject && place.room === 'history',
} as const

export const HISTORY_COMMANDS = [
  { ...history, id: 'history.filter', title: 'Search the history', keys: ['/', ','], words: 'find filter' },
  {
    ...history,
    id: 'history.save',
    title: 'Save the whole history as CSV',
    keys: ['Mod+S'],
    words: 'export audit trail',
  },
  {
    ...history,
    id: 'history.everything',
    title: 'Show every step again',
    keys: ['Alt+A'],
    words: 'clear filter',
  },
] as const satisfies readonly CommandShape[]
