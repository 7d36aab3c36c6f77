/** More than one process: locks, signals, and power cuts. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, start, temporaryFolder, until, type Running } from '../support/cli.ts'

const folder = temporaryFolder()
const at = (name: string) => join(folder.path, name)
const study = at('study.waymark')

const SENTENCE = 'P01: I rang them again and again, and nobody could say when they would come.'
const LENGTH = 40

interface Served {
  running: Running
  ask: (name: string, input: object) => Promise<{ kind: string; value?: unknown }>
}

async function serveStudy(): Promise<Served> {
  const running = start(['serve', study, '--json'])
  const [line] = await new Promise<string[]>((resolve, reject) => {
    running.child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().split('\n')))
    void running.done.then(({ stderr }) => reject(new Error(`it did not start: ${stderr}`)))
  })
  const url = new URL((JSON.parse(line ?? '') as { url: string }).url)
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${new URLSearchParams(url.hash.slice(1)).get('token')}`,
  }
  return {
    running,
    ask: async (name, input) => {
      const body = JSON.stringify({ name, input, as: 'Ada' })
      const answer = await fetch(new URL('/api/ask', url), { method: 'POST', headers, body })
      const lines = (await answer.text()).trim().split('\n')
      return JSON.parse(lines.at(-1) ?? '') as { kind: string; value?: unknown }
    },
  }
}

const sideFiles = () => readdirSync(folder.path).filter((name) => /lock|-wal|-shm/.test(name))

beforeAll(async () => {
  writeFileSync(at('P01.txt'), Array.from({ length: 600 }, () => SENTENCE).join('\n'))
  await ask(['new', study])
  await ask(['import', study, at('P01.txt')])
})
afterAll(() => folder.remove())

describe('two programs on one project', () => {
  it('lets one write and the other only read, and says which', async () => {
    const { running } = await serveStudy()
    try {
      const words = ['--start', '0', '--end', '9', '--codes', 'frustration']
      const writing = await ask(['code', study, 'P01', ...words])
      expect(writing.code).toBe(1)
      expect(writing.json).toMatchObject({
        error: { code: 'locked', message: expect.stringContaining('study.waymark') },
      })
      const importing = await ask(['import', study, at('P01.txt')])
      expect(importing.json).toMatchObject({ error: { code: 'locked' } })
      expect((await ask(['documents', study])).code).toBe(0)
      expect((await ask(['heatmap', study])).code).toBe(0)
      const out = at('data.csv')
      expect((await ask(['export', study, '--format', 'csv', '--out', out])).code).toBe(0)
    } finally {
      running.child.kill('SIGTERM')
    }
    expect(await running.done).toMatchObject({ code: 0, signal: null })
    expect(sideFiles()).toEqual([])
  })
})

describe('Ctrl-C', () => {
  it('stops an import between two files and keeps what was whole', async () => {
    mkdirSync(at('many'))
    for (let n = 100; n < 400; n++) writeFileSync(at(`many/P${n}.txt`), SENTENCE.replace('P01', `P${n}`))
    const { child, stderr, done } = start(['import', study, at('many'), '--json'])
    await until(() => stderr().includes('(10 of 300)'))
    child.kill('SIGINT')
    const { code, stdout } = await done
    expect(code).toBe(1)
    const { error } = JSON.parse(stdout) as { error: { code: string; detail: { imported: object[] } } }
    expect(error.code).toBe('cancelled')
    const { json } = await ask<{ documents: object[] }>(['documents', study])
    expect(json.documents).toHaveLength(1 + error.detail.imported.length)
    expect(sideFiles()).toEqual([])
  })
})

describe('a power cut', () => {
  const PASSAGES = 1000
  const KILLS = 6

  it('keeps every coding that was acknowledged, six times over', async () => {
    const acknowledged = new Set<number>()
    let next = 0
    /** Codes one place after another until the process is gone. */
    const codeOn = async (served: Served, upTo: number) => {
      try {
        while (next < PASSAGES) {
          const begin = next++
          const place = { document: 1, start: begin * LENGTH, end: (begin + 1) * LENGTH }
          const reply = await served.ask('codings.add', { ...place, codes: [{ code: 200 }] })
          if (reply.kind === 'value') acknowledged.add(begin)
          // Killed while the next coding is under way, not between two.
          if (acknowledged.size === upTo) setTimeout(() => served.running.child.kill('SIGKILL'), 1)
        }
      } catch {
        // The connection is gone with the process.
      }
    }
    for (let kill = 1; kill <= KILLS; kill++) {
      const served = await serveStudy()
      await codeOn(served, Math.round((kill * PASSAGES) / (KILLS + 1)))
      expect(await served.running.done).toMatchObject({ signal: 'SIGKILL' })
    }
    const last = await serveStudy()
    await codeOn(last, Number.POSITIVE_INFINITY)
    last.running.child.kill('SIGTERM')
    await last.running.done

    expect(acknowledged.size).toBeGreaterThanOrEqual(PASSAGES - KILLS)
    const { json } = await ask<{ passages: { start: number }[] }>(['document', study, 'P01'])
    const stored = new Set(json.passages.map(({ start }) => Math.round(start / LENGTH)))
    expect([...acknowledged].filter((place) => !stored.has(place))).toEqual([])
    expect((await ask(['check', study])).json).toMatchObject({ ok: true, integrity: [], foreignKeys: 0 })
    expect(existsSync(`${study}-wal`)).toBe(false)
  })
})
