/** Kinds of steps as a researcher names them; ids are the beginnings of the steps' kinds. */
export const KINDS = [
  { id: 'codings.', label: 'Coding' },
  { id: 'suggest.', label: 'Suggestions' },
  { id: 'importing.', label: 'Imports' },
  { id: 'documents.', label: 'Transcripts' },
  { id: 'codebook.', label: 'Codebook' },
  { id: 'participants.', label: 'Participants' },
  { id: 'memos.', label: 'Memos' },
  { id: 'bookmarks.', label: 'Bookmarks' },
  { id: 'search.', label: 'Searches' },
  { id: 'mapping.', label: 'Views and figures' },
  { id: 'project.', label: 'Study settings' },
  { id: 'exporting.', label: 'Exports' },
  { id: 'analysis.', label: 'Figures saved' },
  { id: 'history.', label: 'Undo and redo' },
] as const

export const kindName = (kind: string): string =>
  KINDS.find(({ id }) => kind.startsWith(id))?.label ?? 'Other'

/** What rows are called in the trail; the others by their own name. */
const THINGS: Readonly<Record<string, string>> = {
  document: 'transcript',
  document_original: 'original file',
  participant_attribute: 'attribute of a participant',
  summary_cell: 'framework cell',
  unplaced: 'passage to place',
  suggestion_decision: 'decision on a suggestion',
  saved_view: 'kept view',
}

export const thingName = (table: string): string => THINGS[table] ?? table.replaceAll('_', ' ')

/** Columns that only the program reads. */
const INNER = new Set(['id', 'guid', 'ord', 'sha256', 'facts'])

/** Columns whose value differs, each as it was and as it is. */
export function differing(before: unknown, after: unknown): [name: string, from: string, to: string][] {
  const from = (before ?? {}) as Record<string, unknown>
  const to = (after ?? {}) as Record<string, unknown>
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((key) => !INNER.has(key) && shown(from[key]) !== shown(to[key]))
    .map((key) => [columnName(key), shown(from[key]), shown(to[key])])
}

const columnName = (key: string): string => (key === 'key' ? 'short id' : key.replaceAll('_', ' '))

const shown = (value: unknown): string =>
  value === null || value === undefined || value === '' ? '–' : String(value)
