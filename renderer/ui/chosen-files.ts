/** Files chosen or dropped, with the folders they were in; folders are read to the bottom. */
import { isDirectoryDropItem, isFileDropItem, type DropItem } from 'react-aria-components'
import { isLitter } from '../../core/text/litter.ts'

export interface ChosenFile {
  file: File
  /** From the folder that was chosen or dropped: `Study/Residents/P07.docx`; the name alone for a single file. */
  path: string
}

export interface Dropped {
  files: ChosenFile[]
  /** Folders and files that could not be opened. */
  unread: string[]
}

/** Those chosen in the system's dialog, a folder's in the order people count in. */
export const chosenFiles = (list: Iterable<File>): ChosenFile[] =>
  inOrder([...list].map((file) => ({ file, path: file.webkitRelativePath || file.name })).filter(isEvidence))

/** Everything that was dropped. What cannot be opened holds nothing else up. */
export async function droppedFiles(items: Iterable<DropItem>): Promise<Dropped> {
  const dropped: Dropped = { files: [], unread: [] }
  await Promise.all([...items].map((item) => collect(item, '', dropped)))
  return { files: inOrder(dropped.files.filter(isEvidence)), unread: dropped.unread }
}

async function collect(item: DropItem, folder: string, dropped: Dropped): Promise<void> {
  if (!isFileDropItem(item) && !isDirectoryDropItem(item)) return
  const path = folder + item.name
  try {
    if (isFileDropItem(item)) dropped.files.push({ file: await item.getFile(), path })
    else if (isEvidence({ path }))
      for await (const entry of item.getEntries()) await collect(entry, `${path}/`, dropped)
  } catch {
    dropped.unread.push(path)
  }
}

/** Neither litter nor in a folder that is. */
const isEvidence = ({ path }: Pick<ChosenFile, 'path'>): boolean => !path.split('/').some(isLitter)

/** P2 before P10, folder by folder. */
const inOrder = (files: ChosenFile[]): ChosenFile[] =>
  files.toSorted((a, b) => a.path.localeCompare(b.path, 'en-GB', { numeric: true }))
