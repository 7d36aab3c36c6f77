import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phrasebook } from './phrasebook.ts'
import { emotionCues } from './emotion-cues.ts'
import { ratedPhrases } from './phrases.ts'
import { read } from './words.ts'

const texts = (said: string) => read(said).words.map(({ text }) => text)

describe('reading a sentence', () => {
  it.each([
    ['I I didn’t, erm, like it', ['i', 'did', 'not', 'like', 'it']],
    ['Ummm, it was wo- was cold', ['it', 'was', 'cold']],
    [
      "we won't, can't, shan't and cannot",
      ['we', 'will', 'not', 'can', 'not', 'shall', 'not', 'and', 'can', 'not'],
    ],
    ['very very long', ['very', 'very', 'long']],
    ['the blind man', ['the', 'it', 'it']],
    ['thanks :) 👍', ['thanks', ':)', '👍']],
    ['at 10:30', ['at', '10', '30']],
  ])('reads %j', (said, expected) => expect(texts(said)).toEqual(expected))

  it('numbers the clauses', () => {
    const clauses = read('it was cold and I rang, but they left').words.map(({ clause }) => clause)
    expect(clauses).toEqual([0, 0, 0, 1, 1, 1, 3, 3, 3])
  })

  it('knows questions and exclamations', () => {
    expect(read('Was it?”').question).toBe(true)
    expect(read('It was. Was it? Yes.').question).toBe(false)
    expect(read('No!!!!!').exclamations).toBe(3)
  })

  it('keeps offsets into the whole text, for any text and any part of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a, b].map((at) => at % (text.length + 1)).sort((x, y) => x - y)
        let last = start
        for (const word of read(text, start, end).words) {
          expect(word.start).toBeGreaterThanOrEqual(last)
          expect(word.end).toBeLessThanOrEqual(end)
          expect(text.slice(word.start, word.end).trim()).not.toBe('')
          last = word.start
        }
      }),
    )
  })
})

describe('a phrasebook', () => {
  const book = phrasebook([
    ['off', 'fob/fobbed … off | fobbed'],
    ['not', "didn't turn up"],
  ])
  const found = (said: string) =>
    book.find(read(said).words).map(({ value, from, to }) => `${value} ${from}-${to}`)

  it('takes the longest phrase, with up to three words in its gap', () => {
    expect(found('they fobbed me right off')).toEqual(['off 1-5'])
    expect(found('they fobbed one two three four off')).toEqual(['off 1-2'])
  })

  it('never reaches across punctuation', () => {
    expect(found('they fob me, off they went')).toEqual([])
  })

  it('matches n’t however it is written', () => {
    for (const said of [
      "they didn't turn up",
      'they didn’t turn up',
      'they did not turn up',
      'they didnt turn up',
    ])
      expect(found(said)).toEqual(['not 1-5'])
  })

  it.each([
    ['rated phrase', ratedPhrases.map(([, phrases]) => phrases)],
    ['emotion cue', emotionCues.map(([, phrases]) => phrases)],
  ])('finds every %s as it is written', (_, lists) => {
    const written = lists.flatMap((list) => list.split('|')).map((phrase) => phrase.trim())
    const missed = written.flatMap((phrase) => {
      const steps = phrase
        .split(/\s+/)
        .filter((step) => step !== '…')
        .map((step) => step.split('/'))
      const ways = Math.max(...steps.map(({ length }) => length))
      const said = Array.from({ length: ways }, (_, way) =>
        steps.map((step) => step[way % step.length]).join(' '),
      )
      return said.filter((way) => {
        const { words } = read(way)
        const [hit] = phrasebook([[true, phrase]]).find(words)
        return hit?.from !== 0 || hit.to !== words.length
      })
    })
    expect(missed).toEqual([])
  })
})
