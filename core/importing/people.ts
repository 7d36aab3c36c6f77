/** Who the speakers are: names of participants from what the file says, and the facts it states beyond doubt. */
import type { Metadata, Role } from '../import/model.ts'
import { bandOf } from '../text/bands.ts'

/** A code a study gives a person: P07, C-12, int007. One digit alone (P1) may mean anyone. */
const CODE = /\b\p{L}{1,3}[-_]?\d{2,4}\b/u

/** The participant's id as the file states it; null when it states none. */
export function statedId(metadata: readonly Metadata[]): string | null {
  for (const key of ['participant', 'interview_id', 'pseudonym']) {
    const fact = metadata.find((candidate) => candidate.key === key)
    if (fact) return CODE.exec(fact.value)?.[0] ?? fact.value.split(',')[0]?.trim() ?? null
  }
  return null
}

/**
 * The participant each speaker becomes; null for interviewers and others. One participant takes the id the file states.
 * Several take the codes they are labelled with, else the document's name and their label, as does one without an id.
 */
export function participantNames(
  document: { speakers: readonly { label: string; role: Role }[]; metadata: readonly Metadata[] },
  name: string,
): (string | null)[] {
  const only = document.speakers.filter((speaker) => speaker.role === 'participant').length === 1
  const stated = only ? statedId(document.metadata) : null
  return document.speakers.map(({ label, role }) => {
    if (role !== 'participant') return null
    return stated ?? CODE.exec(label)?.[0] ?? (name.includes(label) ? name : `${name} ${label}`)
  })
}

export interface StudyAttribute {
  id: string
  name: string
  type: string
  values: readonly string[]
}

/** Keys a file uses for an attribute that a study may know by another id. */
const OTHER_KEYS: Record<string, string> = { sex: 'gender', age: 'age_band', ethnicity: 'ethnic_group' }
const WORDS: Record<string, string> = { female: 'Woman', f: 'Woman', w: 'Woman', male: 'Man', m: 'Man' }

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, ' ')

/** The study's attribute a heading or key means; undefined when there is none. */
export function attributeFor(key: string, attributes: readonly StudyAttribute[]): StudyAttribute | undefined {
  const known = (wanted: string) =>
    attributes.find(({ id, name }) => plain(id) === plain(wanted) || plain(name) === plain(wanted))
  return known(key) ?? known(OTHER_KEYS[plain(key)] ?? key)
}

/** A value as the attribute holds it; null when it is not certainly one of its values. */
export function certainValue(attribute: StudyAttribute, value: string): string | null {
  const { type, values } = attribute
  const chosen = values.find((choice) => plain(choice) === plain(value))
  if (chosen !== undefined) return chosen
  const word = WORDS[plain(value)]
  if (word !== undefined && values.includes(word)) return word
  if (type === 'band') return bandOf(value, values)
  if (type === 'int') return /^\d+$/.test(value.trim()) ? value.trim() : null
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null
  if (type === 'text') return value.trim()
  return null
}

/** Attributes of the one participant that the metadata states beyond doubt. What two places state differently is left out. */
export function certainAttributes(
  metadata: readonly Metadata[],
  attributes: readonly StudyAttribute[],
): Record<string, string> {
  const found = new Map<string, Set<string>>()
  for (const { key, value } of metadata) {
    const attribute = attributeFor(key, attributes)
    const certain = attribute && certainValue(attribute, value)
    if (!attribute || certain === null || certain === undefined || certain === '') continue
    found.set(attribute.id, (found.get(attribute.id) ?? new Set()).add(certain))
  }
  return Object.fromEntries(
    [...found].flatMap(([id, [only, ...others]]) =>
      others.length === 0 && only !== undefined ? [[id, only]] : [],
    ),
  )
}
