import { describe, expect, it } from 'vitest'
import { parse, roles } from './support/facsimile.ts'

describe('voices a program only numbered', () => {
  it('are told apart by who asks', () => {
    const document = parse(
      `
Speaker 1: When did the ceiling come down?
Speaker 2: On a Sunday, while we were out.
Speaker 1: And who did you ring?
Speaker 2: The office, and then the out of hours number, twice.
Speaker 1: What did they say?
Speaker 2: That somebody would come on the Monday.`,
      'txt',
    )
    expect(roles(document)).toEqual({ 'Speaker 1': 'interviewer', 'Speaker 2': 'participant' })
  })

  it('stay unknown where nobody asks', () => {
    const document = parse(
      `
Speaker 1: The ceiling came down on a Sunday.
Speaker 2: We were out at the time.
Speaker 1: The office was shut of course.
Speaker 2: So we rang the other number.`,
      'txt',
    )
    expect(roles(document)).toEqual({ 'Speaker 1': 'unknown', 'Speaker 2': 'unknown' })
  })
})
