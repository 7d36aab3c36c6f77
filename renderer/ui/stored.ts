/** A small value kept in this browser or window between visits: the look of things, never the study. */
import { createStore, type Store } from './store.ts'

/** `read` turns whatever was kept (or null) into a value, so that an old or damaged entry cannot break the page. */
export function stored<T>(key: string, read: (kept: unknown) => T): Store<T> {
  const name = `waymark.${key}`
  const store = createStore(read(load(name)))
  return {
    ...store,
    set(next) {
      save(name, next)
      store.set(next)
    },
  }
}

function load(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

/** Storage may be full or switched off; the look is then kept for this visit only. */
function save(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value))
  } catch {
    // Nothing to do: the value stays in memory.
  }
}
