/** What scripts rely on: every verb, its fields, its exit code, and nothing but JSON on standard output. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, run, temporaryFolder } from '../support/cli.ts'

const folder = temporaryFolder()
const at = (name: string) => join(folder.path, name)
const study = at('study.waymark')
const cwd = folder.path

const INTERVIEW = [
  'Interviewer: What happened after you reported the leak?',
  'P01: Nobody rang me back. I was furious, I rang eight times.',
  'Interviewer: And then?',
  'P01: Then the plumber came and he was brilliant 👍 about it.',
  'Interviewer: What would you have wanted?',
  'P01: Just a call, so that I know what is going on.',
].join('\n')

interface Import {
  imported: Record<string, unknown>[]
  failed: { file: string; code: string; message: string }[]
}

beforeAll(async () => {
  mkdirSync(at('in/deeper'), { recursive: true })
  writeFileSync(at('in/P01.txt'), INTERVIEW)
  writeFileSync(at('in/deeper/P02.txt'), INTERVIEW.replaceAll('P01', 'P02').replace('eight', 'nine'))
  writeFileSync(at('in/deeper/empty.txt'), '')
  writeFileSync(at('in/.hidden.txt'), INTERVIEW)
})
afterAll(() => folder.remove())

describe('making a project and bringing transcripts in', () => {
  it('makes a project with the housing codebook', async () => {
    const { code, json } = await ask(['new', study])
    expect(code).toBe(0)
    expect(json).toMatchObject({ project: study, template: 'housing' })
    expect(json['codes']).toBeGreaterThan(100)
  })

  it('refuses to make it a second time, and says so', async () => {
    const { code, json } = await ask(['new', study])
    expect(code).toBe(1)
    expect(json).toMatchObject({
      error: { code: 'exists', message: expect.stringContaining('study.waymark') },
    })
  })

  it('looks at a folder without a project and stores nothing', async () => {
    const { code, json, stderr } = await ask<Import>(['import', '--dry-run', at('in'), at('gone.txt')])
    expect(code).toBe(0)
    expect(json.imported.map(({ file }) => file)).toEqual([at('in/deeper/P02.txt'), at('in/P01.txt')])
    expect(json.imported[1]).toMatchObject({ document: null, name: 'P01', turns: 6, undecided: false })
    expect(json.failed).toMatchObject([
      { file: at('in/deeper/empty.txt'), code: 'empty' },
      { file: at('gone.txt'), code: 'not-found' },
    ])
    expect(stderr).toContain('P01.txt')
  })

  it('imports a folder with everything in it but what is hidden, and reports each file', async () => {
    const { code, json } = await ask<Import>(['import', 'study', 'in', '--kind', 'call'], { cwd })
    expect(code).toBe(0)
    expect(json.failed).toMatchObject([{ code: 'empty' }])
    expect(json.imported).toHaveLength(2)
    expect(json.imported[1]).toMatchObject({
      file: 'in/P01.txt',
      document: expect.any(Number),
      name: 'P01',
      layout: expect.any(String),
      confidence: expect.any(Number),
      undecided: false,
      turns: 6,
      mergedTurns: 6,
      speakers: [
        { label: 'Interviewer', role: 'interviewer', turns: 3, mergedTurns: 3, words: expect.any(Number) },
        { label: 'P01', role: 'participant', turns: 3, mergedTurns: 3, words: expect.any(Number) },
      ],
      events: 0,
      ignored: expect.any(Number),
      characters: {
        source: expect.any(Number),
        kept: expect.any(Number),
        ignored: expect.any(Number),
      },
      metadata: expect.any(Array),
      warnings: [],
    })
  })

  it('fails only when nothing at all was imported', async () => {
    const { code, json } = await ask<Import>(['import', study, at('in/P01.txt'), at('gone.txt')])
    expect(code).toBe(1)
    expect(json.imported).toEqual([])
    expect(json.failed.map((failed) => failed.code)).toEqual(['duplicate', 'not-found'])
  })

  it('lists transcripts and shows one by its name', async () => {
    const { json } = await ask<{ documents: Record<string, unknown>[] }>(['documents', study])
    expect(json.documents).toMatchObject([
      { document: 2, name: 'P01', kind: 'call', status: 'imported', turns: 6, codings: 0 },
      { document: 1, name: 'P02' },
    ])
    const shown = await ask<{ text: string; turns: { start: number; end: number; role: string }[] }>([
      'document',
      study,
      'p01',
    ])
    expect(shown.json).toMatchObject({ document: 2, name: 'P01', passages: [] })
    expect(shown.json.turns[1]).toMatchObject({ speaker: 'P01', role: 'participant', at: null })
    const { start = 0, end = 0 } = shown.json.turns[3] ?? {}
    expect(shown.json.text.slice(start, end)).toBe('Then the plumber came and he was brilliant 👍 about it.')
  })
})

describe('coding', () => {
  const offsets = async (words: string) => {
    const { json } = await ask<{ text: string }>(['document', study, 'P01'])
    const start = json.text.indexOf(words)
    return { start, end: start + words.length }
  }

  it('codes a passage in a coder’s name and answers with its words', async () => {
    const { start, end } = await offsets('I rang eight times')
    const codes = 'REP2.4;frustration:3;why.delay'
    const place = ['--start', `${start}`, '--end', `${end}`]
    const { code, json } = await ask(['code', study, 'P01', ...place, '--codes', codes, '--coder', 'Bo'])
    expect(code).toBe(0)
    expect(json).toMatchObject({
      passage: expect.any(Number),
      start,
      end,
      quote: 'I rang eight times',
      coder: 'Bo',
      codings: [
        { code: 'REP2.4', family: 'touchpoint', intensity: null },
        { code: 'frustration', family: 'emotion', intensity: 3 },
        { code: 'why.delay', family: 'reason' },
      ],
    })
    const shown = await ask<{ passages: object[] }>(['document', study, 'P01'])
    expect(shown.json.passages).toMatchObject([
      { start, end, quote: 'I rang eight times', coder: 'Bo', codes: [{}, { origin: 'hand' }, {}] },
    ])
  })

  it('names what is near when a transcript or code is not there', async () => {
    const place = ['--start', '0', '--end', '9']
    const transcript = await ask<{ error: { detail: object } }>(['document', study, 'P03'])
    expect(transcript.code).toBe(1)
    expect(transcript.json.error).toMatchObject({
      code: 'not-found',
      detail: { near: expect.arrayContaining(['P01', 'P02']) },
    })
    const code = await ask(['code', study, 'P01', ...place, '--codes', 'frustation:2'])
    expect(code.code).toBe(1)
    expect(code.json['error']).toMatchObject({ message: expect.stringContaining('“Frustration”') })
  })

  it('codes the good lines of a table in one step and lists the others', async () => {
    const { start, end } = await offsets('he was brilliant 👍')
    writeFileSync(
      at('codings.csv'),
      [
        'document,start,end,codes,coder',
        `P01,${start},${end},satisfaction:2,Ada`,
        'P99,0,5,frustration,Ada',
        'P02,0,99999,frustration,Ada',
        '2,0,11,no-such-code,Ada',
        'P02,20,40,"frustration:1;why.delay",',
      ].join('\r\n'),
    )
    const { code, json } = await ask<{ failed: { line: number; message: string }[] }>([
      'code',
      study,
      '--csv',
      at('codings.csv'),
      '--coder',
      'Eve',
    ])
    expect(code).toBe(0)
    expect(json).toMatchObject({ passages: 2, codings: 3 })
    expect(json.failed.map(({ line }) => line)).toEqual([3, 4, 5])
    expect(json.failed[0]?.message).toContain('P99')

    const before = await ask<{ steps: object[] }>(['log', study, '--limit', '1'])
    expect(before.json.steps).toMatchObject([
      {
        step: expect.any(Number),
        at: expect.any(String),
        coder: 'Eve',
        label: expect.any(String),
        undone: false,
      },
    ])
    const undone = await ask(['undo', study])
    expect(undone.json).toMatchObject({ label: 'Coded 2 passages from a table' })
    expect((await ask<{ passages: object[] }>(['document', study, 'P02'])).json.passages).toEqual([])
    expect((await ask(['redo', study])).json).toEqual(undone.json)
  })

  it('finds every quote where it should be', async () => {
    const { code, json } = await ask(['check', study])
    expect(code).toBe(0)
    expect(json).toEqual({ ok: true, integrity: [], foreignKeys: 0, anchors: { checked: 3, broken: [] } })
  })
})

describe('findings and exports', () => {
  it('counts participants in a heatmap and says what was counted', async () => {
    const { json } = await ask<{ cells: object[] }>(['heatmap', study, '--rows', 'stage'])
    expect(json).toMatchObject({
      rows: [{ id: expect.any(String), name: expect.any(String) }],
      columns: expect.any(Array),
      settings: { rows: 'stage', participants: 2, unfinished: 2 },
    })
    expect(Object.keys(json.cells[0] ?? {})).toEqual(
      expect.arrayContaining([
        'row',
        'column',
        'passages',
        'P',
        'E',
        'F',
        'prevalence',
        'low',
        'high',
        'intensity',
        'index',
        'state',
      ]),
    )
    const complete = await ask(['heatmap', study, '--scope', 'complete'])
    expect(complete.json).toMatchObject({ settings: { participants: 0, scope: { complete: true } } })
  })

  it('summarises a touchpoint by its name', async () => {
    const { json } = await ask(['summary', study, '--touchpoint', 'chasing'])
    expect(json).toMatchObject({ touchpoint: { code: 'REP2.4' }, n: { E: 1, F: 1 } })
  })

  it('writes an export whole, with who was heard and the dictionaries beside it and nothing else', async () => {
    mkdirSync(at('out'))
    const { json } = await ask<{ bytes: number }>([
      'export',
      study,
      '--format',
      'csv',
      '--out',
      at('out/data.csv'),
    ])
    expect(json).toMatchObject({
      file: at('out/data.csv'),
      rows: expect.any(Number),
      lost: expect.any(Array),
    })
    expect(readFileSync(at('out/data.csv')).length).toBe(json.bytes)
    const names = readdirSync(at('out'))
    expect(names).toHaveLength(4)
    expect(names.every((name) => name.startsWith('data'))).toBe(true)
  })

  it('leaves nothing behind when an export cannot be written', async () => {
    const { code, json } = await ask(['export', study, '--format', 'csv', '--out', at('nowhere/data.csv')])
    expect(code).toBe(1)
    expect(json['error']).toMatchObject({ code: 'not-found' })
    expect(existsSync(at('nowhere'))).toBe(false)
  })

  it('suggests for lines without a project', async () => {
    const { json } = await ask<{ suggestions: { line: number; sentiment: { level: string } }[] }>(
      ['suggest', '--lines', '-'],
      { input: 'Nobody rang me back, I was fuming.\n\nThe table is brown.\n' },
    )
    expect(json.suggestions.map(({ line }) => line)).toEqual([1, 2, 3])
    expect(json.suggestions[0]).toMatchObject({
      sentiment: { score: expect.any(Number), label: 'negative', reasons: expect.any(Array) },
      emotions: expect.any(Array),
    })
    expect(json.suggestions[2]?.sentiment.level).toBe('none')
  })

  it('answers anything else of the contract', async () => {
    const input = JSON.stringify({ name: 'Damp study' })
    expect((await ask(['ask', study, 'project.rename', '--input', input])).code).toBe(0)
    const { json } = await ask(['ask', study, 'project.info'])
    expect(json).toMatchObject({ name: 'Damp study', readOnly: null })
  })
})

describe('words for people', () => {
  it('prints a table, and messages on standard error only', async () => {
    const listed = await run(['documents', study])
    expect(listed.stdout).toMatch(/^id +name +kind/)
    expect(listed.stdout).toContain('P01')
    const failed = await run(['documents', at('gone.waymark')])
    expect(failed).toMatchObject({ code: 1, stdout: '' })
    expect(failed.stderr).toContain('gone.waymark is not there')
  })
})
