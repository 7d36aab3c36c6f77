/** The commands around a transcript: which one, beside which, with or without the panes. */
import { useState } from 'react'
import type { DocumentRow } from '../../core/contract/documents.ts'
import { rangeAt } from '../../core/text/segments.ts'
import { spanOf } from '../../core/text/selection.ts'
import { useCommands } from '../app/registry.ts'
import { go, replaceRoute } from '../app/router.ts'
import type { Route } from '../app/routes.ts'
import { correctHref, replaceHref } from '../correct/links.ts'
import { useDo } from '../data.ts'
import { FILTER_ID } from '../documents/DocumentList.tsx'
import { announce } from '../ui/announce.ts'
import { useHiddenPanes } from '../ui/hidden-panes.ts'
import { CODEBOOK_FILTER_ID } from './side/CodebookPane.tsx'
import type { Desk } from './use-desk.ts'
import type { Desks } from './use-desks.ts'

interface RoomCommands extends Pick<Desks, 'row' | 'besideRow' | 'desk' | 'main' | 'beside'> {
  documents: readonly DocumentRow[]
  route: Route
  /** The arrangement of panes. */
  panes: string
}

const inOrder = new Intl.Collator('en-GB', { numeric: true })

export function useRoomCommands(props: RoomCommands): { isAlone: boolean } {
  const { documents, row, besideRow, desk, main, beside, route, panes } = props
  const [isAlone, setAlone] = useState(false)
  const { toggle } = useHiddenPanes(panes)
  const describe = useDo('documents.describe')
  const ordered = documents.toSorted((a, b) => inOrder.compare(a.name, b.name))
  const next = (from: DocumentRow | undefined, by: 1 | -1) =>
    ordered[
      (ordered.findIndex(({ document }) => document === from?.document) + by + ordered.length) %
        ordered.length
    ]
  const open = (to: DocumentRow | undefined) => {
    if (to !== undefined) go({ room: 'code', path: [String(to.document)] })
  }
  const here = desk?.transcript.document
  useCommands({
    'view.left': () => toggle('left'),
    'view.right': () => toggle('right'),
    'reading.alone': () => {
      setAlone(!isAlone)
      announce(isAlone ? 'The panes are shown again' : 'Only the transcript is shown')
    },
    'reading.nextDocument': () => open(next(row, 1)),
    'reading.previousDocument': () => open(next(row, -1)),
    'reading.beside': () => openBeside(route, row, besideRow === undefined ? next(row, 1) : undefined),
    'reading.other':
      beside === null
        ? false
        : () => document.getElementById((desk === beside ? main : beside)?.reader.id ?? '')?.focus(),
    'reading.filter': isAlone
      ? false
      : () => document.getElementById(FILTER_ID)?.querySelector('input')?.focus(),
    'reading.print': () =>
      go({ room: 'code', path: row === undefined ? [] : [String(row.document)], query: { print: '1' } }),
    'reading.complete':
      row === undefined
        ? false
        : () =>
            describe.mutate({
              document: row.document,
              status: row.status === 'complete' ? 'coding' : 'complete',
            }),
    'reading.correct': here === undefined ? false : () => (location.hash = correctHref(here, turnAt(desk))),
    'reading.replace': here === undefined ? false : () => (location.hash = replaceHref(here)),
    'codebook.filter': isAlone
      ? false
      : () => document.getElementById(CODEBOOK_FILTER_ID)?.querySelector('input')?.focus(),
  })
  return { isAlone }
}

/** The turn of the caret. */
function turnAt(desk: Desk | null): number | undefined {
  if (desk === null) return undefined
  const { turns } = desk.transcript
  return turns[rangeAt(turns, spanOf(desk.reader.get().selection).start)]?.id
}

/** Opens a second transcript beside the first, or closes it; the address says which, so that Back works. */
export function openBeside(
  route: Route,
  row: DocumentRow | undefined,
  beside: DocumentRow | undefined,
): void {
  const path = row === undefined ? route.path : [String(row.document)]
  replaceRoute({ room: 'code', path, query: beside === undefined ? {} : { beside: String(beside.document) } })
}
