/** Undo, redo and the audit trail from one mechanism: TEMP triggers write row images while a command runs. */
import { CoreError } from '../contract/errors.ts'
import type { Db, ReadableDb } from './database.ts'
import { join, name, sql, type Value } from './sql.ts'

/** Tables whose rows are history. Everything else is bookkeeping or about reading. */
export const JOURNALED = [
  'project',
  'coder',
  'participant',
  'attribute',
  'participant_attribute',
  'document',
  'document_original',
  'speaker',
  'turn',
  'code',
  'passage',
  'coding',
  'unplaced',
  'memo',
  'bookmark',
  'suggestion_decision',
  'saved_view',
  'summary_cell',
  'metric',
  'target',
] as const

/** A step that touched more passages than this is told as a whole. */
const MOST_NAMED = 200

interface Column {
  name: string
  type: string
}
interface ChangeRow {
  id: number
  tbl: string
  row: number
  op: 'insert' | 'update' | 'delete'
  before: string | null
  after: string | null
}
interface StepRow {
  id: number
  label: string
  document: number | null
}

/** What one command became. `step` is null when it changed nothing. */
export interface Finished {
  step: number | null
  tables: string[]
  documents: number[]
  /** Passages made, changed or removed, with their codings and memos; null when there are too many to name. */
  passages: number[] | null
}

/**
 * The newest step that can be taken back. None when a row it wrote was written again by a later step that is kept for good:
 * putting the old row back would take that one back with it, unseen.
 */
export const nextUndo = (db: ReadableDb): StepRow | undefined =>
  db.get<StepRow>(sql`
    SELECT id, label, document FROM (
      SELECT id, label, document FROM step WHERE undone = 0 AND undoable = 1 ORDER BY id DESC LIMIT 1
    ) AS last WHERE NOT EXISTS (
      SELECT 1 FROM step AS kept JOIN change AS later ON later.step = kept.id
        JOIN change AS earlier ON earlier.step = last.id AND earlier.tbl = later.tbl AND earlier.row = later.row
      WHERE kept.undone = 0 AND kept.undoable = 0 AND kept.target IS NULL AND kept.id > last.id)`)

/** The oldest step taken back that can be done again. */
export const nextRedo = (db: ReadableDb): StepRow | undefined =>
  db.get<StepRow>(
    sql`SELECT id, label, document FROM step WHERE undone = 1 AND undoable = 1 ORDER BY id LIMIT 1`,
  )

export class Journal {
  readonly #db: Db
  readonly #columns = new Map<string, Column[]>()

  constructor(db: Db) {
    this.#db = db
    for (const table of JOURNALED) {
      const columns = db.raw.pragma(`table_info(${table})`) as Column[]
      this.#columns.set(table, columns)
    }
  }

  /** Sets the triggers. They live in this connection only, so other tools can write the file plainly. */
  install(): void {
    const script = [
      'CREATE TEMP TABLE IF NOT EXISTS journal_now (step INTEGER);',
      'DELETE FROM journal_now;',
      ...JOURNALED.flatMap((table) => this.#triggers(table)),
    ]
    this.#db.exec(script.join('\n'))
  }

  #image(table: string, row: 'old' | 'new'): string {
    const pairs = (this.#columns.get(table) ?? []).map(({ name, type }) => {
      const value = `${row}."${name}"`
      // JSON has no bytes: guids and originals travel as hex.
      return `'${name}', ${type === 'BLOB' ? `hex(${value})` : value}`
    })
    return `json_object(${pairs.join(', ')})`
  }

  #triggers(table: string): string[] {
    const when = 'WHEN (SELECT step FROM journal_now) IS NOT NULL'
    const write = (op: string, row: string, before: string, after: string) =>
      `BEGIN INSERT INTO main.change (step, tbl, row, op, before, after)
       VALUES ((SELECT step FROM journal_now), '${table}', ${row}.id, '${op}', ${before}, ${after}); END;`
    return [
      `CREATE TEMP TRIGGER journal_${table}_insert AFTER INSERT ON main.${table} ${when} ${write('insert', 'new', 'NULL', 'NULL')}`,
      `CREATE TEMP TRIGGER journal_${table}_update AFTER UPDATE ON main.${table} ${when} ${write('update', 'new', this.#image(table, 'old'), this.#image(table, 'new'))}`,
      `CREATE TEMP TRIGGER journal_${table}_delete AFTER DELETE ON main.${table} ${when} ${write('delete', 'old', this.#image(table, 'old'), 'NULL')}`,
    ]
  }

  /** Opens a step inside the running transaction; row images are written from here on. */
  begin(step: { at: number; coder: string; kind: string }): number {
    const { id } = this.#db.run(
      sql`INSERT INTO step (at, coder, kind, label) VALUES (${step.at}, ${step.coder}, ${step.kind}, '')`,
    )
    this.#db.run(sql`DELETE FROM journal_now`)
    this.#db.run(sql`INSERT INTO journal_now VALUES (${id})`)
    return id
  }

  /** Closes the step with its sentence. A step that changed nothing and is not permanent leaves no trace. */
  end(step: number, about: { label: string; documents: readonly number[]; permanent: boolean }): Finished {
    this.#db.run(sql`DELETE FROM journal_now`)
    const tables = this.#tablesOf(step)
    const target = this.#db.value<number>(sql`SELECT target FROM step WHERE id = ${step}`)
    const documents = [...about.documents]
    if (tables.length === 0 && !about.permanent && target === null) {
      this.#db.run(sql`DELETE FROM step WHERE id = ${step}`)
      return { step: null, tables: [], documents: [], passages: [] }
    }
    if (typeof target === 'number') {
      // Undo and redo are told as the step they acted on.
      return { step, tables: this.#tablesOf(target), documents, passages: this.#passagesOf(target) }
    }
    // Something new was done: what had been undone can no longer be redone. An export changes nothing, so it does no harm.
    if (tables.length > 0) this.#db.run(sql`UPDATE step SET undone = 2 WHERE undone = 1`)
    const document = documents.length === 1 ? (documents[0] ?? null) : null
    this.#db.run(
      sql`UPDATE step SET label = ${about.label}, document = ${document}, undoable = ${tables.length > 0 && !about.permanent ? 1 : 0} WHERE id = ${step}`,
    )
    return { step, tables, documents, passages: this.#passagesOf(step) }
  }

  /** A removed coding or memo has no row left to ask: its image says where it was. */
  #passagesOf(step: number): number[] | null {
    const rows = this.#db.rows<[number | null]>(sql`
      SELECT row FROM change WHERE step = ${step} AND tbl = 'passage'
      UNION SELECT coalesce((SELECT passage FROM coding WHERE id = change.row), before ->> 'passage', after ->> 'passage')
        FROM change WHERE step = ${step} AND tbl = 'coding'
      UNION SELECT coalesce((SELECT target_id FROM memo WHERE id = change.row), before ->> 'target_id', after ->> 'target_id')
        FROM change WHERE step = ${step} AND tbl = 'memo'
      LIMIT ${MOST_NAMED + 1}`)
    return rows.length > MOST_NAMED ? null : rows.flatMap(([passage]) => passage ?? [])
  }

  #tablesOf(step: number): string[] {
    return this.#db
      .all<{ tbl: string }>(sql`SELECT DISTINCT tbl FROM change WHERE step = ${step}`)
      .map(({ tbl }) => tbl)
  }

  /** Takes back the newest step. Runs inside a command's transaction, as the step `as`. */
  undo(as: number): StepRow | undefined {
    const step = nextUndo(this.#db)
    if (step) this.#replay(step, as, 'undo')
    return step
  }

  redo(as: number): StepRow | undefined {
    const step = nextRedo(this.#db)
    if (step) this.#replay(step, as, 'redo')
    return step
  }

  #replay(step: StepRow, as: number, direction: 'undo' | 'redo'): void {
    this.#db.run(sql`DELETE FROM journal_now`)
    this.#db.exec('PRAGMA defer_foreign_keys = ON')
    const changes = this.#db.all<ChangeRow>(
      direction === 'undo'
        ? sql`SELECT id, tbl, row, op, before, after FROM change WHERE step = ${step.id} ORDER BY id DESC`
        : sql`SELECT id, tbl, row, op, before, after FROM change WHERE step = ${step.id} ORDER BY id`,
    )
    for (const change of changes) {
      if (direction === 'undo') this.#takeBack(change)
      else this.#doAgain(change)
    }
    const label = `${direction === 'undo' ? 'Undid' : 'Redid'}: ${step.label}`
    this.#db.run(sql`UPDATE step SET undone = ${direction === 'undo' ? 1 : 0} WHERE id = ${step.id}`)
    this.#db.run(
      sql`UPDATE step SET label = ${label}, target = ${step.id}, document = ${step.document}, undoable = 0 WHERE id = ${as}`,
    )
  }

  #takeBack(change: ChangeRow): void {
    if (change.op === 'insert') {
      if (change.after === null) this.#keepImage(change)
      this.#delete(change)
    } else if (change.op === 'delete') this.#insert(change.tbl, change.before)
    else this.#update(change.tbl, change.row, change.before)
  }

  #doAgain(change: ChangeRow): void {
    if (change.op === 'insert') this.#insert(change.tbl, change.after)
    else if (change.op === 'delete') this.#delete(change)
    else this.#update(change.tbl, change.row, change.after)
  }

  #keepImage(change: ChangeRow): void {
    const image = { text: this.#image(change.tbl, 'new').replaceAll('new."', '"'), values: [] }
    this.#db.run(
      sql`UPDATE change SET after = (SELECT ${image} FROM ${name(change.tbl)} WHERE id = ${change.row}) WHERE id = ${change.id}`,
    )
  }

  #delete(change: ChangeRow): void {
    this.#db.run(sql`DELETE FROM ${name(change.tbl)} WHERE id = ${change.row}`)
  }

  #values(table: string, image: string | null): { column: string; value: Value }[] {
    if (image === null)
      throw new CoreError(
        'damaged',
        'The history of this project has a gap, so this step cannot be undone or redone.',
      )
    const row = JSON.parse(image) as Record<string, Value>
    return (this.#columns.get(table) ?? []).map(({ name: column, type }) => {
      const value = row[column] ?? null
      return {
        column,
        value: type === 'BLOB' && typeof value === 'string' ? Buffer.from(value, 'hex') : value,
      }
    })
  }

  #insert(table: string, image: string | null): void {
    const values = this.#values(table, image)
    const columns = join(
      values.map(({ column }) => name(column)),
      ', ',
    )
    const parameters = join(
      values.map(({ value }) => sql`${value}`),
      ', ',
    )
    this.#db.run(sql`INSERT INTO ${name(table)} (${columns}) VALUES (${parameters})`)
  }

  #update(table: string, row: number, image: string | null): void {
    const set = join(
      this.#values(table, image).map(({ column, value }) => sql`${name(column)} = ${value}`),
      ', ',
    )
    this.#db.run(sql`UPDATE ${name(table)} SET ${set} WHERE id = ${row}`)
  }
}
