/** Touchpoints: the list in journey order, and the one-page summary of the chosen one. */
import { useMemo } from 'react'
import { useAsk } from '../data.ts'
import { useCommands } from '../app/registry.ts'
import { go, replaceRoute } from '../app/router.ts'
import { formatRoute, type RoomProps } from '../app/routes.ts'
import { evidencePlace } from '../evidence/place.ts'
import { useCodes } from '../evidence/use-codes.ts'
import { Trouble } from '../evidence/ViewFrame.tsx'
import { WithEvidence } from '../evidence/WithEvidence.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useHiddenPanes } from '../ui/hidden-panes.ts'
import type { Level } from './doors.ts'
import { Page } from './Page.tsx'
import { readSummary, writeSummary, type SummaryView } from './settings.ts'
import { SummaryEvidence } from './SummaryEvidence.tsx'
import { TouchpointList } from './TouchpointList.tsx'
import { useTouchpoints, type TouchpointRow } from './use-touchpoints.ts'
import './summary.css'
import './paper.css'

export default function SummaryRoom({ route }: RoomProps) {
  const asked = useMemo(() => readSummary(route), [route])
  const list = useTouchpoints(asked)
  const touchpoint = asked.touchpoint ?? list.rows.find(({ isQuiet }) => !isQuiet)?.id ?? null
  const view = useMemo(() => ({ ...asked, touchpoint }), [asked, touchpoint])
  const level = useLevel(touchpoint)
  const summary = useAsk(
    'analysis.summary',
    { touchpoint: touchpoint ?? '', scope: view.scope, frustration: view.frustration, seed: view.seed },
    { enabled: touchpoint !== null, keep: true },
  )
  const moves = useMoves(view)
  const hidden = useHiddenPanes('touchpoints')
  const at = list.rows.findIndex(({ id }) => id === touchpoint)
  const step = (to: TouchpointRow | undefined) => to !== undefined && (() => moves.choose(to.id))
  useCommands({
    'figure.next': step(list.rows[at + 1]),
    'figure.previous': step(list.rows[at - 1]),
    'figure.print': () => window.print(),
    'view.left': () => hidden.toggle('touchpoints'),
    'view.right': view.open !== null && moves.close,
  })

  const trouble = list.error ?? summary.error
  const page =
    trouble !== null ? (
      <Trouble error={trouble} />
    ) : touchpoint === null && list.isKnown ? (
      <NothingYet />
    ) : summary.data === undefined ? null : (
      <Page summary={summary.data} view={view} onChange={moves.change} onOpen={moves.open} />
    )
  const side = <TouchpointList list={list} view={view} onChange={moves.change} onChoose={moves.choose} />
  const isHidden = hidden.isHidden('touchpoints')
  return (
    <WithEvidence
      id="touchpoints"
      onClose={moves.close}
      panes={[
        { id: 'touchpoints', title: 'Touchpoints', width: 320, minWidth: 220, isHidden, content: side },
        { id: 'summary', title: 'Summary', minWidth: 320, content: page },
      ]}
      evidence={
        view.open === null || summary.data === undefined ? null : (
          <SummaryEvidence
            name={view.open}
            summary={summary.data}
            view={view}
            level={level}
            place={evidencePlace(route)}
            onClose={moves.close}
          />
        )
      }
    />
  )
}

/** The ways through the room, each kept in the address. */
function useMoves(view: SummaryView) {
  return useMemo(() => {
    const open = (name: string | null) => replaceRoute(writeSummary({ ...view, open: name }))
    return {
      open,
      close: () => open(null),
      change: (next: Partial<SummaryView>) => go(writeSummary({ ...view, open: null, ...next })),
      /** Walking down the list is one step for Back, not a step for each touchpoint. */
      choose: (touchpoint: string) => replaceRoute(writeSummary({ ...view, open: null, touchpoint })),
    }
  }, [view])
}

/** A link may lead to a stage or a whole journey as well. */
function useLevel(touchpoint: string | null): Level {
  return useCodes().byKey.get(touchpoint ?? '')?.level ?? 'touchpoint'
}

function NothingYet() {
  return (
    <EmptyState
      title="No touchpoints mentioned yet"
      actions={
        <a className="w-button" data-look="primary" href={formatRoute({ room: 'code' })}>
          Code passages
        </a>
      }
    >
      <p>
        Code passages to touchpoints, emotions and reasons. Each touchpoint then gets a page of its own here.
      </p>
    </EmptyState>
  )
}
