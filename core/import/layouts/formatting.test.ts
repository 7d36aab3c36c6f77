import { describe, expect, it } from 'vitest'
import { parseSource } from '../parse.ts'
import { codes, parse, roles, source, turns } from './support/facsimile.ts'

const TALK = `
**Interview 42 – Male, 24**
**Can we start with the first drawing?**
That one is me at the bus stop.
**How does that feel?**
Cold, mostly.
I never go there at night.
**Okay.**
Mm.
**And what is in the second one?**
The hall.
**Before we move on –**
Yes?`

describe('a file that tells speakers apart by formatting only', () => {
  it('takes the bold side for the interviewer, because it asks, and asks for confirmation', () => {
    const document = parse(TALK)
    expect(document.layout).toBe('formatting')
    expect(turns(document).slice(0, 5)).toEqual([
      '# Interview 42 – Male, 24',
      'Interviewer: Can we start with the first drawing?',
      'Participant: That one is me at the bus stop.',
      'Interviewer: How does that feel?',
      'Participant: Cold, mostly.\nI never go there at night.',
    ])
    expect(roles(document)).toEqual({ Interviewer: 'interviewer', Participant: 'participant' })
    expect(codes(document)).toContain('confirm-interviewer')
  })

  it('does so when the answers are the bold ones', () => {
    const document = parse(
      'Where is this?\n**My kitchen.**\nWho is there?\n**My mother.**\nWhy?\n**She cooks.**\nAnd now?\n**She rests.**',
    )
    expect(turns(document)[1]).toBe('Participant: My kitchen.')
  })

  it('reads italics, capitals and paragraph styles alike', () => {
    const italic = parse(TALK.replaceAll('**', '//'))
    expect(turns(italic)[1]).toBe('Interviewer: Can we start with the first drawing?')
    const capitals = parse(
      'HOW LONG HAVE YOU BEEN HERE?\nNine years.\nWHY IS THAT?\nThe rent.\nHOW MUCH?\nA lot.\nSINCE WHEN?\nIn May.',
    )
    expect(turns(capitals)[1]).toBe('Participant: Nine years.')
    const styled = source('How long?\nNine years.\nWhy?\nThe rent.\nAnd it went up.\nHow much?\nA lot.')
    styled.blocks.forEach((block) => {
      if (block.kind === 'paragraph') block.style = block.text.endsWith('?') ? 'Question' : 'Answer'
    })
    const document = parseSource(styled, { name: 'a.docx', sha256: '' })
    expect(turns(document)).toContain('Participant: The rent.\nAnd it went up.')
  })

  it('decides nothing for plain paragraphs without labels', () => {
    const document = parse(
      'How long have you been here?\nNine years.\nWhy?\nThe rent.\nAnd now?\nNow it is fine.',
    )
    expect(document).toMatchObject({ layout: 'plain', undecided: true, speakers: [] })
    expect(codes(document)).toContain('undecided-speakers')
  })
})

describe('a file that labels one side only', () => {
  it('gives the paragraphs between to the other side', () => {
    const document = parse(`
**I:** So what did you put in box one?
Box one is the hallway.
**I:** And how do you feel there?
Fine in the day.
(Phone rings)
At night I take the other stairs.
**I:** Okay.`)
    expect(document.layout).toBe('one-sided')
    expect(turns(document)).toEqual([
      'I: So what did you put in box one?',
      'Participant: Box one is the hallway.',
      'I: And how do you feel there?',
      'Participant: Fine in the day.',
      '((Phone rings))',
      'Participant: At night I take the other stairs.',
      'I: Okay.',
    ])
    expect(codes(document)).toContain('confirm-unlabelled-side')
  })

  it('what stands before the first question is nobody’s, labelled or not', () => {
    const introduced = 'The lift has been out since May, and this is what one neighbour told us about it.\n'
    const talk = (q: string) =>
      `**${q}Where is it?**\nBelow.\n**${q}Since when?**\nMay.\n**${q}Who came?**\nTwo men.`
    expect(turns(parse(introduced + talk('Q: ')))[0]).toMatch(/^~ The lift/)
    expect(turns(parse(introduced + talk('')))[0]).toMatch(/^~ The lift/)
    expect(parse(introduced + talk('Q: ')).layout).toBe('one-sided')
  })

  it('uses the label of the other side where it is written once', () => {
    const document = parse(
      'I: Where is this?\nR: The hall.\nI: And this?\nThe lift.\nI: Always?\nNo.\nI: And now?\nIt works.\nI: Good?\nGood.',
    )
    expect(new Set(document.speakers.map(({ label }) => label))).toEqual(new Set(['I', 'R']))
    expect(document.turns).toHaveLength(10)
  })

  it('takes the unlabelled side for the interviewer where that one asks', () => {
    const document = parse(
      'What is in box one?\nR: The hallway.\nAnd how is it there?\nR: Fine.\nAt night?\nR: I take the stairs.\nWhat else?\nR: The lift.',
    )
    expect(turns(document).slice(0, 2)).toEqual(['Interviewer: What is in box one?', 'R: The hallway.'])
  })
})
