/** Rows of the command table for memos. */
import type { CommandPlace, CommandShape } from './command-shape.ts'

const memos = {
  group: 'Memos',
  when: (place: CommandPlace) => place.hasProject && place.room === 'memos',
} as const

export const MEMO_COMMANDS = [
  { ...memos, id: 'memos.new', title: 'New memo', keys: ['Mod+Alt+N'], words: 'write note' },
  { ...memos, id: 'memos.edit', title: 'Edit the memo', keys: ['F2', 'E'], words: 'change write' },
  { ...memos, id: 'memos.open', title: 'Go to what the memo is about', keys: ['O'], words: 'jump target' },
  { ...memos, id: 'memos.remove', title: 'Remove the memo', keys: ['Delete'] },
  { ...memos, id: 'memos.filter', title: 'Search the memos', keys: [','], words: 'find filter' },
  { ...memos, id: 'memos.save', title: 'Save the memos listed as Markdown', keys: [], words: 'export file' },
] as const satisfies readonly CommandShape[]
