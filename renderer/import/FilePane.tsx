/** A file that is not open for correction: waiting, not readable, or imported. */
import { formatRoute } from '../app/routes.ts'
import { correctHref, unplacedHref } from '../correct/links.ts'
import { Button } from '../ui/Button.tsx'
import type { Desk } from './desk.ts'
import { stateOf, type ImportFile, type ProjectReport, type StoredDocument } from './files.ts'
import { counted, fileSize, STATE_WORDS } from './words.ts'
import './import.css'
import './FilePane.css'

interface FilePaneProps {
  desk: Desk
  file: ImportFile
}

export function FilePane({ desk, file }: FilePaneProps) {
  const { documents, error, preview } = file
  return (
    <article className="import-file">
      <h2>{file.file.name}</h2>
      {documents === null ? null : <StoredFile documents={documents} />}
      {error === null ? null : <p className="import-error">{error.message}</p>}
      {documents === null && error === null ? (
        <p className="import-quiet">
          {STATE_WORDS[stateOf(file)]} · {fileSize(file.file.size)}
        </p>
      ) : null}
      <div className="import-actions">
        {error !== null && preview !== null ? (
          <Button onPress={() => void desk.store([file.id])}>Try again</Button>
        ) : null}
        {file.isBusy ? null : (
          <Button look="quiet" onPress={() => desk.remove([file.id])}>
            Take off the list
          </Button>
        )}
      </div>
    </article>
  )
}

function StoredFile({ documents }: { documents: readonly StoredDocument[] }) {
  return (
    <ul className="import-results">
      {documents.map((document) => (
        <li key={document.document}>
          <TranscriptLink id={document.document} name={document.name} />
          <span className="import-quiet">
            {counted(document.turns, 'turn')} · {document.speakers.map(({ label }) => label).join(', ')}
          </span>
          <a className="import-quiet" href={correctHref(document.document)}>
            Correct it
          </a>
        </li>
      ))}
    </ul>
  )
}

export const TranscriptLink = ({ id, name }: { id: number; name: string }) => (
  <a href={formatRoute({ room: 'code', path: [String(id)] })}>{name}</a>
)

/** What a project of another program brought. */
export function ProjectResult({ report }: { report: ProjectReport }) {
  const parts = [
    counted(report.documents, 'transcript'),
    counted(report.codes, 'code'),
    counted(report.passages, 'passage'),
    counted(report.codings, 'coding'),
    counted(report.memos, 'memo'),
    counted(report.participants, 'participant'),
  ]
  return (
    <div className="import-report">
      <p>
        Brought in from {report.tool}: {parts.join(', ')}. Undo takes all of it back.
      </p>
      <ul className="import-notes">
        {report.warnings.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
      </ul>
      {report.unplaced === 0 ? null : (
        <a href={unplacedHref()}>
          {report.unplaced === 1
            ? 'Place the passage that had no place'
            : `Place the ${report.unplaced} passages that had no place`}
        </a>
      )}
    </div>
  )
}
