/** Cases of another program as participants, and whose voice is whose in its documents. */
import type { CommandContext } from '../context.ts'
import { attributeByHeading, listAttributes, setAttributeValue } from '../participants/attributes.ts'
import { overlaps, type Span } from '../text/spans.ts'
import { attributeFor, certainValue, participantNames } from './people.ts'
import { personByName } from './store.ts'
import type { PlacedDocument, PlacedProject } from './tool-reading.ts'

/** Participants by the name of their case. */
export function storeCases(
  context: CommandContext,
  cases: PlacedProject['cases'],
  role: string,
): Map<string, number> {
  const people = new Map<string, number>()
  for (const { name, attributes } of cases) {
    const id = personByName(context, name, role)
    people.set(name, id)
    storeAttributes(context, id, attributes)
  }
  return people
}

/** Attributes the study knows take its own values where these are certain; others are added as plain text. */
function storeAttributes(context: CommandContext, participant: number, values: Record<string, string>): void {
  const known = listAttributes(context.db)
  for (const [heading, value] of Object.entries(values)) {
    const attribute = attributeFor(heading, known)
    const certain = attribute ? certainValue(attribute, value) : null
    const key = attribute && certain !== null ? attribute.id : attributeByHeading(context, heading)
    setAttributeValue(context, participant, key, certain ?? value)
  }
}

interface Who {
  document: PlacedDocument
  name: string
  people: Map<string, number>
  role: string
}
interface Voices {
  speakers: { label: string; role: string; participant: number | null }[]
  /** Index into `speakers` for each turn. */
  turnSpeakers: (number | null)[]
}

/**
 * The speakers of a document. A participant's label belongs to the case that most of its speech lies in. Text without
 * labels is spoken by the case it lies in, for that is all the other program knew.
 */
export function voices(context: CommandContext, who: Who): Voices {
  const { parsed, attributes } = who.document
  const speech = parsed.turns.some(({ kind, speaker }) => kind === 'speech' && speaker !== null)
  const found = speech ? labelled(context, who) : unlabelled(who)
  const people = [...new Set(found.speakers.flatMap(({ participant }) => participant ?? []))]
  const [only, ...others] = people
  // What is said of a file with one participant is said of that participant.
  if (only !== undefined && others.length === 0) storeAttributes(context, only, attributes)
  return found
}

function labelled(context: CommandContext, { document, name, people, role }: Who): Voices {
  const { parsed, cases } = document
  const proposed = participantNames(parsed, name)
  const speakers = parsed.speakers.map(({ label, role: part }, at) => {
    const own = parsed.turns.filter(({ speaker }) => speaker === at)
    const ofCase = part === 'participant' ? mostOf(own, cases) : null
    const wanted = proposed[at] ?? null
    const participant =
      (ofCase === null ? undefined : people.get(ofCase)) ??
      (wanted === null ? null : personByName(context, wanted, role))
    return { label, role: part, participant }
  })
  return { speakers, turnSpeakers: parsed.turns.map(({ speaker }) => speaker) }
}

function unlabelled({ document, people }: Who): Voices {
  const { parsed, cases } = document
  const labels = [...new Set(cases.map((one) => one.name).filter((name) => people.has(name)))]
  const speakers = labels.map((label) => ({
    label,
    role: 'participant',
    participant: people.get(label) ?? null,
  }))
  const turnSpeakers = parsed.turns.map((turn) => {
    const name = turn.kind === 'speech' ? mostOf([turn], cases) : null
    const at = name === null ? -1 : labels.indexOf(name)
    return at < 0 ? null : at
  })
  return { speakers, turnSpeakers }
}

/** The case that holds more than half of some turns; null when none does. */
function mostOf(turns: readonly Span[], cases: readonly (Span & { name: string })[]): string | null {
  const total = turns.reduce((sum, { start, end }) => sum + end - start, 0)
  const held = new Map<string, number>()
  for (const turn of turns) {
    for (const one of cases) {
      if (!overlaps(turn, one)) continue
      const shared = Math.min(turn.end, one.end) - Math.max(turn.start, one.start)
      held.set(one.name, (held.get(one.name) ?? 0) + shared)
    }
  }
  const [best] = [...held].sort((a, b) => b[1] - a[1])
  return best && best[1] * 2 > total ? best[0] : null
}
