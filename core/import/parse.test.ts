import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codes, parse, source, turns } from './layouts/support/facsimile.ts'
import { count } from './layouts/support/clean.ts'
import type { Block, ParsedDocument, Source } from './model.ts'
import { LAYOUTS, mergedTurns, parseFile, parseSource } from './parse.ts'

const file = { name: 'visit.docx', sha256: '0'.repeat(64) }

/** What holds for every document, whatever the source: the first thing that does not, or null. */
function flaw({ text, turns: all, speakers, characters }: ParsedDocument): string | null {
  if (characters.source !== characters.kept + characters.ignored)
    return 'characters were lost or counted twice'
  if (characters.kept !== count(text)) return 'kept characters are not those of the text'
  if (text !== text.normalize('NFC')) return 'not composed'
  let end = -1
  for (const turn of all) {
    if (turn.start !== end + 1 || (end >= 0 && text[end] !== '\n')) return 'turns overlap or leave a gap'
    if (turn.end <= turn.start) return 'an empty turn'
    if (turn.speaker !== null && !speakers[turn.speaker]) return 'a speaker that does not exist'
    if (turn.kind !== 'speech' && turn.speaker !== null) return 'an event with a speaker'
    end = turn.end
  }
  return Math.max(end, 0) === text.length ? null : 'text behind the last turn'
}

const words = fc.constantFrom(
  'Interviewer: ', 'Participant:', 'I: ', 'R:\t', 'P1 - ', 'Q. ', 'A. ', '[p1] ', 'KM  ', '>> ROSA: ', 'Note: ',
  'Kate Morris  00:03', '(00:12): ', '[00:00:12] ', '00:00:03 --> 00:00:05', '#00:01:16-1#', '10:30', '(laughs)',
  'Part 2', 'Page 2 of 3', '14', ' 12 ', 'How long? ', 'nine years in the spring, ', 'é', 'e\u0301', '👩🏽‍🦽', '\u200b',
  '\ufeff', '\u00a0', '\u202e', '\u0000', '\n', '\t', '：', 'المشارك: ', '受访者：', 'Key:', 'I = Interviewer', '',
) // prettier-ignore
const phrase = fc
  .array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 6 })
  .map((all) => all.join(''))
const paragraph = fc.record({ text: phrase, bold: fc.boolean() }).map(({ text, bold }): Block => {
  return { kind: 'paragraph', text, runs: [{ text, bold }] }
})
const cue = fc.record({ text: phrase, at: fc.nat(9_000_000) }).map(({ text, at }): Block => {
  return { kind: 'cue', startMs: at, endMs: at + 900, text }
})
const cell = fc.array(
  phrase.map((text) => ({ kind: 'paragraph' as const, text })),
  { maxLength: 3 },
)
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 })
  .map((rows): Block => ({ kind: 'table', rows }))
const anySource = fc
  .record({
    format: fc.constantFrom<Source['format']>('docx', 'txt', 'pdf', 'vtt', 'csv'),
    blocks: fc.oneof(
      fc.array(paragraph, { maxLength: 25 }),
      fc.array(cue, { maxLength: 12 }),
      fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, table, cue), { maxLength: 15 }),
    ),
  })
  .map(({ format, blocks }): Source => ({ format, blocks, asides: [], comments: [], warnings: [] }))

describe('whatever the source', () => {
  it('no character is lost, and turns are ordered, part only at newlines and cover the text', () => {
    const property = fc.property(anySource, (source) => {
      expect(flaw(parseSource(source, file))).toBeNull()
    })
    fc.assert(property, { numRuns: 400 })
  })

  it('this holds for each layout a researcher may force', () => {
    const layout = fc.constantFrom(...LAYOUTS.map(({ id }) => id))
    const property = fc.property(anySource, layout, (source, layout) => {
      expect(flaw(parseSource(source, file, { layout }))).toBeNull()
    })
    fc.assert(property, { numRuns: 400 })
  })

  it('reading is pure: the same source gives the same document', () => {
    const property = fc.property(anySource, (source) => {
      expect(parseSource(source, file)).toEqual(parseSource(source, file))
    })
    fc.assert(property, { numRuns: 50 })
  })
})

describe('the text that is kept', () => {
  it('is composed, with plain spaces and without invisible characters, which count as ignored', () => {
    const document = parse('Interviewer: cafe\u0301\u200b\u00a0here?\nParticipant: re\u00adpair')
    expect(document.text).toBe('café here?\nrepair')
    expect(flaw(document)).toBeNull()
    expect(document.characters.ignored).toBe(count('Interviewer:Participant:') + 2)
  })

  it('warns about characters that reorder what is shown, and reads the label behind them', () => {
    const document = parse('Interviewer: hello\nParti\u202ecipant: yes\u202c\n\u2066Interviewer\u2069: end')
    expect(document.speakers.map(({ label }) => label)).toEqual(['Interviewer', 'Participant'])
    expect(codes(document)).toContain('hidden-direction-marks')
  })

  it('lists labels, stamps and furniture with a reason and how often each was set aside', () => {
    const document = parse(
      'Kate (00:03):\nHello?\nRosa (00:05):\nYes.\nKate (00:03):\nGood.\nPage 1 of 2',
      'txt',
    )
    expect(document.ignored).toContainEqual({ text: 'Kate (00:03):', why: 'speaker label', times: 2 })
    expect(document.ignored).toContainEqual({ text: 'Page 1 of 2', why: 'page number' })
  })
})

describe('facts about the interview', () => {
  it('reads a front page whose lines look like turns', () => {
    const document = parse(
      'Interview ID: H-07\nDate: 12/03/2026\nLocation: community centre\nParticipant: P07, female, 34, council tenant\n\nInterviewer: How long?\n\nParticipant: Nine years.',
      'txt',
    )
    expect(turns(document)).toEqual(['Interviewer: How long?', 'Participant: Nine years.'])
    expect(Object.fromEntries(document.metadata.map(({ key, value }) => [key, value]))).toMatchObject({
      interview_id: 'H-07',
      date: '2026-03-12',
      participant: 'P07',
      sex: 'female',
      age: '34',
    })
  })

  it('reads titles, several facts on a line, and who is who before the talk', () => {
    const document = parse(
      'Interview 7 – Female, 34, Tower estate - part 1\nDate: 4 February 2026    Venue: tenants’ hall\nInterviewer: Kate Morris (KM)\n\nKM: How long?\nRL: Nine years.\nKM: Why?\nRL: Rent.',
    )
    const facts = document.metadata.map(({ key, value, from }) => `${key}=${value} (${from})`)
    expect(facts).toEqual(
      expect.arrayContaining([
        'participant=Interview 7 (title)',
        'sex=Female (title)',
        'age=34 (title)',
        'area=Tower estate (title)',
        'date=2026-02-04 (front page)',
        'location=tenants’ hall (front page)',
      ]),
    )
    expect(document.speakers[0]).toMatchObject({ label: 'KM', role: 'interviewer' })
  })

  it('reads headers, text boxes and the file name, and says where two of them differ', () => {
    const read = source('Participant 34 – Female, 41\nInterviewer: How long?\nParticipant: Nine years.')
    read.asides.push(
      { where: 'header', text: 'SN 9999 – int007, 15 March 2026' },
      { where: 'textbox', text: 'Interview ID: H-09, 14 March 2026' },
    )
    const document = parseSource(read, { ...file, name: 'Participant 33 - Female.docx' })
    expect(document.metadata).toContainEqual({ key: 'interview_id', value: 'int007', from: 'page header' })
    expect(document.metadata).toContainEqual({ key: 'interview_id', value: 'H-09', from: 'text box' })
    expect(document.metadata).toContainEqual({
      key: 'participant',
      value: 'Participant 33',
      from: 'file name',
    })
    const conflicts = document.warnings
      .filter(({ code }) => code === 'metadata-conflict')
      .map(({ message }) => message)
    expect(
      conflicts.some((message) => message.includes('title and the file name differ about “participant”')),
    ).toBe(true)
  })
})

describe('comments of reviewers', () => {
  it('are anchored to the words they were made on, white space and labels aside', () => {
    const read = source('Interviewer: What about the rent?\nParticipant: It went up again and  again.')
    read.comments.push(
      { author: 'KM', text: 'frustration', quote: 'up again and again', block: 1 },
      { author: 'KM', text: 'whole answer', quote: 'Participant: It went up', block: 1 },
      { author: 'KM', text: 'lost words', quote: 'nowhere to be found', block: 0 },
    )
    const document = parseSource(read, file)
    const quotes = document.comments.map(({ start, end }) => document.text.slice(start, end))
    expect(quotes).toEqual(['up again and  again', 'It went up', 'What about the rent?'])
  })

  it('are not dropped in silence when nothing of their block was kept', () => {
    const read = source('Page 1 of 2')
    read.comments.push({ author: 'KM', text: 'note', quote: 'Page', block: 0 })
    expect(codes(parseSource(read, file))).toContain('comments-without-place')
  })
})

describe('choosing a layout', () => {
  const TALK = 'I: How long?\nR: Nine years.\nI: Why?\nR: Rent.'

  it('a researcher can force one, and sees which others were possible', () => {
    expect(parse(TALK, 'docx', { layout: 'plain' })).toMatchObject({ layout: 'plain', undecided: true })
    expect(parse(TALK).alternatives.map(({ layout }) => layout)).toContain('plain')
  })

  it('a layout that says nothing about the file is not forced upon it', () => {
    const document = parse(TALK, 'docx', { layout: 'otter' })
    expect(document.layout).toBe('word-prefix')
    expect(codes(document)).toContain('layout-does-not-fit')
  })

  it('every layout has an id of its own and a name', () => {
    expect(new Set(LAYOUTS.map(({ id }) => id)).size).toBe(LAYOUTS.length)
    for (const { id, name } of LAYOUTS) expect(`${id} ${name}`).toMatch(/^[a-z\d-]+ \p{Lu}/u)
  })

  it('adjacent turns of one speaker count once, also across an event', () => {
    expect(
      mergedTurns(
        parse(
          'Interviewer: One.\nInterviewer: Two?\nParticipant: Yes.\n(Phone rings)\nParticipant: Still yes.',
        ),
      ),
    ).toBe(2)
  })
})

describe('a survey', () => {
  const csv =
    'Participant,Age,Tenure,Q1 How long have you lived here?,If you could change one thing?\nP01,30,Council,About two years now.,One person to call.\nP02,37,Private,,The lift needs mending.\n'

  it('gives one case for each row, with attributes and answers', async () => {
    const parsed = await parseFile({ name: 'survey.csv', bytes: new TextEncoder().encode(csv) })
    if (!('cases' in parsed)) throw new Error('not read as a survey')
    expect(parsed.cases.map(({ participant }) => participant)).toEqual(['P01', 'P02'])
    expect(parsed.cases[0]?.attributes).toEqual({ Age: '30', Tenure: 'Council' })
    const [first] = parsed.cases
    if (!first) throw new Error('no case')
    expect(turns(first.document)).toEqual([
      '# Q1 How long have you lived here?',
      'P01: About two years now.',
      '# If you could change one thing?',
      'P01: One person to call.',
    ])
    expect(flaw(first.document)).toBeNull()
  })

  it('is not seen in a table of turns', async () => {
    const turnsTable =
      'speaker,words\nAnn,"How long have you lived here, then?"\nRob,Since the spring of last year.\nAnn,And before that?\nRob,In a hostel.\n'
    const parsed = await parseFile({ name: 'turns.csv', bytes: new TextEncoder().encode(turnsTable) })
    expect('cases' in parsed).toBe(false)
  })
})
