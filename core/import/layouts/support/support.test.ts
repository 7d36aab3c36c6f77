import { describe, expect, it } from 'vitest'
import { clean, count } from './clean.ts'
import { factKey, isoDate } from './keys.ts'
import { isLabel, strength, wordRole } from './labels.ts'
import { endStamp, milliseconds, stampAt } from './times.ts'
import { titleFacts } from './metadata.ts'

describe('time stamps', () => {
  it.each([
    ['0:03', 3000],
    ['12:34', 754_000],
    ['1:02:07', 3_727_000],
    ['0:0:3.2', 3200],
    ['00:01:16-1', 76_100],
    ['00:00:03,250', 3250],
    ['01:00:00:12', 3_600_000],
    ['100:00:02.000', 360_002_000],
  ])('%s', (clock, expected) => {
    expect(milliseconds(clock)).toBe(expected)
  })

  it('are read with their brackets and spans', () => {
    expect(stampAt('[00:12] yes', 0)).toMatchObject({ startMs: 12_000, end: 7, bracket: '[' })
    expect(stampAt('0:03.2-0:12.0', 0)).toMatchObject({ startMs: 3200, endMs: 12_000 })
    expect(stampAt('0:1:32.5 --> 0:1:36.', 0)).toMatchObject({ startMs: 92_500, endMs: 96_000, end: 20 })
  })

  it('are not odds, scores or words', () => {
    expect(stampAt('3:1against', 0)).toBeNull()
    expect(stampAt('at 10:30', 0)).toBeNull()
  })

  it('close a line when f4 wrote it', () => {
    const text = 'Cold. #00:00:31-0#'
    expect(endStamp(text, 0, text.length)).toEqual({ at: 5, endMs: 31_000 })
    expect(endStamp('Cold. (00:31)', 0, 13)).toEqual({ at: 5, endMs: 31_000 })
    expect(endStamp('no. 4#', 0, 6)).toBeNull()
    expect(endStamp('(laughs)', 0, 8)).toBeNull()
  })
})

describe('labels', () => {
  it.each([
    'Interviewer',
    'P?',
    'Kate Morris (Guest)',
    'Morris, Kate',
    'ADV X. DU PLOOY SC',
    '受访者',
    'P👩🏽‍🦽1',
  ])('%s can be one', (label) => {
    expect(isLabel(label)).toBe(true)
  })

  it.each([
    'https',
    'Note',
    'He said',
    'Date',
    'Question 4',
    'Option A',
    'the thing is that this',
    '12',
    'and he told me',
    'I miss',
    'Participant name',
  ])('%s can not', (label) => {
    expect(isLabel(label)).toBe(false)
  })

  it('say more or less by themselves', () => {
    const order = ['One more thing we talked about', 'Kate Morris', 'Interviewer'].map(strength)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it.each([
    ['Second interviewer', 'other'],
    ['INTERVIEWER 2', 'interviewer'],
    ["Interviewee's mother", 'other'],
    ['Tenant (Guest)', 'participant'],
    ['Kate', null],
    ['I', null],
  ])('%s names the role %s', (label, role) => {
    expect(wordRole(label)).toBe(role)
  })
})

describe('facts', () => {
  it.each([
    ['12 March 2026', '2026-03-12'],
    ['March 3rd, 2026', '2026-03-03'],
    ['12/03/2026', '2026-03-12'],
    ['03/25/26', '2026-03-25'],
    ['2026-03-12', '2026-03-12'],
    ['P07-20260312_100211-Recording', '2026-03-12'],
    ['31/02/2026', null],
    ['spring', null],
  ])('the date in “%s”', (text, expected) => {
    expect(isoDate(text)).toBe(expected)
  })

  it.each([
    ['Interview number:', 'interview_id'],
    ['Participant ID', 'participant'],
    ['Date of interview', 'date'],
    ['Year of birth', 'year_of_birth'],
    ['Venue', 'location'],
    ['The bottom line', null],
  ])('the key of “%s”', (name, key) => {
    expect(factKey(name)).toBe(key)
  })

  it('in a title', () => {
    const facts = titleFacts('Participant number 26 – Female, 23, Newham', 'title')
    expect(facts.map(({ key, value }) => `${key}: ${value}`)).toEqual([
      'participant: Participant number 26',
      'sex: Female',
      'age: 23',
      'area: Newham',
    ])
  })
})

describe('clean text', () => {
  it('counts what it takes out', () => {
    expect(clean('a\u200bb\u00a0c\u202ed')).toEqual({
      text: 'ab cd',
      removed: '\u200b\u202e',
      reordering: true,
    })
    expect(clean('\u001b[31mred')).toMatchObject({ text: 'red' })
  })

  it('counts characters that are not white space as a regular expression would', () => {
    const every = Array.from({ length: 0x3100 }, (_, code) => String.fromCharCode(code)).join('') + '\ufeff'
    expect(count(every)).toBe(every.replace(/\s/g, '').length)
  })
})
