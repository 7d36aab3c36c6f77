import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../test/support/project.ts'
import { sql } from '../db/sql.ts'
import { everything } from '../../test/support/everything.ts'

let project: TestProject
let document: never

const file = (content: string, name = 'P21.txt') => ({ name, bytes: new TextEncoder().encode(content) })

const FIRST = `Interviewer: How long did you wait?
P21: Six weeks. I rang them twice and nobody came to look at the boiler.
Interviewer: What did they tell you on the phone?
P21: That somebody would ring me back on Monday morning. They did not.
Interviewer: And then?
P21: Then they sent a letter to the wrong flat, can you believe it.
`

async function store(content: string) {
  const { previews } = await project.ask('importing.preview', { files: [file(content)] })
  const { imported } = await project.ask('importing.store', {
    files: previews.map(({ staged }) => ({ staged })),
  })
  document = imported[0]?.document as never
}

async function codeWords(words: string, key = 'frustration') {
  const { text } = await project.ask('documents.read', { document })
  const start = text.indexOf(words)
  return project.ask('codings.add', {
    document,
    start,
    end: start + words.length,
    codes: [{ code: project.code(key) as never }],
  })
}

const preview = (content: string) =>
  project.ask('importing.replacePreview', { document, file: file(content, 'P21 corrected.txt') })
const quotes = () =>
  project.open.db
    .rows<[string]>(sql`SELECT quote FROM passage WHERE document = ${document} ORDER BY start`)
    .flat()

beforeEach(async () => {
  project = testProject()
  await store(FIRST)
  await codeWords('I rang them twice and nobody came')
  await codeWords('somebody would ring me back on Monday morning', 'why.delay')
  await codeWords('sent a letter to the wrong flat')
})
afterEach(() => project.close())

const CORRECTED = FIRST.replace('I rang them twice', 'I phoned them twice')
  .replace(
    'Interviewer: What did they tell you on the phone?\n',
    'Interviewer: Mm.\nP21: Yeah.\nInterviewer: What did they tell you?\n',
  )
  .replace(', can you believe it', '')
  .replace('somebody would ring me back on Monday morning. They did not.', 'I should wait.')

describe('replacing a transcript with a corrected version', () => {
  it('says beforehand what would follow, what would change and what would have no place, and stores nothing', async () => {
    const before = everything(project)
    const foreseen = await preview(CORRECTED)
    expect(foreseen.moved).toEqual({ kept: 1, changed: 1, merged: 0, unplaced: 1 })
    expect(foreseen.changed).toMatchObject([
      { before: 'I rang them twice and nobody came', after: 'I phoned them twice and nobody came' },
    ])
    expect(foreseen.unplaced).toMatchObject([{ quote: 'somebody would ring me back on Monday morning' }])
    expect(everything(project)).toEqual(before)
  })

  it('is one step: passages follow their words, the rest is listed, and undo restores every byte', async () => {
    const before = everything(project)
    const foreseen = await preview(CORRECTED)
    const { label, moved } = await project.ask('importing.replace', {
      document,
      file: { staged: foreseen.preview.staged },
    })
    expect(moved).toEqual(foreseen.moved)
    expect(label).toBe('Replaced the text of P21: 2 of 3 passages followed, 1 to decide')
    expect(quotes()).toEqual(['I phoned them twice and nobody came', 'sent a letter to the wrong flat'])
    expect((await project.ask('project.check', {})).ok).toBe(true)
    const { speakers, turns } = await project.ask('documents.read', { document })
    expect(turns).toHaveLength(8)
    expect(speakers).toMatchObject([{ label: 'Interviewer' }, { label: 'P21', participantName: 'P21' }])
    const { unplaced } = await project.ask('importing.unplaced', { document })
    expect(unplaced).toMatchObject([{ codes: [{ code: 'why.delay' }] }])
    const after = everything(project)
    await project.ask('history.undo', {})
    expect(everything(project)).toEqual(before)
    await project.ask('history.redo', {})
    expect(everything(project)).toEqual(after)
  })

  it('keeps who a relabelled participant is, and drops speakers who no longer speak', async () => {
    const { preview: read } = await preview(
      FIRST.replaceAll('P21:', 'Resident:').replaceAll('Interviewer:', 'Kate Morris:'),
    )
    await project.ask('importing.replace', { document, file: { staged: read.staged } })
    const { speakers } = await project.ask('documents.read', { document })
    expect(speakers).toMatchObject([
      { label: 'Kate Morris', participant: null },
      { label: 'Resident', participantName: 'P21' },
    ])
    const { participants } = await project.ask('participants.list', {})
    expect(participants).toMatchObject([{ name: 'P21', passages: 3 }])
  })

  it('takes passages coded while the new version was being read along as well', async () => {
    const { preview: read } = await preview(CORRECTED)
    const replacing = project.ask('importing.replace', { document, file: { staged: read.staged } })
    await codeWords('Six weeks')
    expect((await replacing).moved).toMatchObject({ kept: 2, changed: 1, unplaced: 1 })
    expect((await project.ask('project.check', {})).ok).toBe(true)
  })

  it('refuses a table of many cases', async () => {
    const csv = [
      'Participant,Age,Tenure,What frustrated you most?',
      ...[1, 2, 3].map((n) => `S${n},30,Leaseholder,They never came when they said they would.`),
    ].join('\n')
    await expect(
      project.ask('importing.replacePreview', { document, file: file(csv, 'survey.csv') }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  it('moves bookmarks with the text and keeps decisions on suggestions only while their words are there', async () => {
    const { text } = await project.ask('documents.read', { document })
    const at = text.indexOf('letter')
    const gone = text.indexOf('somebody would')
    const { db } = project.open
    db.run(
      sql`INSERT INTO bookmark (document, start, "end", kind, coder, created) VALUES (${document}, ${at}, ${at + 6}, 'bookmark', 1, 1)`,
    )
    for (const start of [at, gone]) {
      db.run(
        sql`INSERT INTO suggestion_decision (document, start, "end", decision, coder, created) VALUES (${document}, ${start}, ${start + 6}, 'rejected', 1, 1)`,
      )
    }
    const { preview: read } = await preview(CORRECTED)
    await project.ask('importing.replace', { document, file: { staged: read.staged } })
    const now = (await project.ask('documents.read', { document })).text
    const words = (table: 'bookmark' | 'suggestion_decision') =>
      (everything(project)[table] as { start: number; end: number }[]).map(({ start, end }) =>
        now.slice(start, end),
      )
    expect(words('bookmark')).toEqual(['letter'])
    expect(words('suggestion_decision')).toContain('letter')
  })

  it('keeps every passage of a long transcript that was edited throughout', async () => {
    const turns = Array.from(
      { length: 400 },
      (_, n) =>
        `${n % 2 === 0 ? 'Interviewer' : 'P21'}: So number ${n} was about the ${['boiler', 'roof', 'letter', 'lift'][n % 4]} and how long it took them to answer me on day ${n * 7}.`,
    )
    await store(turns.join('\n'))
    const { text, turns: rows } = await project.ask('documents.read', { document })
    const passages = rows
      .filter((_, at) => at % 3 === 0)
      .map(({ start }) => ({
        document,
        start,
        end: text.indexOf(' was', start),
        codes: [{ code: project.code('frustration') as never }],
      }))
    await project.ask('codings.addMany', { passages })
    const edited = turns
      .map((line) =>
        line.replace('how long it took them', 'how very long it took').replace('So number', 'Right, number'),
      )
      .join('\n')
    const { preview: read } = await preview(edited)
    const { moved } = await project.ask('importing.replace', { document, file: { staged: read.staged } })
    expect(moved.unplaced).toBe(0)
    expect(moved.kept + moved.changed).toBe(passages.length)
    expect((await project.ask('project.check', {})).ok).toBe(true)
  })
})
