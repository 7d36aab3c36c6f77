/** Quotes drawn fairly, one of them a counter-example; and what people would have wanted instead. */
import type { ReactNode } from 'react'
import { Dices } from 'lucide-react'
import type { TouchpointSummary } from '../../core/contract/analysis.ts'
import { sourceOf } from '../evidence/citation.ts'
import { formatRoute } from '../app/routes.ts'
import type { PassageRow } from '../../core/contract/codings.ts'
import { Button } from '../ui/Button.tsx'

interface QuotesProps {
  summary: TouchpointSummary
  seed: number
  onSeed: (seed: number) => void
}

export function Quotes({ summary: { quotes }, seed, onSeed }: QuotesProps) {
  return (
    <section className="summary-part">
      <div className="summary-part-head">
        <h3>In their words</h3>
        <Button look="quiet" icon={<Dices aria-hidden />} onPress={() => onSeed(seed + 1)}>
          Draw again
        </Button>
      </div>
      <ul className="summary-quotes">
        {quotes.chosen.map((quote) => (
          <QuoteCard key={quote.passage} row={quote} look={quote.counterExample ? 'counter' : 'plain'}>
            {quote.counterExample ? <em>Counter-example</em> : null}
            {quote.quotedIn.length === 0 ? null : <em>Quoted in {quote.quotedIn.join(', ')}</em>}
          </QuoteCard>
        ))}
      </ul>
      {quotes.counterExample === '' ? null : <p className="summary-note">{quotes.counterExample}</p>}
      <details className="summary-how">
        <summary>How these were chosen</summary>
        <p>Drawn by chance with seed {quotes.seed}, at most two from one person.</p>
        <ol>
          {quotes.chosen.map((quote) => (
            <li key={quote.passage}>
              {sourceOf(quote)[0]}: {quote.why}
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

export function Wanted({ summary: { wanted } }: Pick<QuotesProps, 'summary'>) {
  return wanted.length === 0 ? null : (
    <section className="summary-part">
      <h3>Wanted instead</h3>
      <ul className="summary-quotes">
        {wanted.map((row) => (
          <QuoteCard key={row.passage} row={row} look="plain" />
        ))}
      </ul>
    </section>
  )
}

interface QuoteCardProps {
  row: PassageRow
  look: 'plain' | 'counter'
  children?: ReactNode
}

export function QuoteCard({ row, look, children }: QuoteCardProps) {
  const href = formatRoute({ room: 'code', path: [String(row.document)], query: { at: String(row.start) } })
  return (
    <li className="summary-quote" data-look={look}>
      <blockquote>{row.quote}</blockquote>
      <p className="summary-source">
        <a href={href}>{sourceOf(row).join(', ')}</a>
        {children}
      </p>
    </li>
  )
}
