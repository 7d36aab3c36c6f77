/** What surrounds the shell: the link to the core, the page's memory of its answers, the controls' language. */
import { Suspense, use, useEffect, useMemo, useState } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { I18nProvider } from 'react-aria-components'
import { createQueryClient, invalidate, SessionContext } from '../data.ts'
import type { Link } from '../links/link.ts'
import { useStore } from '../ui/store.ts'
import { coderName } from './coder.ts'
import { createSession } from './session.ts'
import { Shell } from './Shell.tsx'

interface AppProps {
  /** The way to the core, being opened. */
  opening: Promise<Link>
}

export function App({ opening }: AppProps) {
  return (
    <I18nProvider locale="en-GB">
      <Suspense fallback={null}>
        <Connected opening={opening} />
      </Suspense>
    </I18nProvider>
  )
}

function Connected({ opening }: AppProps) {
  const link = use(opening)
  const coder = useStore(coderName)
  const [client] = useState(createQueryClient)
  const session = useMemo(() => createSession(link, coder), [link, coder])
  useEffect(() => link.onChanged((changed) => invalidate(client, link, changed)), [link, client])
  return (
    <QueryClientProvider client={client}>
      <SessionContext value={session}>
        <Shell onUndo={session.undo} onRedo={session.redo} />
      </SessionContext>
    </QueryClientProvider>
  )
}
