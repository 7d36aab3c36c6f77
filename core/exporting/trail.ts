/** The audit trail as a table: every step, who made it and when. */
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { readWithdrawal } from '../participants/withdrawal.ts'
import { readSettings } from '../project/handlers.ts'
import type { Exported, ExportRequest } from './format.ts'
import { toCsv, type Column } from './table.ts'

const COLUMNS: readonly Column[] = [
  { key: 'step', meaning: 'Number of the step', holds: 'whole number' },
  { key: 'at', meaning: 'When, in UTC', holds: 'ISO 8601' },
  { key: 'coder', meaning: 'Who', holds: 'text' },
  { key: 'kind', meaning: 'What was asked for', holds: 'text' },
  { key: 'label', meaning: 'What was done, in words', holds: 'text' },
  { key: 'document', meaning: 'The transcript it was about, when it was one', holds: 'text' },
  { key: 'changes', meaning: 'Rows it changed', holds: 'whole number' },
  { key: 'undone', meaning: 'Whether it was undone', holds: 'yes; no' },
]

interface StepRow {
  step: number
  at: number
  coder: string
  kind: string
  label: string
  documentId: number | null
  document: string | null
  changes: number
  undone: number
}

/** Takes the names of those who have withdrawn, and of transcripts about nobody else, out of a sentence. */
function redactor(db: ReadableDb): (text: string) => string {
  const { names, document } = readWithdrawal(db)
  const transcripts = db
    .rows<[number, string]>(sql`SELECT id, name FROM document`)
    .filter(([id]) => document(id))
    .map(([, name]) => name)
  const hidden = [...transcripts, ...names].sort((a, b) => b.length - a.length)
  if (hidden.length === 0) return (text) => text
  const literal = hidden.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${literal})(?![\\p{L}\\p{N}])`, 'gu')
  return (text) => text.replaceAll(pattern, '[withdrawn]')
}

/** Steps that say nothing of what anyone said: the study, its seal, exports, and the codebook's entries. */
const OPEN =
  /^(project\.|exporting\.|analysis\.file$|codebook\.(add|change|move|archive|orderFamilies|importFile)$)/

/** Whether a step may be told in words while residents' findings are sealed: not what was coded, or whose transcript it was. */
function sealer(db: ReadableDb): (step: Pick<StepRow, 'kind' | 'documentId'>) => boolean {
  if (!readSettings(db).sealed) return () => true
  const withoutResidents = new Set(
    db
      .rows<[number]>(sql`
        SELECT s.document FROM speaker AS s JOIN participant AS p ON p.id = s.participant
        GROUP BY s.document HAVING sum(p.role = 'resident') = 0`)
      .map(([document]) => document),
  )
  return ({ kind, documentId }) =>
    OPEN.test(kind) || (documentId !== null && withoutResidents.has(documentId))
}

export function auditTrail({ db, stem }: ExportRequest): Exported {
  const clean = redactor(db)
  const isOpen = sealer(db)
  const steps = db.all<StepRow>(sql`
    SELECT step.id AS step, at, coder, step.kind, label, d.id AS documentId, d.name AS document, undone,
      (SELECT count(*) FROM change WHERE change.step = step.id) AS changes
    FROM step LEFT JOIN document AS d ON d.id = step.document ORDER BY step.id`)
  const rows = steps.map((row) => {
    const open = isOpen(row)
    return [
      row.step,
      new Date(row.at).toISOString(),
      row.coder,
      row.kind,
      open ? clean(row.label) : '[sealed]',
      open && row.document !== null ? clean(row.document) : null,
      open ? row.changes : null,
      row.undone > 0 ? 'yes' : 'no',
    ]
  })
  const sealed = steps.some((step) => !isOpen(step))
  return {
    files: [{ name: `${stem} – audit trail.csv`, bytes: toCsv({ columns: COLUMNS, rows }) }],
    rows: rows.length,
    lost: [
      'Each row before and after a step; the project file keeps these.',
      ...(sealed ? ['What was done with residents’ transcripts, while their findings are sealed.'] : []),
    ],
  }
}
