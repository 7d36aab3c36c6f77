/** What colleagues said of the touchpoint, as counts of sessions and speakers, never percentages. */
import type { TouchpointSummary } from '../../core/contract/analysis.ts'
import { QuoteCard } from './Quotes.tsx'
import { linkTo, type SummaryView } from './settings.ts'

const SHOWN = 3

interface ColleaguesProps {
  summary: TouchpointSummary
  view: SummaryView
}

export function Colleagues({ summary: { colleagues }, view }: ColleaguesProps) {
  const { sessions, speakers, passages, sealed } = colleagues
  return (
    <section className="summary-part">
      <h3>What colleagues said</h3>
      {sessions === 0 ? (
        <p className="summary-note">
          No colleague spoke of it{sealed ? ' yet. Residents’ findings are sealed until they have.' : '.'}
        </p>
      ) : (
        <>
          <p>
            <a href={linkTo(view, 'colleagues')}>
              {speakers === 1 ? '1 colleague' : `${speakers} colleagues`} in{' '}
              {sessions === 1 ? '1 session' : `${sessions} sessions`}, {passages.length}{' '}
              {passages.length === 1 ? 'passage' : 'passages'}.
            </a>
          </p>
          <ul className="summary-quotes">
            {passages.slice(0, SHOWN).map((row) => (
              <QuoteCard key={row.passage} row={row} look="plain" />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
