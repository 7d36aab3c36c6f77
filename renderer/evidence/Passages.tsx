/** The passages behind a number, a page at a time. Enter or a click opens the transcript there. */
import { useState } from 'react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { PassageRow } from '../../core/contract/codings.ts'
import { useAsk } from '../data.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { GridList } from '../ui/List.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import type { Door } from './door.ts'
import { PassageItem } from './PassageItem.tsx'
import type { EvidencePlace } from './place.ts'
import { useCodes } from './use-codes.ts'

const PAGE = 50

interface PassagesProps {
  label: string
  door: Door
  place: EvidencePlace
}

export function Passages({ label, door, place }: PassagesProps) {
  const [offset, setOffset] = useState(0)
  const { total, passages, error } = usePassages(door, offset)
  const codes = useCodes()
  if (error !== null) return <p className="evidence-note">{error.message}</p>
  if (passages === null) return <ProgressBar label="Finding the passages" />
  if (total === 0) return <p className="evidence-note">No passages.</p>
  return (
    <>
      <GridList
        label={label}
        className="evidence-list"
        items={passages}
        dependencies={[codes, place.passage]}
        onAction={(key) => {
          const passage = passages.find((row) => row.passage === key)
          if (passage !== undefined) place.visit(passage)
        }}
      >
        {(row) => (
          <PassageItem
            key={row.passage}
            id={row.passage}
            row={row}
            codes={codes}
            isVisited={row.passage === place.passage}
          />
        )}
      </GridList>
      {total > PAGE ? <Pager offset={offset} total={total} onMove={setOffset} /> : null}
    </>
  )
}

interface Found {
  total: number
  passages: readonly PassageRow[] | null
  error: Error | null
}

function usePassages(door: Door, offset: number): Found {
  const isFigure = door.kind === 'figure'
  const behind = useAsk(
    'analysis.behind',
    isFigure
      ? { settings: door.settings, row: door.row, column: door.column, of: door.of, offset, limit: PAGE }
      : { settings: {}, row: null, column: null },
    { enabled: isFigure, keep: true },
  )
  const known = isFigure ? [] : door.passages
  const named = useAsk(
    'codings.passages',
    { passages: known.slice(offset, offset + PAGE) },
    { enabled: !isFigure, keep: true },
  )
  return isFigure
    ? { total: behind.data?.total ?? 0, passages: behind.data?.passages ?? null, error: behind.error }
    : { total: known.length, passages: named.data?.passages ?? null, error: named.error }
}

interface PagerProps {
  offset: number
  total: number
  onMove: (offset: number) => void
}

function Pager({ offset, total, onMove }: PagerProps) {
  const last = Math.min(offset + PAGE, total)
  return (
    <nav className="evidence-pager" aria-label="Pages of passages">
      <IconButton
        label="Earlier passages"
        icon={<ChevronLeft aria-hidden />}
        isDisabled={offset === 0}
        onPress={() => onMove(offset - PAGE)}
      />
      <span>
        {offset + 1}–{last} of {total}
      </span>
      <Button look="quiet" isDisabled={last >= total} onPress={() => onMove(offset + PAGE)}>
        Next {Math.min(PAGE, total - last) || ''} <ChevronRight aria-hidden />
      </Button>
    </nav>
  )
}
