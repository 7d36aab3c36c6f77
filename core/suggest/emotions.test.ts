import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emotionCues } from './emotion-cues.ts'
import { emotions } from './emotions.ts'

const codes = (text: string) => emotions(text).map(({ code }) => code)

describe('emotions', () => {
  it.each([
    ['I was going round in circles and they fobbed me off.', 'frustration'],
    ['I was absolutely livid.', 'anger'],
    ['There was nothing I could do.', 'helplessness'],
    ['We felt really let down.', 'disappointment'],
    ['I had no idea who was dealing with it.', 'confusion'],
    ['She talked down to me.', 'disrespect'],
    ["I don't believe a word they say.", 'distrust'],
    ["I've given up.", 'resignation'],
    ['I was scared for the children.', 'anxiety'],
    ['I was in tears every night.', 'distress'],
    ['I was gobsmacked.', 'surprise'],
    ['It was nothing out of the ordinary.', 'neutral'],
    ['It was such a relief, a weight off my mind.', 'relief'],
    ['She went the extra mile.', 'gratitude'],
    ['He kept me informed so I knew where I stood.', 'reassurance'],
    ['We were over the moon with it.', 'satisfaction'],
  ])('hears in %j: %s', (said, code) => {
    expect(codes(said)).toContain(code)
  })

  it('has cues for all sixteen emotions', () => {
    expect(new Set(emotionCues.flatMap(([{ code }]) => code ?? [])).size).toBe(16)
  })

  it.each([
    ['They wrote on the Monday, I replied Tuesday.', 'nothing was felt'],
    ['I was not angry.', 'it is negated'],
    ["I wasn't really worried.", 'it is negated'],
    ['Were you angry?', 'it is a question'],
    ['I would be furious if that happened.', 'it is only supposed'],
    ['She was livid with me.', 'somebody else felt it'],
    ['He was kind of busy.', 'it only looks alike'],
    ['The housing trust sent a letter.', 'the word is a name'],
    ['The boiler was slow and the form was long.', 'negative things are not yet frustration'],
    ['Great job, still no heating.', 'it is sarcastic'],
  ])('hears nothing in %j, for %s', (said) => {
    expect(codes(said)).toEqual([])
  })

  it('offers the two best at most, and says which words', () => {
    const said = 'I was livid. They lied to my face. I was scared and in tears.'
    const found = emotions(said)
    expect(found).toHaveLength(2)
    expect(found[0]?.code).toBe('anger')
    expect(found[0]?.reasons.map(({ words }) => words)).toEqual(['livid', 'lied to my face'])
    for (const { reasons } of found) {
      for (const { start, end, words } of reasons) expect(said.slice(start, end)).toBe(words)
    }
  })

  it('holds for any text: scores in range, words where they are said to be', () => {
    const speech = fc
      .array(
        fc.oneof(fc.constantFrom('I', 'was', 'livid', 'fed up', 'not', '.', 'in tears', '😀'), fc.string()),
      )
      .map((parts) => parts.join(' '))
    fc.assert(
      fc.property(speech, (text) => {
        for (const { score, reasons } of emotions(text)) {
          expect(score).toBeGreaterThan(0)
          expect(score).toBeLessThanOrEqual(1)
          for (const { start, end, words } of reasons) expect(text.slice(start, end)).toBe(words)
        }
      }),
    )
  })
})
