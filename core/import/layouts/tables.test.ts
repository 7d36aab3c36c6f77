import { describe, expect, it } from 'vitest'
import { codes, parse, roles, turns } from './support/facsimile.ts'

describe('a table with one turn in each row', () => {
  it('finds speaker, text and times by the heading, in any order', () => {
    const document = parse(`
| Timespan       | Content                       | Speaker     |
| 0:03.2-0:12.0  | How long have you been here?  | Interviewer |
| 0:12.4-0:25.9  | Nine years in May.            | Tenant      |
| 0:26.2-0:31.6  | And the repairs?              | Interviewer |`)
    expect(document.layout).toBe('turn-table')
    expect(turns(document)[1]).toBe('Tenant: Nine years in May.')
    expect(document.turns[1]).toMatchObject({ startMs: 12_400, endMs: 25_900 })
  })

  it('finds them without a heading, numbers in front', () => {
    const document = parse(
      '| 1 | INT | How long have you been here? |\n| 2 | RES | Nine years in the spring. |\n| 3 | INT | And the rent? |\n| 4 | RES | It went up. |',
    )
    expect(roles(document)).toEqual({ INT: 'interviewer', RES: 'participant' })
    expect(turns(document)).toHaveLength(4)
  })

  it('continues the speaker before where the cell is empty', () => {
    const document = parse(
      '| speaker | words | timestamp |\n| Ann Lee | Please state your name. | 0:00 |\n| Robin Hale | Robin Hale. | 0:04 |\n|  | And I have lived here since 1951. |  |\n| AL: | Since the start, then. | 0:31 |\n| RH: | Since the start. |  |',
      'csv',
    )
    expect(turns(document)[2]).toBe('Robin Hale: And I have lived here since 1951.')
    expect(document.aliases.map(({ from, to }) => `${from} ${to}`)).toEqual(['AL Ann Lee', 'RH Robin Hale'])
  })

  it('reads labels in front of the words, and tables whose columns are the speakers', () => {
    const prefixed = parse(
      '| 00:01 | I: How long have you been here? |\n| 00:05 | R: Nine years in spring. |\n| 00:09 | I: And the rent? |\n| 00:11 | R: It went up. |',
    )
    expect(turns(prefixed)[1]).toBe('R: Nine years in spring.')
    expect(prefixed.turns[1]?.startMs).toBe(5000)
    const sides = parse(
      '| Interviewer | Tenant |\n| How long have you been here? | Nine years in the spring. |\n| And the rent? | It went up again, in May. |',
    )
    expect(turns(sides)[3]).toBe('Tenant: It went up again, in May.')
  })

  it('keeps words that slipped behind the named columns as notes', () => {
    const document = parse(`
| speaker | words |  |
| Ana | When was it? |  |
| Bo | In the spring, | when it rained |
| Ana | Much? |  |
| Bo | Much. |  |`)
    expect(turns(document)).toContain('~ when it rained')
  })

  it('keeps a second column of text as notes', () => {
    const document = parse(`
| Siaradwr / Speaker | Cymraeg | English |
| Cyf | Ers faint ydych chi yma yn y fflat? | How long have you been in this flat? |
| Cyfr | Ers un mlynedd ar ddeg erbyn hyn. | For eleven years by now. |
| Cyf | A beth am y rhent y dyddiau hyn? | And what about the rent these days? |`)
    expect(turns(document).slice(0, 2)).toEqual([
      'Cyf: Ers faint ydych chi yma yn y fflat?',
      '~ How long have you been in this flat?',
    ])
    expect(codes(document)).toContain('two-text-columns')
  })

  it('takes names with a colon that come back for speakers, not for facts', () => {
    const document = parse(`
| Int: | Where is it? |
| R1: | Below. |
| R2: | Above. |
| Int: | Which? |
| R1: | Below. |`)
    expect(document.speakers.map(({ label }) => label)).toEqual(['Int', 'R1', 'R2'])
    expect(document.turns).toHaveLength(5)
  })

  it('does not take a table of participants or of facts for talk', () => {
    const document = parse(`
| Interview number: | int007 |
| Date of interview: | 12 March 2026 |
| Interviewer: | KM |

| ID | Gender | Age |
| P1 | F | 68 |
| P2 | M | 41 |

KM: Who got the letter?
P1: I did –
P2: [crosstalk] nobody told us.`)
    expect(document.layout).toBe('word-prefix')
    expect(turns(document)).toEqual([
      'KM: Who got the letter?',
      'P1: I did –',
      'P2: [crosstalk] nobody told us.',
    ])
    expect(document.metadata).toContainEqual({ key: 'interview_id', value: 'int007', from: 'table' })
    expect(document.metadata).toContainEqual({ key: 'participants', value: '2', from: 'table' })
    expect(roles(document)['KM']).toBe('interviewer')
  })

  it('what is heard in a row of nobody is no one’s words', () => {
    const document = parse(`
| Speaker | Words |
| Ana | Can you say how it began? |
| Ben | With a drip. |
|  | (Phone rings) |
| Ana | Take it if you need to. |
|  | I can wait. |
| Ben | It will stop. |`)
    expect(turns(document).slice(2, 4)).toEqual(['((Phone rings))', 'Ana: Take it if you need to.'])
  })
})

describe('a table with all labels in one cell', () => {
  it('matches labels to blocks of speech when there are as many', () => {
    const document = parse(
      '| Interviewer¶¶Interviewee¶¶¶Interviewer | What did you put first?¶¶A door with three locks.¶And a mat.¶¶Three? |',
    )
    expect(turns(document)).toEqual([
      'Interviewer: What did you put first?',
      'Interviewee: A door with three locks.\nAnd a mat.',
      'Interviewer: Three?',
    ])
  })

  it('matches them to paragraphs when those are as many', () => {
    const document = parse('| Interviewer¶Interviewee¶Interviewer | What was first?¶A door.¶¶Three locks? |')
    expect(turns(document)).toEqual([
      'Interviewer: What was first?',
      'Interviewee: A door.',
      'Interviewer: Three locks?',
    ])
  })

  it('never shifts: where the numbers differ the speech is nobody’s, and both numbers are said', () => {
    const document = parse(
      '| Interviewer¶¶Interviewee¶¶Interviewer¶Interviewee¶Interviewer | What was first?¶¶A door.¶And a mat.¶¶Three locks? |',
    )
    expect(document.undecided).toBe(true)
    expect(document.speakers).toEqual([])
    expect(document.warnings.find(({ code }) => code === 'labels-and-speech-differ')?.message).toMatch(
      /5 speaker labels beside 3 blocks/,
    )
  })

  it('never shifts: blocks behind the last label belong to labels that are missing', () => {
    const document = parse(
      '| Interviewer¶¶Interviewee | What was first?¶¶A door.¶¶Three locks?¶¶Three. |\n| Interviewer | And then? |',
    )
    expect(document.undecided).toBe(true)
    expect(turns(document)).toContain('– Three.')
  })

  it('offers the two speakers in turn where the numbers differ, and takes them only when asked', () => {
    const text =
      '| Interviewer¶¶Interviewee¶¶Interviewer | What was first?¶¶A door.¶¶Three locks?¶¶Three.¶¶Good. |'
    expect(parse(text).alternatives).toContainEqual({ layout: 'alternating-table', confidence: 0.3 })
    const document = parse(text, 'docx', { layout: 'alternating-table' })
    expect(turns(document).slice(2, 4)).toEqual(['Interviewer: Three locks?', 'Interviewee: Three.'])
    expect(codes(document)).toContain('speakers-in-turn')
    const three = parse(text.replace('¶¶Interviewer |', '¶¶Stranger |'))
    expect(three.alternatives.map(({ layout }) => layout)).not.toContain('alternating-table')
  })

  it('leaves speech beside an empty label cell unattributed', () => {
    const document = parse(
      'Interview 9 – Female, 31\n|  | What was first?¶A door.¶Why a door?¶Three locks. |',
    )
    expect(document.undecided).toBe(true)
    expect(document.warnings.find(({ code }) => code === 'labels-and-speech-differ')?.message).toMatch(
      /0 speaker labels beside 4 blocks/,
    )
  })

  it('takes third persons and labels with a remark', () => {
    const document = parse(
      "| (Extra bit at the end) Interviewer¶¶Interviewee's mother¶¶Stranger | Anything else?¶¶No.¶¶Hello. |",
    )
    expect(document.speakers.map(({ label }) => label)).toEqual([
      'Interviewer',
      "Interviewee's mother",
      'Stranger',
    ])
  })

  it('reads the labelled paragraphs around it too', () => {
    const document = parse(
      'Part 1\n| Interviewer¶¶Interviewee | Anything else?¶¶No. |\nPart 2\nInterviewer: And now?\nInterviewee: Still no.\nInterviewer: Right.',
    )
    expect(turns(document)).toEqual([
      '# Part 1',
      'Interviewer: Anything else?',
      'Interviewee: No.',
      '# Part 2',
      'Interviewer: And now?',
      'Interviewee: Still no.',
      'Interviewer: Right.',
    ])
  })
})
