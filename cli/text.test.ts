import { describe, expect, it } from 'vitest'
import { count, harmless, listed, percent, table } from './text.ts'

describe('words for a terminal', () => {
  it('lines columns up, numbers to the right, in one line each', () => {
    const rows = [
      { name: 'P01', words: 1860 },
      { name: 'A long\nname', words: 7 },
    ]
    expect(table(rows, { name: (row) => row.name, words: (row) => row.words }, '')).toBe(
      ['name         words', 'P01          1,860', 'A long name      7'].join('\n'),
    )
  })

  it('shows the beginning of what is too long for a table', () => {
    const [, cell = ''] = table(['word '.repeat(100)], { memo: (words) => words }, '').split('\n')
    expect(cell).toHaveLength(160)
    expect(cell.endsWith('…')).toBe(true)
  })

  it('says in a sentence that there is nothing', () => {
    expect(table([], { name: () => '' }, 'No transcripts yet.')).toBe('No transcripts yet.')
  })

  it('takes the power out of escape codes that a transcript holds', () => {
    expect(harmless('a\u001b[2Jb\u0007\nc\td\u009b')).toBe('a\uFFFD[2Jb\uFFFD\nc\td\uFFFD')
  })

  it('counts, shares and lists as people write them', () => {
    expect([count(1, 'passage'), count(1200, 'passage')]).toEqual(['1 passage', '1,200 passages'])
    expect([percent(0.125), percent(null)]).toEqual(['13%', '–'])
    expect([listed(['a'], 'or'), listed(['a', 'b', 'c'], 'or')]).toEqual(['“a”', '“a”, “b” or “c”'])
  })
})
