/** Kinds of steps as a researcher names them; ids are the beginnings of the steps' kinds. */
export const KINDS = [
  { id: 'codings.', label: 'Coding' },
  { id: 'suggest.', label: 'Suggestions' },
  { id: 'importing.', label: 'Imports' },
  { id: 'documents.', label: 'Transcripts' },
  { id: 'codebook.', label: 'Codebook' },
  { id: 'participants.', label: 'Participants' },
  { id: 'memos.', label: 'Memos' },
  { id: 'project.', label: 'Study settings' },
  { id: 'exporting.', label: 'Exports' },
  { id: 'history.', label: 'Undo and redo' },
] as const

export const kindName = (kind: string): string =>
  KINDS.find(({ id }) => kind.startsWith(id))?.label ?? 'Other'
