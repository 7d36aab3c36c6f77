import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../test/support/project.ts'

const LINES = ['I: What happened?', 'P01: I rang them 😤 eleven times.', 'P01: Nobody came.']

let study: TestProject
let document: number
beforeEach(() => {
  study = testProject()
  document = study.transcript('Interview 1', LINES)
})
afterEach(() => study.close())

const list = async (filter = {}) => (await study.ask('bookmarks.list', filter)).bookmarks

describe('bookmarks', () => {
  it('asking twice for the same place takes the mark off again', async () => {
    const place = { document, start: 15, end: 26 }
    expect((await study.ask('bookmarks.toggle', place)).label).toBe('Set a bookmark in Interview 1')
    expect(await list()).toMatchObject([{ ...place, words: 'I rang them', kind: 'bookmark' }])
    expect((await study.ask('bookmarks.toggle', place)).bookmark).toBeNull()
    expect(await list()).toEqual([])
  })

  it('the same place can hold a bookmark and a second look, of several coders', async () => {
    const place = { document, start: 15, end: 26 }
    await study.ask('bookmarks.toggle', place)
    await study.ask('bookmarks.toggle', { ...place, kind: 'second-look' })
    await study.ask('bookmarks.toggle', place, 'Ben')
    expect(await list()).toHaveLength(3)
    expect(await list({ kind: 'second-look' })).toHaveLength(1)
  })

  it('a point in the text is enough, and is never put inside a character', async () => {
    const inEmoji = 'What happened?\nI rang them '.length + 1
    await study.ask('bookmarks.toggle', { document, start: inEmoji, end: inEmoji })
    expect(await list()).toMatchObject([
      { start: inEmoji - 1, end: inEmoji - 1, words: '😤 eleven times. Nobody came.' },
    ])
  })

  it('second looks include flagged passages', async () => {
    const codes = [{ code: study.code('anger') }]
    const { passage } = await study.ask('codings.add', { document, start: 0, end: 4, codes })
    await study.ask('codings.flag', { passage: passage.id, flagged: true })
    expect(await list({ kind: 'second-look' })).toMatchObject([
      { bookmark: null, passage: passage.id, words: 'What' },
    ])
  })

  it('can be named, and undone', async () => {
    const { bookmark } = await study.ask('bookmarks.toggle', { document, start: 0, end: 4 })
    await study.ask('bookmarks.rename', { bookmark: bookmark ?? 0, label: 'Good opening' })
    expect(await list()).toMatchObject([{ label: 'Good opening' }])
    await study.ask('history.undo', {})
    expect(await list()).toMatchObject([{ label: '' }])
  })

  it('outside the text is refused', async () => {
    await expect(study.ask('bookmarks.toggle', { document, start: 9999, end: 9999 })).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(study.ask('bookmarks.remove', { bookmark: 4 })).rejects.toMatchObject({ code: 'not-found' })
  })
})
