import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { atRest, dropWaiting, keepWaiting } from './at-rest.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  dropWaiting()
  vi.useRealTimers()
})

/** Where one reads, and what was kept of it. */
function place() {
  const kept: number[] = []
  const keep = atRest((offset: number) => {
    kept.push(offset)
    return Promise.resolve()
  })
  return { kept, keep }
}

it('keeps the last of what came in a row, once, at a rest', () => {
  const { kept, keep } = place()
  keep(1)
  keep(2)
  expect(kept).toEqual([])
  vi.runAllTimers()
  keep(3)
  vi.runAllTimers()
  expect(kept).toEqual([2, 3])
})

it('keeps what waits before the study is left, and not again after', async () => {
  const one = place()
  const other = place()
  one.keep(1)
  other.keep(2)
  await keepWaiting()
  expect([one.kept, other.kept]).toEqual([[1], [2]])
  vi.runAllTimers()
  expect([one.kept, other.kept]).toEqual([[1], [2]])
})

it('keeps nothing of a study that was left behind its back', () => {
  const { kept, keep } = place()
  keep(1)
  dropWaiting()
  vi.runAllTimers()
  expect(kept).toEqual([])
})

it('says nothing of what cannot be kept', async () => {
  const keep = atRest(() => Promise.reject(new Error('The file is read-only.')))
  keep(1)
  await expect(keepWaiting()).resolves.toBeUndefined()
})
