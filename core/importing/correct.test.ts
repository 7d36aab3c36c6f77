import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../test/support/project.ts'
import type { Input } from '../contract/index.ts'
import { sql } from '../db/sql.ts'
import { everything } from '../../test/support/everything.ts'

let project: TestProject

beforeEach(() => {
  project = testProject()
})
afterEach(() => project.close())

const read = (document: number) => project.ask('documents.read', { document: document as never })
const correct = (document: number, change: unknown) =>
  project.ask('documents.correct', {
    document: document as never,
    change: change as Input<'documents.correct'>['change'],
  })
const code = (document: number, start: number, end: number, key = 'frustration') =>
  project.ask('codings.add', {
    document: document as never,
    start,
    end,
    codes: [{ code: project.code(key) as never }],
  })

/** Codes the first place where these words stand. */
async function codeWords(document: number, words: string, key = 'frustration') {
  const { text } = await read(document)
  const start = text.indexOf(words)
  return code(document, start, start + words.length, key)
}

const quotes = (document: number) =>
  project.open.db
    .rows<[string]>(sql`SELECT quote FROM passage WHERE document = ${document} ORDER BY start`)
    .map(([quote]) => quote)

describe('correcting a transcript', () => {
  let document: number
  beforeEach(() => {
    document = project.transcript('P21', [
      'I: How long did you wait?',
      'P21: Six weaks. I rang them twice 👩‍👩‍👧 and nobody came.',
      'I: Nobody?',
      'P21: Nobody came. Then they sent a letter to the wrong flat.',
    ])
  })

  it('moves the passages after a corrected word and takes the passage on it along', async () => {
    await codeWords(document, 'Six weaks')
    await codeWords(document, 'Nobody came')
    const { turns } = await read(document)
    const { moved, label } = await correct(document, {
      edit: 'text',
      turn: turns[1]?.id,
      text: 'Six weeks. I rang them twice 👩‍👩‍👧 and nobody came.',
    })
    expect(moved).toEqual({ kept: 1, changed: 1, merged: 0, unplaced: 0 })
    expect(label).toBe('Corrected the text of P21')
    expect(quotes(document)).toEqual(['Six weeks', 'Nobody came'])
    expect((await project.ask('project.check', {})).ok).toBe(true)
  })

  it('lists a passage whose words were taken out, and puts it where the researcher says, with its codings and memos', async () => {
    const { passage } = await codeWords(document, 'I rang them twice')
    await codeWords(document, 'I rang them twice', 'why.delay')
    project.open.db.run(sql`
      INSERT INTO memo (guid, target, target_id, text, coder, created, changed) VALUES (x'01', 'passage', ${passage.id}, 'Ask again', 1, 1, 1)`)
    const { turns } = await read(document)
    const { moved, label } = await correct(document, { edit: 'text', turn: turns[1]?.id, text: 'Six weeks.' })
    expect(moved).toMatchObject({ unplaced: 1 })
    expect(label).toBe('Corrected the text of P21; 1 passage to decide')
    const { unplaced } = await project.ask('importing.unplaced', {})
    expect(unplaced).toMatchObject([
      {
        documentName: 'P21',
        coder: 'Amina',
        quote: 'I rang them twice',
        memos: 1,
        codes: [{ code: 'frustration' }, { code: 'why.delay' }],
      },
    ])
    const { text } = await read(document)
    const start = text.indexOf('Six weeks')
    const { passage: placed } = await project.ask('importing.place', {
      unplaced: unplaced[0]?.id ?? (0 as never),
      start,
      end: start + 9,
    })
    const { passages } = await project.ask('codings.inDocument', { document: document as never })
    expect(passages).toMatchObject([
      {
        id: placed,
        memos: 1,
        codings: [{ code: project.code('frustration') }, { code: project.code('why.delay') }],
      },
    ])
    expect((await project.ask('importing.unplaced', {})).unplaced).toEqual([])
  })

  it('gives up unplaced passages only when told to, and undo brings them back', async () => {
    await codeWords(document, 'letter to the wrong flat')
    const { turns } = await read(document)
    await correct(document, { edit: 'text', turn: turns[3]?.id, text: 'Nobody came.' })
    const { unplaced } = await project.ask('importing.unplaced', { document: document as never })
    const before = everything(project)
    await project.ask('importing.discard', { unplaced: unplaced.map(({ id }) => id) })
    expect((await project.ask('importing.unplaced', {})).unplaced).toEqual([])
    await project.ask('history.undo', {})
    expect(everything(project)).toEqual(before)
  })

  it('splits a turn between two speakers and joins it again without losing a passage', async () => {
    await codeWords(document, 'twice 👩‍👩‍👧 and nobody came')
    const { text, turns } = await read(document)
    const at = text.indexOf('and nobody')
    await correct(document, { edit: 'split', turn: turns[1]?.id, at, speaker: { label: 'Neighbour' } })
    const after = await read(document)
    expect(after.turns).toHaveLength(5)
    expect(after.speakers.map(({ label, turns }) => `${label} ${turns}`)).toEqual([
      'I 2',
      'P21 2',
      'Neighbour 1',
    ])
    expect(quotes(document)).toEqual(['twice 👩‍👩‍👧\nand nobody came'])
    await correct(document, { edit: 'join', turn: after.turns[2]?.id })
    expect((await read(document)).text).toBe(text)
    expect(quotes(document)).toEqual(['twice 👩‍👩‍👧 and nobody came'])
  })

  it('gives turns to another speaker, and passages follow to whom they are evidence of', async () => {
    const { passage } = await codeWords(document, 'letter to the wrong flat')
    const { turns, speakers } = await read(document)
    const interviewer = speakers.find(({ label }) => label === 'I')?.id
    await correct(document, { edit: 'speaker', turns: [turns[3]?.id], speaker: interviewer })
    const { passages } = await project.ask('codings.passages', { passages: [passage.id] })
    expect(passages).toMatchObject([{ speaker: null, participant: null }])
    await correct(document, { edit: 'kind', turns: [turns[3]?.id], kind: 'event' })
    expect((await read(document)).turns[3]).toMatchObject({ kind: 'event', speaker: null })
  })

  it('refuses what would leave no text, and what is not there', async () => {
    const { turns } = await read(document)
    for (const { id } of turns.slice(1)) await correct(document, { edit: 'text', turn: id, text: ' ' })
    await expect(correct(document, { edit: 'text', turn: turns[0]?.id, text: '' })).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(correct(document, { edit: 'join', turn: turns[0]?.id })).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(correct(document, { edit: 'join', turn: 999 })).rejects.toMatchObject({ code: 'not-found' })
    await expect(correct(document, { edit: 'split', turn: turns[0]?.id, at: 0 })).rejects.toMatchObject({
      code: 'invalid',
    })
  })

  it('brings two passages of one coder together when they come to the same place, with all codings', async () => {
    const late = project.transcript('P22', ['P22: It was very very late.'])
    await codeWords(late, 'very very late')
    await codeWords(late, 'very late', 'why.delay')
    const { turns } = await read(late)
    const { moved } = await correct(late, { edit: 'text', turn: turns[0]?.id, text: 'It was very late.' })
    expect(moved).toEqual({ kept: 0, changed: 1, merged: 1, unplaced: 0 })
    const { passages } = await project.ask('codings.inDocument', { document: late as never })
    expect(passages).toMatchObject([
      { codings: [{ code: project.code('frustration') }, { code: project.code('why.delay') }] },
    ])
  })
})

describe('whatever is corrected', () => {
  const word = fc.constantFrom(
    'the',
    'lift',
    'broke',
    'again',
    'yes',
    'no',
    'they',
    'rang',
    '👍🏽',
    '👩‍👩‍👧',
    'ŷd',
    '等了',
    '…',
    'twice.',
  )
  const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
  const spot = fc.record({
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 40 }),
    coder: fc.constantFrom('Amina', 'Ben'),
    key: fc.constantFrom('frustration', 'anger', 'why.delay'),
  })
  const edit = fc.oneof(
    fc.record({ edit: fc.constant('text'), turn: fc.nat(9), text: fc.oneof(line, fc.constant('')) }),
    fc.record({
      edit: fc.constant('swap'),
      turn: fc.nat(9),
      from: fc.nat(60),
      remove: fc.nat(9),
      insert: fc.oneof(word, fc.constant('')),
    }),
    fc.record({ edit: fc.constant('split'), turn: fc.nat(9), at: fc.nat(60) }),
    fc.record({ edit: fc.constant('join'), turn: fc.nat(9) }),
  )

  /** A drawn edit as the contract takes it. */
  function asked(
    drawn: { edit: string; turn: number } & Record<string, unknown>,
    document: Awaited<ReturnType<typeof read>>,
  ) {
    const turn = document.turns[drawn.turn % document.turns.length]
    const text = document.text.slice(turn?.start, turn?.end)
    if (drawn.edit === 'swap') {
      const letters = [...text]
      const from = Number(drawn['from']) % (letters.length + 1)
      return {
        edit: 'text',
        turn: turn?.id,
        text: letters.toSpliced(from, Number(drawn['remove']), String(drawn['insert'])).join(''),
      }
    }
    if (drawn.edit === 'split')
      return {
        edit: 'split',
        turn: turn?.id,
        at: (turn?.start ?? 0) + (Number(drawn['at']) % Math.max(1, text.length)),
      }
    return { ...drawn, turn: turn?.id }
  }

  /** Guids of all codings there are, on passages and waiting. */
  const codingsThere = (): string[] => {
    const { db } = project.open
    const on = db.rows<[string]>(sql`SELECT hex(guid) FROM coding`).map(([guid]) => guid)
    const waiting = db
      .rows<[string]>(
        sql`SELECT json_extract(value, '$.guid') FROM unplaced, json_each(codings, '$.codings')`,
      )
      .map(([guid]) => guid)
    return [...on, ...waiting].sort()
  }

  it('every quote is the text it points at, nothing is lost, and undo restores every byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.array(spot, { maxLength: 8 }),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        async (lines, spots, edits) => {
          const document = project.transcript(
            'P',
            lines.map((words, at) => `${at % 2 === 0 ? 'P1' : 'I'}: ${words}`),
          )
          const { text } = await read(document)
          for (const { from, length, coder, key } of spots) {
            const start = Math.floor(from * text.length)
            const input = {
              document: document as never,
              start,
              end: Math.min(text.length, start + length),
              codes: [{ code: project.code(key) as never }],
            }
            await project.ask('codings.add', input, coder).catch(() => {})
          }
          for (const drawn of edits) {
            const before = everything(project)
            const passages = before['passage']?.length ?? 0
            const codings = codingsThere()
            const outcome = await correct(document, asked(drawn, await read(document))).catch(
              (error: { code: string }) => error.code,
            )
            if (typeof outcome === 'string') {
              refused(outcome, before)
              continue
            }
            const { kept, changed, merged, unplaced } = outcome.moved
            const here =
              project.open.db.value<number>(sql`SELECT count(*) FROM passage WHERE document = ${document}`) ??
              0
            expect(kept + changed).toBe(here)
            expect((everything(project)['passage']?.length ?? 0) + merged + unplaced).toBe(passages)
            // Merging makes one coding of two of the same code; no other coding may go.
            const after = codingsThere()
            expect(merged > 0 || after.join() === codings.join()).toBe(true)
            expect((await project.ask('project.check', {})).ok).toBe(true)
            const now = everything(project)
            expect(JSON.stringify(now) === JSON.stringify(before) || (await undone(before, now))).toBe(true)
          }
          await project.ask('documents.remove', { document: document as never })
        },
      ),
      { numRuns: 100 },
    )
  })

  function refused(code: string, before: object): void {
    expect(code).toBe('invalid')
    expect(everything(project)).toEqual(before)
  }

  /** Undoes and redoes the last step, comparing every row each time. */
  async function undone(before: object, now: object): Promise<boolean> {
    await project.ask('history.undo', {})
    expect(everything(project)).toEqual(before)
    await project.ask('history.redo', {})
    expect(everything(project)).toEqual(now)
    return true
  }
})
