/** The line at the foot of the window: what just happened on the left, how things stand on the right. */
import { memo, type ReactNode } from 'react'
import { announced, type Announcement } from './announce.ts'
import { Button } from './Button.tsx'
import { useStore } from './store.ts'
import './StatusBar.css'

/** `children` stand on the right: saved 10:42, work going on. */
export function StatusBar({ children }: { children?: ReactNode }) {
  const said = useStore(announced)
  const isError = said?.isError === true
  return (
    <footer className="w-status">
      <output className="w-status-sentence">{isError ? null : said?.sentence}</output>
      <p className="w-status-sentence w-status-error" role="alert">
        {isError ? said.sentence : null}
      </p>
      {said?.action === undefined ? null : <Action action={said.action} />}
      <div className="w-status-end">{children}</div>
    </footer>
  )
}

/** Often the same one after another sentence. */
const Action = memo(function Action({ action }: { action: NonNullable<Announcement['action']> }) {
  return (
    <Button look="quiet" className="w-status-action" onPress={action.run}>
      {action.label}
    </Button>
  )
})
