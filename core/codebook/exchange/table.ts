/** The codebook as a table: every field of a code in a column of its own. */
import type { Table } from '../../exporting/table.ts'
import type { CodebookEntry } from './entries.ts'

/** Between the aliases of a code in one cell. */
export const ALIAS_SEPARATOR = '; '

interface CodebookColumn {
  key: string
  meaning: string
  holds: string
  of: (entry: CodebookEntry) => string | number | null
}

const COLUMNS: readonly CodebookColumn[] = [
  { key: 'code', meaning: 'Short id, unique in the study', holds: 'text', of: (e) => e.code },
  {
    key: 'family',
    meaning: 'Family of the code',
    holds: 'touchpoint; emotion; reason; layer; channel; theme',
    of: (e) => e.family,
  },
  { key: 'parent', meaning: 'Short id of the code it stands under', holds: 'text', of: (e) => e.parent },
  {
    key: 'level',
    meaning: 'Level of a touchpoint',
    holds: 'journey; stage; touchpoint',
    of: (e) => e.level,
  },
  { key: 'name', meaning: 'Name', holds: 'text', of: (e) => e.name },
  { key: 'definition', meaning: 'What it means', holds: 'text', of: (e) => e.definition },
  { key: 'include', meaning: 'When to use it', holds: 'text', of: (e) => e.include },
  { key: 'exclude', meaning: 'When not to use it', holds: 'text', of: (e) => e.exclude },
  { key: 'example', meaning: 'A typical passage', holds: 'text', of: (e) => e.example },
  { key: 'colour', meaning: 'Colour', holds: '#rrggbb', of: (e) => e.colour },
  {
    key: 'aliases',
    meaning: 'Other names',
    holds: 'names parted by semicolons',
    of: (e) => e.aliases.join(ALIAS_SEPARATOR),
  },
  {
    key: 'side',
    meaning: 'Whose side of the journey a touchpoint is on',
    holds: 'resident; colleague; both; backstage',
    of: (e) => e.side,
  },
  { key: 'clock', meaning: 'Time within which it should happen', holds: 'text', of: (e) => e.clock },
  { key: 'channel', meaning: 'Channel it happens in', holds: 'text', of: (e) => e.channel },
  {
    key: 'pairs_with',
    meaning: 'Short id of its counterpart on the other side',
    holds: 'text',
    of: (e) => e.pairsWith,
  },
  {
    key: 'valence',
    meaning: 'Valence of an emotion',
    holds: 'neg; neutral; pos; either',
    of: (e) => e.valence,
  },
  {
    key: 'weight',
    meaning: 'Share of an emotion that counts as frustration',
    holds: '0 to 1',
    of: (e) => (e.weight === null ? null : e.weight / 1000),
  },
  { key: 'archived', meaning: 'Retired from use', holds: 'yes; no', of: (e) => (e.archived ? 'yes' : 'no') },
  {
    key: 'version',
    meaning: 'How often its meaning was written, from 1',
    holds: 'whole number',
    of: (e) => e.version,
  },
  { key: 'used', meaning: 'Codings that use it', holds: 'whole number', of: (e) => e.used },
]

export function codebookTable(entries: readonly CodebookEntry[]): Table {
  return { columns: COLUMNS, rows: entries.map((entry) => COLUMNS.map(({ of }) => of(entry))) }
}
