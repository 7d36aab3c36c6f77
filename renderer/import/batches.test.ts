import { describe, expect, it } from 'vitest'
import { nextBatch, withoutProjectCopies } from './batches.ts'

const MB = 1024 * 1024
const files = (...all: [name: string, size: number][]) => all.map(([name, size]) => ({ name, size }))
const namesOf = (some: readonly { name: string }[]) => some.map(({ name }) => name)
const itself = <T>(item: T) => item

describe('files read together', () => {
  it('are at most ten', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => ({ name: `P${at}.docx`, size: 1000 }))
    expect(nextBatch(hundred, itself)).toHaveLength(10)
  })

  it('are few when they are large, and a huge one goes alone', () => {
    expect(namesOf(nextBatch(files(['a', 5 * MB], ['b', 2 * MB], ['c', 2 * MB]), itself))).toEqual(['a', 'b'])
    expect(namesOf(nextBatch(files(['a', 200 * MB], ['b', 1]), itself))).toEqual(['a'])
  })

  it('never share a name, so that no answer goes to the wrong one', () => {
    expect(nextBatch(files(['notes.txt', 1], ['P1.txt', 1], ['notes.txt', 1]), itself)).toHaveLength(2)
  })

  it('are none when none is left', () => {
    expect(nextBatch([], itself)).toEqual([])
  })
})

describe('a chosen folder with a project of QualCoder in it', () => {
  const at = (...paths: string[]) => paths.map((path) => ({ path }))

  it('gives the database alone, not the copies of its transcripts', () => {
    const kept = withoutProjectCopies(
      at('Study/P01.docx', 'Study/Repairs.qda/data.qda', 'Study/Repairs.qda/documents/P01.docx'),
    )
    expect(kept.map(({ path }) => path)).toEqual(['Study/P01.docx', 'Study/Repairs.qda/data.qda'])
  })

  it('leaves files alone that were chosen one by one', () => {
    expect(withoutProjectCopies(at('P1.txt', 'P2.txt', 'data.qda'))).toHaveLength(3)
  })
})
