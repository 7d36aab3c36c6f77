/** What became of the files, and where to go on. */
import { go } from '../app/router.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { focusFirst } from '../ui/focus.ts'
import type { Desk } from './desk.ts'
import { importedIn } from './desk.ts'
import { ProjectResult, TranscriptLink } from './FilePane.tsx'
import { stateOf } from './files.ts'
import { useFiles, useIsWorking } from './use-desk.ts'
import { counted } from './words.ts'

export function Summary({ desk }: { desk: Desk }) {
  const files = useFiles(desk)
  const isWorking = useIsWorking(desk)
  const documents = files.flatMap((file) => file.documents ?? [])
  const reports = files.flatMap(({ report }) => report ?? [])
  const failed = files.filter((file) => stateOf(file) === 'failed')
  const waiting = files.filter((file) => ['look', 'ready'].includes(stateOf(file))).length
  const imported = importedIn(files)
  if (imported === 0 && failed.length === 0)
    return isWorking ? null : <EmptyState title="Choose a file to see what was read" />
  const [first] = documents
  return (
    <article className="import-file">
      <h2>{imported === 0 ? 'Nothing was imported' : `${counted(imported, 'transcript')} imported`}</h2>
      {imported === 0 || isWorking ? null : (
        <div className="import-actions">
          <Button
            ref={focusFirst}
            look="primary"
            onPress={() => go({ room: 'code', path: first === undefined ? [] : [String(first.document)] })}
          >
            Start coding
          </Button>
          {waiting > 0 ? null : (
            <Button onPress={() => desk.remove(files.map(({ id }) => id))}>Import more</Button>
          )}
        </div>
      )}
      {reports.map((report) => (
        <ProjectResult key={report.step} report={report} />
      ))}
      {failed.length === 0 ? null : (
        <section className="import-failed">
          <h3>{counted(failed.length, 'file')} not imported</h3>
          <ul>
            {failed.map((file) => (
              <li key={file.id}>
                <p>{file.error?.message}</p>
                {file.preview === null && !file.isProject ? null : (
                  <Button look="quiet" className="import-small" onPress={() => desk.select(file.id)}>
                    Look at it
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {documents.length === 0 ? null : (
        <ul className="import-results">
          {documents.map(({ document, name, turns }) => (
            <li key={document}>
              <TranscriptLink id={document} name={name} />
              <span className="import-quiet">{counted(turns, 'turn')}</span>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
