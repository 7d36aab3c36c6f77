import { describe, expect, it } from 'vitest'
import { candidatesFor, standingIn } from './candidates.ts'

const LINES = [
  'We moved in the spring. The boiler broke on the second day.',
  'They said someone would ring back within two days. Nobody rang back for six weeks.',
  'The boiler was fixed next month.',
]
const text = LINES.join('\n')
const turns = LINES.map((line) => ({ start: text.indexOf(line), end: text.indexOf(line) + line.length }))
const found = (quote: string, start = 0) =>
  candidatesFor(text, turns, { quote, start }).map((span) => text.slice(span.start, span.end))

describe('words that were lost', () => {
  it('are looked for in the sentence that shares most of them', () => {
    expect(found('no one rang us back for six whole weeks')[0]).toBe('Nobody rang back for six weeks.')
  })

  it('may be two sentences now', () => {
    expect(found('someone would ring back within two days and nobody rang for six weeks')[0]).toBe(LINES[1])
  })

  it('are proposed nowhere when nothing is like them', () => {
    expect(found('parking permits cost too much')).toEqual([])
  })

  it('are looked for near their old place first, when two places are alike', () => {
    expect(found('the boiler', 0)[0]).toBe('The boiler broke on the second day.')
    expect(found('the boiler', text.length)[0]).toBe('The boiler was fixed next month.')
  })

  it('are proposed in places that do not overlap', () => {
    const spans = candidatesFor(text, turns, { quote: LINES[1] ?? '', start: 0 })
    expect(
      spans.every((a, at) => spans.slice(at + 1).every((b) => a.end <= b.start || b.end <= a.start)),
    ).toBe(true)
  })
})

describe('what stands where the words were', () => {
  const standing = (quote: string, prefix: string, suffix: string, start = 0) => {
    const span = standingIn(text, turns, { quote, prefix, suffix, start })
    return span && text.slice(span.start, span.end)
  }

  it('lies between the words that were around them', () => {
    expect(standing('The heating failed at once.', 'in the spring. ', 'They said someone')).toBe(
      'The boiler broke on the second day.',
    )
  })

  it('follows the words before them, for as many sentences, when those after are gone too', () => {
    expect(standing('Six weeks of nothing.', 'back within two days. ', 'And then silence.')).toBe(
      'Nobody rang back for six weeks.',
    )
    expect(standing('One. Two.', 'on the second day.\n', 'gone, all of it')).toBe(LINES[1])
  })

  it('leads up to the words after them, when those before are gone', () => {
    expect(standing('Promises.', 'of what was there', 'Nobody rang back')).toBe(
      'They said someone would ring back within two days.',
    )
  })

  it('is nothing when neither is there, or nothing is between them', () => {
    expect(standing('Anything.', 'not in the text', 'nor is this one')).toBeNull()
    expect(standing('Anything.', 'in the spring. ', 'The boiler broke')).toBeNull()
  })
})
