/** Two participants who are one person: what each said, was asked and agreed to goes to the one that stays. */
import { moveCells } from '../analysis/mapping/cells.ts'
import type { Input } from '../contract/index.ts'
import { CoreError } from '../contract/errors.ts'
import type { CommandContext } from '../context.ts'
import { sql } from '../db/sql.ts'
import { setConsent, setWithdrawn } from './attributes.ts'
import { requireParticipant } from './people.ts'

/** A person who withdrew once has withdrawn, and one who once said no is not quoted, under whichever name. */
export function mergeParticipants(
  context: CommandContext,
  { from, into }: Input<'participants.merge'>,
): void {
  const { db } = context
  const source = requireParticipant(context, from)
  const target = requireParticipant(context, into)
  if (source.id === target.id) throw new CoreError('invalid', 'Choose two different participants to merge.')
  const agreed = { source: agreementOf(context, from), target: agreementOf(context, into) }
  db.run(sql`UPDATE speaker SET participant = ${into} WHERE participant = ${from}`)
  db.run(sql`UPDATE OR IGNORE participant_attribute SET participant = ${into} WHERE participant = ${from}`)
  db.run(sql`DELETE FROM participant_attribute WHERE participant = ${from}`)
  db.run(sql`UPDATE memo SET target_id = ${into} WHERE target = 'participant' AND target_id = ${from}`)
  moveCells(context, 'participant', { from, into })
  const note = [target.note, source.note].filter(Boolean).join('\n\n')
  db.run(sql`UPDATE participant SET note = ${note} WHERE id = ${into} AND note <> ${note}`)
  db.run(sql`DELETE FROM participant WHERE id = ${from}`)
  const consents = new Set([agreed.source.consent, agreed.target.consent])
  setConsent(context, into, consents.has(0) ? false : consents.has(1) ? true : null)
  if (agreed.source.withdrawn !== null || agreed.target.withdrawn !== null)
    setWithdrawn(context, into, context.clock())
  context.say(`Merged ${source.name} into ${target.name}`)
}

const agreementOf = ({ db }: CommandContext, participant: number) =>
  db.get<{ consent: number | null; withdrawn: number | null }>(
    sql`SELECT consent_quotes AS consent, withdrawn FROM participant WHERE id = ${participant}`,
  ) ?? { consent: null, withdrawn: null }
