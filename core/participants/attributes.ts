/** Attributes: which there are, and what each says of a person; consent and withdrawal are told by two of them. */
import type { z } from 'zod'
import { CoreError } from '../contract/errors.ts'
import type { Attribute } from '../contract/participants.ts'
import type { CommandContext } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { isoDate } from '../import/layouts/support/keys.ts'

type AttributeOut = z.input<typeof Attribute>

/** Kept in step with the participant's own consent and withdrawal, so that a table and the card never disagree. */
const CONSENT = 'consent_quotes'
const WITHDRAWN = 'withdrawn_on'

export function listAttributes(db: ReadableDb): AttributeOut[] {
  return db
    .all<Omit<AttributeOut, 'values'> & { choices: string }>(sql`
      SELECT key AS id, name, type, choices, sensitivity, applies_to AS appliesTo, ord AS "order" FROM attribute ORDER BY ord`)
    .map(({ choices, ...attribute }) => ({ ...attribute, values: JSON.parse(choices) as string[] }))
}

/** An attribute by its key or name, made as plain text when the study has none. Returns its key. */
export function attributeByHeading(context: CommandContext, heading: string): string {
  const known = context.db.value<string>(
    sql`SELECT key FROM attribute WHERE key = ${heading} COLLATE NOCASE OR name = ${heading} COLLATE NOCASE`,
  )
  if (known !== undefined) return known
  const key = heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
  const order = context.db.value<number>(sql`SELECT count(*) FROM attribute`) ?? 0
  context.db.run(sql`
    INSERT INTO attribute (key, name, type, sensitivity, applies_to, ord) VALUES (${key}, ${heading.trim()}, 'text', 'B', 'any', ${order})`)
  return key
}

/**
 * A value as it is kept: consent as `true` or `false`, withdrawal as a day; any other as it is. Throws `invalid` for one of
 * the two that cannot be read, since neither may be guessed.
 */
export function statedValue(key: string, value: string): string {
  if (value === '') return value
  if (key === CONSENT) {
    if (/^(true|yes|y|1)$/i.test(value)) return 'true'
    if (/^(false|no|n|0)$/i.test(value)) return 'false'
    throw new CoreError(
      'invalid',
      `“${value}” does not say whether they may be quoted. Write yes or no under ${CONSENT}, or leave it empty.`,
    )
  }
  if (key !== WITHDRAWN) return value
  const day = isoDate(value)
  if (day !== null) return day
  throw new CoreError(
    'invalid',
    `“${value}” is not a day. Write one like 2026-03-12 under ${WITHDRAWN}, or leave it empty for those who have not withdrawn.`,
  )
}

/**
 * Sets one attribute; an empty value clears it. What it says of consent or withdrawal holds at once. Throws when the study
 * has no such attribute, and when what is said of those two cannot be read.
 */
export function setAttributeValue(
  context: CommandContext,
  participant: number,
  key: string,
  value: string,
): void {
  const stated = statedValue(key, value)
  if (!store(context, participant, key, stated)) {
    throw new CoreError('not-found', `This study has no attribute “${key}”. Add it under Participants first.`)
  }
  const { db } = context
  if (key === CONSENT) {
    const consent = stated === '' ? null : Number(stated === 'true')
    db.run(sql`
      UPDATE participant SET consent_quotes = ${consent} WHERE id = ${participant} AND consent_quotes IS NOT ${consent}`)
  }
  if (key === WITHDRAWN) {
    // Since now, whatever day is stated: figures kept until now may count them.
    const since = stated === '' ? null : context.clock()
    db.run(sql`
      UPDATE participant SET withdrawn = ${since} WHERE id = ${participant} AND (withdrawn IS NULL) <> ${Number(since === null)}`)
  }
}

/** Whether their words may be quoted; null is not recorded. */
export function setConsent(context: CommandContext, participant: number, consent: boolean | null): void {
  const value = consent === null ? null : Number(consent)
  context.db.run(sql`UPDATE participant SET consent_quotes = ${value} WHERE id = ${participant}`)
  store(context, participant, CONSENT, consent === null ? '' : String(consent))
}

/** Since when they are in no output, in milliseconds; null brings them back. */
export function setWithdrawn(context: CommandContext, participant: number, since: number | null): void {
  context.db.run(sql`UPDATE participant SET withdrawn = ${since} WHERE id = ${participant}`)
  store(context, participant, WITHDRAWN, since === null ? '' : new Date(since).toISOString().slice(0, 10))
}

/** False when the study has no such attribute. */
function store({ db }: CommandContext, participant: number, key: string, value: string): boolean {
  const attribute = db.value<number>(sql`SELECT id FROM attribute WHERE key = ${key}`)
  if (attribute === undefined) return false
  if (value === '') {
    db.run(
      sql`DELETE FROM participant_attribute WHERE participant = ${participant} AND attribute = ${attribute}`,
    )
  } else {
    db.run(sql`
      INSERT INTO participant_attribute (participant, attribute, value) VALUES (${participant}, ${attribute}, ${value})
      ON CONFLICT (participant, attribute) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`)
  }
  return true
}
