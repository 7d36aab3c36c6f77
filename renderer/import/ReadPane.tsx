/** What was read in one file, and everything that can be put right before it is stored. */
import { Check } from 'lucide-react'
import type { Preview } from '../../core/contract/importing.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { About } from './About.tsx'
import { hasSharable } from './choices.ts'
import type { Desk } from './desk.ts'
import { Facts } from './Facts.tsx'
import { confidenceOf, ofSameLayout, stateOf, type ImportFile } from './files.ts'
import { LayoutChoice } from './LayoutChoice.tsx'
import { Questions } from './Questions.tsx'
import { SetAside } from './SetAside.tsx'
import { Speakers } from './Speakers.tsx'
import { useDeskState } from './use-desk.ts'
import { confirmFile } from './use-import-commands.ts'
import { layoutSentence, sizeWords } from './words.ts'

export interface PartProps {
  desk: Desk
  file: ImportFile
  preview: Preview
}

export function ReadPane(props: PartProps) {
  const { desk, file, preview } = props
  const isDoubtful = preview.undecided || confidenceOf(preview) !== 'sure'
  return (
    <div className="import-read">
      <header className="import-read-head">
        <h3>{file.file.name}</h3>
        <p>{layoutSentence(preview)}</p>
        <p className="import-quiet">{sizeWords(preview)}</p>
      </header>
      <div className="import-parts" inert={file.isBusy}>
        <Questions {...props} />
        {isDoubtful ? <LayoutChoice {...props} /> : null}
        <Speakers {...props} />
        <About {...props} />
        {isDoubtful ? null : <LayoutChoice {...props} />}
        <Facts {...props} />
        <SetAside preview={preview} />
        <Checkbox
          isSelected={file.choices.keepOriginal}
          onChange={(keepOriginal) => desk.choose(file.id, { keepOriginal })}
          description="Off, because the file may hold names, comments and deleted text that the transcript leaves out."
        >
          Keep the original file inside the study
        </Checkbox>
      </div>
      <ReadFoot {...props} />
    </div>
  )
}

function ReadFoot({ desk, file, preview }: PartProps) {
  const { files } = useDeskState(desk)
  const others = ofSameLayout(files, file).length
  const isCarried = hasSharable(file.choices) || preview.layout !== file.firstLayout
  const isReady = stateOf(file) === 'ready'
  return (
    <footer className="import-read-foot">
      {isReady ? (
        <span className="import-ready">
          <Check aria-hidden /> Ready
        </span>
      ) : (
        <Button icon={<Check aria-hidden />} onPress={() => confirmFile(desk, file.id)}>
          Looks right
        </Button>
      )}
      {others > 0 && isCarried ? (
        <Button look="quiet" onPress={() => void desk.carry(file.id)}>
          Same for {others === 1 ? 'the other file' : `all ${others} others`} of this layout
        </Button>
      ) : null}
      <span className="import-fill" />
      <Button look="quiet" onPress={() => desk.remove([file.id])}>
        Take off the list
      </Button>
    </footer>
  )
}
