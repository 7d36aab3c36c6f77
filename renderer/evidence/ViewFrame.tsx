/** The frame of a view: its bar, what it shows, and the passages beside it. */
import type { ReactNode } from 'react'
import { useCommands } from '../app/registry.ts'
import type { RoomId } from '../app/routes.ts'
import type { CoreError } from '../../core/contract/errors.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { SaveTable, type FurtherTable, type TableView } from './SaveTable.tsx'
import { UnsealButton } from './Seal.tsx'
import { ViewMenu } from './ViewMenu.tsx'
import { WithEvidence } from './WithEvidence.tsx'
import './grid.css'
import './evidence.css'

const nothing = () => {}
const NONE: readonly FurtherTable[] = []

interface ViewFrameProps {
  room: RoomId
  /** As in `views.ts`. */
  view: string
  /** Choices after the view's name. */
  bar?: ReactNode
  /** What it shows, for a file; nothing to save while that is not known. */
  table?: TableView | null
  further?: readonly FurtherTable[]
  children: ReactNode
  evidence?: ReactNode
  onClose?: () => void
}

export function ViewFrame({
  room,
  view,
  bar,
  table = null,
  further = NONE,
  children,
  evidence = null,
  onClose = nothing,
}: ViewFrameProps) {
  useCommands({ 'view.right': evidence === null ? false : onClose })
  const main = (
    <div className="view">
      <div className="view-bar" role="toolbar" aria-label="What is shown">
        <ViewMenu room={room} current={view} />
        {bar}
        {table === null ? null : (
          <span className="view-bar-end">
            <SaveTable table={table} further={further} />
          </span>
        )}
      </div>
      <div className="view-body">{children}</div>
    </div>
  )
  return (
    <WithEvidence
      id={`${room}.${view}`}
      panes={[{ id: 'main', title: 'View', content: main, minWidth: 320 }]}
      evidence={evidence}
      onClose={onClose}
    />
  )
}

interface AnswerProps<T> {
  answer: { data: T | undefined; error: CoreError | null }
  /** What is being worked out, while it is. */
  working: string
  children: (data: T) => ReactNode
}

/** What was asked for, or why not: still working, sealed, something wrong. */
export function Answer<T>({ answer: { data, error }, working, children }: AnswerProps<T>) {
  if (error !== null) return <Trouble error={error} />
  return data === undefined ? <ProgressBar label={working} /> : <>{children(data)}</>
}

/** Why something could not be shown; residents' findings can be unsealed here. */
export function Trouble({ error, children }: { error: CoreError; children?: ReactNode }) {
  const isSealed = error.code === 'sealed'
  return (
    <EmptyState
      title={isSealed ? 'Residents’ findings are sealed' : 'This could not be shown'}
      actions={
        <>
          {children}
          {isSealed ? <UnsealButton /> : null}
        </>
      }
    >
      <p>{error.message}</p>
    </EmptyState>
  )
}
