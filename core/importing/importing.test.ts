import { readFileSync } from 'node:fs'
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../test/support/project.ts'
import { everything } from '../../test/support/everything.ts'

const sample = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`../../fixtures/sample/${name}`, import.meta.url))),
})
const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) })

const INTERVIEW = `Interviewer: How long did you wait for the repair?
P21: Six weeks. I rang them twice.
Interviewer: And who answered?
P21: Nobody did, not once in all that time.
Interviewer: What happened then?
P21: They sent a letter to the wrong flat.
`
const EMPTY = new Uint8Array()

let project: TestProject

beforeEach(() => {
  project = testProject()
})
afterEach(() => project.close())

async function staged(...files: { name: string; bytes: Uint8Array<ArrayBuffer> }[]) {
  return project.ask('importing.preview', { files })
}
async function stored(file: { name: string; bytes: Uint8Array<ArrayBuffer> }, correction: object = {}) {
  const { previews, failed } = await staged(file)
  expect(failed).toEqual([])
  return project.ask('importing.store', { files: previews.map(({ staged }) => ({ staged, ...correction })) })
}

describe('previewing files', () => {
  it('shows speakers, roles, figures and the participant each speaker would become', async () => {
    const { previews } = await staged(sample('P01.docx'))
    expect(previews[0]).toMatchObject({
      name: 'P01',
      layout: 'word-prefix',
      kind: 'depth interview',
      undecided: false,
      documents: 1,
      duplicateOf: null,
    })
    expect(previews[0]?.speakers).toMatchObject([
      { label: 'Interviewer', role: 'interviewer', participant: null },
      { label: 'P01', role: 'participant', participant: 'P01' },
    ])
    const { source, kept, ignored } = previews[0]?.characters ?? { source: 0, kept: 0, ignored: 0 }
    expect(source).toBe(kept + ignored)
  })

  it('names each file that cannot be read and what to do, and goes on with the others', async () => {
    const { previews, failed } = await staged(
      { name: 'nothing.docx', bytes: EMPTY },
      text('P21.txt', INTERVIEW),
      { name: 'broken.docx', bytes: zipSync({ 'word/other.xml': new Uint8Array([1]) }) },
    )
    expect(previews.map(({ name }) => name)).toEqual(['P21'])
    expect(failed.map(({ file }) => file)).toEqual(['nothing.docx', 'broken.docx'])
    for (const { file, error } of failed) expect(error.message).toContain(file)
    expect(failed[0]?.error.code).toBe('empty')
  })

  it('says when two places in a file state different facts', async () => {
    const { previews } = await staged(
      text('P33.txt', `Participant ID: P34\nDate: 12 March 2026\n\n${INTERVIEW}`),
    )
    expect(previews[0]?.conflicts).toMatchObject([{ key: 'participant' }])
    expect(previews[0]?.date).toBe('2026-03-12')
  })

  it('recognises a file that is already stored, or comes twice', async () => {
    await stored(text('P21.txt', INTERVIEW))
    const { previews } = await staged(
      text('copy.txt', INTERVIEW),
      text('other.txt', `${INTERVIEW} `),
      text('twin.txt', `${INTERVIEW} `),
    )
    expect(previews.map(({ duplicateOf }) => duplicateOf)).toEqual(['P21', null, 'other.txt'])
  })

  it('reads a staged file again in another encoding or layout', async () => {
    const bytes = new Uint8Array(
      Buffer.from(INTERVIEW.replace('Nobody did', 'Nobody did – “no” – ever'), 'latin1'),
    )
    const { previews } = await staged({ name: 'P21.txt', bytes })
    const again = await project.ask('importing.reread', {
      staged: previews[0]?.staged ?? '',
      layout: 'plain',
    })
    expect(again).toMatchObject({ staged: previews[0]?.staged, layout: 'plain', speakers: [] })
    const encoded = await project.ask('importing.reread', {
      staged: again.staged,
      layout: 'word-prefix',
      encoding: 'utf-16le',
    })
    expect(encoded.encoding?.toLowerCase()).toBe('utf-16le')
  })

  it('pages through all turns of a staged file, numbered as they are corrected', async () => {
    const { previews } = await staged(text('P21.txt', INTERVIEW))
    const id = previews[0]?.staged ?? ''
    const page = await project.ask('importing.turns', { staged: id, from: 4, limit: 10 })
    expect(page.total).toBe(6)
    expect(page.turns.map(({ turn, speaker }) => [turn, speaker])).toEqual([
      [4, 'Interviewer'],
      [5, 'P21'],
    ])
  })

  it('stops when cancelled and keeps nothing waiting', async () => {
    const cancel = new AbortController()
    cancel.abort()
    const asked = project.core.dispatch(
      { name: 'importing.preview', input: { files: [text('P21.txt', INTERVIEW)] } },
      () => {},
      cancel.signal,
    )
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('storing files', () => {
  it('stores each in one step that says what was imported, and undo takes it all back', async () => {
    const before = everything(project)
    const { imported } = await stored(text('P21.txt', INTERVIEW))
    expect(imported).toMatchObject([{ name: 'P21', turns: 6, mergedTurns: 6, file: 'P21.txt' }])
    const state = await project.ask('history.state', {})
    expect(state.undo).toBe('Imported P21 (6 turns)')
    const after = everything(project)
    await project.ask('history.undo', {})
    expect(everything(project)).toEqual(before)
    await project.ask('history.redo', {})
    expect(everything(project)).toEqual(after)
  })

  it('keeps the words exactly as they were previewed', async () => {
    const { previews } = await staged(sample('P03.vtt'))
    const [preview] = previews
    const turns = await project.ask('importing.turns', { staged: preview?.staged ?? '', limit: 1000 })
    const { imported } = await project.ask('importing.store', { files: [{ staged: preview?.staged ?? '' }] })
    const document = await project.ask('documents.read', { document: imported[0]?.document ?? (0 as never) })
    expect(document.text).toBe(turns.turns.map((turn) => turn.text).join('\n'))
    expect(document.turns.map(({ start, end }) => document.text.slice(start, end))).toEqual(
      turns.turns.map((turn) => turn.text),
    )
  })

  it('makes one participant for two files about one person, and takes only certain facts about them', async () => {
    await stored(
      text(
        'P21 first.txt',
        `Participant: P21, female, 34\nRegion: London\nTenure: council flat\n\n${INTERVIEW}`,
      ),
    )
    await stored(
      text(
        'P21 second.txt',
        `Participant ID: P21\nRegion: London\n\n${INTERVIEW.replaceAll('weeks', 'months')}`,
      ),
    )
    const { participants } = await project.ask('participants.list', {})
    expect(participants).toMatchObject([
      { name: 'P21', role: 'resident', documents: [{ name: 'P21 first' }, { name: 'P21 second' }] },
    ])
    expect(participants[0]?.attributes).toEqual({ gender: 'Woman', age_band: '25-34', region: 'London' })
  })

  it('takes the speakers of a workshop for colleagues', async () => {
    await stored(sample('W1.docx'))
    const { participants } = await project.ask('participants.list', {})
    expect(participants.map(({ name, role }) => `${name} ${role}`)).toEqual(
      ['C01', 'C02', 'C03', 'C04', 'C05'].map((name) => `${name} colleague`),
    )
  })

  it('renames, merges and re-roles speakers as corrected, and keeps unspoken lines as events', async () => {
    const { imported } = await stored(
      text('talk.txt', `${INTERVIEW}Int: Thank you.\nP21: You are welcome.\nInt: Goodbye.\n`),
      {
        name: 'Talk with Rosa',
        kind: 'call',
        date: '2026-05-01',
        speakers: [
          { label: 'Int', mergeInto: 'Interviewer' },
          { label: 'Interviewer', rename: 'Kate' },
          { label: 'P21', participant: 'Rosa', participantRole: 'stakeholder' },
        ],
        notSpeech: [8],
        attributes: { tenure: 'Leaseholder' },
      },
    )
    const document = await project.ask('documents.read', { document: imported[0]?.document ?? (0 as never) })
    expect(document).toMatchObject({ name: 'Talk with Rosa', kind: 'call', date: '2026-05-01' })
    expect(document.speakers).toMatchObject([
      { label: 'Kate', role: 'interviewer', turns: 4 },
      { label: 'P21', role: 'participant', participantName: 'Rosa', turns: 4 },
    ])
    expect(document.turns.at(-1)).toMatchObject({ kind: 'event', speaker: null })
    const { participants } = await project.ask('participants.list', {})
    expect(participants).toMatchObject([
      { name: 'Rosa', role: 'stakeholder', attributes: { tenure: 'Leaseholder' } },
    ])
  })

  it('refuses a second copy unless it is wanted, and leaves nothing behind', async () => {
    await stored(text('P21.txt', INTERVIEW))
    const before = everything(project)
    const { failed } = await stored(text('again.txt', INTERVIEW))
    expect(failed).toMatchObject([{ file: 'again.txt', error: { code: 'duplicate' } }])
    expect(everything(project)).toEqual(before)
    const { imported } = await stored(text('P21.txt', INTERVIEW), { allowDuplicate: true })
    expect(imported).toMatchObject([{ name: 'P21 (2)' }])
  })

  it('refuses a correction of a speaker the file does not have, with nothing written', async () => {
    const before = everything(project)
    const { failed } = await stored(text('P21.txt', INTERVIEW), {
      speakers: [{ label: 'P22', role: 'other' }],
    })
    expect(failed).toMatchObject([{ file: 'P21.txt', error: { code: 'invalid' } }])
    expect(everything(project)).toEqual(before)
  })

  it('keeps the original only by choice, and its fingerprint always', async () => {
    const file = text('P21.txt', INTERVIEW)
    const { imported } = await stored(file)
    const report = await project.ask('documents.report', { document: imported[0]?.document ?? (0 as never) })
    expect(report).toMatchObject({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      report: { layout: 'word-prefix', characters: {} },
    })
    expect(everything(project)['document_original']).toEqual([])
    await stored(text('P22.txt', INTERVIEW.replaceAll('P21', 'P22')), { keepOriginal: true })
    expect(everything(project)['document_original']).toHaveLength(1)
  })

  it('makes a memo of each comment in the margin, by its author, on the words it was made on', async () => {
    const comment = {
      id: 0,
      author: 'Kate Morris',
      date: new Date(0),
      children: [new Paragraph('Check the dates')],
    }
    const lines = INTERVIEW.trim().split('\n')
    const children = lines.map((line) =>
      line.includes('Nobody did')
        ? new Paragraph({
            children: [
              new TextRun('P21: '),
              new CommentRangeStart(0),
              new TextRun('Nobody did'),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new TextRun(', not once in all that time.'),
            ],
          })
        : new Paragraph(line),
    )
    const bytes = await Packer.toBuffer(
      new Document({ comments: { children: [comment] }, sections: [{ children }] }),
    )
    await stored({ name: 'P21.docx', bytes: new Uint8Array(bytes) })
    const { memos } = await project.ask('memos.list', {})
    expect(memos).toMatchObject([
      { text: 'Check the dates', coder: { name: 'Kate Morris' }, target: { kind: 'passage' } },
    ])
    expect(everything(project)['passage']).toMatchObject([{ quote: 'Nobody did', flagged: 0 }])
  })

  it('makes a document of each case of a survey', async () => {
    const csv = [
      'Participant,Age,Tenure,What frustrated you most about the repair?',
      'S1,30,Leaseholder,They never came when they said they would and nobody rang.',
      'S2,41,Affordable rent,I had to take three days off work before anyone came.',
      'S3,67,Leaseholder,The letter was full of words that I did not understand at all.',
    ].join('\n')
    const { previews } = await staged(text('survey.csv', csv))
    expect(previews[0]).toMatchObject({ documents: 3, kind: 'survey comments' })
    const { imported } = await project.ask('importing.store', {
      files: [{ staged: previews[0]?.staged ?? '' }],
    })
    expect(imported.map(({ name }) => name)).toEqual(['survey – S1', 'survey – S2', 'survey – S3'])
    expect(new Set(imported.map(({ step }) => step)).size).toBe(1)
    const { participants } = await project.ask('participants.list', {})
    expect(participants[0]).toMatchObject({
      name: 'S1',
      attributes: { age_band: '25-34', tenure: 'Leaseholder' },
    })
  })

  it('takes a hundred files at once, says how far it is, and stops between two files when told to', async () => {
    const files = Array.from({ length: 100 }, (_, n) =>
      text(`P${100 + n}.txt`, INTERVIEW.replaceAll('P21', `P${100 + n}`)),
    )
    const { previews } = await staged(...files)
    expect(previews.map(({ file }) => file)).toEqual(files.map(({ name }) => name))
    const stop = new AbortController()
    const seen: number[] = []
    const answer = await project.core.dispatch(
      { name: 'importing.store', input: { files: previews.map(({ staged }) => ({ staged })) } },
      ({ done }) => {
        seen.push(done)
        if (seen.length === 2) stop.abort()
      },
      stop.signal,
    )
    const { imported, failed } = answer as { imported: unknown[]; failed: { error: { code: string } }[] }
    expect(imported.length + failed.length).toBe(100)
    expect(failed.every(({ error }) => error.code === 'cancelled')).toBe(true)
    expect(everything(project)['document']).toHaveLength(imported.length)
    expect(seen.at(-1)).toBe(100)
  })

  it('forgets a file that was dropped', async () => {
    const { previews } = await staged(text('P21.txt', INTERVIEW))
    const id = previews[0]?.staged ?? ''
    await project.ask('importing.drop', { staged: [id] })
    const { failed } = await project.ask('importing.store', { files: [{ staged: id }] })
    expect(failed).toMatchObject([{ error: { code: 'not-found' } }])
  })
})
