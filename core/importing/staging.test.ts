import { describe, expect, it } from 'vitest'
import { Staging } from './staging.ts'

const file = (bytes: number) => ({
  file: { name: 'a.txt', bytes: new Uint8Array(bytes) },
  parsed: { cases: [] },
  options: {},
})

describe('files waiting to be stored', () => {
  it('give way to newer ones when they hold too much memory, the longest waiting first', () => {
    const staging = new Staging(100)
    const [first, second] = [staging.put(file(60)), staging.put(file(30))]
    const third = staging.put(file(40))
    expect(() => staging.get(first.id)).toThrow(/Choose the file again/)
    expect(staging.get(second.id)).toBe(second)
    expect(staging.get(third.id)).toBe(third)
  })

  it('keep the file just read, however large it is', () => {
    const staging = new Staging(100)
    staging.put(file(60))
    expect(staging.get(staging.put(file(500)).id).file.bytes).toHaveLength(500)
  })

  it('keep their id when they are read again, and count only once', () => {
    const staging = new Staging(100)
    const { id } = staging.put(file(60))
    const again = staging.put(file(60), id)
    expect(again.id).toBe(id)
    const other = staging.put(file(40))
    expect(staging.get(id)).toBe(again)
    expect(staging.get(other.id)).toBe(other)
  })
})
