/** An invented preview to test with. */
import { AS_READ, type Choices } from './choices.ts'
import { newFile, type ImportFile } from './files.ts'
import type { Preview } from '../../core/contract/importing.ts'

type Speaker = Preview['speakers'][number]

export const speaker = (label: string, about: Partial<Speaker> = {}): Speaker => ({
  label,
  role: 'participant',
  why: 'the label says so',
  turns: 3,
  mergedTurns: 3,
  words: 40,
  participant: null,
  ...about,
})

export const preview = (about: Partial<Preview> = {}): Preview => ({
  staged: 's1',
  file: 'P07.docx',
  name: 'P07',
  format: 'docx',
  layout: 'word-prefix',
  layoutName: 'Speaker label and colon before each turn',
  confidence: 1,
  undecided: false,
  encoding: null,
  alternatives: [],
  kind: 'depth interview',
  date: null,
  documents: 1,
  turns: 6,
  mergedTurns: 6,
  events: 0,
  words: 80,
  speakers: [speaker('I', { role: 'interviewer' }), speaker('P07', { participant: 'P07' })],
  aliases: [],
  metadata: [],
  conflicts: [],
  attributes: {},
  ignored: [],
  comments: 0,
  characters: { source: 500, kept: 480, ignored: 20 },
  warnings: [],
  sample: [],
  duplicateOf: null,
  ...about,
})

export const choices = (said: Partial<Choices> = {}): Choices => ({ ...AS_READ, ...said })

export const read = (id: number, about: Partial<Preview> = {}, said: Partial<Choices> = {}): ImportFile => {
  const shown = preview({ staged: `s${id}`, ...about })
  const file = new File(['x'], shown.file)
  return {
    ...newFile(id, { file, path: file.name }),
    preview: shown,
    firstLayout: shown.layout,
    choices: choices(said),
  }
}
