/** Applies what the researcher changed in the preview: a parsed document in, a parsed document out. Pure. */
import type { Correction } from '../contract/importing.ts'
import { CoreError } from '../contract/errors.ts'
import type { ParsedDocument, ParsedSpeaker } from '../import/model.ts'

type SpeakerChange = NonNullable<Correction['speakers']>[number]

export interface Corrected {
  document: ParsedDocument
  /** By speaker: the participant named by hand, null for none, undefined where nothing was said. */
  named: (string | null | undefined)[]
}

/** Merges, renames and re-roles speakers, and turns marked lines into events. The text never changes. */
export function correctedDocument(document: ParsedDocument, correction: Correction): Corrected {
  const changes = new Map((correction.speakers ?? []).map((change) => [change.label, change]))
  const labels = new Set(document.speakers.map(({ label }) => label))
  for (const { label, mergeInto } of changes.values()) {
    const unknown = [label, mergeInto].find((wanted) => wanted !== undefined && !labels.has(wanted))
    if (unknown !== undefined) {
      throw new CoreError(
        'invalid',
        `${document.name} has no speaker “${unknown}”. Look at its speakers in the preview again.`,
      )
    }
  }
  const { speakers, index, named } = mergedSpeakers(document.speakers, changes)
  const silent = new Set(correction.notSpeech)
  const turns = document.turns.map((turn, at) => {
    if (silent.has(at)) return { ...turn, kind: 'event' as const, speaker: null }
    return turn.speaker === null ? turn : { ...turn, speaker: index[turn.speaker] ?? null }
  })
  return { document: { ...document, speakers, turns }, named }
}

/** Speakers after merging; `index` says which one each old speaker became. Equal names are one speaker. */
function mergedSpeakers(read: readonly ParsedSpeaker[], changes: Map<string, SpeakerChange>) {
  const speakers: ParsedSpeaker[] = []
  const named: (string | null | undefined)[] = []
  const byLabel = new Map<string, number>()
  const nameFor = (label: string) => changes.get(label)?.rename ?? label
  // Targets of merges come first in their own place, so that the order of appearance stays.
  const index = read.map(({ label }) => {
    const source = read.find((speaker) => speaker.label === mergeTarget(label, changes))
    const final = nameFor(source?.label ?? label)
    const known = byLabel.get(final)
    if (known !== undefined) return known
    const change = changes.get(source?.label ?? label)
    const role = change?.role ?? source?.role ?? 'unknown'
    const why = change?.role === undefined ? (source?.why ?? '') : 'chosen in the preview'
    byLabel.set(final, speakers.length)
    named.push(change?.participant)
    return speakers.push({ label: final, role, why }) - 1
  })
  return { speakers, index, named }
}

/** The label a speaker ends up merged into; merging in a circle is refused. */
function mergeTarget(label: string, changes: Map<string, SpeakerChange>): string {
  const seen = new Set<string>()
  let at = label
  for (
    let next = changes.get(at)?.mergeInto;
    next !== undefined && next !== at;
    next = changes.get(at)?.mergeInto
  ) {
    if (seen.has(at))
      throw new CoreError(
        'invalid',
        `The speakers “${label}” and “${next}” are merged into each other. Choose one of them.`,
      )
    seen.add(at)
    at = next
  }
  return at
}
