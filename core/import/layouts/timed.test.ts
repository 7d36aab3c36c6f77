import { describe, expect, it } from 'vitest'
import { codes, parse, turns } from './support/facsimile.ts'

const starts = (text: string) => parse(text, 'txt').turns.map(({ startMs }) => startMs)

describe('turns that open with a name and a time', () => {
  it.each([
    ['otter', 'Kate Morris  00:03\nThanks.\n\nTenant  1:02:07\nFine.\n\nKate Morris  1:02:09\nGood.'],
    ['rev', 'Kate Morris (00:03):\nThanks.\nTenant (01:02:07):\nFine.\nKate Morris (01:02:09):\nGood.'],
    [
      'rev',
      '### Kate Morris (00:03)\nThanks.\n\n### Tenant (1:02:07)\nFine.\n\n### Kate Morris (1:02:09)\nGood.',
    ],
    ['name-time', 'Kate Morris: [00:00:03] Thanks.\nTenant: [01:02:07] Fine.\nKate Morris: [01:02:09] Good.'],
    ['name-time', 'Kate Morris [00:00:03] Thanks.\nTenant [01:02:07] Fine.\nKate Morris [01:02:09] Good.'],
    [
      'time-name',
      '[00:00:03.000] - Kate Morris\nThanks.\n[01:02:07.000] - Tenant\nFine.\n[01:02:09.000] - Kate Morris\nGood.',
    ],
    ['time-name', '[00:00:03] Kate Morris: Thanks.\n[01:02:07] Tenant: Fine.\n[01:02:09] Kate Morris: Good.'],
    ['word-transcribe', '00:00:03 Kate Morris\nThanks.\n01:02:07 Tenant\nFine.\n01:02:09 Kate Morris\nGood.'],
  ])('reads %s', (layout, text) => {
    const document = parse(text, 'txt')
    expect(document.layout).toBe(layout)
    expect(turns(document)).toEqual(['Kate Morris: Thanks.', 'Tenant: Fine.', 'Kate Morris: Good.'])
    expect(document.turns.map(({ startMs }) => startMs)).toEqual([3000, 3_727_000, 3_729_000])
  })

  it('takes the lists at the head of an Otter file for facts, and its last line for no speech', () => {
    const document = parse(
      `
SUMMARY KEYWORDS
repairs, winter, letter
SPEAKERS
P07, Kate Morris
Kate Morris  00:03
Thanks for making time.
PO7  00:09
That's fine.

Transcribed by https://otter.ai`,
      'txt',
    )
    expect(turns(document)).toEqual(['Kate Morris: Thanks for making time.', "PO7: That's fine."])
    expect(document.metadata).toContainEqual({
      key: 'keywords',
      value: 'repairs, winter, letter',
      from: 'front page',
    })
  })

  it('joins the sentence lines of a Teams paragraph and keeps service lines out of the talk', () => {
    const document = parse(`
Interview P07-20260312_100211-Meeting Recording
12 March 2026, 10:02am
Kate Morris started transcription
**Kate Morris**   0:03⏎Thanks for coming.⏎How are you?
**Tenant (Guest)**   0:12⏎All right.
Kate Morris stopped transcription`)
    expect(document.layout).toBe('teams')
    expect(turns(document).filter((turn) => !turn.startsWith('#'))).toEqual([
      'Kate Morris: Thanks for coming. How are you?',
      'Tenant (Guest): All right.',
    ])
    expect(document.metadata).toContainEqual({ key: 'date', value: '2026-03-12', from: 'title' })
  })

  it('reads the older Teams document with unpadded times', () => {
    const document = parse(
      '0:0:3.2 --> 0:0:12.46⏎Kate Morris⏎Thanks for coming.\n0:0:12.80 --> 0:0:20.⏎Tenant⏎All right.',
    )
    expect(document.layout).toBe('teams-2022')
    expect(turns(document)).toEqual(['Kate Morris: Thanks for coming.', 'Tenant: All right.'])
    expect(document.turns[1]).toMatchObject({ startMs: 12_800, endMs: 20_000 })
  })

  it('continues the speaker before where Word gives a time without a name', () => {
    const document = parse(
      '# Audio file\nvisit.m4a\n# Transcript\n00:00:03 Speaker 1\nShall we?\n00:00:05\nIf you are ready.\n00:00:09 Speaker 2\nYes.',
    )
    expect(turns(document).slice(-3)).toEqual([
      'Speaker 1: Shall we?',
      'Speaker 1: If you are ready.',
      'Speaker 2: Yes.',
    ])
  })

  it('says that machines told the speakers apart when there are many', () => {
    const lines = [1, 2, 4, 5, 2].map((n, at) => `00:00:0${at} Speaker ${n}\nYes, I think so.`)
    expect(codes(parse(lines.join('\n'), 'txt'))).toContain('automatic-speakers')
  })

  it('counts clock times of saved captions from the first one', () => {
    expect(starts('[Kate Morris] 10:02:11\nThanks.\n\n[Tenant] 10:02:19\nAll right.')).toEqual([0, 8000])
  })

  it.each(['Kate | 00:03\nWhen?', 'Kate - 00:03\nWhen?', 'Kate 00:03 When?'])('reads %j', (head) => {
    const other = head.replace('Kate', 'Tenant').replace('When?', 'In May.')
    const document = parse(`${head}\n${other}\n${head}\n${other}`, 'txt')
    expect(document.speakers.map(({ label }) => label)).toEqual(['Kate', 'Tenant'])
    expect(document.turns.map(({ startMs }) => startMs)).toEqual([3000, 3000, 3000, 3000])
    expect(document.text).toBe('When?\nIn May.\nWhen?\nIn May.')
  })

  it('puts a head back on its own line that a page break let run into the paragraph above', () => {
    const document = parse(
      'Kate Morris 00:03\nHow long?\nTenant 00:07\nNine years. Kate Morris 00:12\nWhy?',
      'pdf',
    )
    expect(turns(document)).toEqual(['Kate Morris: How long?', 'Tenant: Nine years.', 'Kate Morris: Why?'])
  })
})

describe('a Google Meet document', () => {
  it('reads only what follows the first time line; the notes a machine wrote are never speech', () => {
    const document = parse(`
📝 Notes
Summary
The tenant spoke about damp: the walls were wet.
📖 Transcript
00:00:11
Kate Morris: Shall we start?
Tenant: Yes.
00:01:12
Kate Morris: Good.
Transcription ended after 00:10:00`)
    expect(document.layout).toBe('google-meet')
    expect(turns(document)).toEqual(['Kate Morris: Shall we start?', 'Tenant: Yes.', 'Kate Morris: Good.'])
    expect(document.turns[2]?.startMs).toBe(72_000)
    expect(document.ignored.some(({ text }) => text.startsWith('The tenant spoke'))).toBe(true)
  })
})
