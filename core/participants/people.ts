/** Finding and making participants. */
import { CoreError } from '../contract/errors.ts'
import type { CommandContext } from '../context.ts'
import { sql } from '../db/sql.ts'

interface KnownParticipant {
  id: number
  name: string
  role: string
  note: string
}

export function requireParticipant({ db }: CommandContext, participant: number): KnownParticipant {
  const row = db.get<KnownParticipant>(
    sql`SELECT id, name, role, note FROM participant WHERE id = ${participant}`,
  )
  if (!row) throw new CoreError('not-found', 'That participant is no longer in this project.')
  return row
}

/** The participant of this name, made when there is none. Two documents that name one share one. */
export function participantByName(context: CommandContext, name: string, role: string): number {
  const known = context.db.value<number>(sql`SELECT id FROM participant WHERE name = ${name}`)
  if (known !== undefined) return known
  return context.db.run(
    sql`INSERT INTO participant (guid, name, role) VALUES (${context.ids()}, ${name}, ${role})`,
  ).id
}
