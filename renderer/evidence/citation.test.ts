import { describe, expect, it } from 'vitest'
import { citation, clock } from './citation.ts'

const said = {
  quote: 'Eleven times.',
  participantName: 'P07',
  speakerLabel: 'Resident',
  documentName: 'Call 3',
  at: 247_900,
}

describe('a quote to paste', () => {
  it('says who, where and when', () => {
    expect(citation(said)).toBe('“Eleven times.” (P07, Call 3, 4:07)')
  })

  it('says a name once when the transcript is called after the participant', () => {
    expect(citation({ ...said, documentName: 'P07', at: null })).toBe('“Eleven times.” (P07)')
  })

  it('falls back on the label in the transcript', () => {
    expect(citation({ ...said, participantName: null, at: null })).toBe('“Eleven times.” (Resident, Call 3)')
  })
})

it('a time has hours only when there are any', () => {
  expect([0, 59_999, 3_600_000, 3_750_000].map(clock)).toEqual(['0:00', '0:59', '1:00:00', '1:02:30'])
})
