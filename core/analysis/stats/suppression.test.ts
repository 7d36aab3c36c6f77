import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Mask, suppress, type SuppressionOptions } from './suppression.ts'

type Table = readonly (readonly number[])[]

/** What a reader sees: each count, or a dot where it is hidden. */
function printed(counts: Table, options?: SuppressionOptions): string[] {
  const { cells } = suppress(counts, options)
  return counts.map((line, row) =>
    line.map((count, column) => (cells[row]?.[column] === 'none' ? count : '·')).join(' '),
  )
}

const sum = (list: readonly number[]): number => list.reduce((total, count) => total + count, 0)
const column = (counts: Table, at: number): number[] => counts.map((line) => line[at] ?? 0)

/**
 * An attacker's view, written without the algorithm under test: every table that differs by at most one in the
 * hidden cells and still agrees with all that is printed. Returns the hidden counts that could not be otherwise.
 */
function recoverable(counts: Table, options?: SuppressionOptions): string[] {
  const masks = suppress(counts, options)
  const hidden = counts.flatMap((line, r) =>
    line.flatMap((_, c) => (masks.cells[r]?.[c] === 'none' ? [] : [[r, c] as const])),
  )
  const secret = (other: Table): [name: string, value: number][] => [
    ...hidden.map(([r, c]): [string, number] => [`cell ${r},${c}`, other[r]?.[c] ?? 0]),
    ...counts.flatMap((_, r): [string, number][] =>
      masks.rows[r] === 'primary' ? [[`row ${r}`, sum(other[r] ?? [])]] : [],
    ),
    ...masks.columns.flatMap((mask, c): [string, number][] =>
      mask === 'primary' ? [[`column ${c}`, sum(column(other, c))]] : [],
    ),
  ]
  const truth = secret(counts)
  const known = new Set(truth.map(([name]) => name))
  for (let code = 0; code < 3 ** hidden.length; code += 1) {
    const other = counts.map((line) => [...line])
    hidden.forEach(([r, c], i) => {
      const line = other[r]
      if (line) line[c] = (line[c] ?? 0) + (Math.floor(code / 3 ** i) % 3) - 1
    })
    if (!agrees(counts, other, masks)) continue
    secret(other).forEach(([name, value], i) => {
      if (value !== truth[i]?.[1]) known.delete(name)
    })
  }
  return [...known]
}

function agrees(counts: Table, other: Table, masks: ReturnType<typeof suppress>): boolean {
  return (
    other.flat().every((count) => count >= 0) &&
    masks.rows.every((mask, r) => mask !== 'none' || sum(other[r] ?? []) === sum(counts[r] ?? [])) &&
    masks.columns.every((mask, c) => mask !== 'none' || sum(column(other, c)) === sum(column(counts, c))) &&
    (masks.grand !== 'none' || sum(other.flat()) === sum(counts.flat()))
  )
}

const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 12 }))
const table = fc
  .record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
const totals = fc.record({ rows: fc.boolean(), columns: fc.boolean(), grand: fc.boolean() })

describe('suppressing small counts', () => {
  it('hides nothing when every count is nought or large enough', () => {
    const masks = suppress([
      [0, 3],
      [7, 12],
    ])
    expect([masks.cells.flat(), masks.rows, masks.columns, masks.grand].flat()).toEqual(
      Array.from({ length: 9 }, () => 'none'),
    )
  })

  it('hides three more counts around one small one, the smallest that will do', () => {
    expect(
      printed([
        [1, 9, 5],
        [8, 9, 4],
        [9, 9, 9],
      ]),
    ).toEqual(['· 9 ·', '· 9 ·', '9 9 9'])
  })

  it('tells the small count from those hidden for its sake', () => {
    const { cells } = suppress([
      [1, 9],
      [8, 9],
    ])
    expect(cells).toEqual([
      ['primary', 'secondary'],
      ['secondary', 'secondary'],
    ])
  })

  it('needs one more in the row when only row totals are printed', () => {
    const options = { totals: { rows: true, columns: false, grand: false } }
    expect(
      printed(
        [
          [1, 9, 5],
          [8, 9, 4],
        ],
        options,
      ),
    ).toEqual(['· 9 ·', '8 9 4'])
  })

  it('needs one more in the column when only column totals are printed', () => {
    const options = { totals: { rows: false, columns: true, grand: false } }
    expect(
      printed(
        [
          [1, 9, 5],
          [8, 9, 4],
        ],
        options,
      ),
    ).toEqual(['· 9 5', '· 9 4'])
  })

  it('needs one more anywhere when only the grand total is printed', () => {
    const options = { totals: { rows: false, columns: false, grand: true } }
    expect(
      printed(
        [
          [1, 9],
          [8, 4],
        ],
        options,
      )
        .join(' ')
        .match(/·/g),
    ).toHaveLength(2)
  })

  it('needs nothing more when no totals are printed', () => {
    const options = { totals: { rows: false, columns: false, grand: false } }
    expect(
      printed(
        [
          [1, 9],
          [8, 4],
        ],
        options,
      ),
    ).toEqual(['· 9', '8 4'])
  })

  it('hides small totals too', () => {
    const masks = suppress([
      [1, 0],
      [9, 8],
    ])
    expect(masks.rows[0]).toBe('primary')
  })

  it('protects a small count that is the bridge between two hidden groups', () => {
    // Two hidden counts in every line are not enough: the middle 1 would follow from subtraction.
    const counts = [
      [1, 1, 9, 9],
      [1, 1, 1, 9],
      [9, 9, 1, 1],
      [9, 9, 1, 1],
    ]
    expect(recoverable(counts)).toEqual([])
  })

  it('takes another threshold', () => {
    expect(
      printed(
        [
          [4, 9],
          [8, 9],
        ],
        { threshold: 5 },
      )[0],
    ).toBe('· ·')
    expect(
      printed(
        [
          [1, 1],
          [1, 1],
        ],
        { threshold: 1 },
      ),
    ).toEqual(['1 1', '1 1'])
  })

  it.each([[[]], [[[]]], [[[0]]], [[[1]]], [[[2]]], [[[5]]]])(
    'copes with the smallest tables: %j',
    (counts: number[][]) => {
      const { cells } = suppress(counts)
      expect(cells.map((line) => line.length)).toEqual(counts.map((line) => line.length))
      expect(recoverable(counts)).toEqual([])
    },
  )

  it('refuses a ragged table and counts that are not counts', () => {
    expect(() => suppress([[1, 2], [3]])).toThrow(RangeError)
    expect(() => suppress([[-1]])).toThrow(RangeError)
    expect(() => suppress([[0.5]])).toThrow(RangeError)
  })
})

describe('an attacker with a calculator', () => {
  it('never finds a line with a printed total and exactly one hidden count', () => {
    fc.assert(
      fc.property(table, totals, (counts, shown) => {
        const masks = suppress(counts, { totals: shown })
        const lines: [total: Mask | undefined, cells: (Mask | undefined)[]][] = [
          ...masks.cells.map((line, r): [Mask | undefined, Mask[]] => [masks.rows[r], [...line]]),
          ...masks.columns.map((mask, c): [Mask, (Mask | undefined)[]] => [
            mask,
            masks.cells.map((line) => line[c]),
          ]),
        ]
        for (const [total, cells] of lines) {
          const alone = total === 'none' && cells.filter((mask) => mask !== 'none').length === 1
          expect(alone).toBe(false)
        }
      }),
    )
  })

  it('never recovers a hidden count', () => {
    fc.assert(
      fc.property(table, totals, (counts, shown) => {
        expect(recoverable(counts, { totals: shown })).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('never sees a small count or a small total', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const masks = suppress(counts)
        const small = (n: number): boolean => n === 1 || n === 2
        counts.forEach((line, r) => {
          expect(masks.rows[r] === 'primary').toBe(small(sum(line)))
          line.forEach((n, c) => expect(masks.cells[r]?.[c] === 'primary').toBe(small(n)))
        })
      }),
    )
  })
})
