import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from './sentences.ts'

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end))

describe('sentences of a transcript', () => {
  it.each([
    ['They came. They left.', ['They came.', 'They left.']],
    ['Mr. Patel rang Dr. Jones. Nobody came.', ['Mr. Patel rang Dr. Jones.', 'Nobody came.']],
    ['Some of it, e.g. the boiler, i.e. the old one.', ['Some of it, e.g. the boiler, i.e. the old one.']],
    ['I am at No. 4. It leaks.', ['I am at No. 4.', 'It leaks.']],
    ['Did they ring? No. Not once.', ['Did they ring?', 'No.', 'Not once.']],
    ['It was 3.5 metres at 10.30. Then they went.', ['It was 3.5 metres at 10.30.', 'Then they went.']],
    ['Come at 8 a.m. or later. Fine.', ['Come at 8 a.m. or later.', 'Fine.']],
    ['They said 8 a.m. Nobody came.', ['They said 8 a.m.', 'Nobody came.']],
    ['I was... well, I was cross. Then it stopped.', ['I was... well, I was cross.', 'Then it stopped.']],
    ['And then… I do not know.', ['And then… I do not know.']],
    ['I waited... They never came.', ['I waited...', 'They never came.']],
    ['I . . . waited.', ['I . . . waited.']],
    ['It was fine. …so then they came. ...and left', ['It was fine.', '…so then they came.', '...and left']],
    ['Really?! You are joking!! Yes.', ['Really?!', 'You are joking!!', 'Yes.']],
    ['“Sort it.” He left.', ['“Sort it.”', 'He left.']],
    ['"Why?" she said. I shrugged.', ['"Why?" she said.', 'I shrugged.']],
    ['(It rained.) We waited.', ['(It rained.)', 'We waited.']],
    ['J. Smith signed. So did I. Then we went.', ['J. Smith signed.', 'So did I.', 'Then we went.']],
    ['1. They rang. 2. They came.', ['1. They rang.', '2. They came.']],
    ['It was done.Then it broke.', ['It was done.', 'Then it broke.']],
    ['See www.example.org and mail a@b.co today.', ['See www.example.org and mail a@b.co today.']],
    ['ok. so then they rang. fine', ['ok.', 'so then they rang.', 'fine']],
    ['first line\nsecond line\r\nthird', ['first line', 'second line', 'third']],
    ['Great 👍🏽! Thanks.', ['Great 👍🏽!', 'Thanks.']],
    ['来ない。困る！', ['来ない。', '困る！']],
    ['  \n \n', []],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(split(text)).toEqual(expected)
  })

  const transcript = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'Mr.',
          'e.g.',
          'No. 4',
          '10.30',
          '...',
          '…',
          '?!',
          '”',
          '"',
          '\n',
          '\r\n',
          ' ',
          '. ',
          '。',
        ),
        fc.constantFrom('😀', '\ud83d', '\ude00', '\u2028', 'I', 'They came', 'it is'),
        fc.string({ unit: 'binary' }),
      ),
    )
    .map((parts) => parts.join(''))

  it('are in order, apart, trimmed, and together hold every visible character', () => {
    fc.assert(
      fc.property(transcript, (text) => {
        let last = 0
        for (const { start, end } of sentences(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(last, start).trim()).toBe('')
          const sentence = text.slice(start, end)
          expect(sentence).not.toBe('')
          expect(sentence.trim()).toBe(sentence)
          last = end
        }
        expect(text.slice(last).trim()).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('never cut an emoji in half', () => {
    fc.assert(
      fc.property(transcript, (text) => {
        const inside = (at: number) =>
          /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))
        expect(sentences(text).some(({ start, end }) => inside(start) || inside(end))).toBe(false)
      }),
    )
  })
})
