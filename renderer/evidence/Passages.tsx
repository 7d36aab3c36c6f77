/** The passages behind a number, a page at a time. Enter or a click opens the transcript there. */
import { useState } from 'react'
import type { PassageRow } from '../../core/contract/codings.ts'
import { useAsk } from '../data.ts'
import { ProgressBar } from '../ui/Progress.tsx'
import type { Door } from './door.ts'
import { PAGE, PassageList } from './PassageList.tsx'
import type { EvidencePlace } from './place.ts'

interface PassagesProps {
  label: string
  door: Door
  place: EvidencePlace
}

export function Passages({ label, door, place }: PassagesProps) {
  const [offset, setOffset] = useState(0)
  const { total, passages, error } = usePassages(door, offset)
  if (error !== null) return <p className="evidence-note">{error.message}</p>
  if (passages === null) return <ProgressBar label="Finding the passages" />
  return (
    <PassageList
      label={label}
      passages={passages}
      total={total}
      offset={offset}
      onOffset={setOffset}
      place={place}
    />
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
