import { afterEach, describe, expect, it, vi } from 'vitest'
import { whenIdle } from './idle.ts'

afterEach(() => void vi.useRealTimers())

// Node, like Safari, has no idle callbacks.
describe('without idle callbacks', () => {
  it('work is done a moment later, within its limit', () => {
    vi.useFakeTimers()
    const work = vi.fn()
    whenIdle(work, 100)
    expect(work).not.toHaveBeenCalled()
    vi.advanceTimersByTime(100)
    expect(work).toHaveBeenCalledOnce()
  })

  it('work that is called off is never done', () => {
    vi.useFakeTimers()
    const work = vi.fn()
    whenIdle(work, 100)()
    vi.advanceTimersByTime(1000)
    expect(work).not.toHaveBeenCalled()
  })
})
