import { describe, expect, it } from 'vitest'
import { preview, speaker } from './example.ts'
import { balanceSentence, counted, fileSize, layoutSentence, sizeWords, withoutName } from './words.ts'

describe('a file in words', () => {
  it('says how it was read and how sure that is', () => {
    expect(layoutSentence(preview({ layoutName: 'Otter: name and time, speech below' }))).toBe(
      'Otter: name and time, speech below · sure',
    )
    expect(layoutSentence(preview({ layoutName: 'Plain paragraphs, no speakers', undecided: true }))).toBe(
      'Plain paragraphs, no speakers · speakers could not be told apart',
    )
  })

  it('says its size, and of a survey the number of people', () => {
    expect(sizeWords(preview({ turns: 1, words: 1200, speakers: [speaker('A')] }))).toBe(
      '1 turn · 1 speaker · 1,200 words',
    )
    expect(sizeWords(preview({ documents: 6, words: 81 }))).toBe('6 transcripts · 81 words')
  })

  it('accounts for every character', () => {
    expect(balanceSentence({ source: 12_345, kept: 12_100, ignored: 245 })).toBe(
      '12,345 characters in the file: 12,100 kept, 245 set aside',
    )
  })

  it('counts one as one', () => {
    expect([counted(1, 'turn'), counted(2, 'turn'), counted(0, 'turn')]).toEqual([
      '1 turn',
      '2 turns',
      '0 turns',
    ])
    expect([fileSize(10), fileSize(2_500_000)]).toEqual(['1 KB', '2.4 MB'])
  })

  it('does not repeat its name beside its name', () => {
    expect(withoutName('P07.docx holds no text.', 'P07.docx')).toBe('Holds no text.')
    expect(withoutName('The file has no speaker labels.', 'P07.docx')).toBe('The file has no speaker labels.')
  })
})
