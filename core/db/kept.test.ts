/** Whole answers kept between questions: what still holds, and what is said of an answer that does not. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeWords } from '../../test/support/coding.ts'
import { testProject, type TestProject } from '../../test/support/project.ts'
import { KeptAnswers, keptPerDocument, revisionOf } from './kept.ts'
import { sql } from './sql.ts'

let study: TestProject
let document: number
beforeEach(() => {
  study = testProject()
  document = study.transcript('One', ['P01: It leaked for weeks.'])
})
afterEach(() => study.close())

describe('A kept answer', () => {
  const answers = new KeptAnswers<string>(['passage', 'coding', 'code'], 2)
  const keep = (question: string, answer = question) =>
    answers.keep(study.open.db, question, { revision: revisionOf(study.open.db), answer })
  const find = (question: string) => answers.find(study.open.db, question)

  it('holds while nothing it was read from changes', async () => {
    keep('how many?', '7')
    await study.ask('project.rename', { name: 'Another name' })
    await study.ask('memos.add', { on: { kind: 'code', id: study.code('CMP3.1') }, text: 'Later' })
    expect(find('how many?')).toEqual({ answer: '7', changed: [] })
    expect(find('how few?')).toBeUndefined()
  })

  it('is told apart from one of which something changed, or was taken back', async () => {
    await codeWords(study, document, 'It leaked', ['CMP3.1'])
    keep('how many?', '7')
    await codeWords(study, document, 'for weeks', ['CMP3.1'])
    expect(new Set(find('how many?')?.changed)).toEqual(new Set(['passage', 'coding']))
    keep('how many?', '8')
    expect(find('how many?')?.changed).toEqual([])
    await study.ask('history.undo', {})
    expect(new Set(find('how many?')?.changed)).toEqual(new Set(['passage', 'coding']))
  })

  it('does not hold when something changed while it was worked out', async () => {
    const revision = revisionOf(study.open.db)
    await codeWords(study, document, 'It leaked', ['CMP3.1'])
    answers.keep(study.open.db, 'how many?', { revision, answer: '7' })
    expect(find('how many?')?.changed).not.toEqual([])
  })

  it('makes room for new ones: the one least lately asked for goes', () => {
    keep('first')
    keep('second')
    find('first')
    keep('third')
    expect(find('second')).toBeUndefined()
    expect([find('first')?.answer, find('third')?.answer]).toEqual(['first', 'third'])
  })

  it('belongs to one project', () => {
    keep('how many?', '7')
    const other = testProject()
    expect(answers.find(other.open.db, 'how many?')).toBeUndefined()
    other.close()
  })
})

describe('What is kept of a transcript', () => {
  it('is kept in a study without a history, too', () => {
    let reads = 0
    const read = keptPerDocument(['passage'], () => (reads += 1))
    expect([read(study.open.db)(document), read(study.open.db)(document)]).toEqual([1, 1])
  })

  it('is never what a command saw that then failed', () => {
    const { db } = study.open
    const titles = () => db.value<string>(sql`SELECT name FROM document WHERE id = ${document}`)
    const read = keptPerDocument(['document'], titles)
    expect(() =>
      db.transaction(() => {
        db.run(sql`UPDATE document SET name = 'Not yet' WHERE id = ${document}`)
        expect(read(db)(document)).toBe('Not yet')
        throw new Error('refused')
      }),
    ).toThrow('refused')
    expect(read(db)(document)).toBe('One')
  })
})
