/** What happened to one person, step by step in the order they told it. */
import { scaleLinear } from 'd3-scale'
import type { Output } from '../../../core/contract/index.ts'
import { useAsk } from '../../data.ts'
import { go } from '../../app/router.ts'
import { formatRoute, type RoomProps } from '../../app/routes.ts'
import { sourceOf } from '../../evidence/citation.ts'
import { useCodes } from '../../evidence/use-codes.ts'
import { Answer, ViewFrame } from '../../evidence/ViewFrame.tsx'
import { CodeChip } from '../../ui/Code.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import './journey.css'

type Step = Output<'mapping.journey'>['steps'][number]

export default function Journey({ route }: RoomProps) {
  const people = (useAsk('participants.list', {}).data?.participants ?? [])
    .filter(({ withdrawn, passages }) => withdrawn === null && passages > 0)
    .toSorted((a, b) => Number(b.role === 'resident') - Number(a.role === 'resident'))
  const chosen = people.find(({ id }) => String(id) === route.path[1]) ?? people[0]
  const answer = useAsk(
    'mapping.journey',
    { participant: chosen?.id ?? 0 },
    { enabled: chosen !== undefined, keep: true },
  )
  return (
    <ViewFrame
      room="map"
      view="journey"
      table={chosen === undefined ? null : { view: 'journey', settings: { participant: chosen.id } }}
      bar={
        <Select
          label="Person"
          options={people.map(({ id, name, role, passages }) => ({
            id,
            label: name,
            description: `${role}, ${passages === 1 ? '1 passage' : `${passages} passages`}`,
          }))}
          value={chosen?.id ?? null}
          onChange={(id) => go({ room: 'map', path: ['journey', String(id)] })}
        />
      }
    >
      {chosen === undefined ? (
        <EmptyState title="Nobody’s journey yet">
          <p>Code what a participant said to touchpoints. Their journey then appears here, step by step.</p>
        </EmptyState>
      ) : (
        <Answer answer={answer} working="Following the journey">
          {({ participant, steps }) => <Steps name={participant.name} steps={steps} />}
        </Answer>
      )}
    </ViewFrame>
  )
}

function Steps({ name, steps }: { name: string; steps: readonly Step[] }) {
  return (
    <>
      <header className="view-head">
        <h3>{name}, in the order they told it</h3>
        <p>
          {steps.length === 1 ? '1 passage' : `${steps.length} passages`} at a touchpoint. To the left what
          displeased them, further out the stronger; to the right what pleased them.
        </p>
      </header>
      <ol className="journey">
        {steps.map((step, at) => (
          <li key={step.passage.passage} className="journey-step">
            <p className="journey-stage">{stageOf(step) === stageOf(steps[at - 1]) ? '' : stageOf(step)}</p>
            <Feeling step={step} before={steps[at - 1]} after={steps[at + 1]} />
            <Told step={step} />
          </li>
        ))}
      </ol>
    </>
  )
}

const stageOf = (step: Step | undefined): string | undefined => step?.touchpoints[0]?.stage

function Told({ step: { passage, touchpoints } }: { step: Step }) {
  const codes = useCodes()
  const href = formatRoute({
    room: 'code',
    path: [String(passage.document)],
    query: { at: String(passage.start) },
  })
  return (
    <div className="journey-words">
      <p className="journey-touchpoints">
        {touchpoints.map(({ id, name }) => (
          <a key={id} href={formatRoute({ room: 'touchpoints', path: [id] })}>
            {name}
          </a>
        ))}
      </p>
      <blockquote>
        <a href={href}>{passage.quote}</a>
      </blockquote>
      <p className="journey-codes">
        <span>{sourceOf(passage).slice(1).join(', ')}</span>
        {passage.codes.map(({ id, family, intensity }) => {
          const code = family === 'touchpoint' ? undefined : codes.byId.get(id)
          return code === undefined ? null : <CodeChip key={id} code={code} intensity={intensity} />
        })}
      </p>
    </div>
  )
}

const WIDTH = 96
const across = scaleLinear()
  .domain([-3, 2])
  .range([8, WIDTH - 8])

/** Displeased to the left by the strength of the frustration; pleased to the right. */
function feelingOf({ positive, negative, frustration }: Step): number {
  const pleased = positive ? 2 : 0
  const displeased = frustration > 0 ? frustration : negative ? 1 : 0
  return pleased - displeased
}

interface FeelingProps {
  step: Step
  before: Step | undefined
  after: Step | undefined
}

function Feeling({ step, before, after }: FeelingProps) {
  const here = across(feelingOf(step))
  const look = step.positive ? (step.negative ? 'both' : 'pleased') : step.negative ? 'displeased' : 'even'
  const middle = across(0)
  return (
    <div className="journey-feeling" data-look={look} data-family="emotion" data-step="cool-2">
      <svg width={WIDTH} height="100%" aria-hidden>
        <line className="journey-zero" x1={middle} x2={middle} y1="0" y2="100%" />
        {before === undefined ? null : (
          <line
            className="journey-line"
            x1={(here + across(feelingOf(before))) / 2}
            y1="0"
            x2={here}
            y2="50%"
          />
        )}
        {after === undefined ? null : (
          <line
            className="journey-line"
            x1={here}
            y1="50%"
            x2={(here + across(feelingOf(after))) / 2}
            y2="100%"
          />
        )}
        <circle className="journey-point" cx={here} cy="50%" r="6" />
      </svg>
      <span className="hidden-visually">
        {look === 'both' ? 'pleased and displeased' : look}
        {step.frustration > 0 ? `, frustration ${step.frustration} of 3` : ''}
      </span>
    </div>
  )
}
