import { describe, expect, it } from 'vitest'
import { parse, turns } from './facsimile.ts'

describe('a list of people before the talk', () => {
  const talk = 'Mod: Where does it begin?\nC1: With a call.\nC2: With a note.\nMod: And then?\nC1: A wait.'

  it('is no talk below its title', () => {
    const document = parse(`Present:\nC1\tPlanner, 4 to 9 years\nC2\tPlumber, new\n\n${talk}`, 'txt')
    expect(turns(document)[0]).toBe('Mod: Where does it begin?')
    expect(document.speakers).toHaveLength(3)
  })

  it('is no talk where the talk writes its codes with a colon', () => {
    const document = parse(`Workshop 4\nC1\tPlanner\nC2\tPlumber\n${talk}`, 'txt')
    expect(turns(document).slice(0, 2)).toEqual(['# Workshop 4', 'Mod: Where does it begin?'])
  })

  it('is talk where the talk writes its codes with a tab', () => {
    const document = parse('C1\tWho rang\nC2\tI did\nC1\tWhen was that?\nC2\tAt six.', 'txt')
    expect(document.turns).toHaveLength(4)
  })
})

describe('facts before the talk', () => {
  it('are stated once: what comes back is a speaker', () => {
    const document = parse(
      'Date: 4 May 2026\nInterviewer: Which is it?\nSubject: The left.\nInterviewer: Why?\nSubject: It is red.\nInterviewer: And?\nSubject: Nothing.',
      'txt',
    )
    expect(document.metadata).toContainEqual({ key: 'date', value: '2026-05-04', from: 'front page' })
    expect(document.speakers.map(({ label }) => label)).toEqual(['Interviewer', 'Subject'])
  })
})

describe('CHAT', () => {
  it('has its people in its header and its annotation beside the talk', () => {
    const document = parse(
      `
@Begin
@Languages:	eng
@Participants:	PAR Participant, INV Investigator
@Date:	04-MAY-2026
*INV:	what is she doing ?
%mor:	pro|what
*PAR:	watering the stairs .
*INV:	why ?
*PAR:	they are hot .
@End`,
      'txt',
    )
    expect(turns(document)).toEqual([
      'INV: what is she doing ?',
      'PAR: watering the stairs .',
      'INV: why ?',
      'PAR: they are hot .',
    ])
    expect(document.speakers.map(({ role }) => role)).toEqual(['interviewer', 'participant'])
    expect(document.ignored).toContainEqual({ text: '%mor:\tpro|what', why: 'annotation of the line above' })
  })
})

describe('running headers', () => {
  it('are told in a short file by its first line', () => {
    const document = parse(
      `
Stairwell study – visit 8
I: Who sweeps?
R: I do.
Page 1 of 3
Stairwell study – visit 8
I: Every day?
R: Nearly.
Page 2 of 3
Stairwell study – visit 8
I: And on Sundays?
Page 3 of 3`,
      'txt',
    )
    expect(document.text).not.toContain('Stairwell study')
  })
})
