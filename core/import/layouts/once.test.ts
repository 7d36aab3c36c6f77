import { describe, expect, it } from 'vitest'
import { parse, turns } from './support/facsimile.ts'

const labels = (text: string) => parse(text, 'txt').speakers.map(({ label }) => label)

describe('a name that opens a line once', () => {
  it('is a speaker where it is said nearby and nearly every line has a speaker', () => {
    expect(
      labels(`
Dispatcher: Where are you?
Caller: At home.
Dispatcher: Who is with you?
Caller: Only Tracy, she is nine.
Dispatcher: OK, Tracy, what do you hear?
Tracy: Somebody is on the stairs.
Dispatcher: Stay there.
Caller: We will.`),
    ).toEqual(['Dispatcher', 'Caller', 'Tracy'])
  })

  it('is none where nobody is called so, or where it is a place', () => {
    expect(
      labels(`
I: Where did you live?
P: All over, in Leeds and further north.
Leeds: that was the first, with my aunt.
Rent: it was never the same twice.
I: And then?
P: Here, from May.
I: Why?
P: The rent.`),
    ).toEqual(['I', 'P'])
  })

  it('is a speaker where all labels are in bold, and it is', () => {
    const document = parse(`
**Reese:** What was it like?
**Diana:** It was a decision.
**Reese:** Right.
**Sophia:** Oh, nice.
**Diana:** And then we asked for more.
**Reese:** How many?
**Diana:** Ten.`)
    expect(document.speakers.map(({ label }) => label)).toEqual(['Reese', 'Diana', 'Sophia'])
  })

  it('is the full name of someone whose surname recurs', () => {
    const document = parse(
      `
JOAN FERRIER: This is the second tape. When did you come to the estate?
ALAN WHITCOMBE: In 1961, with my mother.
FERRIER: And your father?
WHITCOMBE: He came later.
FERRIER: Where did he work?
WHITCOMBE: At the docks.`,
      'txt',
    )
    expect(turns(document)[1]).toBe('ALAN WHITCOMBE: In 1961, with my mother.')
    expect(document.speakers).toHaveLength(4)
  })

  it('is the same person with one initial', () => {
    expect(
      labels(`
Kerstin Gall: Can everybody hear me?
Host: We can.
K. Gall: Good. Who has a lease?
Host: I have.
K. Gall: Since when?
Host: Since May.`),
    ).toEqual(['Kerstin Gall', 'Host', 'K. Gall'])
  })

  it('makes no talk of a list of those present', () => {
    const document = parse(`
Notes of a panel on 7 December
**Independent mentor (and note-taker):** Sue Brand
**Observer:** Jan Rowe, Engagement Manager
**1. Opening**
Pat welcomed the members.
**Action:** Nat to ask Peter to attend.
**2. Scorecard**
Pat told the panel that Peter could not come.
**Action:** Pat to put it on the agenda.`)
    expect(document.undecided).toBe(true)
    expect(document.speakers).toEqual([])
  })
})

describe('what stands on a front page', () => {
  it('names people with titles and degrees', () => {
    const document = parse(
      `
Interviewee:    Dr. Doris Ferrier

Interview date:    26 April 2011

Interviewer:    Joseph Whitcombe, Ph.D.

Length:    1:51:05

JW: Where were you born?

DF: In the north.

JW: And when?

DF: In spring.`,
      'txt',
    )
    expect(document.speakers.map(({ label }) => label)).toEqual(['JW', 'DF'])
  })
})

describe('labels of an unusual look', () => {
  it('names in small letters are believed where they open nearly every line', () => {
    expect(
      labels(`
Rebecca:
Who decides that?
danah:
The board does.
Rebecca:
And who asks the tenants?
danah:
Nobody yet.
Rebecca:
Why not?
danah:
I wonder.`),
    ).toEqual(['Rebecca', 'danah'])
  })

  it('an em dash may part names from what is said', () => {
    const document = parse(
      'Sue—Where were we?\nJess—At the lift…the second one.\nSue—Did it stop?\nJess—It did—twice.\nSue—And you?\nJess—I walked.',
      'txt',
    )
    expect(document.layout).toBe('dash-prefix')
    expect(turns(document)[3]).toBe('Jess: It did—twice.')
  })

  it('a sentence that breaks off is no label', () => {
    expect(
      labels(`
I said so—nobody listened.
Well—that was that.
We wrote to them in May.
Well—they wrote back.
Nothing came of it, did it?
I said so—and it was true.`),
    ).toEqual([])
  })

  it('a name with a time is believed whatever its letters', () => {
    expect(
      labels(`
Joan Bell (00:01):
Who is there?
Speaker 2 (00:03):
Me.
Speaker 3 (00:05):
And me.
Joan Bell (00:07):
Who else?
Speaker 4 (00:08):
Us.
stall helper (00:09):
Thank you.
Speaker 2 (00:11):
Bye.`),
    ).toContain('stall helper')
  })

  it('a mark in brackets behind the name of the other side is not passed over', () => {
    const document = parse(
      `
(PS1) [1] When did you move here?
Leona (PS2) [2] In December.
(PS1) [3] And from where?
Leona (PS2) [4] From Mansfield.
(PS1) [5] Alone?
Leona (PS2) [6] With Tiff.
(PS1) [7] Was it cold?
Leona (PS2) [8] It was.`,
      'txt',
    )
    expect(document.undecided).toBe(true)
    expect(document.speakers).toEqual([])
  })
})
