/** Everyone counted as one mark each: frustrated, spoke of it without frustration, did not speak of it. */
import type { PartProps } from './settings.ts'

const STEP = 16
const RADIUS = 5.5

export function PeopleStrip({ summary: { n }, onOpen }: PartProps) {
  return (
    <section className="summary-n">
      <button type="button" className="summary-people" onClick={() => onOpen('n')}>
        <svg width={Math.max(1, n.P) * STEP} height={STEP} aria-hidden>
          {Array.from({ length: n.P }, (_, at) => (
            <circle
              key={at}
              cx={at * STEP + STEP / 2}
              cy={STEP / 2}
              r={RADIUS}
              className="summary-person"
              data-person={at < n.F ? 'felt' : at < n.E ? 'spoke' : 'silent'}
            />
          ))}
        </svg>
        <span>
          <b>
            {n.F} of {n.E}
          </b>{' '}
          frustrated, of {n.P} counted<span className="hidden-visually">: show the passages</span>
        </span>
      </button>
      <p className="summary-n-line">{n.sentence}</p>
    </section>
  )
}
