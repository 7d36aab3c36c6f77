/** Transcripts as the list shows them: by whose voice they carry, filtered by name, person and kind. */
import type { DocumentRow } from '../../core/contract/documents.ts'
import { find } from '../app/find-commands.ts'

export interface DocumentGroup {
  id: string
  title: string
  documents: DocumentRow[]
}

const TITLES: Record<string, string> = {
  resident: 'Residents',
  colleague: 'Colleagues',
  stakeholder: 'Stakeholders',
}
const ORDER = ['Residents', 'Colleagues', 'Stakeholders', 'Others']

const titleOf = ({ participants }: DocumentRow): string => TITLES[participants[0]?.role ?? ''] ?? 'Others'

const inOrder = new Intl.Collator('en-GB', { numeric: true })

/** Groups in a fixed order, transcripts by name (P2 before P10); groups with nothing in them are left out. */
export function groupDocuments(documents: readonly DocumentRow[], query: string): DocumentGroup[] {
  const findable = documents.map((row) => ({
    row,
    title: row.name,
    words: [row.kind, row.status, row.wave ?? '', ...row.participants.map(({ name }) => name)].join(' '),
  }))
  const rows = find(findable, query)
    .map(({ row }) => row)
    .sort((a, b) => inOrder.compare(a.name, b.name))
  const groups = Map.groupBy(rows, titleOf)
  return ORDER.flatMap((title) => {
    const documents = groups.get(title)
    return documents === undefined ? [] : [{ id: title, title, documents }]
  })
}
