/** Which panes of an arrangement are hidden, remembered between visits. */
import { useStore, type Store } from './store.ts'
import { stored } from './stored.ts'

const stores = new Map<string, Store<readonly string[]>>()

interface HiddenPanes {
  isHidden: (pane: string) => boolean
  toggle: (pane: string) => void
}

/** `id` is the arrangement's, as given to `<Panes id>`. */
export function useHiddenPanes(id: string): HiddenPanes {
  const store = storeFor(id)
  const hidden = useStore(store)
  return {
    isHidden: (pane) => hidden.includes(pane),
    toggle: (pane) =>
      store.set(hidden.includes(pane) ? hidden.filter((other) => other !== pane) : [...hidden, pane]),
  }
}

function storeFor(id: string): Store<readonly string[]> {
  const known = stores.get(id)
  if (known !== undefined) return known
  const store = stored<readonly string[]>(`hidden.${id}`, (kept) =>
    Array.isArray(kept) ? kept.filter((pane) => typeof pane === 'string') : [],
  )
  stores.set(id, store)
  return store
}
