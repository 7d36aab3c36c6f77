/** What is kept between figures, and what a change makes read again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeWords } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Sql } from '../../db/sql.ts'
import { codingsOf, evidenceReader, passagesOf } from './shelf.ts'

let study: TestProject
let first: number
let second: number
beforeEach(async () => {
  study = testProject()
  first = study.transcript('One', ['P01: It leaked for weeks.'])
  second = study.transcript('Two', ['P02: It leaked for weeks.'])
  for (const document of [first, second]) await codeWords(study, document, 'It leaked', ['CMP3.1'])
})
afterEach(() => study.close())

const read = (document: number) => evidenceReader(study.open.db)(document)

describe('A transcript', () => {
  it('is read once while nothing changes in it', async () => {
    const [one, two] = [read(first), read(second)]
    await codeWords(study, second, 'for weeks', ['frustration:2'])
    expect(read(first)).toBe(one)
    expect(read(second)).not.toBe(two)
    expect(read(second).passages).toHaveLength(2)
  })

  it('is not read again for a change that holds no evidence', async () => {
    const one = read(first)
    await study.ask('project.rename', { name: 'Another name' })
    expect(read(first)).toBe(one)
  })

  it('is read again when a code goes from the whole study, and when that is undone', async () => {
    expect(read(first).passages).toHaveLength(1)
    await study.ask('codebook.remove', { code: study.code('CMP3.1') as never })
    expect(read(first).passages.flatMap(({ codes }) => codes)).toEqual([])
    await study.ask('history.undo', {})
    expect(read(first).passages.flatMap(({ codes }) => codes)).toEqual([study.code('CMP3.1')])
  })
})

describe('Reading a transcript', () => {
  const plan = ({ text, values }: Sql): string =>
    JSON.stringify(study.open.db.all({ text: `EXPLAIN QUERY PLAN ${text}`, values }))

  it('goes through the indexes, never through whole tables', () => {
    expect(plan(passagesOf(first))).toContain('USING INDEX passage_by_place (document=?)')
    expect(plan(codingsOf(first))).toContain('coding_by_passage (passage=?)')
    expect(plan(codingsOf(first))).not.toContain('SCAN')
  })
})
