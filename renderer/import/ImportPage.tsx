/** Files on their way in: the list, what was read in the chosen one, and how it will read. */
import { useEffect } from 'react'
import type { ChosenFile } from '../ui/chosen-files.ts'
import { FileRoom } from '../ui/FileDrop.tsx'
import { Panes, type Pane } from '../ui/Panes.tsx'
import type { Desk } from './desk.ts'
import { FileList } from './FileList.tsx'
import { FilePane } from './FilePane.tsx'
import { stateOf, type ImportFile } from './files.ts'
import { ProjectPane } from './ProjectPane.tsx'
import { ReadPane } from './ReadPane.tsx'
import { Start } from './Start.tsx'
import { Summary } from './Summary.tsx'
import { TurnsPane } from './TurnsPane.tsx'
import { useFiles, useSelected } from './use-desk.ts'
import { useImportCommands } from './use-import-commands.ts'

export function ImportPage({ desk }: { desk: Desk }) {
  const files = useFiles(desk)
  const selected = useSelected(desk)
  useImportCommands(desk)
  useKeptPage()
  const file = files.find(({ id }) => id === selected) ?? null
  const add = (chosen: readonly ChosenFile[]) => void desk.add(chosen)
  return (
    <FileRoom label="Drop transcripts or folders anywhere here" onFiles={add}>
      {files.length === 0 ? (
        <Start onFiles={add} />
      ) : (
        <Panes
          id="import"
          panes={[
            { id: 'files', title: 'Files', width: 272, minWidth: 200, content: <FileList desk={desk} /> },
            ...panesFor(desk, file),
          ]}
        />
      )}
    </FileRoom>
  )
}

function panesFor(desk: Desk, file: ImportFile | null): Pane[] {
  if (file === null) return [{ id: 'about', title: 'Result', content: <Summary desk={desk} /> }]
  const { preview } = file
  if (file.isProject)
    return [{ id: 'about', title: 'Project', content: <ProjectPane desk={desk} file={file} /> }]
  if (preview === null || stateOf(file) === 'stored')
    return [{ id: 'about', title: 'File', content: <FilePane desk={desk} file={file} /> }]
  return [
    {
      id: 'read',
      title: 'What was read',
      width: 448,
      minWidth: 320,
      content: <ReadPane desk={desk} file={file} preview={preview} />,
    },
    {
      id: 'turns',
      title: 'First turns',
      minWidth: 280,
      content: (
        <TurnsPane
          key={`${preview.staged} ${preview.layout} ${preview.encoding ?? ''}`}
          preview={preview}
          choices={file.choices}
          onChoose={(said) => desk.choose(file.id, said)}
        />
      ),
    },
  ]
}

/** A file dropped beside the room, as on the top bar, would otherwise take the place of the page. */
function useKeptPage(): void {
  useEffect(() => {
    const keep = (event: DragEvent) => event.preventDefault()
    addEventListener('dragover', keep)
    addEventListener('drop', keep)
    return () => {
      removeEventListener('dragover', keep)
      removeEventListener('drop', keep)
    }
  }, [])
}
