/** The one-page summary of a touchpoint: short text from counts, figures, quotes, how far to trust it. */
import { Clock, Printer } from 'lucide-react'
import { IconButton } from '../ui/Button.tsx'
import { Colleagues } from './Colleagues.tsx'
import { Confidence } from './Confidence.tsx'
import { Figures } from './Figures.tsx'
import { PeopleStrip } from './PeopleStrip.tsx'
import { Quotes, Wanted } from './Quotes.tsx'
import { SaveSummary } from './SaveSummary.tsx'
import { linkTo, type PartProps, type SummaryView } from './settings.ts'

interface PageProps extends PartProps {
  view: SummaryView
  onChange: (next: Partial<SummaryView>) => void
}

export function Page({ summary, view, onChange, onOpen }: PageProps) {
  const { touchpoint, n } = summary
  return (
    <article className="summary-page">
      <header className="summary-head">
        <p className="summary-crumb">
          {[touchpoint.journey, touchpoint.stage]
            .filter((name) => name !== '' && name !== touchpoint.name)
            .join(' › ')}
        </p>
        <div className="summary-actions">
          <IconButton
            label="Print"
            keys="Mod+P"
            icon={<Printer aria-hidden />}
            onPress={() => window.print()}
          />
          <SaveSummary view={view} />
        </div>
        <h2>{touchpoint.name}</h2>
        <p className="summary-definition">{touchpoint.definition}</p>
        {touchpoint.clock === null ? null : (
          <p className="summary-clock">
            <Clock aria-hidden /> {touchpoint.clock}
          </p>
        )}
      </header>
      <PeopleStrip summary={summary} onOpen={onOpen} />
      <InShort summary={summary} view={view} />
      {n.E === 0 ? null : <Figures summary={summary} onOpen={onOpen} />}
      <div className="summary-figures">
        {summary.quotes.chosen.length === 0 && summary.quotes.counterExample === '' ? null : (
          <Quotes summary={summary} seed={view.seed} onSeed={(seed) => onChange({ seed })} />
        )}
        <div className="summary-column">
          <Wanted summary={summary} />
          <Colleagues summary={summary} view={view} />
        </div>
      </div>
      <Confidence summary={summary} />
    </article>
  )
}

/** Sentences put together from counts; each leads to the passages that carry it. */
function InShort({ summary, view }: Pick<PageProps, 'summary' | 'view'>) {
  return (
    <section className="summary-part summary-short">
      <h3>In short</h3>
      <p>
        {summary.text.map(({ sentence, passages }, at) => (
          <span key={sentence}>
            {passages.length === 0 ? sentence : <a href={linkTo(view, `text:${at}`)}>{sentence}</a>}{' '}
          </span>
        ))}
      </p>
    </section>
  )
}
