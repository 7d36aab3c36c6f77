import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byId, code, passage } from '../fixtures.ts'
import { marksOf } from './marks.ts'
import { stackLabels } from './stack.ts'

describe('labels in the margin', () => {
  it('have as many lines as there is room for before the next', () => {
    const labels = stackLabels(
      [
        { top: 0, lines: 4 },
        { top: 45, lines: 2 },
      ],
      20,
      40,
    )
    expect(labels.map(({ top, lines }) => [top, lines])).toEqual([
      [0, 2],
      [45, 2],
    ])
  })

  it('are pushed down a little, and join the one above where that is not enough', () => {
    const at = (top: number) => ({ top, lines: 1 })
    const labels = stackLabels([at(0), at(5), at(6), at(7)], 20, 40)
    expect(labels.map(({ top, items }) => [top, items.length])).toEqual([
      [0, 1],
      [20, 1],
      [40, 2],
    ])
  })

  it('never lie on one another and never lose a passage', () => {
    const item = fc.record({ top: fc.nat(500), lines: fc.integer({ min: 1, max: 5 }) })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 60 }), (items) => {
        const labels = stackLabels(items, 20, 40)
        expect(labels.flatMap((label) => label.items)).toHaveLength(items.length)
        for (const [at, label] of labels.entries()) {
          const above = labels[at - 1]
          expect(label.top).toBeGreaterThanOrEqual(above === undefined ? 0 : above.top + above.lines * 20)
        }
      }),
    )
  })
})

describe('the map beside the scrollbar', () => {
  const relief = code(1, 'Relief', { family: 'emotion', weight: 0 })
  const frustration = code(2, 'Frustration', { family: 'emotion', weight: 1000 })
  const delay = code(3, 'Delay', { family: 'reason' })
  const codes = byId([relief, frustration, delay])

  it('marks each row a passage touches with what weighs most in it', () => {
    const passages = [passage(1, [0, 25], [{ code: 3 }]), passage(2, [10, 20], [{ code: 1 }, { code: 2 }])]
    expect(marksOf(passages, 100, 5, codes)).toEqual([frustration, delay, null, null, null])
  })

  it('stands an empty transcript', () => {
    expect(marksOf([], 0, 2, codes)).toEqual([null, null])
  })
})
