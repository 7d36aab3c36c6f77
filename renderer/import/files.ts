/** Files on their way in: what was chosen, what was read, what was changed, what became of each. */
import type { ErrorBody } from '../../core/contract/errors.ts'
import type { Output } from '../../core/contract/index.ts'
import type { Preview } from '../../core/contract/importing.ts'
import type { ChosenFile } from '../ui/chosen-files.ts'
import { AS_READ, openAliases, openConflicts, speakersNow, type Choices } from './choices.ts'

export type StoredDocument = Output<'importing.store'>['imported'][number]
export type ProjectReport = Output<'importing.fromTool'>

export interface ImportFile {
  id: number
  file: File
  /** With the folders it was chosen in. */
  path: string
  /** A whole project of Taguette or QualCoder, brought in as one. */
  isProject: boolean
  /** Being read again or stored at the moment. */
  isBusy: boolean
  /** Null until it is read, and for projects. */
  preview: Preview | null
  /** Layout as first read: files of one layout are files of one program or one transcriber. */
  firstLayout: string
  choices: Choices
  error: ErrorBody | null
  documents: readonly StoredDocument[] | null
  report: ProjectReport | null
}

export const newFile = (id: number, { file, path }: ChosenFile): ImportFile => ({
  id,
  file,
  path,
  isProject: isProjectFile(file.name),
  isBusy: false,
  preview: null,
  firstLayout: '',
  choices: AS_READ,
  error: null,
  documents: null,
  report: null,
})

export type FileState = 'waiting' | 'busy' | 'failed' | 'left out' | 'duplicate' | 'look' | 'ready' | 'stored'

export function stateOf(file: ImportFile): FileState {
  if (file.documents !== null || file.report !== null) return 'stored'
  if (file.isBusy) return 'busy'
  if (file.error !== null) return 'failed'
  if (file.preview === null && !file.isProject) return 'waiting'
  if (file.choices.isLeftOut) return 'left out'
  if (file.preview === null) return 'ready'
  if (file.preview.duplicateOf !== null && !file.choices.allowDuplicate) return 'duplicate'
  return file.choices.isChecked || reasonsToLook(file.preview, file.choices).length === 0 ? 'ready' : 'look'
}

/** Goes in when all are imported. */
export const isWanted = (file: ImportFile): boolean => ['look', 'ready'].includes(stateOf(file))

/** Databases of other programs; their content decides, these endings only say which door to knock at. */
const isProjectFile = (name: string): boolean => /\.(?:qda|sqlite3?|db)$/i.test(name)

/** Notes that ask nothing of anyone, and those that a question of their own repeats. */
const QUIET = new Set(['margin-numbers', 'styling-ignored', 'undecided-speakers', 'metadata-conflict'])

const SURE = 0.9
const FAIRLY_SURE = 0.75

export type Confidence = 'sure' | 'fairly sure' | 'not sure'

export const confidenceOf = ({ confidence }: Pick<Preview, 'confidence'>): Confidence =>
  confidence >= SURE ? 'sure' : confidence >= FAIRLY_SURE ? 'fairly sure' : 'not sure'

/** Why someone should look at a file before it is stored, in sentences. Decided questions drop out. */
export function reasonsToLook(preview: Preview, choices: Choices): string[] {
  const reasons: string[] = []
  const aliases = openAliases(preview, choices).length
  if (aliases > 0)
    reasons.push(aliases === 1 ? 'Two names may be one person.' : `${aliases} names may be other spellings.`)
  for (const { key } of openConflicts(preview, choices))
    reasons.push(`The file states two values for ${key.replaceAll('_', ' ')}.`)
  return [...reasons, ...notesOn(preview, choices)]
}

/** The reasons that no button settles: read, put right below, or taken as they are. */
export function notesOn(preview: Preview, choices: Choices): string[] {
  const notes: string[] = []
  if (preview.undecided)
    notes.push('Speakers could not be told apart: it would be imported as plain paragraphs.')
  else if (confidenceOf(preview) === 'not sure')
    notes.push('The layout is not sure. Compare the first turns with the file.')
  const speakers = preview.documents > 1 ? [] : speakersNow(preview, choices)
  const roleless = speakers.filter(({ role }) => role === 'unknown')
  const [only, ...others] = roleless
  if (only !== undefined)
    notes.push(
      others.length === 0
        ? `The role of ${only.name} is not known.`
        : `The roles of ${roleless.length} speakers are not known.`,
    )
  else if (
    speakers.length > 0 &&
    speakers.every(({ role }) => role !== 'participant') &&
    !hasSaidRoles(choices)
  )
    notes.push('No speaker is a participant, so its words would count for nobody. Choose who is.')
  return [...notes, ...preview.warnings.filter(({ code }) => !QUIET.has(code)).map(({ message }) => message)]
}

/** The folder of a file whose name another file has too: `Residents/`. Empty where the name says enough. */
export function folderOf({ file, path }: ImportFile, files: readonly ImportFile[]): string {
  const isAlone = files.filter((other) => other.file.name === file.name).length === 1
  return isAlone ? '' : path.slice(0, path.length - file.name.length)
}

const hasSaidRoles = ({ speakers }: Choices): boolean =>
  Object.values(speakers).some(({ role }) => role !== undefined)

/** How many files stand where. */
export function countStates(files: readonly ImportFile[]): Record<FileState, number> {
  const counts: Record<FileState, number> = {
    waiting: 0,
    busy: 0,
    failed: 0,
    'left out': 0,
    duplicate: 0,
    look: 0,
    ready: 0,
    stored: 0,
  }
  for (const file of files) counts[stateOf(file)] += 1
  return counts
}

/** Other files that were read in the same layout and are not stored yet. */
export const ofSameLayout = (files: readonly ImportFile[], to: ImportFile): ImportFile[] =>
  files.filter(
    (file) =>
      file.id !== to.id &&
      file.preview !== null &&
      file.documents === null &&
      file.preview.documents === 1 &&
      file.firstLayout === to.firstLayout,
  )

export type Shown = 'all' | 'look' | 'failed'

const SHOWS: Record<Shown, readonly FileState[] | null> = {
  all: null,
  look: ['look', 'duplicate'],
  failed: ['failed'],
}

/** Files of the list; the one being looked at stays, whatever becomes of it. */
export function shownFiles(
  files: readonly ImportFile[],
  shown: Shown,
  selected: number | null,
): readonly ImportFile[] {
  const states = SHOWS[shown]
  return states === null
    ? files
    : files.filter((file) => file.id === selected || states.includes(stateOf(file)))
}

/** The next file after this one that waits for a look, from the top again at the end; null when there is none. */
export function nextToLook(files: readonly ImportFile[], from: number | null): number | null {
  const at = files.findIndex(({ id }) => id === from)
  const inOrder = [...files.slice(at + 1), ...files.slice(0, Math.max(0, at))]
  return inOrder.find((file) => stateOf(file) === 'look')?.id ?? null
}
