/** Bringing transcripts in, and correcting those that are here: `import`, `import/correct/12`, `import/replace/12`, `import/unplaced`. */
import { lazy } from 'react'
import type { RoomProps } from '../app/routes.ts'
import { ImportPage } from './ImportPage.tsx'
import { useDesk } from './use-desk.ts'

const CorrectRoom = lazy(() => import('../correct/room.tsx'))

export default function ImportRoom({ route }: RoomProps) {
  const desk = useDesk()
  if (route.path.length > 0) return <CorrectRoom route={route} />
  return desk === null ? null : <ImportPage desk={desk} />
}
