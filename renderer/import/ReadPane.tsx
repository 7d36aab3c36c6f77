/** What was read in one file, and everything that can be put right before it is stored. */
import { Check, X } from 'lucide-react'
import type { Preview } from '../../core/contract/importing.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { About } from './About.tsx'
import { hasSharable, type PartProps } from './choices.ts'
import type { Desk } from './desk.ts'
import { Facts } from './Facts.tsx'
import { confidenceOf, nextToLook, ofSameLayout, stateOf, type ImportFile } from './files.ts'
import { keepFocus } from './keep-focus.ts'
import { LayoutChoice } from './LayoutChoice.tsx'
import { Questions } from './Questions.tsx'
import { SetAside } from './SetAside.tsx'
import { Speakers } from './Speakers.tsx'
import { useFiles } from './use-desk.ts'
import { confirmFile } from './use-import-commands.ts'
import { layoutSentence, sizeWords } from './words.ts'
import './import.css'
import './ReadPane.css'

interface ReadPaneProps {
  desk: Desk
  file: ImportFile
  preview: Preview
}

export function ReadPane({ desk, file, preview }: ReadPaneProps) {
  const { choices } = file
  const part: PartProps = {
    preview,
    choices,
    onChoose: (said) => {
      desk.choose(file.id, said)
      keepFocus('.import-questions', '.import-read-foot')
    },
  }
  const layout = (
    <LayoutChoice preview={preview} isBusy={file.isBusy} onReread={(as) => void desk.reread(file.id, as)} />
  )
  const isDoubtful = preview.undecided || confidenceOf(preview) !== 'sure'
  return (
    <div className="import-read">
      <header className="import-read-head">
        <h2>{file.file.name}</h2>
        <p>{layoutSentence(preview)}</p>
        <p className="import-quiet">{sizeWords(preview)}</p>
      </header>
      <div key={preview.staged} className="import-parts" inert={file.isBusy}>
        <Questions {...part} />
        {isDoubtful ? layout : null}
        <Speakers {...part} />
        <About {...part} />
        {isDoubtful ? null : layout}
        <Facts {...part} />
        <SetAside preview={preview} />
        <Checkbox
          isSelected={choices.keepOriginal}
          onChange={(keepOriginal) => part.onChoose({ keepOriginal })}
          description="Off, because the file may hold names, comments and deleted text that the transcript leaves out."
        >
          Keep the original file inside the study
        </Checkbox>
      </div>
      <ReadFoot desk={desk} file={file} preview={preview} />
    </div>
  )
}

function ReadFoot({ desk, file, preview }: ReadPaneProps) {
  const files = useFiles(desk)
  const others = ofSameLayout(files, file).length
  const isCarried = hasSharable(file.choices) || preview.layout !== file.firstLayout
  const isReady = stateOf(file) === 'ready'
  const next = nextToLook(files, file.id)
  return (
    <footer className="import-read-foot">
      <Button
        look={isReady ? 'quiet' : 'plain'}
        icon={<Check aria-hidden />}
        onPress={() => confirmFile(desk, file.id)}
      >
        {isReady ? (next === null ? 'Ready' : 'Ready: go to the next') : 'Looks right'}
      </Button>
      {others > 0 && isCarried ? (
        <Button look="quiet" onPress={() => void desk.carry(file.id)}>
          Same for {others === 1 ? 'the other file' : `all ${others} others`} of this layout
        </Button>
      ) : null}
      <span className="import-fill" />
      <IconButton label="Take off the list" icon={<X aria-hidden />} onPress={() => desk.remove([file.id])} />
    </footer>
  )
}
