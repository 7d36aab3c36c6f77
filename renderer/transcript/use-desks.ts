/** The one or two transcripts on the page, and the one that commands act on. */
import { useCallback, useEffect, useState } from 'react'
import type { DocumentRow } from '../../core/contract/documents.ts'
import type { Route } from '../app/routes.ts'
import { remember } from './data/memory.ts'
import { useDesk, type Desk, type DeskProps, type Side } from './use-desk.ts'

interface DesksProps extends Omit<DeskProps, 'side' | 'document'> {
  documents: readonly DocumentRow[]
  route: Route
}

export interface Desks {
  main: Desk | null
  beside: Desk | null
  /** The one that has the focus, or had it last. */
  desk: Desk | null
  hasFocus: boolean
  onFocusChange: (side: Side, hasFocus: boolean) => void
  row: DocumentRow | undefined
  besideRow: DocumentRow | undefined
}

/** The address says which transcripts; without one it is the one read last. */
export function useDesks({ documents, route, ...asked }: DesksProps): Desks {
  const { memory } = asked
  const [focus, setFocus] = useState<{ side: Side; isIn: boolean }>({ side: 'main', isIn: false })
  const rowOf = (id: string | number | null | undefined) =>
    documents.find(({ document }) => String(document) === String(id))
  const row = rowOf(route.path[0]) ?? rowOf(memory.get().document) ?? documents[0]
  const besideRow = rowOf(route.query.beside)
  const main = useDesk({ ...asked, side: 'main', document: row?.document ?? null })
  const beside = useDesk({ ...asked, side: 'beside', document: besideRow?.document ?? null })
  const current = row?.document
  useEffect(() => {
    if (current !== undefined) remember(memory, { document: current })
  }, [memory, current])
  const onFocusChange = useCallback((side: Side, isIn: boolean) => setFocus({ side, isIn }), [setFocus])
  return {
    main,
    beside,
    desk: focus.side === 'beside' && beside !== null ? beside : main,
    hasFocus: focus.isIn,
    onFocusChange,
    row,
    besideRow,
  }
}
