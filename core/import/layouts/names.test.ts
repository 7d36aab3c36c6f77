import { describe, expect, it } from 'vitest'
import { parse, turns } from './support/facsimile.ts'

const labels = (text: string) => parse(text, 'txt').speakers.map(({ label }) => label)

describe('what stands behind a name', () => {
  it('tells how something was said, and stays with what was said', () => {
    const document = parse(
      `
Interviewer: When did the ceiling come down?
Participant: On a Sunday.
Interviewer (quietly): Was anyone under it?
Participant [cries]: My sister was.
Interviewer: Shall we stop?
Participant (interrupting): No, go on.`,
      'txt',
    )
    expect(turns(document)).toEqual([
      'Interviewer: When did the ceiling come down?',
      'Participant: On a Sunday.',
      'Interviewer: (quietly) Was anyone under it?',
      'Participant: [cries] My sister was.',
      'Interviewer: Shall we stop?',
      'Participant: (interrupting) No, go on.',
    ])
  })

  it('belongs to the name where it says who that is', () => {
    expect(
      labels(`
Mod: What did you hear first?
Ana (Caretaker): The pipe.
Ana (Tenant): The drip.
Mod: And then?
Ana (Caretaker): The shouting.
Ana (Tenant): Mine.`),
    ).toEqual(['Mod', 'Ana (Caretaker)', 'Ana (Tenant)'])
  })
})

describe('names of every kind', () => {
  it('bare numbers are people where someone with a name asks them', () => {
    const document = parse(
      `
Mod: Who has seen the new door?
1: I have.
2: Not me.
Mod: And what do you think?
1: It is heavy.
2: It sticks: I tried it.`,
      'txt',
    )
    expect(document.speakers.map(({ label }) => label)).toEqual(['Mod', '1', '2'])
    expect(turns(document).at(-1)).toBe('2: It sticks: I tried it.')
  })

  it('numbers of a list are no people', () => {
    expect(
      labels(`
I: What would help?
P: Well:
1: a list
2: a date
3: a name
I: And who?
P: Anyone.`),
    ).toEqual(['I', 'P'])
  })

  it('a voice that nobody knew is kept apart', () => {
    expect(labels('Mod: Who paid?\nF1: I did.\n?: We all did.\nMod: All?\nF1: Some.')).toEqual([
      'Mod',
      'F1',
      '?',
    ])
  })

  it('names in full at first are believed where their initials come back', () => {
    expect(
      labels(`
Ines Marrow Tolley: Could you say your name for the tape?
Petra Gold: Petra Gold, flat nine.
IT: And how long have you been in flat nine?
PG: Since it had a bath.
IT: And before?
PG: A sink.`),
    ).toEqual(['Ines Marrow Tolley', 'Petra Gold', 'IT', 'PG'])
  })

  it('a title behind a name and a small word before it are part of it', () => {
    expect(
      labels(`
Ruth Ellery, PhD: What did the survey find?
van der Linden: Damp.
Ruth Ellery, PhD: Where?
van der Linden: Below the sill.`),
    ).toEqual(['Ruth Ellery, PhD', 'van der Linden'])
  })

  it('words that head a letter are people where they come back', () => {
    expect(
      labels('I: Ready?\nSubject: Yes.\nI: Which is red?\nSubject: That.\nI: Sure?\nSubject: No.'),
    ).toEqual(['I', 'Subject'])
  })

  it.each(['CC', 'AH', 'IT'])('%s can be initials where it comes back', (initials) => {
    const talk = `KM: Who?\n${initials}: I.\nKM: When?\n${initials}: Six.\nKM: And?\n${initials}: No.`
    expect(labels(talk)).toEqual(['KM', initials])
  })

  it('Part. is short for participant', () => {
    const talk = 'Int.: When?\nPart.: In May.\nInt.: And?\nPart.: Nothing.\nInt.: No?\nPart.: No.'
    expect(labels(talk)).toEqual(['Int.', 'Part.'])
  })

  it('names in small letters are believed where they open nearly every line', () => {
    expect(
      labels('nora: did it leak?\nabe: all night\nnora: where?\nabe: there\nnora: still?\nabe: no'),
    ).toEqual(['nora', 'abe'])
  })

  it('a caller may be a telephone number, in Teams as elsewhere', () => {
    const text = `
Morris, Kate   0:03
Which flat is it?
+44 20 7946 0000   0:09
Twelve.
Morris, Kate   0:11
Since when?
+44 20 7946 0000   0:14
Since May.`
    expect(labels(text)).toEqual(['Morris, Kate', '+44 20 7946 0000'])
  })

  it('a few names that take turns are believed although each speaks in many paragraphs', () => {
    const answer = 'We went up the stairs and the door was open.\n'.repeat(6)
    const talk = `Maud: What happened then?\nElsie: Well.\n${answer}`.repeat(4)
    expect(labels(talk)).toEqual(['Maud', 'Elsie'])
  })
})

describe('a short label', () => {
  it('has the role of the label that explains it', () => {
    const document = parse(
      'Interviewer (I): Who rang?\nTenant (T): I did.\nI: When?\nT: At six.\nI: And?\nT: Nothing.',
      'txt',
    )
    expect(document.speakers.map(({ role }) => role)).toEqual([
      'interviewer',
      'participant',
      'interviewer',
      'participant',
    ])
    expect(document.aliases).toHaveLength(2)
  })
})

describe('codes', () => {
  it.each(['FG1_P2', 'INT-1', 'P/1', 'C2.4'])('%s is believed', (code) => {
    expect(labels(`Mod: Who?\n${code}: I.\nMod: When?\n${code}: At six.`)).toEqual(['Mod', code])
  })
})

describe('who asks and who is heard', () => {
  it('names are believed with few, long turns, and with the Greek question mark', () => {
    const answer = 'We went up the stairs and the door was open.\n'.repeat(6)
    expect(labels(`Maud: What then?\nElsie: Well.\n${answer}`.repeat(3))).toEqual(['Maud', 'Elsie'])
    expect(labels('Άννα: Πότε;\nΖωή: Χθες.\n'.repeat(3))).toEqual(['Άννα', 'Ζωή'])
  })

  it('two people who speak as one are a voice of their own', () => {
    expect(labels('I: Who was first?\nK/M: Both.\nI: And after?\nM: I was.\nK/M: Both.\nM: I was.')).toEqual([
      'I',
      'K/M',
      'M',
    ])
  })
})

describe('what is no speaker', () => {
  it('what a researcher noted between the turns', () => {
    const document = parse(
      'I: Which one?\nP: That.\nResearcher’s note: she pointed at the wall.\nI: The wall?\nP: The wall.',
      'txt',
    )
    expect(turns(document)[2]).toBe('~ Researcher’s note: she pointed at the wall.')
    expect(document.speakers).toHaveLength(2)
  })

  it('people in a dialogue that someone quotes', () => {
    const document = parse(
      `
Interviewer: What did he say at the desk?
Participant: It went more or less like this:
Clerk: you are not on the list.
Me: which list?
Clerk: the list.
Then the shutter came down.
Interviewer: And you?
Participant: I laughed.`,
      'txt',
    )
    expect(document.speakers.map(({ label }) => label)).toEqual(['Interviewer', 'Participant'])
    expect(turns(document)[1]).toContain('Clerk: the list.')
    expect(document.possibleLabels).toContain('Clerk')
  })

  it.each([
    'Monday: rang\nTuesday: rang again?',
    'Kitchen: damp\nHallway: cold?',
    'Problem: damp\nAction: ring whom?',
  ])('days, rooms and heads of notes: %j', (notes) => {
    expect(labels(`${notes}\n`.repeat(5))).toEqual([])
  })

  it('a month that is also a name is one where it comes back', () => {
    expect(labels('June: Who was it?\nMay: Me.\nJune: When?\nMay: Then.\nJune: And?\nMay: No.')).toEqual([
      'June',
      'May',
    ])
  })

  it('letters of a list', () => {
    expect(labels('(a) When was it?\n(b) Then.\n(a) Why?\n(b) Because.\n(a) And?\n(b) No.')).toEqual([])
  })

  it('names on a title page', () => {
    const document = parse(
      `
AN INTERVIEW WITH
PETRA GOLD
by
INES TOLLEY

Ines Tolley: Where did you grow up?
Petra Gold: By the canal.
Ines Tolley: And then?
Petra Gold: By the other canal.`,
      'txt',
    )
    expect(document.speakers.map(({ label }) => label)).toEqual(['Ines Tolley', 'Petra Gold'])
  })

  it('what a meeting was called', () => {
    expect(
      labels('Focus Group Discussion: the lift\nMod: Who uses it?\nP1: I do.\nMod: Often?\nP1: No.'),
    ).toEqual(['Mod', 'P1'])
  })
})
