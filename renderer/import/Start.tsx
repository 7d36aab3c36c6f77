/** Nothing chosen yet: what can be brought in, and where to put it. */
import { useAsk } from '../data.ts'
import { unplacedHref } from '../correct/links.ts'
import type { ChosenFile } from '../ui/chosen-files.ts'
import { FileBox } from '../ui/FileDrop.tsx'
import { counted } from './words.ts'
import './Start.css'

interface StartProps {
  onFiles: (files: readonly ChosenFile[]) => void
}

export function Start({ onFiles }: StartProps) {
  const unplaced = useAsk('importing.unplaced', {}).data?.unplaced.length ?? 0
  return (
    <div className="import-start">
      <h2>Import transcripts</h2>
      <FileBox title="Drop transcripts or folders here" onFiles={onFiles}>
        <p>Nothing is stored before you have seen what was read. The files themselves are never changed.</p>
      </FileBox>
      <dl className="import-kinds">
        <div>
          <dt>Documents</dt>
          <dd>Word .docx, OpenDocument .odt, rich text .rtf, PDF with text, .txt, Markdown, HTML</dd>
        </div>
        <div>
          <dt>Transcription programs</dt>
          <dd>
            Teams, Zoom, Google Meet, Otter, Rev, Trint, Sonix, Descript, Word Transcribe; .vtt and .srt
          </dd>
        </div>
        <div>
          <dt>Tables</dt>
          <dd>Excel .xlsx, .csv and .tsv: one turn in each row, or a survey with one person in each row</dd>
        </div>
        <div>
          <dt>Whole projects</dt>
          <dd>Taguette .sqlite3 and QualCoder data.qda, with their codes, passages and memos</dd>
        </div>
      </dl>
      {unplaced === 0 ? null : (
        <p className="import-unplaced">
          <a href={unplacedHref()}>
            {counted(unplaced, 'passage')} from corrected transcripts {unplaced === 1 ? 'has' : 'have'} no
            place yet
          </a>
        </p>
      )}
    </div>
  )
}
