/** How far the summary can be trusted: coding state, coders, agreement, what to be careful about. */
import type { TouchpointSummary } from '../../core/contract/analysis.ts'

export function Confidence({ summary }: { summary: TouchpointSummary }) {
  const { documents, complete, coders, agreement, warnings } = summary.confidence
  return (
    <section className="summary-part summary-confidence">
      <h3>How far to trust this</h3>
      <dl>
        <dt>Transcripts complete</dt>
        <dd>
          {complete} of {documents}
        </dd>
        <dt>Coders here</dt>
        <dd>{coders}</dd>
        <dt>Agreement</dt>
        <dd>{agreement}</dd>
      </dl>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  )
}
