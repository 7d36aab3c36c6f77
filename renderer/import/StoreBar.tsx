/** Takes the files in: all that are ticked, or only those that are ready. */
import { Button } from '../ui/Button.tsx'
import type { Desk } from './desk.ts'
import { isWanted, stateOf } from './files.ts'
import { useFiles, useIsWorking } from './use-desk.ts'

export function StoreBar({ desk }: { desk: Desk }) {
  const files = useFiles(desk)
  const isWorking = useIsWorking(desk)
  const wanted = files.filter(isWanted)
  const ready = wanted.filter((file) => stateOf(file) === 'ready')
  const isMixed = ready.length > 0 && ready.length < wanted.length
  if (wanted.length === 0) return null
  const store = (some: typeof wanted) => void desk.store(some.map(({ id }) => id))
  return (
    <footer className="import-store">
      <Button look="primary" isDisabled={isWorking} onPress={() => store(wanted)}>
        {wanted.length === 1 ? 'Import this file' : `Import ${wanted.length} files`}
      </Button>
      {isMixed ? (
        <Button look="quiet" isDisabled={isWorking} onPress={() => store(ready)}>
          Only ready ({ready.length})
        </Button>
      ) : null}
    </footer>
  )
}
