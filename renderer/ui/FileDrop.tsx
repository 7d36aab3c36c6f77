/** Where files and folders are dropped or chosen, many at once: a box of its own, or a whole room around a box. */
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { FolderOpen, Upload } from 'lucide-react'
import { DropZone, FileTrigger, Text, type DropItem } from 'react-aria-components'
import { announce } from './announce.ts'
import { Button } from './Button.tsx'
import { chosenFiles, droppedFiles, type ChosenFile } from './chosen-files.ts'
import './FileDrop.css'

interface FileBoxProps {
  title: string
  /** What can be dropped, in a sentence. */
  children?: ReactNode
  /** Endings that the file dialog offers, as in `.docx`. */
  accept?: readonly string[]
  onFiles: (files: readonly ChosenFile[]) => void
}

/** A box to drop into. */
export function FileDrop(props: FileBoxProps) {
  const { isReading, noteFiles, take } = useTaking(props.onFiles)
  return (
    <div className="w-drop-frame" onDropCapture={noteFiles}>
      <DropZone className="w-drop" aria-label={props.title} onDrop={({ items }) => void take(items)}>
        <BoxContent {...props} title={isReading ? 'Reading the folder' : props.title} />
      </DropZone>
    </div>
  )
}

interface FileRoomProps {
  label: string
  onFiles: (files: readonly ChosenFile[]) => void
  children: ReactNode
}

/** A room that takes files dropped anywhere on it. Put a FileBox into it, to say so and for those who choose. */
export function FileRoom({ label, onFiles, children }: FileRoomProps) {
  const { noteFiles, take } = useTaking(onFiles)
  return (
    <div className="w-drop-frame" onDropCapture={noteFiles}>
      <DropZone className="w-drop-room" aria-label={label} onDrop={({ items }) => void take(items)}>
        {children}
      </DropZone>
    </div>
  )
}

/** The box of a room that takes files anywhere. */
export function FileBox(props: FileBoxProps) {
  return (
    <div className="w-drop">
      <BoxContent {...props} />
    </div>
  )
}

function BoxContent({ title, children, accept, onFiles }: FileBoxProps) {
  const choose = (list: FileList | null) => {
    const files = chosenFiles(list ?? [])
    if (files.length > 0) onFiles(files)
  }
  return (
    <>
      <Text slot="label" className="w-drop-title">
        {title}
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
    </>
  )
}

function useTaking(onFiles: FileBoxProps['onFiles']) {
  const [isReading, setReading] = useState(false)
  /** Files that are nowhere on the disk, as an attachment out of a mail: the items of a drop leave them out. */
  const loose = useRef<readonly File[]>([])
  const noteFiles = ({ dataTransfer }: DragEvent) => {
    loose.current = [...dataTransfer.files]
  }
  const take = async (items: readonly DropItem[]) => {
    setReading(true)
    const { files, unread } = await droppedFiles(items)
    setReading(false)
    const taken = files.length + unread.length > 0 ? files : chosenFiles(loose.current)
    if (taken.length > 0) onFiles(taken)
    if (unread.length > 0) announce(unreadInWords(unread), { isError: true })
    else if (taken.length === 0) announce('There is no file in what was dropped', { isError: true })
  }
  return { isReading, noteFiles, take }
}

function unreadInWords([first = '', ...others]: readonly string[]): string {
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return `${first}${more} could not be opened. See who may read it, or choose it with the button.`
}
