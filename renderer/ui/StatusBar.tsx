/** The line at the foot of the window: what just happened on the left, how things stand on the right. */
import { useSyncExternalStore, type ReactNode } from 'react'
import { currentAnnouncement, onAnnounce } from './announce.ts'
import { Button } from './Button.tsx'
import './StatusBar.css'

/** `children` stand on the right: saved 10:42, work going on. */
export function StatusBar({ children }: { children?: ReactNode }) {
  const said = useSyncExternalStore(onAnnounce, currentAnnouncement)
  const isError = said?.isError === true
  return (
    <footer className="w-status">
      <output className="w-status-sentence">{isError ? null : said?.sentence}</output>
      <p className="w-status-sentence w-status-error" role="alert">
        {isError ? said.sentence : null}
      </p>
      {said?.action === undefined ? null : (
        <Button look="quiet" className="w-status-action" onPress={said.action.run}>
          {said.action.label}
        </Button>
      )}
      <div className="w-status-end">{children}</div>
    </footer>
  )
}
