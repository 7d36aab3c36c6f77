/** Steps grouped by day, newest first; each opens to the rows it changed. */
import { ChevronRight } from 'lucide-react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { Output } from '../../core/contract/index.ts'
import { formatRoute } from '../app/routes.ts'
import { useAsk } from '../data.ts'
import { kindName } from './kinds.ts'

type Step = Output<'history.log'>['steps'][number]

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' })
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

export function Timeline({ steps }: { steps: readonly Step[] }) {
  const days = Map.groupBy(steps, (step) => day.format(new Date(step.at)))
  return (
    <div className="history-days">
      {[...days].map(([name, list]) => (
        <section key={name} className="history-day">
          <h2>{name}</h2>
          {list.map((step) => (
            <StepRow key={step.step} step={step} />
          ))}
        </section>
      ))}
    </div>
  )
}

function StepRow({ step }: { step: Step }) {
  return (
    <Disclosure className="history-step" data-undone={step.undone || undefined}>
      {({ isExpanded }) => (
        <>
          <Heading level={3} className="history-heading">
            <AriaButton slot="trigger" className="history-trigger">
              <ChevronRight aria-hidden className="history-chevron" />
              <time dateTime={step.at}>{time.format(new Date(step.at))}</time>
              <span className="history-coder">{step.coder}</span>
              <span className="history-label">
                {step.label === '' ? kindName(step.kind) : step.label}
                {step.undone ? <span className="history-undone"> (undone)</span> : null}
              </span>
              <span className="history-kind">{kindName(step.kind)}</span>
            </AriaButton>
          </Heading>
          <DisclosurePanel className="history-panel">
            {isExpanded ? <Changes step={step} /> : null}
          </DisclosurePanel>
        </>
      )}
    </Disclosure>
  )
}

const OPS: Record<string, string> = { insert: 'added', update: 'changed', delete: 'removed' }

/** Column names whose value differs; the trail holds no transcript text. */
function differing(before: unknown, after: unknown): [string, string, string][] {
  const from = (before ?? {}) as Record<string, unknown>
  const to = (after ?? {}) as Record<string, unknown>
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((key) => key !== 'id' && from[key] !== to[key])
    .map((key) => [key, String(from[key] ?? '–'), String(to[key] ?? '–')])
}

function Changes({ step }: { step: Step }) {
  const { data } = useAsk('history.changes', { step: step.step })
  if (!data) return null
  return (
    <>
      {step.document === null ? null : (
        <a href={formatRoute({ room: 'code', path: [String(step.document)] })}>Open the transcript</a>
      )}
      {data.changes.length === 0 ? <p>No rows of its own.</p> : null}
      <ul className="history-changes">
        {data.changes.slice(0, 100).map((change) => (
          <li key={`${change.table} ${change.row} ${change.op}`}>
            <span>
              {change.table.replaceAll('_', ' ')} {change.row} {OPS[change.op] ?? change.op}
            </span>
            {change.op === 'update'
              ? differing(change.before, change.after).map(([key, from, to]) => (
                  <span key={key} className="history-difference">
                    {key.replaceAll('_', ' ')}: {from} → {to}
                  </span>
                ))
              : null}
          </li>
        ))}
      </ul>
      {data.changes.length > 100 ? <p>and {data.changes.length - 100} more rows</p> : null}
    </>
  )
}
