/** Quotes that have left the project before: in which files a passage stood. */
import type { CommandContext } from '../../context.ts'
import type { ReadableDb } from '../../db/database.ts'
import { inList, sql } from '../../db/sql.ts'

/** Remembers that a file quotes these passages; the same file made again replaces what it quoted. */
export function recordQuotes(
  { db, clock }: Pick<CommandContext, 'db' | 'clock'>,
  file: string,
  passages: readonly number[],
): void {
  db.run(sql`DELETE FROM quoted WHERE file = ${file}`)
  db.run(sql`
    INSERT INTO quoted (passage, file, at) SELECT guid, ${file}, ${clock()} FROM passage WHERE id IN ${inList(passages)}`)
}

/** The names of files that quote each passage, the summary of this touchpoint itself left out. */
export function quotedIn(
  db: ReadableDb,
  passages: readonly number[],
  touchpoint: string,
): (passage: number) => string[] {
  const own = summaryName(touchpoint, '')
  const rows = db
    .rows<[number, string]>(sql`
      SELECT passage.id, quoted.file FROM quoted JOIN passage ON passage.guid = quoted.passage
      WHERE passage.id IN ${inList(passages)} ORDER BY quoted.at, quoted.id`)
    .filter(([, file]) => !file.startsWith(own))
  const files = Map.groupBy(rows, ([passage]) => passage)
  return (passage) => (files.get(passage) ?? []).map(([, file]) => file)
}

export const summaryName = (touchpoint: string, format: string): string => `summary-${touchpoint}.${format}`
