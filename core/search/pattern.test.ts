import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CoreError } from '../contract/errors.ts'
import { compilePattern } from './pattern.ts'

function problemOf(pattern: string): string | null {
  try {
    compilePattern(pattern, false)
    return null
  } catch (error) {
    if (!(error instanceof CoreError)) throw error
    return error.message
  }
}

describe('a pattern that cannot be tried is explained: what, where, and what to do', () => {
  it.each([
    ['rang (three', 'The bracket that opens at character 6 is never closed. Add a )'],
    [String.raw`\(a[(](b`, 'The bracket that opens at character 7 is never closed'],
    ['three) times', 'The bracket ) at character 6 closes nothing'],
    ['mould [a-', 'The [ at character 7 is never closed'],
    ['[z-a]', '“z-a” at character 2 runs backwards'],
    [String.raw`\p{Welsh}`, String.raw`“\p{Welsh}” at character 1 is no kind of character`],
    ['[[:words:]]', '“[:words:]” at character 2 is no kind of character'],
    [
      '*damp',
      String.raw`“*” at character 1 has nothing to repeat. Put before it what is repeated, or write \* for`,
    ],
    ['a|*', '“*” at character 3 has nothing to repeat'],
    ['damp**', '“**” at character 5 repeats a repetition'],
    ['a{3,1}', '“{3,1}” at character 2 cannot be counted'],
    ['a{2000}', '“{2000}” at character 2 cannot be counted'],
    ['damp(?= mould)', '“(?=” at character 5 looks ahead, which this search cannot do'],
    ['(?<!no )damp', '“(?<!” at character 1 looks behind, which this search cannot do'],
    ['(?>a)', '“(?>” at character 1 means nothing here'],
    ['(?P<day', 'The name of the group at character 1 cannot be read'],
    ['(?P<n>a)(?P<n>b)', 'Two groups are called “n”'],
    [String.raw`(\w+) \1`, String.raw`“\1” at character 7 refers back to an earlier group`],
    [String.raw`\y`, String.raw`“\y” at character 1 stands for nothing here`],
    ['C:\\', 'The pattern ends in a backslash'],
    ['('.repeat(1500) + ')'.repeat(1500), 'too deeply nested'],
  ])('%s', (pattern, said) => {
    expect(problemOf(pattern)).toContain(said)
  })

  it('names no place when there are several it could mean', () => {
    expect(problemOf('a**b**')).toMatch(/^“\*\*” repeats a repetition/)
  })

  it('whatever is typed, in words of our own, each with what to do', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'ab()[]{}*+?|\\^$.,1-<=!:P '), maxLength: 14 })
    fc.assert(
      fc.property(typed, (pattern) => {
        const problem = problemOf(pattern)
        if (problem === null) return
        expect(problem).not.toMatch(/regexp|Perl|parsing|invalid|undefined|null/)
        expect(problem).toMatch(/\. [A-Z].+|which this|cannot be counted/)
      }),
      { numRuns: 3000 },
    )
  })
})

it('what can be tried finds its words in any case, or in this one', () => {
  expect(compilePattern('DAMP', false).matcher('damp').find()).toBe(true)
  expect(compilePattern('DAMP', true).matcher('damp').find()).toBe(false)
})
