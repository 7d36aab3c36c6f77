/** The figures of a summary: emotions, how strong, why, what else was said. */
import type { TouchpointSummary } from '../../core/contract/analysis.ts'
import { Bars, type BarRow } from '../evidence/Bars.tsx'
import { useCodes, type Codes } from '../evidence/use-codes.ts'
import { FamilyMark } from '../ui/Code.tsx'
import { tone } from '../ui/tones.ts'
import type { PartProps } from './settings.ts'

export function Figures({ summary, onOpen }: PartProps) {
  const codes = useCodes()
  const { n, emotions, why, layers, wanted } = summary
  return (
    <div className="summary-figures">
      <section className="summary-part">
        <h3>Emotions</h3>
        <p className="summary-note">
          People with each emotion, of the {n.E} who spoke of it. Lines are 95% intervals; bars show how
          strong, on average.
        </p>
        <Bars
          label="Emotions"
          heading="People"
          most={n.E}
          rows={emotions.map((emotion) => ({
            ...drawn(emotion.code, emotion.name, emotion.participants, codes),
            interval: emotion.interval && {
              low: emotion.interval.low * n.E,
              high: emotion.interval.high * n.E,
            },
            ...(emotion.intensity === null ? {} : { strength: nearest(emotion.intensity) }),
          }))}
          onOpen={(id) => onOpen(`emotion:${id}`)}
        />
      </section>
      <div className="summary-column">
        {n.F === 0 ? null : <Strength intensity={summary.intensity} onOpen={onOpen} />}
        {why.length === 0 ? null : (
          <section className="summary-part">
            <h3>Why</h3>
            <p className="summary-note">People who gave each reason.</p>
            <Bars
              label="Reasons"
              heading="People"
              most={n.E}
              rows={why.map(({ code, name, participants }) => drawn(code, name, participants, codes))}
              onOpen={(id) => onOpen(`why:${id}`)}
            />
          </section>
        )}
        {layers.length + wanted.length === 0 ? null : (
          <section className="summary-part">
            <h3>Also said</h3>
            <p className="summary-note">Expectation and reality, hand-offs and the rest.</p>
            <Bars
              label="Layers"
              heading="People"
              most={n.E}
              rows={layers.map(({ code, name, participants }) => drawn(code, name, participants, codes))}
              onOpen={(id) => onOpen(`layer:${id}`)}
            />
          </section>
        )}
      </div>
    </div>
  )
}

function drawn(id: string, name: string, value: number, codes: Codes): BarRow {
  const code = codes.byKey.get(id)
  return code === undefined
    ? { id, name, value }
    : { id, name, value, tone: { ...tone(code) }, mark: <FamilyMark family={code.family} code={code} /> }
}

const nearest = (intensity: number): 1 | 2 | 3 => (intensity < 1.5 ? 1 : intensity < 2.5 ? 2 : 3)

const STRENGTHS = ['mild', 'clear', 'strong'] as const
const HEATS = [2, 4, 6] as const

/** Each frustrated person once, by the strongest they said. */
function Strength({
  intensity,
  onOpen,
}: {
  intensity: TouchpointSummary['intensity']
  onOpen: (name: string) => void
}) {
  const total = intensity.reduce((sum, count) => sum + count, 0)
  const starts = intensity.map((_, at) => intensity.slice(0, at).reduce((sum, count) => sum + count, 0))
  const of = (count: number) => `${(100 * count) / Math.max(1, total)}%`
  return (
    <section className="summary-part">
      <h3>How strong</h3>
      <button type="button" className="summary-strength" onClick={() => onOpen('n')}>
        <svg aria-hidden>
          {STRENGTHS.map((name, at) => (
            <rect
              key={name}
              x={of(starts[at] ?? 0)}
              width={of(intensity[at] ?? 0)}
              height="100%"
              data-strength={HEATS[at]}
            />
          ))}
        </svg>
        <span className="summary-strengths">
          {STRENGTHS.map((name, at) => (
            <span key={name}>
              <b>{intensity[at]}</b> {name}
            </span>
          ))}
        </span>
      </button>
    </section>
  )
}
