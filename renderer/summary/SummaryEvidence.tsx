/** The passages behind a number of the summary. */
import type { TouchpointSummary } from '../../core/contract/analysis.ts'
import { Evidence } from '../evidence/Evidence.tsx'
import type { EvidencePlace } from '../evidence/place.ts'
import { openedBy, type Level } from './doors.ts'
import type { SummaryView } from './settings.ts'

interface SummaryEvidenceProps {
  name: string
  summary: TouchpointSummary
  view: SummaryView
  level: Level
  place: EvidencePlace
  onClose: () => void
}

export function SummaryEvidence({ name, summary, view, level, place, onClose }: SummaryEvidenceProps) {
  const opened = openedBy(name, summary, view, level)
  if (opened === null) return null
  return (
    <Evidence key={name} title={opened.title} doors={opened.doors} place={place} onClose={onClose} hasFocus>
      {opened.words === '' ? null : <p className="summary-behind">{opened.words}</p>}
    </Evidence>
  )
}
