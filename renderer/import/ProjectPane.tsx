/** A whole project of Taguette or QualCoder: everything in it comes in as one step. */
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { KINDS } from './About.tsx'
import type { Desk } from './desk.ts'
import { ProjectResult } from './FilePane.tsx'
import type { ImportFile } from './files.ts'
import { fileSize } from './words.ts'

interface ProjectPaneProps {
  desk: Desk
  file: ImportFile
}

const AS_NAMED = ''

export function ProjectPane({ desk, file }: ProjectPaneProps) {
  const { report, error, isBusy, choices } = file
  return (
    <article className="import-file">
      <h2>{file.file.name}</h2>
      <p className="import-quiet">Project of Taguette or QualCoder · {fileSize(file.file.size)}</p>
      {error === null ? null : <p className="import-error">{error.message}</p>}
      {report === null ? (
        <>
          <p>
            Its texts become transcripts, its codes become themes of the codebook, its cases become
            participants; passages, codings and memos keep their coders. All of it is one step that can be
            undone. Nothing is read before you import it.
          </p>
          <Select
            className="import-kind"
            label="Kind of evidence"
            options={[{ id: AS_NAMED, label: 'Told from each name' }, ...KINDS]}
            value={choices.kind ?? AS_NAMED}
            onChange={(id) => {
              const kind = KINDS.find((known) => known.id === id)?.id
              if (kind !== undefined) desk.choose(file.id, { kind })
            }}
          />
        </>
      ) : (
        <ProjectResult report={report} />
      )}
      <div className="import-actions">
        {error === null || isBusy ? null : (
          <Button onPress={() => void desk.store([file.id])}>Try again</Button>
        )}
        {isBusy ? null : (
          <Button look="quiet" onPress={() => desk.remove([file.id])}>
            Take off the list
          </Button>
        )}
      </div>
    </article>
  )
}
