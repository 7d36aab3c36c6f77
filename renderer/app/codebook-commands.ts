/** Rows of the command table for the codebook: making codes, and changing the one that is chosen. */
import type { CommandPlace, CommandShape } from './command-shape.ts'

const beside = (place: CommandPlace) =>
  place.hasProject && (place.room === 'codebook' || place.room === 'code')
const group = 'Codebook' as const
const chosen = {
  group,
  when: (place: CommandPlace) => place.hasProject && place.room === 'codebook',
} as const

export const CODEBOOK_COMMANDS = [
  { group, when: beside, id: 'codebook.new', title: 'New code', keys: ['Mod+Alt+N'], words: 'add theme' },
  { group, when: beside, id: 'codebook.filter', title: 'Filter the codebook', keys: [','] },
  {
    ...chosen,
    id: 'codebook.child',
    title: 'New code under this one',
    keys: ['Mod+Alt+Shift+N'],
    words: 'add below inside stage touchpoint',
  },
  { ...chosen, id: 'codebook.rename', title: 'Rename the code', keys: ['F2'] },
  // The second keys are for the Mac, where a list keeps Alt and an arrow to itself.
  { ...chosen, id: 'codebook.up', title: 'Move the code up', keys: ['Alt+ArrowUp', 'Mod+Alt+ArrowUp'] },
  {
    ...chosen,
    id: 'codebook.down',
    title: 'Move the code down',
    keys: ['Alt+ArrowDown', 'Mod+Alt+ArrowDown'],
  },
  {
    ...chosen,
    id: 'codebook.in',
    title: 'Move the code under the one above it',
    keys: ['Alt+Shift+ArrowRight', 'Mod+Alt+ArrowRight'],
    words: 'indent inside',
  },
  {
    ...chosen,
    id: 'codebook.out',
    title: 'Move the code out of the one that holds it',
    keys: ['Alt+Shift+ArrowLeft', 'Mod+Alt+ArrowLeft'],
    words: 'outdent',
  },
  {
    ...chosen,
    id: 'codebook.merge',
    title: 'Merge the chosen codes into one',
    keys: ['Alt+M'],
    words: 'join combine into another',
  },
  {
    ...chosen,
    id: 'codebook.split',
    title: 'Split the code: choose passages for a new one',
    keys: ['Alt+P'],
    words: 'divide separate',
  },
  {
    ...chosen,
    id: 'codebook.archive',
    title: 'Archive the code, or bring it back',
    keys: ['Alt+A'],
    words: 'hide retire restore',
  },
  { ...chosen, id: 'codebook.remove', title: 'Remove the code and its codings', keys: ['Delete'] },
] as const satisfies readonly CommandShape[]
