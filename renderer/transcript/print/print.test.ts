import { describe, expect, it } from 'vitest'
import { chunksOf, withPassagesChanged } from '../data/views.ts'
import { passage, transcript } from '../fixtures.ts'
import { clockOf } from '../reader/clock.ts'
import { nameFrom } from '../coding-actions.ts'
import { printRows } from './print-rows.ts'

describe('a transcript on paper', () => {
  it('numbers passages, ends each with its number, and notes it beside the turn it begins in', () => {
    const text = transcript(['Who came?', 'Nobody came. Nobody rang.'])
    const passages = [passage(1, [0, 9], []), passage(2, [10, 35], []), passage(3, [10, 22], [])]
    const rows = printRows(withPassagesChanged(chunksOf(text), [], passages), passages)
    expect(rows.map(({ notes }) => notes.map(({ number }) => number))).toEqual([[1], [2, 3]])
    expect(rows[1]?.pieces.map(({ text, closes }) => [text, closes])).toEqual([
      ['Nobody came.', [3]],
      [' Nobody rang.', [2]],
    ])
  })

  it('writes time codes as a player does', () => {
    expect([0, 65_000, 3_725_000].map(clockOf)).toEqual(['0:00', '1:05', '1:02:05'])
  })
})

describe('a theme named after the words', () => {
  it('is the words in one line, cut at a word when they are long', () => {
    expect(nameFrom(' passed from\n pillar to post ')).toBe('passed from pillar to post')
    expect(nameFrom('I was passed from pillar to post for the whole of that winter and nobody rang')).toBe(
      'I was passed from pillar to post for the whole of that…',
    )
  })
})
