/** A room with its evidence beside it; over it on a narrow page. */
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { Panes, type Pane } from '../ui/Panes.tsx'

interface WithEvidenceProps {
  /** Names the arrangement, so that widths are remembered. */
  id: string
  panes: readonly Pane[]
  /** What is open, if anything. */
  evidence: ReactNode
  onClose: () => void
}

const NARROW = '(max-width: 46rem)'
const WIDTH = { width: 380, minWidth: 280 }

export function WithEvidence({ id, panes, evidence, onClose }: WithEvidenceProps) {
  const isNarrow = useSyncExternalStore(onNarrowChange, () => matchMedia(NARROW).matches)
  const isOpen = evidence !== null
  useReturn(isOpen)
  if (isNarrow) {
    return (
      <>
        <Panes id={id} panes={panes} />
        <Dialog title="Passages" isOpen={isOpen} onClose={onClose}>
          {evidence}
        </Dialog>
      </>
    )
  }
  const beside: Pane = { id: 'evidence', title: 'Passages', content: evidence, ...WIDTH, isHidden: !isOpen }
  return <Panes id={id} panes={[...panes, beside]} />
}

/** When the passages are closed over the focus, it goes back to the number that opened them, or to the page. */
function useReturn(isOpen: boolean): void {
  const outside = useRef<HTMLElement | null>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest('.evidence') === null) outside.current = target
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    if (!isClosed || document.activeElement !== document.body) return
    const back = outside.current?.isConnected ? outside.current : document.getElementById('room')
    back?.focus()
  }, [isOpen])
}

function onNarrowChange(listener: () => void) {
  const query = matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
