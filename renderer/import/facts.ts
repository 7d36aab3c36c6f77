/** Facts a file states about its session or person, and what follows from choosing between two of them. */
import type { Preview } from '../../core/contract/importing.ts'
import type { Attribute } from '../../core/contract/participants.ts'
import { bandOf } from '../../core/text/bands.ts'
import { speakersNow, withSpeaker, type Choices } from './choices.ts'

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')

/** A fact's key in words: `interview_id` → "interview id". */
export const factName = (key: string): string => key.replaceAll('_', ' ')

/** The study's attribute of this key or name. */
const attributeOf = (key: string, attributes: readonly Attribute[]): Attribute | undefined =>
  attributes.find(({ id, name }) => plain(id) === plain(key) || plain(name) === plain(key))

/** Keys that name the person a file is about. */
const WHO = new Set(['participant', 'interview_id', 'pseudonym'])

/** Chooses one of two values: it becomes the date, the participant's name or an attribute where it can. */
export function settle(
  preview: Preview,
  choices: Choices,
  attributes: readonly Attribute[],
  { key, value }: { key: string; value: string },
): Partial<Choices> {
  const facts = { ...choices.facts, [key]: value }
  if (key === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { facts, date: value } : { facts }
  const [only, ...others] = speakersNow(preview, choices).filter(({ role }) => role === 'participant')
  if (WHO.has(key) && only !== undefined && others.length === 0) {
    return { facts, ...withSpeaker(choices, only.label, { participant: value.trim() }) }
  }
  const attribute = attributeOf(key, attributes)
  const known =
    attribute?.values.find((choice) => plain(choice) === plain(value)) ??
    (attribute?.type === 'band' ? (bandOf(value, attribute.values) ?? undefined) : undefined)
  if (attribute === undefined || (known === undefined && attribute.values.length > 0)) return { facts }
  return { facts, attributes: { ...choices.attributes, [attribute.id]: known ?? value.trim() } }
}
