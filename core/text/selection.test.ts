import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  caretAt,
  extend,
  isCaret,
  move,
  narrow,
  nudge,
  selectionOf,
  snap,
  spanOf,
  unitAt,
  widen,
  type Readable,
  type Selection,
} from './selection.ts'

/** A transcript whose turns are its lines. */
function transcript(...lines: string[]): Readable {
  let start = 0
  const turns = lines.map((line) => {
    const turn = { start, end: start + line.length }
    start = turn.end + 1
    return turn
  })
  return { text: lines.join('\n'), turns }
}

const readable = transcript(
  'I rang them. Nobody came, twice.',
  '',
  'Who did you ring?',
  'The repairs line 👩‍👩‍👧 again.',
)
const words = (selection: Selection) => readable.text.slice(spanOf(selection).start, spanOf(selection).end)
const at = (text: string) => readable.text.indexOf(text)
const caret = (text: string) => caretAt(at(text))
const select = (text: string) => selectionOf({ start: at(text), end: at(text) + text.length })

describe('the caret', () => {
  it('walks by word over punctuation and from turn to turn', () => {
    expect(move(readable, caret('rang'), 'word', 1)).toEqual(caret('them'))
    expect(move(readable, caret('twice'), 'word', 1)).toEqual(caret('Who'))
    expect(move(readable, caret('Who'), 'word', -1)).toEqual(caret('twice'))
  })

  it('walks by sentence and by turn, leaving out empty turns', () => {
    expect(move(readable, caret('rang'), 'sentence', 1)).toEqual(caret('Nobody'))
    expect(move(readable, caret('came'), 'sentence', -1)).toEqual(caret('Nobody'))
    expect(move(readable, caret('came'), 'turn', 1)).toEqual(caret('Who'))
    expect(move(readable, caret('Who'), 'turn', -1)).toEqual(caret('I rang'))
  })

  it('stays where it is at either end', () => {
    expect(move(readable, caret('I rang'), 'word', -1)).toEqual(caret('I rang'))
    expect(move(readable, caret('again'), 'word', 1)).toEqual(caret('again'))
  })

  it('treats an emoji as a word', () => {
    expect(move(readable, caret('line'), 'word', 1)).toEqual(caret('👩‍👩‍👧'))
    expect(words(extend(readable, caret('👩‍👩‍👧'), 'word', 1))).toBe('👩‍👩‍👧')
  })
})

describe('extending and shrinking', () => {
  it('takes whole words forwards and lets them go again', () => {
    const one = extend(readable, caret('rang'), 'word', 1)
    const two = extend(readable, one, 'word', 1)
    expect([words(one), words(two)]).toEqual(['rang', 'rang them'])
    expect(words(extend(readable, two, 'word', -1))).toBe('rang')
    expect(isCaret(extend(readable, one, 'word', -1))).toBe(true)
  })

  it('takes words backwards from the anchor', () => {
    const one = extend(readable, caret('them'), 'word', -1)
    expect(words(one)).toBe('rang ')
    expect(isCaret(extend(readable, one, 'word', 1))).toBe(true)
  })

  it('takes sentences and turns, across turns', () => {
    expect(words(extend(readable, caret('I rang'), 'sentence', 1))).toBe('I rang them.')
    const turn = extend(readable, caret('I rang'), 'turn', 1)
    expect(words(extend(readable, turn, 'turn', 1))).toBe(
      'I rang them. Nobody came, twice.\n\nWho did you ring?',
    )
  })

  it('shrinks by a larger unit no further than the anchor', () => {
    const some = select('came, twice')
    expect(isCaret(extend(readable, some, 'sentence', -1))).toBe(true)
  })
})

describe('widening and narrowing', () => {
  it('goes from caret to word to sentence to turn and back', () => {
    const steps = [caret('ang')]
    for (let step = 0; step < 4; step++) steps.push(widen(readable, steps.at(-1) ?? caretAt(0)))
    expect(steps.map(words)).toEqual([
      '',
      'rang',
      'I rang them.',
      'I rang them. Nobody came, twice.',
      'I rang them. Nobody came, twice.',
    ])
    expect(words(narrow(readable, select('I rang them. Nobody came, twice.')))).toBe('I rang them.')
    expect(words(narrow(readable, select('I rang them.')))).toBe('I')
    expect(words(narrow(readable, select('rang')))).toBe('')
  })
})

describe('a passage’s edges', () => {
  it('move by a word outwards and inwards', () => {
    const passage = spanOf(select('them. Nobody'))
    const text = (span: { start: number; end: number }) => readable.text.slice(span.start, span.end)
    expect(text(nudge(readable, passage, 'end', 1))).toBe('them. Nobody came')
    expect(text(nudge(readable, passage, 'end', -1))).toBe('them')
    expect(text(nudge(readable, passage, 'start', -1))).toBe('rang them. Nobody')
    expect(text(nudge(readable, passage, 'start', 1))).toBe('Nobody')
  })

  it('never cross one another', () => {
    const word = spanOf(select('them'))
    expect(nudge(readable, word, 'start', 1)).toEqual(word)
    expect(nudge(readable, word, 'end', -1)).toEqual(word)
  })
})

describe('snapping', () => {
  const text = 'A naïve café 🇬🇧 flag. Then e\u0301clair.'
  const one = { text, turns: [{ start: 0, end: text.length }] }

  it('never splits a flag, a surrogate pair or a combining mark', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const { start, end } = snap(one, { start: Math.min(a, b), end: Math.max(a, b) }, 'none')
        const edges = new Set([...new Intl.Segmenter('en').segment(text)].map(({ index }) => index))
        edges.add(text.length)
        expect(edges.has(start)).toBe(true)
        expect(edges.has(end)).toBe(true)
      }),
    )
  })

  it('grows to words or sentences as the project asks', () => {
    const part = { start: text.indexOf('aïve'), end: text.indexOf('fé') }
    const said = (to: 'none' | 'word' | 'sentence') => {
      const { start, end } = snap(one, part, to)
      return text.slice(start, end)
    }
    expect([said('none'), said('word'), said('sentence')]).toEqual([
      'aïve ca',
      'naïve café',
      'A naïve café 🇬🇧 flag.',
    ])
  })
})

describe('whatever is pressed', () => {
  const step = fc.tuple(
    fc.constantFrom('move', 'extend', 'widen', 'narrow'),
    fc.constantFrom('word', 'sentence', 'turn'),
    fc.constantFrom(-1, 1),
  )

  it('stays inside the transcript and on whole characters', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let selection = caretAt(0)
        for (const [kind, unit, direction] of steps) {
          if (kind === 'move') selection = move(readable, selection, unit, direction)
          else if (kind === 'extend') selection = extend(readable, selection, unit, direction)
          else selection = kind === 'widen' ? widen(readable, selection) : narrow(readable, selection)
          const { start, end } = spanOf(selection)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(readable.text.length)
          expect(/[\uDC00-\uDFFF]/.test(readable.text[start] ?? '')).toBe(false)
          expect(/[\uDC00-\uDFFF]/.test(readable.text[end] ?? '')).toBe(false)
        }
      }),
    )
  })

  it('finds the word, sentence and turn at any offset', () => {
    fc.assert(
      fc.property(
        fc.nat(readable.text.length),
        fc.constantFrom('word', 'sentence', 'turn'),
        (offset, unit) => {
          const found = unitAt(readable, unit, offset)
          expect(found).not.toBeNull()
          expect(found?.end).toBeGreaterThan(found?.start ?? 0)
        },
      ),
    )
  })
})
