/** A value that stands beside React: only what shows a changed part of it is drawn anew. */
import { useSyncExternalStore } from 'react'

/** What can be read and followed. */
export interface Readable<T> {
  get: () => T
  /** Returns how to stop. */
  subscribe: (listener: () => void) => () => void
}

export interface Store<T> extends Readable<T> {
  set: (value: T) => void
}

export function createStore<T>(first: T): Store<T> {
  const listeners = new Set<() => void>()
  let value = first
  return {
    get: () => value,
    set(next) {
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Draws anew when the value, or what `pick` takes of it, is another; `pick` answers the same object while nothing changed. */
export function useStore<T>(store: Readable<T>): T
export function useStore<T, P>(store: Readable<T>, pick: (value: T) => P): P
export function useStore<T, P>(store: Readable<T>, pick?: (value: T) => P): T | P {
  return useSyncExternalStore(store.subscribe, () => (pick === undefined ? store.get() : pick(store.get())))
}
