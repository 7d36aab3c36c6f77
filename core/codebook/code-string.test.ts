import { describe, expect, it } from 'vitest'
import { parseCodes } from './code-string.ts'

const ids = new Map([
  ['CMP3.1', 1],
  ['frustration', 2],
  ['why.delay', 3],
])
const read = (line: string) => parseCodes(line, (code) => ids.get(code))

describe('codes in one line', () => {
  it('reads a touchpoint, an emotion with its strength and a reason', () => {
    expect(read('CMP3.1;frustration:2;why.delay')).toEqual([
      { code: 1 },
      { code: 2, intensity: 2 },
      { code: 3 },
    ])
  })

  it('allows spaces and a semicolon at the end', () => {
    expect(read(' CMP3.1 ; frustration : 3 ; ')).toEqual([{ code: 1 }, { code: 2, intensity: 3 }])
  })

  it('names the code that is not in the codebook', () => {
    expect(() => read('CMP3.1;fustration')).toThrow('There is no code “fustration” in the codebook.')
  })

  it('refuses an intensity outside 1 to 3', () => {
    expect(() => read('frustration:5')).toThrow('“frustration” has the intensity 5. It must be 1, 2 or 3.')
  })

  it('refuses a line without a code', () => {
    expect(() => read(' ; ')).toThrow('No code is given.')
  })
})
