import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../test/support/project.ts'
import { Session } from '../session.ts'
import { UsageError } from '../verb.ts'
import { VERBS } from './index.ts'

let study: TestProject
const session = new Session(new AbortController().signal, { write: () => true })
const verbs = VERBS.flatMap(({ verbs }) => verbs)
const nameOf = (usage: string) => usage.split(' ')[0] ?? ''

async function run(name: string, given: Record<string, unknown> = {}) {
  const verb = verbs.find(({ usage }) => nameOf(usage) === name)
  if (!verb) throw new Error(`no verb ${name}`)
  return verb.run({ project: study.file, ...given }, session)
}

beforeAll(async () => {
  study = testProject()
  const document = study.transcript('P01', ['I: And then?', 'P01: I rang and rang. Nobody rang back.'])
  const codes = ['frustration', 'REP2.4'].map((key) => ({ code: study.code(key) as never }))
  await study.ask('codings.add', { document: document as never, start: 10, end: 30, codes })
})
afterAll(() => {
  session.close()
  study.close()
})

describe('every verb', () => {
  it.each(verbs.map(({ usage, about }) => [nameOf(usage), about]))('%s says what it does', (_, about) => {
    expect(about).toMatch(/^[A-Z].*\.$/s)
  })

  it('has a name of its own', () => {
    const names = verbs.map(({ usage }) => nameOf(usage))
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(['coders', 'memos', 'bookmarks', 'unplaced', 'attributes', 'layouts', 'formats', 'participants'])(
    '%s answers with one list, while another program has the project open',
    async (name) => {
      const { json, text } = await run(name)
      expect(Object.values(json)).toEqual([expect.any(Array)])
      expect(text).not.toBe('')
    },
  )

  it('refuses to write while another program has the project open', async () => {
    await expect(run('undo')).rejects.toMatchObject({ code: 'locked' })
    await expect(run('settings', { changes: ['smallN=4'] })).rejects.toMatchObject({ code: 'locked' })
  })
})

describe('what a reviewer asks', () => {
  it.each([
    ['map', 'rows'],
    ['agreement', 'codes'],
    ['coverage', 'documents'],
    ['saturation', 'interviews'],
    ['words', 'words'],
  ])('%s answers with %s', async (name, field) => {
    const { json, text } = await run(name)
    expect(json).toHaveProperty(field)
    expect(text).not.toBe('')
  })

  it('takes a scope', async () => {
    expect((await run('coverage', { scope: 'complete' })).json).toMatchObject({ documents: [] })
    expect((await run('coverage', { scope: 'document:P01' })).json).toMatchObject({
      documents: [{ name: 'P01' }],
    })
  })
})

describe('finding', () => {
  it('finds words, and patterns of them', async () => {
    expect((await run('search', { words: 'rang back' })).json).toMatchObject({
      turns: [{ documentName: 'P01' }],
    })
    expect((await run('search', { words: 'r[ai]ng', pattern: true })).json).toMatchObject({
      turns: [{ hits: [{}, {}, {}] }],
    })
  })

  it('finds passages by codes, and by the codes beside them', async () => {
    expect((await run('passages', { codes: 'Frustration' })).json).toMatchObject({ total: 1 })
    expect((await run('passages', { codes: 'frustration', with: 'REP2' })).json).toMatchObject({ total: 1 })
    expect((await run('passages', { codes: 'anger;satisfaction' })).json).toMatchObject({ total: 0 })
    await expect(run('passages', { codes: 'angr' })).rejects.toMatchObject({ detail: { near: ['Anger'] } })
  })
})

describe('a figure saved as a file', () => {
  it('is a line in the history of a study that can be written', async () => {
    const own = testProject()
    own.core.close()
    const closing = new Session(new AbortController().signal, { write: () => true })
    const verbOf = (name: string) => verbs.find(({ usage }) => nameOf(usage) === name)
    const out = join(dirname(own.file), 'figure.csv')
    try {
      await verbOf('heatmap')?.run({ project: own.file, out }, closing)
      closing.close()
      const log = await verbOf('log')?.run({ project: own.file }, closing)
      expect(log?.json).toMatchObject({ steps: [{ label: 'Exported heatmap-touchpoint-by-emotion.csv' }] })
    } finally {
      closing.close()
      rmSync(dirname(own.file), { recursive: true, force: true })
    }
  })
})

describe('settings', () => {
  it('are shown with what the study holds', async () => {
    expect((await run('settings')).json).toMatchObject({
      name: 'Test study',
      settings: { smallN: 3 },
      counts: { passages: 1 },
    })
  })
})

describe('words that are not understood', () => {
  it.each([
    ['heatmap', { frustration: 'loose' }, 'frustration'],
    ['heatmap', { out: 'figure.bmp' }, 'must end in .svg, .png, .csv'],
    ['heatmap', { scope: 'everything' }, 'not a scope'],
    ['status', { document: 'P01', status: 'done' }, 'status'],
    ['code', { csv: 'x.csv', document: 'P01' }, 'With --csv'],
    ['suggest', { lines: 'x.txt' }, 'not both'],
    ['import', { files: [] }, 'Give the files'],
    ['ask', { 'noun.verb': 'project.info', input: '{' }, 'not JSON'],
  ])('%s refuses %j', async (name, given, words) => {
    const refused = run(name, given)
    await expect(refused).rejects.toBeInstanceOf(UsageError)
    await expect(refused).rejects.toThrow(words)
  })
})
