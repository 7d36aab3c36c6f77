/** What a researcher changes in the preview of one file, and how it is said to the core. */
import type { Input, Output } from '../../core/contract/index.ts'
import type { Preview } from '../../core/contract/importing.ts'

export type Correction = Input<'importing.store'>['files'][number]
type SpeakerCorrection = NonNullable<Correction['speakers']>[number]
export type SpeakerRole = NonNullable<SpeakerCorrection['role']>
export type ParticipantRole = NonNullable<SpeakerCorrection['participantRole']>
export type Kind = Preview['kind']
export type Participants = Output<'participants.list'>['participants']

/** What was said about one speaker, by the label as it stands in the file. */
export type SpeakerChoice = Omit<SpeakerCorrection, 'label'>

/** Nothing said means as read. */
export interface Choices {
  name?: string
  kind?: Kind
  date?: string | null
  journey?: string | null
  wave?: string | null
  speakers: Readonly<Record<string, SpeakerChoice>>
  /** Labels proposed to be one person that are two. */
  apart: readonly string[]
  notSpeech: readonly number[]
  attributes: Readonly<Record<string, string>>
  /** Facts the file states twice, by key: the value that was chosen. */
  facts: Readonly<Record<string, string>>
  keepOriginal: boolean
  allowDuplicate: boolean
  /** Someone looked and found it right. */
  isChecked: boolean
  isLeftOut: boolean
}

/** What every part of the preview is given: what was read, what was said about it, and how to say more. */
export interface PartProps {
  preview: Preview
  choices: Choices
  onChoose: (said: Partial<Choices>) => void
}

export const AS_READ: Choices = {
  speakers: {},
  apart: [],
  notSpeech: [],
  attributes: {},
  facts: {},
  keepOriginal: false,
  allowDuplicate: false,
  isChecked: false,
  isLeftOut: false,
}

/** A speaker as it will be stored: its own turns and those of the labels merged into it. */
export interface SpeakerNow {
  /** As it stands in the file. */
  label: string
  name: string
  role: SpeakerRole
  why: string
  turns: number
  words: number
  /** Name of the participant; null for nobody in the study. */
  participant: string | null
  participantRole: ParticipantRole
  absorbed: string[]
}

export const kindNow = (preview: Preview, { kind }: Choices): Kind => kind ?? preview.kind
const nameNow = (preview: Preview, { name }: Choices): string => name?.trim() || preview.name

/** The label that a label's turns end up under. */
export function labelNow(label: string, { speakers }: Pick<Choices, 'speakers'>): string {
  const seen = new Set<string>()
  let at = label
  for (
    let next = speakers[at]?.mergeInto;
    next !== undefined && !seen.has(at);
    next = speakers[at]?.mergeInto
  ) {
    seen.add(at)
    at = next
  }
  return at
}

/** A name made of the document's follows it when the document is renamed. */
function participantNow(
  read: Preview['speakers'][number],
  preview: Preview,
  choices: Choices,
): string | null {
  const { role = read.role, participant } = choices.speakers[read.label] ?? {}
  if (role !== 'participant') return null
  if (participant !== undefined) return participant
  const name = nameNow(preview, choices)
  if (read.participant === null) return `${name} ${read.label}`
  return read.participant.startsWith(preview.name)
    ? name + read.participant.slice(preview.name.length)
    : read.participant
}

/** Speakers in order of appearance. A survey's, of which each case has its own, are as read. */
export function speakersNow(preview: Preview, choices: Choices): SpeakerNow[] {
  const unsaid = kindNow(preview, choices) === 'workshop' ? 'colleague' : 'resident'
  const heads = preview.speakers.filter(({ label }) => labelNow(label, choices) === label)
  return heads.map((read) => {
    const said = choices.speakers[read.label] ?? {}
    const absorbed = preview.speakers.filter(
      ({ label }) => label !== read.label && labelNow(label, choices) === read.label,
    )
    const all = [read, ...absorbed]
    return {
      label: read.label,
      name: said.rename ?? read.label,
      role: said.role ?? read.role,
      why: said.role === undefined || said.role === read.role ? read.why : 'chosen here',
      turns: all.reduce((sum, { turns }) => sum + turns, 0),
      words: all.reduce((sum, { words }) => sum + words, 0),
      participant: participantNow(read, preview, choices),
      participantRole: said.participantRole ?? unsaid,
      absorbed: absorbed.map(({ label }) => label),
    }
  })
}

/** Proposed merges that nobody has decided yet. */
export const openAliases = (preview: Preview, { speakers, apart }: Choices): Preview['aliases'] =>
  preview.aliases.filter(({ from }) => speakers[from]?.mergeInto === undefined && !apart.includes(from))

export const openConflicts = (preview: Preview, { facts }: Choices): Preview['conflicts'] =>
  preview.conflicts.filter(({ key }) => facts[key] === undefined)

/** Adds to what was said about one speaker. */
export const withSpeaker = (
  choices: Choices,
  label: string,
  said: SpeakerChoice,
): Pick<Choices, 'speakers'> => ({
  speakers: { ...choices.speakers, [label]: { ...choices.speakers[label], ...said } },
})

/** Takes a label out of the speaker it was merged into. */
export function unmerged(choices: Choices, label: string): Pick<Choices, 'speakers' | 'apart'> {
  const { mergeInto: _, ...rest } = choices.speakers[label] ?? {}
  return {
    speakers: { ...choices.speakers, [label]: rest },
    apart: [...new Set([...choices.apart, label])],
  }
}

/** What the core is told about one file. Participants are always named, so that what was shown is what is stored. */
export function correctionOf(preview: Preview, choices: Choices): Correction {
  const { name, kind, date, journey, wave, attributes, keepOriginal, allowDuplicate } = choices
  return {
    staged: preview.staged,
    ...(name === undefined || name.trim() === '' ? {} : { name: name.trim() }),
    ...(kind === undefined ? {} : { kind }),
    ...(date === undefined ? {} : { date }),
    ...(journey === undefined ? {} : { journey }),
    ...(wave === undefined ? {} : { wave }),
    ...(preview.documents > 1
      ? {}
      : { speakers: speakerCorrections(preview, choices), notSpeech: [...choices.notSpeech] }),
    attributes: saidAttributes(preview, attributes),
    keepOriginal,
    allowDuplicate,
  }
}

/** An empty value takes back what the file states; where it states nothing, nothing was said. */
const saidAttributes = (preview: Preview, said: Choices['attributes']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(said).filter(([id, value]) => value !== '' || preview.attributes[id] !== undefined),
  )

function speakerCorrections(preview: Preview, choices: Choices): SpeakerCorrection[] {
  const now = speakersNow(preview, choices).map(
    ({ label, name, role, participant, participantRole }): SpeakerCorrection => ({
      label,
      ...(name === label ? {} : { rename: name }),
      ...(choices.speakers[label]?.role === undefined ? {} : { role }),
      participant,
      participantRole,
    }),
  )
  const merged = preview.speakers.flatMap(({ label }) => {
    const mergeInto = labelNow(label, choices)
    return mergeInto === label ? [] : [{ label, mergeInto }]
  })
  return [...now, ...merged]
}

/** What was said about speakers and kind, carried to a file of the same layout: only what that file also has. */
export function sameFor(from: Choices, to: Preview, before: Choices): Choices {
  const labels = new Set(to.speakers.map(({ label }) => label))
  const speakers = { ...before.speakers }
  for (const [label, { rename, role, mergeInto, participantRole }] of Object.entries(from.speakers)) {
    if (!labels.has(label)) continue
    speakers[label] = {
      ...speakers[label],
      ...(rename === undefined ? {} : { rename }),
      ...(role === undefined ? {} : { role }),
      ...(participantRole === undefined ? {} : { participantRole }),
      ...(mergeInto !== undefined && labels.has(mergeInto) ? { mergeInto } : {}),
    }
  }
  return {
    ...before,
    speakers,
    apart: [...new Set([...before.apart, ...from.apart.filter((label) => labels.has(label))])],
    ...(from.kind === undefined ? {} : { kind: from.kind }),
    ...(from.journey === undefined ? {} : { journey: from.journey }),
    ...(from.wave === undefined ? {} : { wave: from.wave }),
  }
}

/** Whether anything was said that `sameFor` could carry. */
export const hasSharable = ({ speakers, kind, journey, wave }: Choices): boolean =>
  kind !== undefined ||
  journey !== undefined ||
  wave !== undefined ||
  Object.values(speakers).some(
    ({ rename, role, mergeInto, participantRole }) => rename ?? role ?? mergeInto ?? participantRole,
  )

/** After another reading: what was said about speakers that are still there stays; turns are numbered anew. */
export function choicesAfterReread(choices: Choices, preview: Preview): Choices {
  const labels = new Set(preview.speakers.map(({ label }) => label))
  const kept = Object.entries(choices.speakers).flatMap(([label, { mergeInto, ...said }]) =>
    labels.has(label)
      ? [[label, mergeInto !== undefined && labels.has(mergeInto) ? { ...said, mergeInto } : said] as const]
      : [],
  )
  return { ...choices, speakers: Object.fromEntries(kept), notSpeech: [], isChecked: false }
}
