import type { DirectoryDropItem, DropItem, FileDropItem } from 'react-aria-components'
import { describe, expect, it } from 'vitest'
import { chosenFiles, droppedFiles } from './chosen-files.ts'

type Entry = FileDropItem | DirectoryDropItem

const file = (name: string): FileDropItem => ({
  kind: 'file',
  type: 'text/plain',
  name,
  getFile: async () => new File([name], name),
  getText: async () => name,
})
const folder = (name: string, ...entries: Entry[]): DirectoryDropItem => ({
  kind: 'directory',
  name,
  getEntries: async function* () {
    yield* entries
  },
})
const locked = (name: string): DirectoryDropItem => ({
  kind: 'directory',
  name,
  getEntries: () => {
    throw new Error('not allowed')
  },
})
const paths = async (...items: DropItem[]) => (await droppedFiles(items)).files.map(({ path }) => path)

describe('what is dropped', () => {
  it('is read to the bottom of every folder, each file with its folders, P2 before P10', async () => {
    const residents = folder('Residents', file('P10.docx'), file('P2.docx'))
    expect(await paths(folder('Study', residents, file('notes.txt')), file('W1.docx'))).toEqual([
      'Study/notes.txt',
      'Study/Residents/P2.docx',
      'Study/Residents/P10.docx',
      'W1.docx',
    ])
  })

  it('leaves the system’s own files and hidden folders', async () => {
    const litter = ['.DS_Store', '~$P07.docx', 'Thumbs.db', 'desktop.ini'].map(file)
    const hidden = [folder('.git', file('config')), folder('__MACOSX', file('P07.docx'))]
    expect(await paths(folder('Study', ...litter, ...hidden, file('thumbs.db notes.txt')))).toEqual([
      'Study/thumbs.db notes.txt',
    ])
  })

  it('is taken as far as it can be opened, and the rest is named', async () => {
    const { files, unread } = await droppedFiles([folder('Study', file('P1.txt'), locked('Private'))])
    expect(files.map(({ path }) => path)).toEqual(['Study/P1.txt'])
    expect(unread).toEqual(['Study/Private'])
  })

  it('as words is no file', async () => {
    const words: DropItem = { kind: 'text', types: new Set(['text/plain']), getText: async () => 'words' }
    expect(await paths(words)).toEqual([])
  })
})

it('files chosen one by one have their name for a path', () => {
  const chosen = chosenFiles([new File([''], 'P10.txt'), new File([''], 'P2.txt'), new File([''], '.hidden')])
  expect(chosen.map(({ path }) => path)).toEqual(['P2.txt', 'P10.txt'])
})
