import { describe, expect, it } from 'vitest'
import { draftsOf, keepDraft, markSent, settleSent, unsaved } from './drafts.ts'

const transcript = {
  text: 'Nobody came.\nThree weaks.',
  turns: [
    { id: 1, start: 0, end: 12 },
    { id: 2, start: 13, end: 25 },
  ],
}
const listed = (document: number) => unsaved(transcript, draftsOf(document)).map(({ id }) => id)

describe('words that are typed and not saved', () => {
  it('are kept for their own transcript until they are let go', () => {
    keepDraft(1, 2, { base: 'Three weaks.', text: 'Three weeks.' })
    expect([listed(1), listed(7)]).toEqual([[2], []])
    keepDraft(1, 2, null)
    expect(listed(1)).toEqual([])
  })

  it('are none when they are what stands there', () => {
    keepDraft(2, 1, { base: 'Nobody came.', text: 'Nobody came.' })
    expect(listed(2)).toEqual([])
  })

  it('do not outlive the words they began from', () => {
    keepDraft(3, 1, { base: 'Nobody came then.', text: 'Somebody came then.' })
    expect(listed(3)).toEqual([])
  })

  it('go on from words that were sent before them, wherever one looks until those stand', () => {
    const [document, turn] = [4, 2]
    keepDraft(document, turn, { base: 'Three weaks.', text: 'Three weeks.' })
    markSent(document, turn, 'Three weeks.')
    const draft = draftsOf(document).get(turn)
    keepDraft(document, turn, { base: 'Three weaks.', text: 'Three weeks. Four', sent: draft?.sent })
    const saved = { ...transcript, text: 'Nobody came.\nThree weeks.' }
    expect(unsaved(saved, draftsOf(document)).map(({ id }) => id)).toEqual([2])
    settleSent({ ...saved, document })
    expect(draftsOf(document).get(turn)).toEqual({ base: 'Three weeks.', text: 'Three weeks. Four' })
  })

  it('are none once what was sent stands', () => {
    keepDraft(5, 2, { base: 'Three weaks.', text: 'Three weeks. ' })
    markSent(5, 2, 'Three weeks.')
    const saved = { ...transcript, text: 'Nobody came.\nThree weeks.' }
    expect(unsaved(saved, draftsOf(5))).toEqual([])
  })
})
