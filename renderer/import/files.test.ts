import { describe, expect, it } from 'vitest'
import { read, speaker } from './example.ts'
import {
  confidenceOf,
  countStates,
  folderOf,
  isWanted,
  newFile,
  nextToLook,
  ofSameLayout,
  reasonsToLook,
  shownFiles,
  stateOf,
  type ImportFile,
} from './files.ts'

const lookAt = (file: ImportFile) => (file.preview === null ? [] : reasonsToLook(file.preview, file.choices))
const garbled = { warnings: [{ code: 'garbled-text', message: 'Some letters are garbled.' }] }

const chosen = (path: string) => newFile(1, { file: new File([], path), path })

describe('a file on its way in', () => {
  it('is ready when nothing about it is in doubt', () => {
    expect(stateOf(read(1))).toBe('ready')
  })

  it('needs a look while a role is not known, and no more once it is said', () => {
    const unknown = { speakers: [speaker('X', { role: 'unknown' })] }
    expect(stateOf(read(1, unknown))).toBe('look')
    expect(stateOf(read(1, unknown, { speakers: { X: { role: 'other' } } }))).toBe('ready')
  })

  it('needs a look while two names may be one person, until someone says one or two', () => {
    const aliases = {
      speakers: [speaker('Rosa'), speaker('ROSA')],
      aliases: [{ from: 'ROSA', to: 'Rosa', why: 'same but for capitals' }],
    }
    expect(lookAt(read(1, aliases))).toEqual(['Two names may be one person.'])
    expect(stateOf(read(1, aliases, { apart: ['ROSA'] }))).toBe('ready')
    expect(stateOf(read(1, aliases, { speakers: { ROSA: { mergeInto: 'Rosa' } } }))).toBe('ready')
  })

  it('needs a look while it states a fact twice', () => {
    const conflict = {
      conflicts: [
        {
          key: 'age',
          values: [
            { value: '34', from: 'title' },
            { value: '43', from: 'table' },
          ],
        },
      ],
    }
    expect(stateOf(read(1, conflict))).toBe('look')
    expect(stateOf(read(1, conflict, { facts: { age: '34' } }))).toBe('ready')
  })

  it('needs a look when speakers could not be told apart, until someone finds it right', () => {
    expect(stateOf(read(1, { undecided: true, speakers: [] }))).toBe('look')
    expect(stateOf(read(1, { undecided: true, speakers: [] }, { isChecked: true }))).toBe('ready')
  })

  it('needs a look for a warning, but not for a note that asks nothing', () => {
    expect(stateOf(read(1, garbled))).toBe('look')
    expect(stateOf(read(1, { warnings: [{ code: 'margin-numbers', message: 'x' }] }))).toBe('ready')
  })

  it('stays out when its content is already here, unless it is wanted twice', () => {
    const copy = { duplicateOf: 'P07' }
    expect([stateOf(read(1, copy)), isWanted(read(1, copy))]).toEqual(['duplicate', false])
    expect(isWanted(read(1, copy, { allowDuplicate: true }))).toBe(true)
  })

  it('stays out when it is left out', () => {
    expect([stateOf(read(1, {}, { isLeftOut: true })), isWanted(read(1, {}, { isLeftOut: true }))]).toEqual([
      'left out',
      false,
    ])
  })

  it('waits to be read, but a project of another program is ready as it is', () => {
    expect(stateOf(chosen('P01.docx'))).toBe('waiting')
    expect(stateOf(chosen('study.sqlite3'))).toBe('ready')
    expect(stateOf(chosen('data.qda'))).toBe('ready')
  })

  it('says how sure its layout is in words', () => {
    expect([1, 0.8, 0.6].map((confidence) => confidenceOf({ confidence }))).toEqual([
      'sure',
      'fairly sure',
      'not sure',
    ])
  })
})

describe('the list of files', () => {
  const files = [read(1), read(2, garbled), read(3, { duplicateOf: 'P01' }), read(4, garbled)]

  it('counts where each stands', () => {
    expect(countStates(files)).toMatchObject({ ready: 1, look: 2, duplicate: 1, failed: 0 })
  })

  it('keeps the file being looked at, whatever becomes of it', () => {
    const ids = (shown: 'look' | 'failed', selected: number) =>
      shownFiles(files, shown, selected).map(({ id }) => id)
    expect(ids('look', 1)).toEqual([1, 2, 3, 4])
    expect(ids('failed', 2)).toEqual([2])
  })

  it('goes to the next that needs a look, round to the top', () => {
    expect([nextToLook(files, 1), nextToLook(files, 2), nextToLook(files, 4)]).toEqual([2, 4, 2])
    expect(nextToLook([read(1)], 1)).toBeNull()
  })

  it('knows files of one layout by how they were first read', () => {
    const reread = { ...read(5, { layout: 'plain' }), firstLayout: 'word-prefix' }
    const others = ofSameLayout(
      [read(1), read(2, { layout: 'otter' }), reread, read(6, { documents: 4 })],
      read(1),
    )
    expect(others.map(({ id }) => id)).toEqual([5])
  })
})

it('files of one name are told apart by their folders, others need none', () => {
  const at = (id: number, path: string) => ({ ...read(id, { file: path.split('/').at(-1) ?? '' }), path })
  const files = [at(1, 'Residents/P01.docx'), at(2, 'Colleagues/P01.docx'), at(3, 'Residents/P02.docx')]
  expect(files.map((file) => folderOf(file, files))).toEqual(['Residents/', 'Colleagues/', ''])
})

it('a file in which nobody is a participant needs a look, until someone says who is what', () => {
  const speakers = [speaker('Speaker 1', { role: 'other' }), speaker('Speaker 2', { role: 'interviewer' })]
  expect(lookAt(read(1, { speakers }))).toEqual([
    'No speaker is a participant, so its words would count for nobody. Choose who is.',
  ])
  expect(lookAt(read(1, { speakers }, { speakers: { 'Speaker 1': { role: 'other' } } }))).toEqual([])
})
