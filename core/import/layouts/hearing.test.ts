import { describe, expect, it } from 'vitest'
import { mergedTurns } from '../parse.ts'
import { parse, roles, turns } from './support/facsimile.ts'

describe('a hearing', () => {
  it('gives Q. to the counsel and A. to the witness named last', () => {
    const document = parse(`
(10.00 am)
THE CHAIR:  Good morning. Yes, Ms Ferrier.
MS FERRIER:  I call Mr Whitcombe, please.
MR ALAN WHITCOMBE (affirmed)
Questions by MS FERRIER
Q.	Is that your signature?
A.	It is.
(A short break)
Q.	And this one?
A.	No.
MS DALE (sworn)
Questions by MR OAKES
Q.	Did you see the list?
A.	I did.`)
    expect(document.layout).toBe('hearing')
    expect(turns(document).slice(-2)).toEqual(['MR OAKES: Did you see the list?', 'MS DALE: I did.'])
    expect(roles(document)).toMatchObject({ 'MS FERRIER': 'interviewer', 'MR WHITCOMBE': 'participant' })
    expect(mergedTurns(document)).toBe(7)
  })

  it('spells counsel as the other labels do', () => {
    const document = parse(`
MR. HALE:  May I go on?
THE COURT:  You may.
BY MR. HALE:
Q.	Was there heat?
A.	There was not.
Q.	Not once?
A.	Not once.
MS. ROWE:  Objection.
THE COURT:  Overruled.`)
    expect(document.speakers.map(({ label }) => label)).toEqual(['MR. HALE', 'THE COURT', 'A', 'MS. ROWE'])
  })

  it('drops running headers, page numbers and stray line numbers, and mends broken labels', () => {
    const document = parse(
      `
03 OCTOBER 2018 – DAY 18
Page 2 of 11
CHAIRPERSON:  Good morning everybody who has come here today to the
hearing of this commission in the north.
ADV PAUL PRETORIUS SC:  Thank you Chair.
ADV PAUL
PRETORIUS
SC:  As it pleases you Chair. The witness will be with us this morning
for the whole of the day and then we will
10
03 OCTOBER 2018 – DAY 18
Page 3 of 11
adjourn until tomorrow.
CHAIRPERSON:  Okay.
HEARING ADJOURNS
20
ADV PAUL PRETORIUS SC:  Thank you.
03 OCTOBER 2018 – DAY 18
Page 4 of 11`,
      'txt',
    )
    expect(document.speakers.map(({ label }) => label)).toEqual(['CHAIRPERSON', 'ADV PAUL PRETORIUS SC'])
    expect(turns(document)).toContain('(HEARING ADJOURNS)')
    expect(document.text).not.toMatch(/DAY 18|Page|^\d+$/m)
    expect(document.text).toMatch(/then we will\sadjourn until tomorrow/)
  })

  it('reads a committee: question numbers before names, a panel list that is no talk', () => {
    const document = parse(`
Witness
I: Alan Whitcombe, former manager.
Q1	**Chair:** Welcome. Who kept the list?
//Alan Whitcombe:// The contract manager.
Q2	**B Member:** Did residents see it?
**Alan Whitcombe:** No.
**Chair:** Thank you.
Q3	**B Member:** Never?`)
    expect(document.speakers.map(({ label }) => label)).toEqual(['Chair', 'Alan Whitcombe', 'B Member'])
  })

  it('sets apart the lines that say who is sworn and who asks', () => {
    const document = parse(`
THE CHAIR:  Yes.
ALAN WHITCOMBE (sworn)
Questioned by MR OAKES, KC
Q.	Is that your signature?
A.	It is.
Q.	And this one?
A.	No.
THE CHAIR:  Thank you.`)
    expect(turns(document)).toEqual([
      'THE CHAIR: Yes.',
      '(ALAN WHITCOMBE (sworn))',
      '(Questioned by MR OAKES, KC)',
      'MR OAKES: Is that your signature?',
      'ALAN WHITCOMBE: It is.',
      'MR OAKES: And this one?',
      'ALAN WHITCOMBE: No.',
      'THE CHAIR: Thank you.',
    ])
  })

  it('knows counsel by name where a line tells the office only', () => {
    const document = parse(`
SIR MARTIN HALE−BROOK: Mr Oakes.
ALAN WHITCOMBE (affirmed)
THE WITNESS: Good morning.
Questions by COUNSEL TO THE INQUIRY
MR OAKES: Good morning, Mr Whitcombe.
A. Good morning.
Q. Is that your signature?
A. It is.
SIR MARTIN HALE−BROOK: Go on.
Q. And this one?
A. No.`)
    expect(document.speakers.map(({ label }) => label)).toEqual([
      'SIR MARTIN HALE−BROOK',
      'THE WITNESS',
      'MR OAKES',
      'ALAN WHITCOMBE',
    ])
    expect(turns(document).at(-2)).toBe('MR OAKES: And this one?')
  })

  it('hears the court and counsel between Q. and A., and takes no title for a name', () => {
    const document = parse(`
Q. Who turned the water off?
A. I did, because Mr. Brand said so.
Mr. Brand: I object to that.
The Court: It stands.
Q. When was it?
A. In March.
Mr. Brand: Hearsay.
The Court: Go on.
. . . Q. And who paid?
A. Nobody.`)
    expect(document.speakers.map(({ label }) => label)).toEqual(['Q', 'A', 'Mr. Brand', 'The Court'])
    expect(turns(document).slice(2, 4)).toEqual(['Mr. Brand: I object to that.', 'The Court: It stands.'])
    expect(turns(document).at(-2)).toBe('Q: And who paid?')
  })

  it('hears the questions of a briefing, which a bare Q opens', () => {
    const document = parse(`
MS. HART: Good morning. I have one thing --
Q (Inaudible.)
MS. HART: In a moment.
Q What about the lifts?
MS. HART: They run.
Q And on Sundays?
MS. HART: Mostly.`)
    expect(turns(document).filter((turn) => turn.startsWith('Q: '))).toEqual([
      'Q: (Inaudible.)',
      'Q: What about the lifts?',
      'Q: And on Sundays?',
    ])
  })

  it('knows a member by the place and the party behind the name', () => {
    const document = parse(`
The Convener: Good morning.
Mr Keith Rannoch (Mid Moor and North Firth) (Ind): May I ask about heating?
The Convener: You may.
Mr Rannoch: Who pays for it?
The Convener: The tenant.`)
    expect(mergedTurns(document)).toBe(5)
    expect(document.speakers).toHaveLength(3)
  })
})

describe('turns that run on in one paragraph', () => {
  it('parts them where each line holds a question and its answer', () => {
    const document = parse(
      'I: How long? R: Nine years.\nI: Why? R: The rent.\nI: And now? R: Now it is fine.',
    )
    expect(turns(document)).toHaveLength(6)
  })

  it('parts them at labels that recur', () => {
    const talk = Array.from(
      { length: 12 },
      (_, n) => `I: What about winter number ${n}, was it cold again? R: It was cold, as I said: very cold.`,
    )
    const document = parse(talk.join(' '), 'txt')
    expect(document.layout).toBe('inline')
    expect(document.turns).toHaveLength(24)
    expect(turns(document)[1]).toBe('R: It was cold, as I said: very cold.')
  })

  it('parts them at chevrons with a name', () => {
    const document = parse(
      '>> Joan Bell: Welcome to all. >> Ray Cole: Thank you, Joan. [ Applause ] It is good to be here. ' +
        '>> Joan Bell: Shall we? >> Ray Cole: Yes. >> Joan Bell: Then begin. >> Ray Cole: I will.',
      'txt',
    )
    expect(mergedTurns(document)).toBe(6)
    expect(turns(document)[1]).toBe('Ray Cole: Thank you, Joan. [ Applause ] It is good to be here.')
  })

  it('hears a role that speaks once among names that recur', () => {
    const document = parse(
      'Julia: Who is next? Pam: Not me. Julia: Then who? Participant 3: I am. Pam: Good. Julia: Go on. Pam: Yes.',
      'txt',
    )
    expect(turns(document)[3]).toBe('Participant 3: I am.')
  })
})
