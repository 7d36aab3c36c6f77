/** Where files and folders are dropped or chosen: many at once, folders read to the bottom. */
import { useState, type ReactNode } from 'react'
import { FolderOpen, Upload } from 'lucide-react'
import {
  DropZone,
  FileTrigger,
  Text,
  isDirectoryDropItem,
  isFileDropItem,
  type DropItem,
} from 'react-aria-components'
import { Button } from './Button.tsx'
import { isWanted } from './wanted-files.ts'
import './FileDrop.css'

interface FileDropProps {
  title: string
  /** What can be dropped, in a sentence. */
  children?: ReactNode
  /** Endings that the file dialog offers, as in `.docx`. */
  accept?: readonly string[]
  onFiles: (files: readonly File[]) => void
}

export function FileDrop({ title, children, accept, onFiles }: FileDropProps) {
  const [isReading, setReading] = useState(false)
  const take = async (items: readonly DropItem[]) => {
    setReading(true)
    const files = (await Promise.all(items.map(filesOf))).flat()
    setReading(false)
    if (files.length > 0) onFiles(files)
  }
  const choose = (list: FileList | null) => {
    if (list !== null && list.length > 0) onFiles([...list].filter(isWanted))
  }
  return (
    <DropZone className="w-drop" aria-label={title} onDrop={(event) => void take(event.items)}>
      <Text slot="label" className="w-drop-title">
        {isReading ? 'Reading the folder' : title}
      </Text>
      {children === undefined ? null : <div className="w-drop-words">{children}</div>}
      <div className="w-drop-actions">
        <FileTrigger
          allowsMultiple
          onSelect={choose}
          {...(accept === undefined ? {} : { acceptedFileTypes: accept })}
        >
          <Button look="primary" icon={<Upload aria-hidden />}>
            Choose files
          </Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={choose}>
          <Button icon={<FolderOpen aria-hidden />}>Choose a folder</Button>
        </FileTrigger>
      </div>
    </DropZone>
  )
}

/** Every file in a dropped item, folders included, in the folder's own order. */
async function filesOf(item: DropItem): Promise<File[]> {
  if (isFileDropItem(item)) {
    const file = await item.getFile()
    return isWanted(file) ? [file] : []
  }
  if (!isDirectoryDropItem(item)) return []
  const files: File[] = []
  for await (const entry of item.getEntries()) files.push(...(await filesOf(entry)))
  return files
}
