import { describe, expect, it } from 'vitest'
import { nextPlace } from './grid-keys.ts'

const size = { row: 20, column: 5 }
const from = (row: number, column: number) => ({ row, column })

describe('the keys of the grid', () => {
  it('stop at the edges', () => {
    expect(nextPlace('ArrowUp', from(0, 2), size)).toEqual(from(0, 2))
    expect(nextPlace('ArrowRight', from(3, 4), size)).toEqual(from(3, 4))
    expect(nextPlace('PageDown', from(15, 1), size)).toEqual(from(19, 1))
  })

  it('lead to the ends of a row and to the corners', () => {
    expect(nextPlace('Home', from(7, 3), size)).toEqual(from(7, 0))
    expect(nextPlace('End', from(7, 0), size)).toEqual(from(7, 4))
    expect(nextPlace('Ctrl+Home', from(7, 3), size)).toEqual(from(0, 0))
    expect(nextPlace('Ctrl+End', from(7, 3), size)).toEqual(from(19, 4))
  })

  it('leave every other key alone', () => {
    for (const key of ['Enter', 'a', 'Tab', 'toString']) expect(nextPlace(key, from(1, 1), size)).toBeNull()
  })

  it('find a place in a grid that has shrunk', () => {
    expect(nextPlace('ArrowDown', from(40, 9), { row: 2, column: 2 })).toEqual(from(1, 1))
  })
})
