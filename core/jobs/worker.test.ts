import { afterEach, describe, expect, it } from 'vitest'
import type { Progress } from '../contract/index.ts'
import type { misbehaving } from './fixtures/thread.ts'
import { Workers } from './worker.ts'

let workers = new Workers<typeof misbehaving>(new URL('fixtures/thread.ts', import.meta.url), {
  most: 2,
  memoryMb: 48,
})

describe('tasks in worker threads', () => {
  afterEach(async () => {
    await workers.close()
    workers = new Workers(new URL('fixtures/thread.ts', import.meta.url), { most: 2, memoryMb: 48 })
  })

  it('gives the answer and reports progress on the way', async () => {
    const seen: Progress[] = []
    expect(await workers.run('double', 21, { progress: (progress) => seen.push(progress) })).toBe(42)
    expect(seen).toEqual([{ done: 1, total: 2, note: 'half way' }])
  })

  it('keeps one thread warm and gives it the next task', async () => {
    workers.warm()
    const first = await workers.run('thread', null)
    expect(await workers.run('thread', null)).toBe(first)
  })

  it('has the code of a task ready that was announced', async () => {
    workers.warm('loaded')
    // Once ahead, and once when it was asked for.
    expect(await workers.run('loaded', null)).toBe(2)
  })

  it('runs more tasks than threads, each once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => workers.run('double', index)))
    expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => index * 2))
  })

  it('stops a task that never ends, and goes on working', async () => {
    await expect(workers.run('forever', null, { limitMs: 300 })).rejects.toMatchObject({ code: 'timed-out' })
    expect(await workers.run('double', 2)).toBe(4)
  })

  it('stops a task that eats the memory, and goes on working', async () => {
    const messages = { slow: '', large: 'big.docx needs too much memory. Split it.' }
    await expect(workers.run('greedy', null, { messages, limitMs: 60_000 })).rejects.toMatchObject({
      code: 'too-large',
      message: messages.large,
    })
    expect(await workers.run('double', 2)).toBe(4)
  })

  it('stops at once when cancelled, running or waiting', async () => {
    const cancel = new AbortController()
    const running = [1, 2, 3, 4].map(() =>
      workers.run('forever', null, { signal: cancel.signal, limitMs: 60_000 }),
    )
    setTimeout(() => cancel.abort(), 100)
    for (const outcome of await Promise.allSettled(running)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } })
    }
    await expect(workers.run('double', 1, { signal: cancel.signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  it('passes on what a task says to people, and keeps faults apart', async () => {
    await expect(workers.run('refuse', 'P07.docx')).rejects.toMatchObject({
      name: 'CoreError',
      code: 'damaged',
      message: 'P07.docx is damaged. Save it again.',
      detail: { name: 'P07.docx' },
    })
    await expect(workers.run('fault', null)).rejects.toThrow(/an index was wrong/)
    await expect(workers.run('fault', null)).rejects.not.toHaveProperty('code')
  })

  it('outlives a thread that ends by itself', async () => {
    await expect(workers.run('quit', null)).rejects.toThrow(/ended early/)
    expect(await workers.run('double', 3)).toBe(6)
  })
})
