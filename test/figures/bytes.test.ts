/** The same project and the same settings give the same file, byte for byte, on another day and in another order. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Name } from '../../core/contract/index.ts'
import { createCore, type Core } from '../../core/core.ts'
import { openFile } from '../../core/db/file.ts'
import { uuid7 } from '../../core/ids.ts'
import { NAMES, roomOf } from './asking.ts'
import { sides, type Sides } from './sides.ts'

const FILES = NAMES.filter((name) => /File$|\.file$|report$|exporting\.make/.test(name))

function filesIn(value: unknown): { name: string; bytes: Uint8Array }[] {
  const { files, ...one } = value as { files?: { name: string; bytes: Uint8Array }[] }
  return files ?? [one as { name: string; bytes: Uint8Array }]
}

let made: Sides
let folder: string
beforeAll(async () => {
  made = await sides({ residents: ['P01', 'P02', 'P03'], guest: 'P04' })
  made.study.open.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  folder = mkdtempSync(join(tmpdir(), 'waymark-bytes-'))
})
afterAll(() => {
  made.study.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => vi.useRealTimers())

/** The project as it is on another computer, another day. */
function openCopy(name: string, day: string): Core {
  const file = join(folder, name)
  copyFileSync(made.study.file, file)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) })
  let now = Date.UTC(2026, 6, 1)
  const clock = () => (now += 1000)
  return createCore({ open: openFile(file), file, clock, ids: () => uuid7(now), log: () => {} })
}

async function hashes(core: Core, questions: { name: Name; input: unknown }[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { name, input } of questions) {
    const answer = await core.dispatch({ name, input, as: 'Amina' })
    for (const file of filesIn(answer)) {
      const about = JSON.stringify({ name, input, file: file.name })
      found.set(about, Buffer.from(file.bytes).toString('base64'))
    }
  }
  return found
}

describe('every file', () => {
  const questions = () =>
    FILES.flatMap((name) => {
      const room = roomOf(name)
      if (room.sealed !== 'finding') return []
      return [...room.everyone(made.facts), ...room.colleagues(made.facts)].map((input) => ({ name, input }))
    })
  const isTrail = ({ input }: { input: unknown }) => JSON.stringify(input).includes('audit-trail')

  it('comes out the same on another day, in another order, from another copy', async () => {
    const all = questions()
    // Each export is a step of its own, so the trail is asked first: there it is still the same trail.
    const order = [...all.filter(isTrail), ...all.filter((question) => !isTrail(question))]
    const other = [...all.filter(isTrail), ...all.filter((question) => !isTrail(question)).toReversed()]
    const first = openCopy('first.waymark', '2026-07-01T08:00:00Z')
    const files = await hashes(first, order)
    first.close()
    vi.useRealTimers()
    const second = openCopy('second.waymark', '2031-01-31T23:59:59Z')
    const again = await hashes(second, other)
    second.close()
    expect(files.size).toBeGreaterThan(100)
    const kinds = new Set([...files.keys()].map((about) => /\.(\w+)"\}$/.exec(about)?.[1]))
    expect([...kinds].toSorted()).toEqual([
      'csv',
      'docx',
      'html',
      'json',
      'md',
      'png',
      'qdc',
      'svg',
      'xlsx',
      'zip',
    ])
    const different = [...files]
      .filter(([about, bytes]) => again.get(about) !== bytes)
      .map(([about]) => about)
    expect(different).toEqual([])
  })
})
