/** What the colours, the hatching and the three kinds of empty cell mean. */
import type { Heatmap } from '../../core/contract/analysis.ts'
import { figure, lookOf, MEASURES, STEPS } from './figures.ts'

const HEATS = Array.from({ length: STEPS }, (_, step) => step)

export function Legend({ heatmap }: { heatmap: Heatmap }) {
  const { smallN, thinN } = heatmap.settings
  const { measure, ends, isCases } = lookOf(heatmap, false)
  const [from, to] = ends
  return (
    <ul className="heatmap-legend" aria-label="Legend">
      <li>
        <span>{figure(from, measure)}</span>
        <span className="heatmap-scale" aria-hidden>
          {HEATS.map((heat) => (
            <span key={heat} data-heat={heat} />
          ))}
        </span>
        <span>
          {figure(to, measure)} {MEASURES[measure].name.toLowerCase()}
        </span>
      </li>
      <Key state="zero" sample="0/7" words="none frustrated" />
      <Key state="value" isThin sample="2/4" words={`thin: under ${thinN} people`} />
      <Key state="small" sample={`n<${smallN}`} words="too few" />
      <Key state="unmentioned" sample="" words="nobody mentioned it" />
      <Key state="uncoded" sample="" words="not coded yet" />
      {isCases ? <Key state="case" sample="4" words="one person: passages, coloured mild to strong" /> : null}
    </ul>
  )
}

interface KeyProps {
  state: string
  sample: string
  words: string
  isThin?: true
}

function Key({ state, sample, words, isThin }: KeyProps) {
  return (
    <li>
      <span
        className="grid-cell heatmap-key"
        aria-hidden
        data-state={state}
        data-thin={isThin}
        {...(HEAT_OF[state] === undefined ? {} : { 'data-heat': HEAT_OF[state] })}
      >
        {sample}
      </span>
      {words}
    </li>
  )
}

const HEAT_OF: Record<string, number> = { zero: 0, value: 4, case: 4 }
