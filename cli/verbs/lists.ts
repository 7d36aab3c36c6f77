/** Short lists the contract answers as they are: one line of code for each. */
import { list } from '../list.ts'
import type { Verb } from '../verb.ts'

export const lists: Verb[] = [
  list('coders', 'List the coders.', 'project.coders', ({ coders }) => coders, {
    id: (row) => String(row.id),
    name: (row) => row.name,
    passages: (row) => row.passages,
  }),
  list('memos', 'List the memos, newest change first.', 'memos.list', ({ memos }) => memos, {
    id: (row) => String(row.memo),
    about: (row) => row.about,
    coder: (row) => row.coder.name,
    memo: (row) => row.text,
  }),
  list('bookmarks', 'List bookmarks and second looks.', 'bookmarks.list', ({ bookmarks }) => bookmarks, {
    kind: (row) => row.kind,
    transcript: (row) => row.documentName,
    place: (row) => `${row.start}–${row.end}`,
    coder: (row) => row.coder.name,
    label: (row) => row.label,
  }),
  list(
    'unplaced',
    'List passages whose words a corrected transcript no longer holds.',
    'importing.unplaced',
    ({ unplaced }) => unplaced,
    {
      id: (row) => String(row.id),
      transcript: (row) => row.documentName,
      coder: (row) => row.coder,
      codes: (row) => row.codes.map(({ code }) => code).join(';'),
      words: (row) => row.quote,
    },
  ),
  list(
    'attributes',
    'List what is recorded about participants.',
    'participants.attributes',
    ({ attributes }) => attributes,
    {
      id: (row) => row.id,
      name: (row) => row.name,
      type: (row) => row.type,
      sensitivity: (row) => row.sensitivity,
      values: (row) => row.values.join(', '),
    },
  ),
  list(
    'layouts',
    'List the transcript layouts import knows.',
    'importing.layouts',
    ({ layouts }) => layouts,
    {
      id: (row) => row.id,
      name: (row) => row.name,
    },
  ),
  list('formats', 'List the formats export knows.', 'exporting.formats', ({ formats }) => formats, {
    id: (row) => row.id,
    ending: (row) => row.extension,
    name: (row) => row.name,
  }),
]
