/** A new version of a transcript's file: what would become of the passages, then one step that can be undone. */
import { useEffect, useState } from 'react'
import type { DocumentRow } from '../../core/contract/documents.ts'
import { go } from '../app/router.ts'
import { useDo } from '../data.ts'
import { AS_READ, correctionOf, type Choices } from '../import/choices.ts'
import { keepFocus } from '../import/keep-focus.ts'
import { TurnsPane } from '../import/TurnsPane.tsx'
import { Button } from '../ui/Button.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Panes } from '../ui/Panes.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { CorrectHead } from './CorrectHead.tsx'
import { unplacedHref } from './links.ts'
import { ReplaceResult } from './ReplaceResult.tsx'
import { useReplacement } from './use-replacement.ts'

export function ReplacePage({ row }: { row: DocumentRow }) {
  const { document } = row
  const { found, error, isReading, read, reread, stop } = useReplacement(document)
  const [choices, setChoices] = useState<Choices>(AS_READ)
  const replace = useDo('importing.replace')
  const choose = (said: Partial<Choices>) => setChoices({ ...choices, ...said })
  const store = () => {
    if (found === null) return
    replace.mutate(
      { document, file: correctionOf(found.preview, choices) },
      {
        onSuccess: ({ moved }) => {
          if (moved.unplaced > 0) location.assign(unplacedHref(document))
          else go({ room: 'code', path: [String(document)] })
        },
      },
    )
  }
  // The button that chose the file is gone once it is read.
  const isFound = found !== null && !isReading
  useEffect(() => {
    if (isFound) keepFocus('.correct-foot')
  }, [isFound])
  const main = (
    <div className="correct-replace">
      <CorrectHead row={row} at="file" title={`Replace the file of ${row.name}`}>
        For a transcript that was corrected outside Waymark. Passages, memos and bookmarks follow their words.
      </CorrectHead>
      <div className="correct-replace-body">
        {found === null && !isReading ? (
          <FileDrop
            title="Drop the corrected file here"
            onFiles={([chosen]) => {
              setChoices(AS_READ)
              if (chosen !== undefined) read(chosen.file)
            }}
          >
            <p>Nothing is stored before you have seen what becomes of the {row.passages} passages.</p>
          </FileDrop>
        ) : null}
        {isReading ? <ProgressBar label="Reading the file and finding the passages" onCancel={stop} /> : null}
        {error === null ? null : <p className="correct-error">{error}</p>}
        {found === null || isReading ? null : (
          <ReplaceResult
            document={document}
            found={found}
            choices={choices}
            onChoose={choose}
            onReread={reread}
          />
        )}
      </div>
      {found === null || isReading ? null : (
        <footer className="correct-foot">
          <Button look="primary" isDisabled={replace.isPending} onPress={store}>
            Replace the text
          </Button>
          <Button look="quiet" onPress={stop}>
            Choose another file
          </Button>
          <span className="correct-quiet">One step: Undo brings the old text and every passage back.</span>
        </footer>
      )}
    </div>
  )
  return (
    <Panes
      id="replace"
      panes={[
        { id: 'replace', title: 'New version', minWidth: 360, content: main },
        {
          id: 'new',
          title: 'New text',
          width: 480,
          minWidth: 280,
          isHidden: found === null || isReading,
          content:
            found === null ? null : (
              <TurnsPane
                key={`${found.preview.staged} ${found.preview.layout}`}
                preview={found.preview}
                choices={choices}
                onChoose={choose}
              />
            ),
        },
      ]}
    />
  )
}
