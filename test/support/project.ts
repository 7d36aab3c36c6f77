/** A real project in a temporary folder, for tests that cross rooms. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandContext } from '../../core/context.ts'
import type { Input, Name, Output } from '../../core/contract/index.ts'
import { createCore, type Core } from '../../core/core.ts'
import { createFile, type OpenFile } from '../../core/db/file.ts'
import { sql } from '../../core/db/sql.ts'
import { storeDocument, type NewDocument } from '../../core/documents/store.ts'
import { uuid7 } from '../../core/ids.ts'
import { participantByName } from '../../core/participants/people.ts'
import { fillProject, type TemplateName } from '../../core/project/create.ts'

export interface TestProject {
  core: Core
  open: OpenFile
  file: string
  /** Asks as a coder (default "Amina"). */
  ask: <K extends Name>(name: K, input: Input<K>, as?: string) => Promise<Output<K>>
  /** The id of a code by its short id. */
  code: (key: string) => number
  /** Stores a transcript: lines like "P01: text" and "I: text"; P… speakers are participants. */
  transcript: (name: string, lines: string[], about?: Partial<NewDocument>) => number
  close: () => void
}

export function testProject(template: TemplateName = 'housing'): TestProject {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-test-'))
  const file = join(folder, 'study.waymark')
  let now = Date.UTC(2026, 2, 12, 9)
  const clock = () => (now += 1000)
  const ids = () => uuid7(now)
  const open = createFile(file)
  fillProject(open.db, { name: 'Test study', template, clock, ids })
  const core = createCore({ open, file, clock, ids, log: () => {} })
  return {
    core,
    open,
    file,
    ask: (name, input, as = 'Amina') => core.dispatch({ name, input, as }) as Promise<never>,
    code: (key) => {
      const id = open.db.value<number>(sql`SELECT id FROM code WHERE key = ${key}`)
      if (id === undefined) throw new Error(`no code ${key}`)
      return id
    },
    transcript: (name, lines, about = {}) => storeLines(open, { name, lines, about, clock, ids }),
    close: () => {
      core.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function storeLines(
  open: OpenFile,
  from: {
    name: string
    lines: string[]
    about: Partial<NewDocument>
    clock: () => number
    ids: () => Uint8Array
  },
): number {
  const { db } = open
  const context = { db, ids: from.ids, clock: from.clock, touch: () => {} } as unknown as CommandContext
  const turns = from.lines.map((line) => {
    const [, label = '', text = ''] = /^([^:]+): ?(.*)$/s.exec(line) ?? []
    return { label, text }
  })
  const labels = [...new Set(turns.map((turn) => turn.label))]
  const speakers = labels.map((label) => {
    const isPerson = /^[PC]/.test(label)
    const participant = isPerson
      ? participantByName(context, label, label.startsWith('C') ? 'colleague' : 'resident')
      : null
    return { label, role: isPerson ? 'participant' : 'interviewer', participant }
  })
  return db.transaction(() =>
    storeDocument(context, {
      name: from.name,
      kind: 'depth interview',
      format: 'txt',
      layout: 'word-prefix',
      sourceName: `${from.name}.txt`,
      sha256: '0'.repeat(64),
      speakers,
      turns: turns.map(({ label, text }) => ({ kind: 'speech', speaker: labels.indexOf(label), text })),
      ...from.about,
    }),
  )
}
