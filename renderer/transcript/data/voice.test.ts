import { describe, expect, it } from 'vitest'
import { caretAt, extend, move } from '../../../core/text/selection.ts'
import { transcript } from '../fixtures.ts'
import { spokenChange, spokenMove } from './voice.ts'

const text = transcript(['Who came?', 'Nobody came. Nobody rang.'])

describe('hearing a move at the keyboard', () => {
  it('says the word, and who speaks when the turn is another', () => {
    const first = caretAt(0)
    const second = move(text, first, 'word', 1)
    expect(spokenMove(text, first, second, 'word')).toBe('came')
    const third = move(text, second, 'word', 1)
    expect(spokenMove(text, second, third, 'word')).toBe('Turn 2, P01: Nobody')
    expect(spokenMove(text, first, move(text, first, 'turn', 1), 'turn')).toBe(
      'Turn 2, P01: Nobody came. Nobody rang.',
    )
  })

  it('says so at the end of the transcript', () => {
    const end = caretAt(text.text.indexOf('rang'))
    expect(spokenMove(text, end, move(text, end, 'word', 1), 'word')).toBe('rang. No further.')
  })

  it('says what was added to a selection and what was let go', () => {
    const caret = caretAt(10)
    const one = extend(text, caret, 'word', 1)
    const two = extend(text, one, 'word', 1)
    expect(spokenChange(text, one, two)).toBe('came, selected')
    expect(spokenChange(text, two, one)).toBe('came, not selected')
    expect(spokenChange(text, one, one)).toBe('No further')
  })
})
