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
  const page = { offset, limit: PAGE }
  const behind = useAsk(
    'analysis.behind',
    door.kind === 'figure'
      ? { settings: door.settings, row: door.row, column: door.column, of: door.of, ...page }
      : { settings: {}, row: null, column: null },
    { keep: true, enabled: door.kind === 'figure' },
  )
  const known = door.kind === 'passages' ? door.passages : []
  const named = useAsk(
    'codings.passages',
    { passages: known.slice(offset, offset + PAGE) },
    { keep: true, enabled: door.kind === 'passages' },
  )
  const found = useAsk(
    'search.retrieve',
    { query: door.kind === 'query' ? door.query : {}, ...page },
    { keep: true, enabled: door.kind === 'query' },
  )
  const { data, error } = { figure: behind, passages: named, query: found }[door.kind]
  const total = data !== undefined && 'total' in data ? data.total : known.length
  return { total, passages: data?.passages ?? null, error }
}
