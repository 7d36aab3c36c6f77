/** Work that can wait for a rest of the page. Safari cannot say when it rests: there it waits a moment. */
import { useEffect, useState } from 'react'
import type { Readable } from './store.ts'

/** Runs `work` at rest, after `limitMs` at the latest. Returns how to call it off. */
export function whenIdle(work: () => void, limitMs: number): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, limitMs / 2)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(work, { timeout: limitMs })
  return () => cancelIdleCallback(asked)
}

/** Runs `work` once the next frame has been drawn. Returns how to call it off. */
export function afterFrame(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => (timer = setTimeout(work)))
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** A burst of changes is looked at once. In milliseconds. */
const REST_MS = 150

/** What `pick` takes of a store, looked at once it has rested; empty until then. The same list while its items are. */
export function useAtRest<T, I>(store: Readable<T> | null, pick: (value: T) => readonly I[]): readonly I[] {
  const [items, setItems] = useState<readonly I[]>([])
  useEffect(() => {
    if (store === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const next = pick(store.get())
      setItems((last) => (isSame(last, next) ? last : next))
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(look, REST_MS)
    }
    later()
    const stop = store.subscribe(later)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store, pick])
  return items
}

const isSame = <I>(a: readonly I[], b: readonly I[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at])
