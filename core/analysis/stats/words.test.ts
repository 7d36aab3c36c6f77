import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { STOP_WORDS } from './stopWords.ts'
import { keywordInContext, wordFrequency, wordsOf } from './words.ts'

describe('words of a text', () => {
  it('keeps an apostrophe inside a word and finds the word after an emoji where it stands', () => {
    const text = 'They didn’t 😤👩‍👧 answer.'
    const found = wordsOf(text)
    expect(found.map(({ word }) => word)).toEqual(['they', "didn't", 'answer'])
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['They', 'didn’t', 'answer'])
  })

  it('has no words in an empty text or in punctuation', () => {
    expect(wordsOf('')).toEqual([])
    expect(wordsOf('… — 😀')).toEqual([])
  })
})

describe('word frequency', () => {
  it('counts words and the participants who say them, without the words that say little', () => {
    const texts = [
      'The repair, the repair! They came.',
      'I reported the repair and the damp.',
      'Damp. Um, yeah.',
    ]
    expect(wordFrequency(texts)).toEqual([
      { word: 'repair', count: 3, texts: 2 },
      { word: 'damp', count: 2, texts: 2 },
      { word: 'reported', count: 1, texts: 1 },
    ])
  })

  it('treats capitals and curly apostrophes as the same word', () => {
    expect(wordFrequency(["Landlord's LANDLORD’S landlord's"])).toEqual([
      { word: "landlord's", count: 3, texts: 1 },
    ])
  })

  it('leaves out numbers and single letters, and keeps stop words when asked to', () => {
    expect(wordFrequency(['24 b flat2'])).toEqual([{ word: 'flat2', count: 1, texts: 1 }])
    expect(wordFrequency(['the the'], { stopWords: new Set() })).toEqual([
      { word: 'the', count: 2, texts: 1 },
    ])
    expect(wordFrequency(['b'], { minLength: 1 })).toHaveLength(1)
  })

  it('has nothing to count without texts', () => {
    expect(wordFrequency([])).toEqual([])
    expect(wordFrequency([''])).toEqual([])
  })

  it('does not care in which order the texts come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom('damp', 'repair', 'the', 'Mould', '12')).map((w) => w.join(' '))),
        (texts) => {
          const found = wordFrequency(texts)
          expect(wordFrequency(texts.toReversed())).toEqual(found)
          for (const { count, texts: said } of found) {
            expect(said).toBeGreaterThan(0)
            expect(said).toBeLessThanOrEqual(Math.min(count, texts.length))
          }
        },
      ),
    )
  })
})

describe('the stop list', () => {
  it('holds words in the form in which they are counted', () => {
    for (const word of STOP_WORDS) expect(wordsOf(word)).toMatchObject([{ word }])
  })

  it('does not silence words that carry feeling or housing', () => {
    for (const word of [
      'angry',
      'waiting',
      'ignored',
      'nobody',
      'never',
      'repair',
      'rent',
      'wait',
      'hours',
      'called',
      'help',
    ]) {
      expect(STOP_WORDS.has(word)).toBe(false)
    }
  })
})

describe('keyword in context', () => {
  const text = 'I rang on Monday. Nobody rang back, so I RANG  back myself 😤.'

  it('finds every place with its offsets and its neighbours', () => {
    const found = keywordInContext(text, 'rang', 1)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['rang', 'rang', 'RANG'])
    expect(found.map(({ contextStart, contextEnd }) => text.slice(contextStart, contextEnd))).toEqual([
      'I rang on',
      'Nobody rang back',
      'I RANG  back',
    ])
  })

  it('finds a phrase across spacing and stops at the ends of the text', () => {
    const found = keywordInContext(text, 'Rang back', 50)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['rang back', 'RANG  back'])
    expect(found[0]).toMatchObject({ contextStart: 0, contextEnd: text.indexOf(' 😤') })
  })

  it('finds nothing for a phrase without words, or longer than the text', () => {
    expect(keywordInContext(text, ' … ')).toEqual([])
    expect(keywordInContext('rang', 'rang back')).toEqual([])
    expect(keywordInContext('', 'rang')).toEqual([])
  })
})
