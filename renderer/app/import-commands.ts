/** Rows of the command table for bringing files in. */
import type { CommandPlace, CommandShape } from './command-shape.ts'

const importing = {
  group: 'Study',
  when: (place: CommandPlace) => place.hasProject && place.room === 'import',
} as const

export const IMPORT_COMMANDS = [
  {
    ...importing,
    id: 'import.right',
    title: 'The file looks right: go to the next',
    keys: ['Alt+O'],
    inFields: true,
    words: 'check accept approve',
  },
  {
    ...importing,
    id: 'import.next',
    title: 'Next file that needs a look',
    keys: ['Alt+ArrowDown'],
  },
  {
    ...importing,
    id: 'import.leave',
    title: 'Leave the file out, or take it in again',
    keys: ['Delete'],
    words: 'exclude remove skip',
  },
  {
    ...importing,
    id: 'import.carry',
    title: 'Same for all files of this layout',
    keys: [],
    words: 'apply roles rename kind',
  },
  {
    ...importing,
    id: 'import.store',
    title: 'Import the files',
    keys: ['Alt+I'],
    inFields: true,
    words: 'store save bring in',
  },
] as const satisfies readonly CommandShape[]
