/**
 * The one table of commands. Keys, menus, the palette and the keyboard help are all read from it.
 * A command that acts inside a room has no `run` here: the room gives it one with `useCommands`.
 */
import { back, forward, go } from './router.ts'
import type { CommandPlace, CommandShape } from './command-shape.ts'
import { CODEBOOK_COMMANDS } from './codebook-commands.ts'
import { cycleTheme } from './theme.ts'
import { FIGURE_COMMANDS } from './figure-commands.ts'
import { HISTORY_COMMANDS } from './history-commands.ts'
import { IMPORT_COMMANDS } from './import-commands.ts'
import { MEMO_COMMANDS } from './memo-commands.ts'
import { CODING_COMMANDS, READING_COMMANDS } from './reader-commands.ts'
import { SEARCH_COMMANDS } from './search-commands.ts'
import { setReadingScale } from './reading-size.ts'

const anywhere = () => true

const COMMANDS = [
  {
    id: 'go.code',
    title: 'Go to Code',
    group: 'Go to',
    keys: ['G C'],
    words: 'transcripts interviews read',
    run: () => go({ room: 'code' }),
  },
  {
    id: 'go.map',
    title: 'Go to Map',
    group: 'Go to',
    keys: ['G M'],
    words: 'journey two-way',
    run: () => go({ room: 'map' }),
  },
  {
    id: 'go.heatmap',
    title: 'Go to Heatmap',
    group: 'Go to',
    keys: ['G H'],
    words: 'frustration chart',
    run: () => go({ room: 'heatmap' }),
  },
  {
    id: 'go.touchpoints',
    title: 'Go to Touchpoints',
    group: 'Go to',
    keys: ['G T'],
    words: 'summary emotions quotes',
    run: () => go({ room: 'touchpoints' }),
  },
  {
    id: 'go.participants',
    title: 'Go to Participants',
    group: 'Go to',
    keys: ['G P'],
    words: 'residents colleagues attributes',
    run: () => go({ room: 'participants' }),
  },
  {
    id: 'go.codebook',
    title: 'Go to Codebook',
    group: 'Go to',
    keys: ['G B'],
    words: 'codes definitions',
    run: () => go({ room: 'codebook' }),
  },
  {
    id: 'go.memos',
    title: 'Go to Memos',
    group: 'Go to',
    keys: ['G N'],
    words: 'notes',
    run: () => go({ room: 'memos' }),
  },
  {
    id: 'go.history',
    title: 'Go to History',
    group: 'Go to',
    keys: ['G Y'],
    words: 'audit log steps',
    run: () => go({ room: 'history' }),
  },
  {
    id: 'go.search',
    title: 'Search transcripts',
    group: 'Go to',
    keys: ['Mod+Shift+F', 'G S'],
    words: 'find words',
    run: () => go({ room: 'search' }),
  },
  {
    id: 'go.projects',
    title: 'Go to Projects',
    group: 'Go to',
    keys: ['G O'],
    when: anywhere,
    words: 'studies open recent',
    run: () => go({ room: 'projects' }),
  },
  { id: 'go.back', title: 'Go back', group: 'Go to', keys: ['Alt+ArrowLeft'], when: anywhere, run: back },
  {
    id: 'go.forward',
    title: 'Go forward',
    group: 'Go to',
    keys: ['Alt+ArrowRight'],
    when: anywhere,
    run: forward,
  },

  {
    id: 'study.import',
    title: 'Import transcripts',
    group: 'Study',
    keys: ['Mod+I'],
    words: 'add files folder docx vtt csv pdf',
    run: () => go({ room: 'import' }),
  },
  {
    id: 'study.export',
    title: 'Export',
    group: 'Study',
    keys: ['Mod+E'],
    words: 'save excel word csv refi qdpx report',
  },
  { id: 'study.rename', title: 'Rename the study', group: 'Study', keys: [] },
  {
    id: 'study.settings',
    title: 'Study settings',
    group: 'Study',
    keys: ['Mod+,'],
    words: 'code first snap small numbers suggestions',
  },
  { id: 'study.coder', title: 'Code as someone else', group: 'Study', keys: [], words: 'coder name user' },
  { id: 'study.close', title: 'Close the study', group: 'Study', keys: [] },

  { id: 'edit.undo', title: 'Undo', group: 'Edit', keys: ['Mod+Z'] },
  { id: 'edit.redo', title: 'Redo', group: 'Edit', keys: ['Mod+Shift+Z', 'Mod+Y'] },

  {
    id: 'view.palette',
    title: 'Search or run a command',
    group: 'View',
    keys: ['Mod+K'],
    when: anywhere,
    inFields: true,
  },
  {
    id: 'view.theme',
    title: 'Switch between light, dark and the system’s colours',
    group: 'View',
    keys: [],
    when: anywhere,
    words: 'theme night contrast',
    run: cycleTheme,
  },
  {
    id: 'view.larger',
    title: 'Larger transcript text',
    group: 'View',
    keys: [],
    words: 'zoom size',
    run: () => setReadingScale('larger'),
  },
  {
    id: 'view.smaller',
    title: 'Smaller transcript text',
    group: 'View',
    keys: [],
    words: 'zoom size',
    run: () => setReadingScale('smaller'),
  },
  {
    id: 'view.left',
    title: 'Show or hide the left pane',
    group: 'View',
    keys: ['['],
    words: 'transcripts list',
  },
  {
    id: 'view.right',
    title: 'Show or hide the right pane',
    group: 'View',
    keys: [']'],
    words: 'codebook passage',
  },
  {
    id: 'view.suggestions',
    title: 'Show or hide suggestions',
    group: 'View',
    keys: ['Alt+S'],
    words: 'sentiment',
  },

  ...CODING_COMMANDS,
  ...READING_COMMANDS,
  ...FIGURE_COMMANDS,
  ...IMPORT_COMMANDS,
  ...CODEBOOK_COMMANDS,
  ...MEMO_COMMANDS,
  ...HISTORY_COMMANDS,
  ...SEARCH_COMMANDS,

  {
    id: 'help.keys',
    title: 'Keyboard shortcuts',
    group: 'Help',
    keys: ['?'],
    when: anywhere,
    words: 'help keys',
  },
] as const satisfies readonly CommandShape[]

export type CommandId = (typeof COMMANDS)[number]['id']

/** A row of the table, with its id known to be one of them. */
export interface Command extends CommandShape {
  id: CommandId
}

export const commandList: readonly Command[] = COMMANDS

export const isCommandId = (id: string): id is CommandId => commandList.some((command) => command.id === id)

/** Whether a command makes sense here; whether something answers it is the registry's to say. */
export const belongs = (command: Command, place: CommandPlace): boolean =>
  command.when?.(place) ?? place.hasProject
