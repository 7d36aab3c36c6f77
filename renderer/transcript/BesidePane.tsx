/** The second transcript: it can be exchanged for another and closed. */
import { useCallback, useMemo } from 'react'
import type { DocumentRow } from '../../core/contract/documents.ts'
import type { Route } from '../app/routes.ts'
import { ReaderPane, type ReaderPaneProps } from './ReaderPane.tsx'
import { openBeside } from './use-room-commands.ts'

interface BesidePaneProps extends Omit<ReaderPaneProps, 'side' | 'onClose' | 'others' | 'onChoose'> {
  documents: readonly DocumentRow[]
  route: Route
  /** The transcript it stands beside. */
  main: DocumentRow | undefined
}

export function BesidePane({ documents, route, main, ...pane }: BesidePaneProps) {
  const onClose = useCallback(() => openBeside(route, main, undefined), [route, main])
  const onChoose = useCallback(
    (chosen: DocumentRow['document']) =>
      openBeside(
        route,
        main,
        documents.find(({ document }) => document === chosen),
      ),
    [route, main, documents],
  )
  const others = useMemo(
    () => documents.map(({ document, name }) => ({ id: document, label: name })),
    [documents],
  )
  return <ReaderPane {...pane} side="beside" onClose={onClose} others={others} onChoose={onChoose} />
}
