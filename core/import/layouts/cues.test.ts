import { describe, expect, it } from 'vitest'
import type { Cue, Source } from '../model.ts'
import { mergedTurns, parseSource } from '../parse.ts'
import { parse, turns } from './support/facsimile.ts'

function subtitles(cues: [text: string, voice?: string][]) {
  const blocks = cues.map(([text, voice], at): Cue => {
    return {
      kind: 'cue',
      startMs: at * 1000,
      endMs: at * 1000 + 900,
      text,
      ...(voice !== undefined && { voice }),
    }
  })
  const source: Source = { format: 'vtt', blocks, asides: [], comments: [], warnings: [] }
  return parseSource(source, { name: 'visit.vtt', sha256: '' })
}

describe('subtitles', () => {
  it('takes voices as they are written, and a cue without one for nobody’s', () => {
    const document = subtitles([
      ['Hi', 'Morris, Kate (Sociology)'],
      ['could you\nstart?', 'Morris, Kate (Sociology)'],
      ['On the phone', '+44 20 7946 0000'],
      ['who is it', ''],
    ])
    expect(turns(document)).toEqual([
      'Morris, Kate (Sociology): Hi',
      'Morris, Kate (Sociology): could you start?',
      '+44 20 7946 0000: On the phone',
      '– who is it',
    ])
    expect(mergedTurns(document)).toBe(3)
  })

  it('reads names on the first line of the cues, and takes a short first line for no name', () => {
    const named = [
      'Speaker 1\nWhen was it?',
      'Speaker 2\nIn May.',
      'Speaker 1\nWhich?',
      'Speaker 2\nThe wet one.',
    ]
    expect(turns(subtitles(named.map((text) => [text])))[1]).toBe('Speaker 2: In May.')
    const film = [
      'COME ON\nand look',
      'it is here',
      'COME ON\nthen',
      'OH NO\nnot that',
      'OH NO\nnot again',
      'so cold',
    ]
    expect(subtitles(film.map((text) => [text])).speakers).toEqual([])
  })

  it('reads names inside the cues; cues without a name continue the speaker before', () => {
    const document = subtitles([
      ['Kate Morris: Are we recording?'],
      ['Tenant: I think so,'],
      ['the light is on.'],
      ['Kate Morris: Good.'],
    ])
    expect(turns(document)[2]).toBe('Tenant: the light is on.')
    expect(document.turns[2]).toMatchObject({ startMs: 2000, endMs: 2900 })
    expect(mergedTurns(document)).toBe(3)
  })

  it('gives a dash or a chevron without a name to nobody', () => {
    const document = subtitles([
      ['INTERVIEWER: Hi'],
      ['- Yes.\n- No.'],
      ['>> ROSA: Me.'],
      ['INTERVIEWER: Fine'],
      ['>> ROSA: Good'],
      ['(PHONE RINGS)'],
    ])
    expect(turns(document)).toEqual([
      'INTERVIEWER: Hi',
      '– - Yes.',
      '– - No.',
      'ROSA: Me.',
      'INTERVIEWER: Fine',
      'ROSA: Good',
      '((PHONE RINGS))',
    ])
  })

  it('invents no speakers where there are none', () => {
    const document = subtitles([
      ['Thanks for coming.'],
      ['One thing: the lift.'],
      ['Another thing: the stairs.'],
    ])
    expect(document.speakers).toEqual([])
    expect(document.undecided).toBe(true)
    expect(document.turns).toHaveLength(3)
  })
})

describe('times written into a text file', () => {
  it('reads cue times without speakers and keeps a note-taker’s lines as notes', () => {
    const document = parse(
      `
Participant 8 cleaned transcript
00:00:10.000 --> 00:00:12.000
Yes.
Notetaker: participant hesitated, p. 2:
00:00:12.000 --> 00:00:17.000
Now we'll look
at the form.

00:00:18.000 --> 00:00:19.000
[Redacted] said so.`,
      'md',
    )
    expect(turns(document)).toEqual([
      '# Participant 8 cleaned transcript',
      '– Yes.',
      '~ Notetaker: participant hesitated, p. 2:',
      "– Now we'll look at the form.",
      '– [Redacted] said so.',
    ])
    expect(document.turns[1]).toMatchObject({ startMs: 10_000, endMs: 12_000 })
  })

  it('reads times before the words', () => {
    const document = parse(
      '[00:00.000 --> 00:03.000]  How long?\n[00:03.000 --> 00:05.000]  Nine years.\n[00:05.000 --> 00:07.000]  Why?',
      'txt',
    )
    expect(turns(document)).toEqual(['– How long?', '– Nine years.', '– Why?'])
    expect(document.turns[1]?.startMs).toBe(3000)
  })
})
