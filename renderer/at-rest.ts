/** What is kept at a rest in the work, not at every key: where one reads, what was used and shown last. */

/** In milliseconds. */
export const REST_MS = 300

interface Waiting {
  keep: () => Promise<void>
  drop: () => void
}
const waiting = new Set<Waiting>()

/** Keeps what still waits, before the page or the study is left; settles when it is kept. */
export async function keepWaiting(): Promise<void> {
  await Promise.all([...waiting].map(({ keep }) => keep()))
}

/** Forgets what still waits: it belongs to a study that is no longer the open one. */
export function dropWaiting(): void {
  for (const { drop } of waiting) drop()
}

/** Does the last of what is asked for in a row. What cannot be kept is not worth a word: the study itself is safe. */
export function atRest<T>(keep: (value: T) => Promise<unknown>): (value: T) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: T
  const drop = () => {
    clearTimeout(timer)
    waiting.delete(one)
  }
  const one: Waiting = {
    drop,
    keep: async () => {
      drop()
      await keep(last).catch(() => {})
    },
  }
  return (value) => {
    last = value
    waiting.add(one)
    clearTimeout(timer)
    timer = setTimeout(() => void one.keep(), REST_MS)
  }
}
