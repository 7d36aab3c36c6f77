import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentiment } from './sentiment.ts'
import { readSentence } from './sentence.ts'
import { naturalVoter, winkVoter } from './voters.ts'

/** As anyone would use it; the package ships no types. */
const wink: (text: string) => { score: number; normalizedScore: number } = createRequire(import.meta.url)(
  'wink-sentiment',
)
const score = (text: string) => sentiment(text).score
const label = (text: string) => sentiment(text).label
const first = (text: string) => sentiment(text).reasons[0]

const speech = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'not',
        "didn't",
        'good',
        'awful',
        'but',
        'Brilliant,',
        'another',
        'missed',
        'appointment',
        'um',
        '😀',
        ':)',
      ),
      fc.constantFrom('fobbed', 'me', 'off', '.', '?', '!', '\n', 'pillar to post', 'cool stuff', '’', '—'),
      fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(' '))

describe('sentiment', () => {
  it('tells good from bad and both from a plain fact', () => {
    expect(label('They did a cracking job.')).toBe('positive')
    expect(label('The whole thing was dreadful.')).toBe('negative')
    expect(sentiment('They wrote on the Monday.')).toMatchObject({
      score: 0,
      level: 'none',
      label: 'neutral',
    })
  })

  it.each([
    'I was passed from pillar to post.',
    'They fobbed me off again.',
    'I rang and had no joy.',
    'We were left in limbo.',
    "I'm at the end of my tether.",
  ])('knows that %j is bad', (said) => expect(label(said)).toBe('negative'))

  it.each(['I was over the moon.', "I couldn't fault him.", 'He went the extra mile.', "It wasn't bad."])(
    'knows that %j is good',
    (said) => expect(label(said)).toBe('positive'),
  )

  it('keeps negation inside its clause', () => {
    expect(score('They were not helpful.')).toBeLessThan(0)
    expect(score("They didn't help.")).toBeLessThan(0)
    expect(score('They didn’t help.')).toBeLessThan(0)
    expect(score('They didnt help.')).toBeLessThan(0)
    expect(score('It did not take long, the man was lovely and helpful.')).toBeGreaterThan(0)
    expect(score('Not only was she kind, she was quick.')).toBeGreaterThan(0)
  })

  it('is moved by boosters, and by what comes after "but"', () => {
    expect(score('It was very bad.')).toBeLessThan(score('It was bad.'))
    expect(score('It was slightly bad.')).toBeGreaterThan(score('It was bad.'))
    expect(score('The visit was good but the repair was bad.')).toBeLessThan(
      score('The repair was bad but the visit was good.'),
    )
  })

  it('hears through hesitation', () => {
    expect(score('It was, um, it was er not not very wo- good.')).toBeCloseTo(
      score('It was, it was not very good.'),
      5,
    )
    expect(first('I erm I didn’t, uh, like it.')?.words).toBe('didn’t, uh, like')
  })

  it.each([
    'Well, they rang.',
    'No, they rang on Monday.',
    'It was like a form.',
    'It was a kind of form.',
    'I made a complaint.',
    'I get housing benefit and have a support worker.',
  ])('does not take the small talk or the trade in %j for feeling', (said) => {
    expect(label(said)).toBe('neutral')
  })

  it('still hears the feeling after an opening "No"', () => {
    expect(score("No, I didn't like it.")).toBeLessThan(0)
  })

  it('counts a question for less', () => {
    expect(Math.abs(score('Was it awful?'))).toBeLessThan(Math.abs(score('It was awful.')) / 3)
  })

  it('calls a passage mixed where strong sentences oppose', () => {
    expect(sentiment('The lads were lovely. The office was appalling.')).toMatchObject({ label: 'mixed' })
    expect(sentiment('The lads were lovely. The office was appalling.').level).not.toBe('none')
  })

  it('gives the last sentence the last word', () => {
    expect(score('It was awful. It was good.')).toBeGreaterThan(score('It was good. It was awful.'))
  })

  it.each([
    'Brilliant, another missed appointment.',
    'Oh great, still no heating!',
    'Lovely, nobody turned up.',
    'Thanks a lot, no answer again.',
  ])('suspects sarcasm in %j', (said) => {
    expect(label(said)).toBe('negative')
    expect(sentiment(said).reasons.some(({ source }) => source === 'sarcasm')).toBe(true)
  })

  it.each([
    'Brilliant, he came and fixed the leak.',
    'Great service, never missed an appointment.',
    'Brilliant, he came although they had cancelled again.',
    'Good, thanks.',
  ])('takes %j as meant', (said) => {
    expect(sentiment(said).reasons.some(({ source }) => source === 'sarcasm')).toBe(false)
  })
})

describe('reasons', () => {
  it('point at the very words, strongest first', () => {
    const said = 'Well, they fobbed us off 👍 and it wasn’t helpful.'
    const { reasons } = sentiment(said)
    expect(reasons.map(({ words, source }) => `${source}: ${words}`).toSorted()).toEqual([
      'negation: wasn’t helpful',
      'phrase: fobbed us off',
      'wink: 👍',
    ])
    const sizes = reasons.map(({ effect }) => Math.abs(effect))
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    for (const { start, end, words } of reasons) expect(said.slice(start, end)).toBe(words)
  })

  it('say what the score would lose without them', () => {
    expect(first('It was awful.')?.effect).toBeCloseTo(score('It was awful.'), 10)
    const both = sentiment('It was awful and dirty.')
    const awful = both.reasons.find(({ words }) => words === 'awful')
    expect(awful?.effect).toBeCloseTo(both.score - score('It was dirty.'), 1)
  })

  it('lie inside the text and never across each other, whatever is said', () => {
    fc.assert(
      fc.property(speech, (text) => {
        const { score, reasons } = sentiment(text)
        expect(score).toBeGreaterThanOrEqual(-1)
        expect(score).toBeLessThanOrEqual(1)
        for (const { start, end, words, effect } of reasons) {
          expect(text.slice(start, end)).toBe(words)
          expect(words.trim()).not.toBe('')
          expect(Number.isFinite(effect)).toBe(true)
        }
        const inOrder = reasons.toSorted((a, b) => a.start - b.start)
        inOrder.slice(1).forEach(({ start }, index) => {
          expect(start).toBeGreaterThanOrEqual(inOrder[index]?.end ?? 0)
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe('the packages asked', () => {
  const sentence = (text: string) => readSentence(text, 0, text.length)

  it('wink-sentiment loses count at "constructor"; Waymark does not', () => {
    expect(wink('constructor').score).not.toBeTypeOf('number')
    expect(score('The constructor was awful.')).toBe(score('The architect was awful.'))
  })

  it('natural turns all that follows its first "not"; the clause keeps it here', () => {
    const said = sentence('not slow, friendly')
    expect(naturalVoter.total(naturalVoter.hits(said), said)).toBeGreaterThan(0)
  })

  it('nothing said is no feeling, never NaN', () => {
    for (const said of ['', ' ', '...', '—', 'um']) expect(score(said)).toBe(0)
  })

  it("wink-sentiment's own normalised score is what its hits add up to", () => {
    const rated = ['good', 'slow', 'not', 'awful', 'cool stuff', 'lovely', 'green wash', 'door']
    const said = fc
      .array(fc.constantFrom(...rated), { minLength: 1, maxLength: 20 })
      .map((parts) => parts.join(' that '))
    fc.assert(
      fc.property(said, (text) => {
        const read = sentence(text)
        expect(winkVoter.total(winkVoter.hits(read), read) * 5).toBeCloseTo(wink(text).normalizedScore, 3)
      }),
    )
  })
})
