/** What is said about files, in words. */
import type { Preview } from '../../core/contract/importing.ts'
import type { ParticipantRole, SpeakerRole } from './choices.ts'
import { confidenceOf, type FileState } from './files.ts'

const number = new Intl.NumberFormat('en-GB')

export const figure = (value: number): string => number.format(value)

export const counted = (count: number, one: string, many: string = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`

export const STATE_WORDS: Record<FileState, string> = {
  waiting: 'Waiting to be read',
  busy: 'Working',
  failed: 'Not imported',
  'left out': 'Left out',
  duplicate: 'Already here',
  look: 'Needs a look',
  ready: 'Ready',
  stored: 'Imported',
}

export const ROLE_NAMES: Record<SpeakerRole, string> = {
  participant: 'Participant',
  interviewer: 'Interviewer',
  other: 'Other',
  unknown: 'Not known',
}

export const PARTICIPANT_ROLE_NAMES: Record<ParticipantRole, string> = {
  resident: 'Resident',
  colleague: 'Colleague',
  stakeholder: 'Stakeholder',
}

/** "Otter: name and time, speech below · sure". */
export function layoutSentence(preview: Preview): string {
  if (preview.documents > 1) return `${preview.layoutName} · ${counted(preview.documents, 'case')}`
  if (preview.undecided) return `${preview.layoutName} · speakers could not be told apart`
  return `${preview.layoutName} · ${confidenceOf(preview)}`
}

/** The size of a file at a glance: "23 turns · 2 speakers · 489 words". */
export function sizeWords(preview: Preview): string {
  if (preview.documents > 1)
    return `${counted(preview.documents, 'transcript')} · ${counted(preview.words, 'word')}`
  const parts = [counted(preview.turns, 'turn'), counted(preview.words, 'word')]
  if (preview.speakers.length > 0) parts.splice(1, 0, counted(preview.speakers.length, 'speaker'))
  return parts.join(' · ')
}

/** "12,345 characters in the file: 12,100 kept, 245 set aside." Every character is one or the other. */
export const balanceSentence = ({ source, kept, ignored }: Preview['characters']): string =>
  `${counted(source, 'character')} in the file: ${figure(kept)} kept, ${figure(ignored)} set aside`

export const fileSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${figure(Math.max(1, Math.round(bytes / 1024)))} KB`
    : `${figure(Math.round((bytes / (1024 * 1024)) * 10) / 10)} MB`

/** A sentence about a file, beside the file's name: "P07.docx holds no text." → "Holds no text." */
export function withoutName(sentence: string, name: string): string {
  if (!sentence.startsWith(`${name} `)) return sentence
  const rest = sentence.slice(name.length + 1)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
