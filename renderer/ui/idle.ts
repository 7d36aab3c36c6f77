/** Work that can wait for a rest of the page. Safari cannot say when it rests: there it waits a moment. */

/** Runs `work` at rest, after `limitMs` at the latest. Returns how to call it off. */
export function whenIdle(work: () => void, limitMs: number): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, limitMs / 2)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(work, { timeout: limitMs })
  return () => cancelIdleCallback(asked)
}
