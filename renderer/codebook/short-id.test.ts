import { describe, expect, it } from 'vitest'
import { CODEBOOK } from './code.fixture.ts'
import { problemOfShortId } from './short-id.ts'

const [code] = CODEBOOK
const problem = (text: string) => code && problemOfShortId(CODEBOOK, code, text)

describe('while a short id is typed', () => {
  it('nothing is said of one that can be', () => {
    expect(['COMP', 'COMP-2.1', 'Ärger_1', 'cmp1', '4.2'].map(problem)).toEqual(Array(5).fill(undefined))
  })
  it('that is taken is said to be, with the code that has it, in any letter case', () => {
    expect(problem('cmp3')).toBe('CMP3 belongs to “First report”. Choose another.')
  })
  it.each(['two words', '12', 'a;b', 'a:2', '-x', 'x'.repeat(61)])('“%s” is said to be none', (text) => {
    expect(problem(text)).toMatch(/^Letters, digits/)
  })
  it('an empty one is said to be missing', () => {
    expect(problem('')).toMatch(/^A code needs/)
  })
})
