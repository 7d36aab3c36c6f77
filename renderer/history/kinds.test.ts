import { describe, expect, it } from 'vitest'
import { differing, kindName, thingName } from './kinds.ts'

describe('a step in words', () => {
  it('has its kind, whatever command it was', () => {
    const kinds = ['codings.add', 'memos.file', 'search.codeHits', 'mapping.saveView', 'analysis.file']
    expect(kinds.map(kindName)).toEqual(['Coding', 'Memos', 'Searches', 'Views and figures', 'Figures saved'])
  })

  it('says what a row was and is, without what only the program reads', () => {
    const before = { id: 3, guid: 'ab', key: 'CMP1', name: 'Delay', ord: 4, colour: null }
    expect(differing(before, { ...before, key: 'CMP2', ord: 5, colour: '' })).toEqual([
      ['short id', 'CMP1', 'CMP2'],
    ])
  })

  it('calls rows what people call them', () => {
    expect(['document', 'participant_attribute', 'coding'].map(thingName)).toEqual([
      'transcript',
      'attribute of a participant',
      'coding',
    ])
  })
})
