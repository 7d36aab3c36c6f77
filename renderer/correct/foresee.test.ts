import { describe, expect, it } from 'vitest'
import { DocumentId, TurnId } from '../../core/contract/common.ts'
import { foresee, passagesIn, type Edit, type Transcript } from './foresee.ts'

const LINES = ['How did it start?', 'I rang them ate times. Nobody came back to me.', 'And then?']

function transcript(): Transcript {
  let start = 0
  const turns = LINES.map((line, at): Transcript['turns'][number] => {
    const turn = {
      id: TurnId.parse(at + 1),
      kind: 'speech',
      speaker: null,
      start,
      end: start + line.length,
      at: null,
      until: null,
    } as const
    start = turn.end + 1
    return turn
  })
  return {
    document: DocumentId.parse(1),
    name: 'P07',
    kind: 'depth interview',
    status: 'coding',
    date: null,
    text: LINES.join('\n'),
    turns,
    speakers: [],
  }
}

const text = LINES.join('\n')
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const seen = (edit: Edit, ...words: string[]) => foresee(transcript(), words.map(spanOf), edit)
const turn = TurnId.parse(2)
const corrected = (words: string): Edit => ({ edit: 'text', turn, text: words })

describe('before a turn is corrected', () => {
  it('passages beside the correction keep their words', () => {
    expect(
      seen(corrected('I rang them eight times. Nobody came back to me.'), 'Nobody came back to me'),
    ).toEqual({
      kept: 1,
      changed: [],
      gone: [],
    })
  })

  it('a passage around the corrected word is shown with its words before and after', () => {
    expect(
      seen(corrected('I rang them eight times. Nobody came back to me.'), 'I rang them ate times').changed,
    ).toEqual([{ before: 'I rang them ate times', after: 'I rang them eight times' }])
  })

  it('a passage whose words are deleted is one to decide about', () => {
    expect(seen(corrected('I rang them ate times.'), 'Nobody came back to me').gone).toEqual([
      'Nobody came back to me',
    ])
  })

  it('passages of other turns are not spoken of', () => {
    expect(seen(corrected('Nothing.'), 'And then?')).toEqual({ kept: 0, changed: [], gone: [] })
  })
})

describe('before turns are split or joined', () => {
  it('passages on either side of a split keep their words', () => {
    const at = text.indexOf('Nobody')
    expect(seen({ edit: 'split', turn, at }, 'I rang them ate times.', 'Nobody came back to me.').kept).toBe(
      2,
    )
  })

  it('a passage across the split keeps its words too', () => {
    const at = text.indexOf('Nobody')
    expect(seen({ edit: 'split', turn, at }, 'ate times. Nobody came')).toMatchObject({ kept: 1, gone: [] })
  })

  it('passages of both turns keep their words when they are joined', () => {
    expect(seen({ edit: 'join', turn }, 'How did it start?', 'I rang them').kept).toBe(2)
  })

  it('nothing happens to passages when only the speaker changes', () => {
    expect(seen({ edit: 'speaker', turns: [turn], speaker: null }, 'I rang them')).toEqual({
      kept: 0,
      changed: [],
      gone: [],
    })
  })
})

it('a turn counts the passages that touch it', () => {
  const [, second] = transcript().turns
  expect(
    second && passagesIn([spanOf('I rang them'), spanOf('start?\nI rang'), spanOf('And then?')], second),
  ).toBe(2)
})
