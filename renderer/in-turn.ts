/** What is asked for with keys is done in the order asked: keys may come quicker than answers. */

let last: Promise<unknown> = Promise.resolve()

/** Starts `task` when what was asked for before it is done, well or not. */
export function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const done = last.then(task)
  last = done.catch(() => {})
  return done
}
