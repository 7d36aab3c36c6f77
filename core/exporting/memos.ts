/** Memos as one Markdown document, gathered by what they are about. */
import type { ReadableDb } from '../db/database.ts'
import { sql, type Sql } from '../db/sql.ts'
import { readMemos, type MemoOut } from '../memos/read.ts'
import { readWithdrawal } from '../participants/withdrawal.ts'
import { readSettings } from '../project/handlers.ts'
import { readEvidence } from './evidence.ts'
import type { Exported, ExportRequest, Role } from './format.ts'
import { utf8 } from './utf8.ts'

const CHAPTERS: readonly (readonly [MemoOut['target']['kind'], string])[] = [
  ['project', 'The study'],
  ['code', 'Codes'],
  ['participant', 'Participants'],
  ['document', 'Transcripts'],
  ['passage', 'Passages'],
]

const idsOf = (db: ReadableDb, query: Sql) => new Set(db.rows<[number]>(query).map(([id]) => id))

/**
 * Which memos may leave: none about withdrawn participants or, when one role is asked for, about other people. While
 * residents' findings are sealed, none on the study or on codes: what they say of residents cannot be told.
 */
function allowed(db: ReadableDb, role: Role, passages: ReadonlySet<number>): (memo: MemoOut) => boolean {
  const withdrawal = readWithdrawal(db)
  const { sealed } = readSettings(db)
  const people = idsOf(db, sql`SELECT id FROM participant WHERE role = ${role}`)
  const documents = idsOf(
    db,
    sql`
      SELECT s.document FROM speaker AS s JOIN participant AS p ON p.id = s.participant
      GROUP BY s.document HAVING sum(p.role <> ${role}) = 0`,
  )
  return ({ target: { kind, id } }) => {
    if (kind === 'passage') return passages.has(id)
    if (kind === 'participant') return !withdrawal.participants.has(id) && (role === 'any' || people.has(id))
    if (kind === 'document') return !withdrawal.document(id) && (role === 'any' || documents.has(id))
    return !sealed
  }
}

/** Those that may leave, oldest first; what they are about is told without words of anyone who does not want to be quoted. */
function memosToLeave(db: ReadableDb, role: Role, memos: readonly MemoOut[]): MemoOut[] {
  const { passages } = readEvidence(db, role)
  const silent = new Map(
    passages.filter(({ quote }) => quote === null).map((passage) => [passage.id, passage]),
  )
  return memos
    .filter(allowed(db, role, new Set(passages.map(({ id }) => id))))
    .toSorted((a, b) => a.memo - b.memo)
    .map((memo) => {
      const passage = memo.target.kind === 'passage' ? silent.get(memo.target.id) : undefined
      return passage
        ? { ...memo, about: `${passage.documentName}, ${passage.start} to ${passage.end}` }
        : memo
    })
}

const day = (moment: string) =>
  new Date(moment).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })

function chapter(title: string, memos: readonly MemoOut[]): string {
  const about = [...Map.groupBy(memos, (memo) => memo.about)].map(([name, list]) => {
    const texts = list.map((memo) => `*${memo.coder.name}, ${day(memo.created)}*\n\n${memo.text}`)
    return `### ${name.replaceAll(/\s+/gu, ' ')}\n\n${texts.join('\n\n')}`
  })
  return `## ${title}\n\n${about.join('\n\n')}`
}

/** `isWanted` chooses among those that may leave. */
export function memosMarkdown(
  { db, role, stem }: Pick<ExportRequest, 'db' | 'role' | 'stem'>,
  isWanted: (memo: MemoOut) => boolean = () => true,
): Exported {
  const all = readMemos(db).filter(isWanted)
  const memos = memosToLeave(db, role, all)
  const byKind = Map.groupBy(memos, ({ target }) => target.kind)
  const chapters = CHAPTERS.flatMap(([kind, title]) => {
    const list = byKind.get(kind)
    return list ? [chapter(title, list)] : []
  })
  const study = db.value<string>(sql`SELECT name FROM project`) ?? ''
  const text = `${[`# Memos of ${study}`, ...chapters].join('\n\n')}\n`
  return {
    files: [{ name: `${stem} – memos.md`, bytes: utf8(text) }],
    rows: memos.length,
    lost:
      memos.length === all.length
        ? []
        : ['Memos about participants who have withdrawn, are sealed or were not asked for.'],
  }
}
