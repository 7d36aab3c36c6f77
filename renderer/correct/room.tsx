/** Correcting transcripts that are in the study: their words and speakers, their file, passages that lost their words. */
import { formatRoute, type RoomProps } from '../app/routes.ts'
import { useAsk } from '../data.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { CorrectPage } from './CorrectPage.tsx'
import { ReplacePage } from './ReplacePage.tsx'
import { UnplacedPage } from './UnplacedPage.tsx'
import './correct.css'

export default function CorrectRoom({ route }: RoomProps) {
  const [task, id] = route.path
  const documents = useAsk('documents.list', {}).data?.documents
  if (documents === undefined) return null
  const row = documents.find(({ document }) => String(document) === id)
  if (task === 'unplaced' && (id === undefined || row !== undefined))
    return <UnplacedPage document={row ?? null} />
  if (task === 'correct' && row !== undefined)
    return <CorrectPage key={row.document} row={row} startAt={Number(route.query['turn'])} />
  if (task === 'replace' && row !== undefined) return <ReplacePage key={row.document} row={row} />
  return (
    <EmptyState
      title="That transcript is not in this study"
      actions={<a href={formatRoute({ room: 'code' })}>Go to the transcripts</a>}
    >
      <p>It may have been removed, or the link is of another study.</p>
    </EmptyState>
  )
}
