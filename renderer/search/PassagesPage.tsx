/** Finding coded passages: a question built of conditions, and what answers it. */
import { useDeferredValue, useMemo } from 'react'
import { replaceRoute } from '../app/router.ts'
import type { Route } from '../app/routes.ts'
import { useCommands } from '../app/registry.ts'
import { withoutEvidence } from '../evidence/place.ts'
import { Panes } from '../ui/Panes.tsx'
import { Builder } from './Builder.tsx'
import { complete, EVERYTHING, NEW_CONDITION, readAsked, writeAsked, type Asked } from './query.ts'
import { Results } from './Results.tsx'
import { SavedQueries } from './Saved.tsx'

export function PassagesPage({ route }: { route: Route }) {
  const asked = useMemo(() => readAsked(route.query['find']), [route.query])
  const wanted = useDeferredValue(asked)
  const saved = Number(route.query['saved']) || null
  const show = (next: Asked, id: number | null = saved) => {
    const { find: _, saved: __, ...query } = withoutEvidence(route.query)
    const text = writeAsked(next)
    replaceRoute({
      ...route,
      query: {
        ...query,
        ...(text === null ? {} : { find: text }),
        ...(id === null ? {} : { saved: String(id) }),
      },
    })
  }
  useCommands({
    'search.condition': () => show({ ...asked, and: [...asked.and, NEW_CONDITION] }),
    'search.clear': () => show(EVERYTHING, null),
  })
  const form = (
    <div className="search-builder">
      <SavedQueries asked={asked} saved={saved} onOpen={(query, id) => show(query, id)} />
      <Builder asked={asked} onAsk={show} />
    </div>
  )
  return (
    <Panes
      id="search"
      panes={[
        { id: 'query', title: 'Query', width: 400, minWidth: 300, content: form },
        {
          id: 'passages',
          title: 'Passages',
          minWidth: 340,
          content: <Results asked={useMemo(() => complete(wanted), [wanted])} route={route} />,
        },
      ]}
    />
  )
}
