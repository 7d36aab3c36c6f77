import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeWords } from '../../test/support/coding.ts'
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
    ['map', {}, 'rows'],
    ['journey', { participant: 'p01' }, 'steps'],
    ['importance', {}, 'points'],
    ['compare', { second: 'complete' }, 'rows'],
    ['framework', { touchpoints: 'Chasing;REP2' }, 'rows'],
    ['together', { columns: 'emotion', by: 'participant' }, 'pairs'],
    ['codes-by-transcript', { families: 'emotion;touchpoint' }, 'counts'],
    ['agreement', { unit: 'turn', draws: '100' }, 'codes'],
    ['coverage', {}, 'documents'],
    ['coverage', { by: 'attribute:Tenure', rows: 'stage' }, 'cells'],
    ['saturation', { base: '2', run: '1', threshold: '0' }, 'interviews'],
    ['words', { code: 'frustration', limit: '5' }, 'words'],
    ['words', { phrase: 'rang back' }, 'lines'],
  ])('%s %j answers with %s', async (name, given, field) => {
    const { json, text } = await run(name, given)
    expect(json).toHaveProperty(field)
    expect(text).not.toBe('')
    expect(text).not.toMatch(/undefined|NaN|\[object/)
  })

  it('leaves nobody out of a heatmap without a scope, and no colleague in the other figures', async () => {
    const own = testProject()
    try {
      for (const who of ['P01', 'C01']) {
        await codeWords(own, own.transcript(who, [`${who}: I rang and rang.`]), 'I rang', ['REP2.4'])
      }
      const { file: project } = own
      expect((await run('heatmap', { project })).json).toMatchObject({
        settings: { participants: 2, scope: { role: 'any' } },
      })
      expect((await run('heatmap', { project, scope: 'role:resident' })).json).toMatchObject({
        settings: { participants: 1 },
      })
      expect((await run('coverage', { project })).json).toMatchObject({ documents: [{ name: 'P01' }] })
    } finally {
      own.close()
    }
  })

  it('gives no percentage of fewer than five people', async () => {
    const own = testProject()
    try {
      for (const who of ['P01', 'P02', 'P03', 'P04', 'P05']) {
        const document = own.transcript(who, [`${who}: I rang. I waited. I hoped.`])
        await codeWords(own, document, 'I rang', ['REP2.4', 'frustration'])
        if (who <= 'P04') await codeWords(own, document, 'I waited', ['REP3.1'])
        if (who <= 'P02') await codeWords(own, document, 'I hoped', ['REP4.1'])
      }
      const { text } = await run('heatmap', { project: own.file })
      expect(text).toMatch(/REP2\.4 .* 5 +5 +100% +57%–100%/)
      expect(text).toMatch(/REP3\.1 .* 4 +0 +n<5 +4/)
      expect(text).toMatch(/REP4\.1 .* 2 +0 +n<3 +2/)
    } finally {
      own.close()
    }
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

/** How files of each kind begin. */
const BEGINS: Record<string, RegExp> = {
  csv: /^\u{feff}"/u,
  svg: /^<svg /,
  png: /^\ufffdPNG/,
  html: /^<!doctype html>/i,
  md: /^# /,
  docx: /^PK/,
}
const GIVEN: Record<string, Record<string, unknown>> = {
  summary: { touchpoint: 'REP2.4' },
  report: { touchpoints: 'REP2.4', scope: '' },
  journey: { participant: 'P01' },
  compare: { first: 'complete' },
  framework: { touchpoints: 'REP2.4' },
}
/** Every verb with each ending that its help says it can be written as; a PDF needs a browser. */
const FILES = verbs.flatMap(({ usage, options = {} }) =>
  nameOf(usage) === 'export'
    ? []
    : [...(options['--out <file>'] ?? '').matchAll(/\.(\w+)/g)].flatMap(([, ending = '']) =>
        ending === 'pdf' ? [] : [[nameOf(usage), ending] as const],
      ),
)

describe('a figure saved as a file', () => {
  it.each(FILES)('%s is written as .%s', async (name, ending) => {
    const out = join(dirname(study.file), `figure.${ending}`)
    const { json } = await run(name, { ...GIVEN[name], out })
    const bytes = readFileSync(out)
    expect(json).toMatchObject({ file: out, bytes: bytes.length })
    expect(bytes.toString()).toMatch(BEGINS[ending] ?? /^$/)
  })

  it('is every view that the app can save', () => {
    expect(new Set(FILES.map(([name]) => name)).size).toBe(15)
  })

  it.each(['heatmap', 'words'])(
    '%s is a line in the history of a study that can be written',
    async (name) => {
      const own = testProject()
      own.core.close()
      const closing = new Session(new AbortController().signal, { write: () => true })
      const verbOf = (name: string) => verbs.find(({ usage }) => nameOf(usage) === name)
      const out = join(dirname(own.file), 'figure.csv')
      try {
        await verbOf(name)?.run({ project: own.file, out }, closing)
        closing.close()
        const log = await verbOf('log')?.run({ project: own.file }, closing)
        expect(log?.json).toMatchObject({
          steps: [{ label: expect.stringMatching(`^Exported ${name}.*\\.csv$`) as string }],
        })
      } finally {
        closing.close()
        rmSync(dirname(own.file), { recursive: true, force: true })
      }
    },
  )
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
    ['heatmap', { out: 'figure.bmp' }, 'must end in .svg, .png or .csv'],
    ['heatmap', { scope: 'everything' }, 'not a scope'],
    ['compare', {}, 'two groups'],
    ['words', { phrase: 'rang', code: 'frustration' }, 'not both'],
    ['codes-by-transcript', { families: 'feeling' }, 'families'],
    ['summary', { out: 'figure.svg' }, 'give one with --touchpoint'],
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
