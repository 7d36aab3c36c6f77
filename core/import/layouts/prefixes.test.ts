import { describe, expect, it } from 'vitest'
import { codes, parse, roles, turns } from './support/facsimile.ts'

describe('a label and a colon before each turn', () => {
  it('reads role words, keeps sections and events apart, and leaves bracketed speech in the turn', () => {
    const document = parse(`
Participant 07 – Female, 34, North estate
Part 1:
Interviewer: Can you tell me about the first picture?
Interviewee: It's the stairwell [interviewer: mhm] where we used to sit.
Interruption
Interviewee: Sorry, that was the door.`)
    expect(document.layout).toBe('word-prefix')
    expect(turns(document)).toEqual([
      '# Participant 07 – Female, 34, North estate',
      '# Part 1:',
      'Interviewer: Can you tell me about the first picture?',
      "Interviewee: It's the stairwell [interviewer: mhm] where we used to sit.",
      '(Interruption)',
      'Interviewee: Sorry, that was the door.',
    ])
    expect(roles(document)).toEqual({ Interviewer: 'interviewer', Interviewee: 'participant' })
  })

  it('takes roles from a legend, also one that comes again, and never reads it as turns', () => {
    const document = parse(`
Key:
I:	Interviewer
R:	Respondent
I:	How long have you lived here?
R :	Since the spring.
I;	And before that?
Part 2
Key:
I:	Interviewer
R:	Respondent
R:	In a hostel.`)
    expect(turns(document)).toEqual([
      'I: How long have you lived here?',
      'R: Since the spring.',
      'I: And before that?',
      '# Part 2',
      'R: In a hostel.',
    ])
    expect(roles(document)).toEqual({ I: 'interviewer', R: 'participant' })
  })

  it('takes roles from a legend on one line, with or without a title', () => {
    const talk = 'M: Who got the letter?\nF1: I did.\nF2: Nobody told us.\nM: When was that?\nF1: In May.'
    for (const legend of [
      'KEY: M = Moderator, F1-F3 = female respondents',
      'M = moderator, F1 = tenant, F2 = tenant',
    ]) {
      const document = parse(`${legend}\n${talk}`)
      expect(roles(document)).toMatchObject({ M: 'interviewer' })
      expect(document.turns).toHaveLength(5)
    }
  })

  it('reads labels on lines of their own and beside the words in one file', () => {
    const document = parse(`
Interviewer:
What happened after you rang?
Interviewee:
Nothing for weeks.
Then a letter came.
**Interviewer** Thank you.`)
    expect(turns(document)).toEqual([
      'Interviewer: What happened after you rang?',
      'Interviewee: Nothing for weeks.\nThen a letter came.',
      'Interviewer: Thank you.',
    ])
  })

  it('proposes that initials after full labels are the same people, and merges nothing', () => {
    const document = parse(`
Interviewer: Shall we start with box one?
Respondent: I wrote "waiting".
I: Tell me more.
R: You are always waiting for someone to ring back.
I: Mm.
R: That's it really.`)
    expect(document.speakers.map(({ label }) => label)).toEqual(['Interviewer', 'Respondent', 'I', 'R'])
    expect(document.aliases.map(({ from, to }) => [from, to].toSorted())).toEqual([
      ['I', 'Interviewer'],
      ['R', 'Respondent'],
    ])
  })

  it('never takes web addresses, notes, clock times or quoted speech for labels', () => {
    const document = parse(
      `
Interviewer: Where do you look for help?
Participant: Mostly here:
https://example.org/repairs: that one.
Note: nobody replied.
10:30: that was the appointment.
She said: "wait your turn".
Option A: move. Option B: stay.
Interviewer: And then?
Participant: Nothing.`,
      'txt',
    )
    expect(document.speakers.map(({ label }) => label)).toEqual(['Interviewer', 'Participant'])
    expect(document.turns).toHaveLength(4)
  })

  it('shows labels that were used once as possible labels', () => {
    const document = parse(`
Kate: How long?
Rosa: Nine years.
Kate: And before?
Rosa: A hostel.
Meanwhile: nothing happened.`)
    expect(document.speakers.map(({ label }) => label)).toEqual(['Kate', 'Rosa'])
    expect(document.possibleLabels).toEqual(['Meanwhile'])
    expect(codes(document)).toContain('possible-labels')
  })

  it('keeps everyone of a focus group in which each speaks rarely', () => {
    const document = parse(`
Moderator: Who got the letter?
Anna: I did.
Bob: Me too.
Moderator: How long was it?
Carl: One page.
Anna: Two.
Bob: Mine was two.
Dora: I never got one.
All: [agreement]`)
    expect(document.speakers.map(({ label }) => label)).toEqual([
      'Moderator',
      'Anna',
      'Bob',
      'Carl',
      'Dora',
      'All',
    ])
  })

  it.each([
    ['titles and double-barrelled names', "Dr O'Neil-Smith", 'Mrs. Jane Ford-Hill'],
    ['numbered labels', 'INTERVIEWER 2', 'RESPONDENT 1'],
    ['a description in brackets', 'Speaker 1 (Male)', 'Speaker 2 (Female)'],
    ['German', 'Interviewerin', 'Befragte'],
    ['Welsh', 'Cyfwelydd', 'Cyfranogwr'],
    ['Polish', 'Badaczka', 'Rozmówczyni'],
    ['Arabic', 'المُقابِلة', 'المشارك'],
    ['Chinese', '访谈者', '受访者'],
    ['emoji', 'Interviewer', 'P👩🏽‍🦽1'],
    ['lower case', 'i', 'r'],
  ])('reads labels with %s', (_, asks, answers) => {
    const document = parse(
      `${asks}: How long?\n${answers}: Nine years.\n${asks}: Why?\n${answers}: The rent.`,
    )
    expect(turns(document)).toEqual([
      `${asks}: How long?`,
      `${answers}: Nine years.`,
      `${asks}: Why?`,
      `${answers}: The rent.`,
    ])
  })

  it('reads full-width colons, French spacing and direction marks around labels', () => {
    const document = parse('问：住了多久？\n答：九年。\n问：为什么？\n答：房租。')
    expect(turns(document)).toEqual(['问: 住了多久？', '答: 九年。', '问: 为什么？', '答: 房租。'])
    const french = parse(
      'Enquêtrice\u00a0:\u202fDepuis quand ?\n\u200fEnquêté :\u200f Neuf ans.\nEnquêtrice : Bien.',
    )
    expect(turns(french)).toEqual(['Enquêtrice: Depuis quand ?', 'Enquêté: Neuf ans.', 'Enquêtrice: Bien.'])
  })

  it('gives the turn to the other one where formatting shows that a label was left out', () => {
    const document = parse(`
**Interviewer: How long have you been here?**
Participant: Nine years.
**Interviewer: Why?**
Participant: The rent.
**And how much is it?**
A lot.
**Interviewer: When did it go up?**
Participant: In May.`)
    expect(turns(document).slice(4, 6)).toEqual(['Interviewer: And how much is it?', 'Participant: A lot.'])
  })

  it('takes what stands behind the end of the talk, or under a heading, for notes', () => {
    const document = parse(`
Interviewer: How long?
Participant: Nine years.
Interviewer: Thank you.
END OF INTERVIEW
The flat was cold. A child was there.
# Field notes
Lift out of order.`)
    expect(turns(document).slice(3)).toEqual([
      '(END OF INTERVIEW)',
      '~ The flat was cold. A child was there.',
      '# Field notes',
      '~ Lift out of order.',
    ])
  })

  it('does not take headings of notes for speakers', () => {
    const document = parse(`
Weather: cold and wet all day.
Flat: third floor, no lift.
Mood: tired.
Flat: the hall was dark.
Mood: a bit better.
Weather: still raining.`)
    expect(document.undecided).toBe(true)
    expect(document.speakers).toEqual([])
  })
})

describe('other marks behind the label', () => {
  it.each([
    ['tab-prefix', '\t'],
    ['dash-prefix', ' - '],
    ['dash-prefix', '– '],
    ['tab-prefix', '   '],
    ['dot-prefix', '. '],
  ])('reads %s', (layout, mark) => {
    const document = parse(
      `INT${mark}How long?\nRES${mark}Nine years.\nINT${mark}Why?\nRES${mark}The rent.`,
      'txt',
    )
    expect(document.layout).toBe(layout)
    expect(turns(document)).toEqual(['INT: How long?', 'RES: Nine years.', 'INT: Why?', 'RES: The rent.'])
  })

  it('reads labels in brackets and leaves sounds in brackets alone', () => {
    const document = parse(
      '[id1] I liked it at first. [laughs]\n[id2] I did not.\n[laughs]\n[id1] Why?\n[id2] The damp.',
      'txt',
    )
    expect(document.layout).toBe('bracket-prefix')
    expect(document.speakers.map(({ label }) => label)).toEqual(['id1', 'id2'])
    expect(turns(document)).toContain('([laughs])')
  })

  it('reads labels in bold without a mark', () => {
    const document = parse(
      '**Interviewer** How long?\n**Mary** Nine years.\n**Interviewer –** Why?\n**Mary** The rent.',
    )
    expect(turns(document)).toEqual([
      'Interviewer: How long?',
      'Mary: Nine years.',
      'Interviewer: Why?',
      'Mary: The rent.',
    ])
  })

  it('reads role words without any mark', () => {
    const document = parse(
      'Interviewer How long?\nParticipant Nine years.\nInterviewer Why?\nParticipant The rent.',
    )
    expect(turns(document)).toHaveLength(4)
    expect(roles(document)).toEqual({ Interviewer: 'interviewer', Participant: 'participant' })
  })

  it('reads numbered questions and answers as two people', () => {
    const document = parse('Q1. How did you find it?\nA1. Through the list.\nQ2. How long?\nA2. Three years.')
    expect(document.layout).toBe('numbered-answers')
    expect(roles(document)).toEqual({ Q: 'interviewer', A: 'participant' })
  })

  it('keeps interviewer turns that were reduced to a question number', () => {
    const document = parse('I: Q1\nB: The first offer.\nI: Q2\nB: The second offer.')
    expect(turns(document)).toEqual(['I: Q1', 'B: The first offer.', 'I: Q2', 'B: The second offer.'])
  })
})

describe('labels on lines of their own', () => {
  it('reads them without a colon', () => {
    const document = parse(
      'INTERVIEWER\nHow long?\n\nMRS SMITH\nNine years.\nNearly ten.\n\nINTERVIEWER\nWhy?\n\nMRS SMITH\nRent.',
      'txt',
    )
    expect(document.layout).toBe('label-line')
    expect(turns(document)).toContain('MRS SMITH: Nine years.\nNearly ten.')
  })

  it('takes a time between label and speech for the start of that turn', () => {
    const document = parse(
      'Speaker 1\n00:03\nHow long?\n\nSpeaker 2\n00:07\nNine years.\n\nSpeaker 1\n00:12\nWhy?',
      'txt',
    )
    expect(document.turns.map(({ startMs }) => startMs)).toEqual([3000, 7000, 12_000])
  })
})

describe('hard-wrapped and numbered text', () => {
  it('joins wrapped lines and does not take a line that starts with a word and a colon for a turn', () => {
    const document = parse(
      `
MSM:  Well, how did you get to know
about it, and when was that in the end?

Cherry:     It didn't exist when I went
there: two of us, in a corridor with a
kettle and one chair between us.

MSM:  And where was the office, when you
first came, in those early days?

Cherry:     Upstairs.

Both: (Laughing)`,
      'txt',
    )
    expect(turns(document)).toEqual([
      'MSM: Well, how did you get to know about it, and when was that in the end?',
      "Cherry: It didn't exist when I went there: two of us, in a corridor with a kettle and one chair between us.",
      'MSM: And where was the office, when you first came, in those early days?',
      'Cherry: Upstairs.',
      'Both: (Laughing)',
    ])
  })

  it('takes a wrapped line for talk although its words name an event', () => {
    const document = parse(
      `
INT:    And the council, what did they
        say about it in the end?
RES:    Nothing at all for weeks, and no
        end.
INT:    And then, after you wrote to the
        member and the paper?
RES:    A man came out and then there was
        silence.`,
      'txt',
    )
    expect(document.turns.map(({ kind }) => kind)).toEqual(['speech', 'speech', 'speech', 'speech'])
  })

  it('takes line numbers out of the margin and lists them as ignored', () => {
    const document = parse(
      `
   1  I: How long have you been on
         the list for a flat here?
      R: Six years (.) nearly
         seven now in the end
   5  I: Mm.
      R: It was the second
         offer that we took.
      I: And the first one, what
         was wrong with it then?
  10  R: The stairs.
      I: Mm.
      R: Four floors of them with
         a pram and the shopping.
      I: Right.
  15  R: So no.
      I: No.
      R: Exactly.
      I: Okay.
      R: Yes.
  20  I: Fine.`,
      'txt',
    )
    expect(turns(document)[1]).toBe('R: Six years (.) nearly seven now in the end')
    expect(document.characters.source).toBe(document.characters.kept + document.characters.ignored)
    expect(document.speakers).toHaveLength(2)
  })

  it('strips zero-width spaces between words and page numbers, and reads end stamps', () => {
    const document = parse(
      'I:\u200b Wie\u200b lange? #00:00:12-3#\nB: Neun\u200b Jahre. #00:00:19-8#\n1\nI: Und? #00:00:22-1#\nB: Kalt. #00:00:31-0#\n2',
      'pdf',
    )
    expect(turns(document)).toEqual(['I: Wie lange?', 'B: Neun Jahre.', 'I: Und?', 'B: Kalt.'])
    expect(document.turns.map(({ endMs }) => endMs)).toEqual([12_300, 19_800, 22_100, 31_000])
    expect(document.ignored.map(({ text }) => text)).toContain('1')
  })
})
