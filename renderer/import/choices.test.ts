import { describe, expect, it } from 'vitest'
import {
  choicesAfterReread,
  correctionOf,
  hasSharable,
  openAliases,
  sameFor,
  speakersNow,
  unmerged,
  withSpeaker,
} from './choices.ts'
import { choices, preview, speaker } from './example.ts'

const rosa = preview({
  speakers: [
    speaker('Interviewer', { role: 'interviewer' }),
    speaker('Rosa', { turns: 5, words: 90, participant: 'P07 Rosa' }),
    speaker('ROSA', { turns: 1, words: 4, role: 'unknown' }),
    speaker('R.', { turns: 2, words: 6, role: 'unknown' }),
  ],
  aliases: [
    { from: 'ROSA', to: 'Rosa', why: 'same but for capitals and punctuation' },
    { from: 'R.', to: 'Rosa', why: 'first letter of the other' },
  ],
})

describe('speakers in the preview', () => {
  it('are as read while nobody says otherwise', () => {
    expect(speakersNow(rosa, choices()).map(({ name, role }) => [name, role])).toEqual([
      ['Interviewer', 'interviewer'],
      ['Rosa', 'participant'],
      ['ROSA', 'unknown'],
      ['R.', 'unknown'],
    ])
  })

  it('add up when they are merged, through a chain of merges too', () => {
    const said = choices({ speakers: { ROSA: { mergeInto: 'Rosa' }, 'R.': { mergeInto: 'ROSA' } } })
    const [, one, ...others] = speakersNow(rosa, said)
    expect(one).toMatchObject({ label: 'Rosa', turns: 8, words: 100, absorbed: ['ROSA', 'R.'] })
    expect(others).toEqual([])
  })

  it('are never merged because a merge was proposed', () => {
    expect(speakersNow(rosa, choices())).toHaveLength(4)
    expect(openAliases(rosa, choices())).toHaveLength(2)
  })

  it('come apart again, and are not proposed a second time', () => {
    const merged = choices(withSpeaker(choices(), 'ROSA', { mergeInto: 'Rosa', role: 'participant' }))
    const apart = { ...merged, ...unmerged(merged, 'ROSA') }
    expect(speakersNow(rosa, apart)).toHaveLength(4)
    expect(openAliases(rosa, apart).map(({ from }) => from)).toEqual(['R.'])
  })

  it('name a participant after the transcript, and follow when it is renamed', () => {
    const person = (name: string) => speakersNow(rosa, choices({ name }))[1]?.participant
    expect(person('')).toBe('P07 Rosa')
    expect(person('P08')).toBe('P08 Rosa')
  })

  it('propose a participant for someone who becomes one, and none for an interviewer', () => {
    const said = choices({ speakers: { 'R.': { role: 'participant' }, Rosa: { role: 'interviewer' } } })
    expect(speakersNow(rosa, said).map(({ participant }) => participant)).toEqual([
      null,
      null,
      null,
      'P07 R.',
    ])
  })

  it('are colleagues in a workshop unless someone says otherwise', () => {
    const [, inWorkshop] = speakersNow(rosa, choices({ kind: 'workshop' }))
    const [, said] = speakersNow(
      rosa,
      choices({ kind: 'workshop', speakers: { Rosa: { participantRole: 'stakeholder' } } }),
    )
    expect([inWorkshop?.participantRole, said?.participantRole]).toEqual(['colleague', 'stakeholder'])
  })
})

describe('what the core is told', () => {
  it('names every participant as it was shown', () => {
    const { speakers } = correctionOf(
      rosa,
      choices({ speakers: { ROSA: { mergeInto: 'Rosa' }, Rosa: { rename: 'R', participant: 'P99' } } }),
    )
    expect(speakers).toEqual([
      { label: 'Interviewer', participant: null, participantRole: 'resident' },
      { label: 'Rosa', rename: 'R', participant: 'P99', participantRole: 'resident' },
      { label: 'R.', participant: null, participantRole: 'resident' },
      { label: 'ROSA', mergeInto: 'Rosa' },
    ])
  })

  it('says nothing of speakers and lines in a survey, whose cases have their own', () => {
    const survey = preview({ documents: 3 })
    const correction = correctionOf(survey, choices({ notSpeech: [1], speakers: { P07: { rename: 'x' } } }))
    expect(correction.speakers).toBeUndefined()
    expect(correction.notSpeech).toBeUndefined()
  })

  it('empties an attribute only where the file states one', () => {
    const stated = preview({ attributes: { tenure: 'Leaseholder' } })
    const said = choices({ attributes: { tenure: '', gender: '', age_band: '35-44' } })
    expect(correctionOf(stated, said).attributes).toEqual({ tenure: '', age_band: '35-44' })
  })

  it('keeps no original unless someone asks for it', () => {
    expect(correctionOf(rosa, choices()).keepOriginal).toBe(false)
  })
})

describe('the same for all files of a layout', () => {
  const said = choices({
    kind: 'workshop',
    speakers: {
      Rosa: { rename: 'R', role: 'participant', participant: 'P07' },
      Nobody: { role: 'other' },
      ROSA: { mergeInto: 'Rosa' },
    },
    notSpeech: [3],
    name: 'My name',
  })

  it('carries roles, names, merges and the kind, for labels the other file has', () => {
    const other = preview({ speakers: [speaker('Rosa'), speaker('ROSA')] })
    const carried = sameFor(said, other, choices())
    expect(carried.kind).toBe('workshop')
    expect(carried.speakers).toEqual({
      Rosa: { rename: 'R', role: 'participant' },
      ROSA: { mergeInto: 'Rosa' },
    })
  })

  it('carries neither people, nor lines, nor the name of the transcript', () => {
    const carried = sameFor(said, rosa, choices())
    expect(carried.speakers['Rosa']?.participant).toBeUndefined()
    expect(carried.notSpeech).toEqual([])
    expect(carried.name).toBeUndefined()
  })

  it('never merges into a label that the other file does not have', () => {
    expect(sameFor(said, preview({ speakers: [speaker('ROSA')] }), choices()).speakers['ROSA']).toEqual({})
  })

  it('is offered once there is something to carry', () => {
    expect(hasSharable(choices({ speakers: { Rosa: { participant: 'P1' } } }))).toBe(false)
    expect(hasSharable(choices({ speakers: { Rosa: { role: 'other' } } }))).toBe(true)
    expect(hasSharable(choices({ kind: 'call' }))).toBe(true)
  })
})

it('another reading keeps what was said of speakers who are still there, and numbers lines anew', () => {
  const before = choices({
    speakers: { Rosa: { role: 'other', mergeInto: 'Gone' }, Gone: { rename: 'x' } },
    notSpeech: [2],
    isChecked: true,
  })
  expect(choicesAfterReread(before, rosa)).toMatchObject({
    speakers: { Rosa: { role: 'other' } },
    notSpeech: [],
    isChecked: false,
  })
})
