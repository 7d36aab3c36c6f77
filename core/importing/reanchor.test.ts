import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from './align.ts'
import { anchorOf } from '../text/anchor.ts'
import { findQuote, reanchor } from '../text/reanchor.ts'
import { snapToGraphemes, type Span } from '../text/spans.ts'

const graphemes = (text: string) => [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment)

/** A text as graphemes, so that edits never cut one. */
const words = fc.constantFrom(
  'the',
  'lift',
  'was',
  'broken',
  'again',
  'yes',
  'no',
  'I',
  'rang',
  'them',
  'twice',
  '👍🏽',
  '👩‍👩‍👧',
  'ŷd',
  '等了',
  'they’d',
  '…',
  '.',
  ',',
)
const text = fc
  .array(fc.tuple(words, fc.constantFrom(' ', ' ', ' ', '\n')), { minLength: 3, maxLength: 60 })
  .map((pairs) => pairs.flat().join('').trim())
interface Edit {
  at: number
  remove: number
  insert: string
}
const edits = fc.array(
  fc.record({
    at: fc.nat(400),
    remove: fc.nat(12),
    insert: fc.oneof(fc.constant(''), words, fc.string({ unit: 'grapheme', maxLength: 8 })),
  }),
  { maxLength: 5 },
)
const place = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 30 }),
})

/** Applies edits that leave the passage and one grapheme on either side alone; says where the passage went. */
function edited(old: string[], passage: Span, wanted: Edit[]): { text: string; start: number; end: number } {
  const keep = { start: passage.start - 1, end: passage.end + 1 }
  const cuts = wanted
    .map(({ at, remove, insert }) => ({
      from: at % (old.length + 1),
      to: Math.min(old.length, (at % (old.length + 1)) + remove),
      insert,
    }))
    .filter(({ from, to }) => to <= keep.start || from >= keep.end)
    .sort((a, b) => a.from - b.from)
  const pieces: string[] = []
  let at = 0
  let start = -1
  let length = 0
  const copy = (to: number) => {
    for (; at < to; at++) {
      if (at === passage.start) start = length
      const piece = old[at] ?? ''
      pieces.push(piece)
      length += piece.length
    }
  }
  for (const { from, to, insert } of cuts) {
    if (from < at) continue
    copy(from)
    pieces.push(insert)
    length += insert.length
    at = Math.max(at, to)
  }
  copy(old.length)
  return { text: pieces.join(''), start, end: start + old.slice(passage.start, passage.end).join('').length }
}

function passageOf(old: string[], { from, length }: { from: number; length: number }): Span {
  let start = Math.floor(from * old.length)
  let end = Math.min(old.length, start + length)
  while (start < end && /^\s*$/.test(old[start] ?? '')) start++
  while (end > start && /^\s*$/.test(old[end - 1] ?? '')) end--
  return { start, end }
}

const count = (text: string, quote: string) => {
  let found = 0
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found++
  return found
}

describe('reanchor', () => {
  it('places a passage whose words survive on exactly these words, whatever was edited around it', () => {
    fc.assert(
      fc.property(text, place, edits, (before, where, wanted) => {
        const old = graphemes(before)
        const passage = passageOf(old, where)
        fc.pre(passage.end > passage.start)
        const offset = old.slice(0, passage.start).join('').length
        const quote = old.slice(passage.start, passage.end).join('')
        const now = edited(old, passage, wanted)
        // An insertion may join the neighbours into other graphemes; then the words are no longer the same.
        const whole = snapToGraphemes(now.text, now)
        fc.pre(whole.start === now.start && whole.end === now.end)
        const [placed] = reanchor(before, now.text, align(before, now.text), [
          { start: offset, end: offset + quote.length },
        ])
        expect(placed).not.toBeNull()
        expect(now.text.slice(placed?.start, placed?.end).replace(/\s+/g, ' ')).toBe(
          quote.replace(/\s+/g, ' '),
        )
        const isUnique = count(now.text, quote) === 1
        expect(placed).toMatchObject(
          isUnique ? { start: now.start, end: now.end, how: 'same' } : { how: 'same' },
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('never gives an empty place, white space at the ends or half a character', () => {
    fc.assert(
      fc.property(text, text, fc.array(place, { maxLength: 8 }), (before, after, places) => {
        const old = graphemes(before)
        const spans = places
          .map((where) => passageOf(old, where))
          .filter(({ start, end }) => end > start)
          .map(({ start, end }) => ({
            start: old.slice(0, start).join('').length,
            end: old.slice(0, end).join('').length,
          }))
        for (const placed of reanchor(before, after, align(before, after), spans)) {
          if (!placed) continue
          const quote = after.slice(placed.start, placed.end)
          expect(quote.trim()).toBe(quote)
          expect(quote).not.toBe('')
          expect(snapToGraphemes(after, placed)).toEqual({ start: placed.start, end: placed.end })
        }
      }),
      { numRuns: 1000 },
    )
  })

  const move = (before: string, after: string, quote: string) => {
    const start = before.indexOf(quote)
    const [placed] = reanchor(before, after, align(before, after), [{ start, end: start + quote.length }])
    return placed && { words: after.slice(placed.start, placed.end), how: placed.how }
  }

  it('follows a passage whose typo was corrected', () => {
    expect(
      move(
        'Then I recieved the letter on Monday.',
        'Then I received the letter on Monday.',
        'recieved the letter',
      ),
    ).toEqual({
      words: 'received the letter',
      how: 'changed',
    })
  })

  it('leaves words inserted at its edges outside, and takes in words inserted inside', () => {
    expect(move('We waited for weeks.', 'We waited for weeks. Really.', 'waited for weeks.')).toEqual({
      words: 'waited for weeks.',
      how: 'same',
    })
    expect(move('We waited for weeks.', 'We just waited for weeks.', 'waited for weeks')).toEqual({
      words: 'waited for weeks',
      how: 'same',
    })
    expect(move('We waited for weeks.', 'We waited for six weeks.', 'waited for weeks')).toEqual({
      words: 'waited for six weeks',
      how: 'changed',
    })
  })

  it('shrinks to what is left when the end of a passage was cut', () => {
    expect(
      move(
        'I rang them twice that day. Nobody came.',
        'I rang them twice that day.',
        'I rang them twice that day. Nobody came.',
      ),
    ).toEqual({
      words: 'I rang them twice that day.',
      how: 'changed',
    })
  })

  it('finds a paragraph that was moved elsewhere', () => {
    const filler = (name: string) => Array.from({ length: 60 }, (_, n) => `${name} ${n} talked.`).join(' ')
    const told = 'The damp came back within a fortnight of the visit.'
    const before = `${told}\n${filler('Ann')}\n${filler('Bo')}`
    const after = `${filler('Ann')}\n${filler('Bo')}\n${told}`
    expect(move(before, after, 'damp came back within a fortnight')).toEqual({
      words: 'damp came back within a fortnight',
      how: 'same',
    })
  })

  it('does not put a removed short word on the same word somewhere else', () => {
    const filler = Array.from({ length: 200 }, (_, n) => `turn ${n} said`).join(' ')
    expect(move(`Did she? Yes. ${filler} Yes, later.`, `Did she? ${filler} Yes, later.`, 'Yes')).toBeNull()
  })

  it('does not put a removed word inside a longer one', () => {
    expect(move('They told us nothing about it.', 'They told buses nothing about it.', 'us')).toBeNull()
  })

  it('says when the words are gone', () => {
    expect(
      move('I was furious about the damp. Anyway, we moved.', 'Anyway, we moved.', 'furious about the damp'),
    ).toBeNull()
  })
})

describe('findQuote', () => {
  const transcript = 'Nobody rang back. I waited a week. Nobody rang back. I gave up.'

  it('chooses between equal words by what stands around them', () => {
    const start = transcript.lastIndexOf('Nobody')
    const anchor = anchorOf(transcript, { start, end: start + 17 })
    expect(findQuote(transcript, anchor, 0)).toMatchObject({ start, end: start + 17, how: 'same' })
  })

  it('accepts a few wrong characters and nothing more', () => {
    expect(
      findQuote(
        transcript,
        { quote: 'I wated a weak', prefix: 'Nobody rang back. ', suffix: '. Nobody' },
        20,
      ),
    ).toMatchObject({
      start: 18,
      how: 'changed',
    })
    expect(findQuote(transcript, { quote: 'The council never wrote', prefix: '', suffix: '' }, 20)).toBeNull()
  })
})
