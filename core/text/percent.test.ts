import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percent } from './percent.ts'

describe('a share as a percentage', () => {
  it.each([
    [0, '0%'],
    [0.001, '<1%'],
    [0.005, '1%'],
    [7 / 12, '58%'],
    [0.994, '99%'],
    [0.996, '>99%'],
    [1, '100%'],
  ])('%d is %s', (share, words) => {
    expect(percent(share)).toBe(words)
  })

  it('says nobody only of nobody, and all only of all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (count, n) => {
        fc.pre(count <= n)
        expect(percent(count / n) === '0%').toBe(count === 0)
        expect(percent(count / n) === '100%').toBe(count === n)
      }),
    )
  })
})
