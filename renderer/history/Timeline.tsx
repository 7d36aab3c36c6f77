/** Steps grouped by day, newest first; each opens to the rows it changed. */
import { ChevronRight } from 'lucide-react'
import {
  Button as AriaButton,
  Disclosure,
  DisclosurePanel,
  Heading,
  type KeyboardEvent,
} from 'react-aria-components'
import type { Output } from '../../core/contract/index.ts'
import { formatRoute } from '../app/routes.ts'
import { useAsk } from '../data.ts'
import { differing, kindName, thingName } from './kinds.ts'

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

const WAYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
}

/** From step to step with the arrows. */
function walk(event: KeyboardEvent): void {
  const way = WAYS[event.key]
  const here: Element = event.currentTarget
  const rows = [...(here.closest('.history-days')?.querySelectorAll<HTMLElement>('.history-trigger') ?? [])]
  if (way === undefined) event.continuePropagation()
  else
    rows[
      way(
        rows.findIndex((row) => row === here),
        rows.length - 1,
      )
    ]?.focus()
}

function StepRow({ step }: { step: Step }) {
  return (
    <Disclosure className="history-step" data-undone={step.undone || undefined}>
      {({ isExpanded }) => (
        <>
          <Heading level={3} className="history-heading">
            <AriaButton slot="trigger" className="history-trigger" onKeyDown={walk}>
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
              {thingName(change.table)} {change.row} {OPS[change.op] ?? change.op}
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
