/** The audit trail as a readable timeline: who did what, when, and what it changed. */
import { useDeferredValue, useState } from 'react'
import { useCommands } from '../app/registry.ts'
import { replaceRoute } from '../app/router.ts'
import type { RoomProps } from '../app/routes.ts'
import { useAsk, useDo } from '../data.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { saveFile } from '../ui/save-file.ts'
import { HistoryBar, SEARCH_ID } from './HistoryBar.tsx'
import { EVERYTHING, isEverything, readPlace, writePlace, type HistoryPlace } from './place.ts'
import { Timeline } from './Timeline.tsx'
import './history.css'

const PAGE = 200

export default function HistoryRoom({ route }: RoomProps) {
  const place = readPlace(route)
  const words = useDeferredValue(place.words.trim())
  const [limit, setLimit] = useState(PAGE)
  const change = (next: Partial<HistoryPlace>) => replaceRoute(writePlace({ ...place, ...next }))
  const log = useAsk('history.log', { limit, ...wantedIn(place, words) }, { keep: true })
  const steps = log.data?.steps ?? []
  const total = log.data?.total ?? 0
  useHistoryCommands(() => change(EVERYTHING))
  return (
    <div className="history">
      <HistoryBar place={place} onPlace={change} />
      {log.data && steps.length === 0 ? (
        <Nothing isFiltered={!isEverything(place)} onEverything={() => change(EVERYTHING)} />
      ) : (
        <Timeline steps={steps} />
      )}
      {steps.length < total ? (
        <p className="history-more">
          {steps.length} of {total.toLocaleString('en-GB')} steps
          <Button onPress={() => setLimit(Math.min(10_000, limit + PAGE * 5))}>Show more</Button>
        </p>
      ) : null}
    </div>
  )
}

const wantedIn = ({ coder, kind, document }: HistoryPlace, words: string) => ({
  ...(words === '' ? {} : { search: words }),
  ...(coder === '' ? {} : { coder }),
  ...(kind === '' ? {} : { kind }),
  ...(document === null ? {} : { document }),
})

function Nothing({ isFiltered, onEverything }: { isFiltered: boolean; onEverything: () => void }) {
  return isFiltered ? (
    <EmptyState title="No step matches" actions={<Button onPress={onEverything}>Show every step</Button>}>
      <p>Search for other words, or choose every kind, coder and transcript.</p>
    </EmptyState>
  ) : (
    <EmptyState title="Nothing has been done yet">
      <p>Every import, coding and change is listed here, with who did it and when.</p>
    </EmptyState>
  )
}

function useHistoryCommands(showEverything: () => void): void {
  const make = useDo('exporting.make', { quiet: true })
  const save = () =>
    make.mutate(
      { format: 'audit-trail' },
      {
        onSuccess: ({ files, rows }) => {
          for (const { name, bytes } of files) saveFile(name, bytes)
          announce(`Saved the whole history as CSV · ${rows.toLocaleString('en-GB')} steps`)
        },
      },
    )
  useCommands({
    'history.filter': () => document.getElementById(SEARCH_ID)?.querySelector('input')?.focus(),
    'history.save': !make.isPending && save,
    'history.everything': showEverything,
  })
}
