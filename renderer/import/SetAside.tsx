/** What of the file is not in the transcript, and why; every character is in one or the other. */
import type { Preview } from '../../core/contract/importing.ts'
import { balanceSentence, counted } from './words.ts'

/** Most texts listed under one reason. */
const MOST = 100

export function SetAside({ preview }: { preview: Preview }) {
  const { ignored, characters, comments } = preview
  const reasons = [...Map.groupBy(ignored, ({ why }) => why)]
  return (
    <section className="import-aside">
      {ignored.length === 0 ? (
        <p className="import-quiet">{balanceSentence(characters)}</p>
      ) : (
        <details className="import-details">
          <summary>{balanceSentence(characters)}</summary>
          {reasons.map(([why, lines]) => (
            <div key={why} className="import-ignored">
              <h4>
                {why} <span className="import-quiet">{counted(timesOf(lines), 'time')}</span>
              </h4>
              <ul>
                {lines.slice(0, MOST).map(({ text, times }) => (
                  <li key={text}>
                    <q>{text}</q>
                    {times > 1 ? <span className="import-quiet"> ×{times}</span> : null}
                  </li>
                ))}
              </ul>
              {lines.length > MOST ? <p className="import-quiet">and {lines.length - MOST} more</p> : null}
            </div>
          ))}
        </details>
      )}
      {comments === 0 ? null : (
        <p className="import-quiet">
          {counted(comments, 'comment')} in the margin: kept as memos of their authors
        </p>
      )}
    </section>
  )
}

const timesOf = (lines: Preview['ignored']): number => lines.reduce((sum, { times }) => sum + times, 0)
