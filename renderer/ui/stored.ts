/** A small value kept in this browser or window between visits: the look of things, never the study. */
import { useSyncExternalStore } from 'react'

export interface Stored<T> {
  get: () => T
  set: (value: T) => void
  subscribe: (listener: () => void) => () => void
}

/** `read` turns whatever was kept (or null) into a value, so that an old or damaged entry cannot break the page. */
export function stored<T>(key: string, read: (kept: unknown) => T): Stored<T> {
  const name = `waymark.${key}`
  const listeners = new Set<() => void>()
  let value = read(load(name))
  return {
    get: () => value,
    set(next) {
      value = next
      save(name, next)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const useStored = <T>(store: Stored<T>): T => useSyncExternalStore(store.subscribe, store.get)

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
