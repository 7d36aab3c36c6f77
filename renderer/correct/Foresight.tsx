/** What would become of passages: kept, changed with their words before and after, or to be decided. */
import { counted } from '../import/words.ts'
import { Difference } from './Difference.tsx'
import type { Foreseen } from './foresee.ts'

export function Foresight({ foreseen: { kept, changed, gone } }: { foreseen: Foreseen }) {
  const total = kept + changed.length + gone.length
  if (total === 0) return <p className="correct-quiet">No passage is touched.</p>
  return (
    <section className="correct-foresight" aria-label="What becomes of its passages" aria-live="polite">
      <p>
        {counted(total, 'passage')}: {outcome({ kept, changed, gone })}
      </p>
      <ul>
        {changed.map(({ before, after }) => (
          <li key={before}>
            <Difference before={before} after={after} />
          </li>
        ))}
        {gone.map((quote) => (
          <li key={quote}>
            <q>{quote}</q>
            <span className="correct-gone">
              Its words would be gone. Its codes and memos wait until you place it or give it up.
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function outcome({ kept, changed, gone }: Foreseen): string {
  return [
    [kept, 'with the same words'],
    [changed.length, 'with the corrected words'],
    [gone.length, 'to decide'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ')
}
