/** Migrations: frozen, complete, safe; and project files that are not what they should be. */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFile, migrate, openFile, userVersion } from '../../core/db/file.ts'
import { Db } from '../../core/db/database.ts'
import { migrations, SCHEMA_VERSION } from '../../core/db/migrations/all.ts'
import { ROOT } from '../support/architecture.ts'
import { testProject } from '../support/project.ts'

/** SHA-256 of each shipped migration. A shipped one never changes: write a new one instead. */
const FROZEN: Record<string, string> = {
  '0010-first.ts': 'e2f28aaad6bb1eb63e029bafdf8190f76e5e3f6fadfcc95f7801e4e9a1f6805e',
  '0020-places.ts': 'ff6bb2c0ad5f23876959b2e1b2c7121a348c85ac349ae08b5f81e60d8adcc968',
  '0030-targets.ts': '0407643c4c6d88ce0aba6067d16892aa1e704cc71e643f95e72b7b608d9b84a0',
  '0040-quoted.ts': 'd1f269fe019944df53cc186132a8bf36c931e3bf3865855280955451886464ba',
}

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'waymark-files-'))))
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

const schemaOf = (db: Db): unknown =>
  db.raw
    .prepare(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`,
    )
    .all()

describe('migrations', () => {
  it('are numbered in steps of ten, in order', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, at) => (at + 1) * 10))
  })

  it('shipped ones have not been changed', () => {
    for (const [name, hash] of Object.entries(FROZEN)) {
      const text = readFileSync(join(ROOT, 'core/db/migrations', name), 'utf8')
      expect(createHash('sha256').update(text).digest('hex'), name).toBe(hash)
    }
  })

  it('a file brought up step by step has the schema of a fresh one', () => {
    const fresh = createFile(join(folder, 'fresh.waymark'))
    const path = join(folder, 'steps.waymark')
    const steps = new Db(new Database(path), path)
    for (const migration of migrations) migrate(steps, path, migration.version)
    expect(schemaOf(steps)).toEqual(schemaOf(fresh.db))
    expect(userVersion(steps)).toBe(SCHEMA_VERSION)
    steps.close()
    fresh.close()
  })

  it('every table is strict', () => {
    const fresh = createFile(join(folder, 'fresh.waymark'))
    const loose = fresh.db.raw
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'turn_fts%'`,
      )
      .all()
    expect(loose).toEqual([])
    fresh.close()
  })

  it('every released fixture opens', () => {
    const released = join(ROOT, 'fixtures/released')
    for (const name of readdirSync(released).filter((file) => file.endsWith('.waymark'))) {
      copyFileSync(join(released, name), join(folder, name))
      const open = openFile(join(folder, name))
      expect(userVersion(open.db), name).toBe(SCHEMA_VERSION)
      expect(open.db.raw.prepare('SELECT quote FROM passage').get()).toEqual({
        quote: 'Nobody came, and nobody rang.',
      })
      const target = open.db.raw.prepare('SELECT text, due FROM target').get()
      const written = { text: 'Somebody rings back', due: '2027-04-01' }
      expect(target, name).toEqual(name < '0030' ? undefined : written)
      open.close()
    }
  })
})

describe('opening a file', () => {
  const make = (name = 'study.waymark') => {
    const path = join(folder, name)
    createFile(path).close()
    return path
  }

  it('that is not a database says so and leaves it untouched', () => {
    const path = join(folder, 'letter.waymark')
    writeFileSync(path, 'Dear resident, '.repeat(20))
    const before = readFileSync(path)
    expect(() => openFile(path)).toThrow(/letter\.waymark is not a Waymark project/)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['letter.waymark'])
  })

  it('that is another program’s database says so', () => {
    const path = join(folder, 'other.waymark')
    new Database(path).exec('CREATE TABLE t (a); PRAGMA user_version = 3').close()
    expect(() => openFile(path)).toThrow(/another program/)
  })

  it('that is empty, a folder or not there says so', () => {
    const path = join(folder, 'empty.waymark')
    writeFileSync(path, '')
    expect(() => openFile(path)).toThrow(/not a Waymark project/)
    expect(() => openFile(folder)).toThrow(/is a folder/)
    expect(() => openFile(join(folder, 'gone.waymark'))).toThrow(/is not there/)
  })

  it('from a newer version opens for reading only and says so', () => {
    const path = make()
    new Database(path).exec(`PRAGMA user_version = ${SCHEMA_VERSION + 10}`).close()
    const open = openFile(path)
    expect(open.readOnly).toMatchObject({
      reason: 'newer',
      message: expect.stringContaining('newer version'),
    })
    expect(() => open.db.exec('DELETE FROM code')).toThrow()
    open.close()
  })

  it('that another program has open gives reading only, until the other closes', () => {
    const path = make()
    const first = openFile(path)
    const second = openFile(path)
    expect(first.readOnly).toBeNull()
    expect(second.readOnly).toMatchObject({ reason: 'locked' })
    expect(() => second.db.exec('DELETE FROM code')).toThrow()
    second.close()
    first.close()
    const third = openFile(path)
    expect(third.readOnly).toBeNull()
    third.close()
    expect(readdirSync(folder)).toEqual(['study.waymark'])
  })

  it('that is cut short is called damaged or opens whole, and is never changed into something else', () => {
    const path = make()
    const whole = readFileSync(path)
    writeFileSync(path, whole.subarray(0, Math.floor(whole.length / 2)))
    expect(() => {
      const open = openFile(path)
      try {
        open.db.raw.prepare('SELECT count(*) FROM coding').get()
        open.db.raw.pragma('integrity_check')
        throw Object.assign(new Error('opened'), { code: 'damaged' })
      } finally {
        open.close()
      }
    }).toThrow()
  })

  it('never writes over a file that is there', () => {
    const path = make()
    expect(() => createFile(path)).toThrow(/already there/)
  })

  it.runIf(process.getuid?.() !== 0)('in a folder that cannot be written to opens for reading only', () => {
    const path = make()
    chmodSync(folder, 0o500)
    const open = openFile(path)
    expect(open.readOnly?.reason).toBe('folder')
    open.close()
  })

  it.runIf(process.getuid?.() !== 0)('of an older version, in such a folder, can be read whole', () => {
    const path = join(folder, 'older.waymark')
    copyFileSync(join(ROOT, 'fixtures/released/0010.waymark'), path)
    chmodSync(folder, 0o500)
    const open = openFile(path)
    expect(userVersion(open.db)).toBe(SCHEMA_VERSION)
    open.close()
    expect(readFileSync(path).readUInt32BE(60)).toBe(10)
  })

  it.runIf(process.getuid?.() !== 0)(
    'of an older version and damaged, in such a folder, leaves no copy behind',
    () => {
      const path = join(folder, 'older.waymark')
      const bytes = readFileSync(join(ROOT, 'fixtures/released/0010.waymark'))
      writeFileSync(path, bytes.fill(0xff, 100, bytes.length))
      chmodSync(folder, 0o500)
      const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('waymark-read-')).length
      const before = copies()
      expect(() => openFile(path)).toThrow(/damaged|not a/i)
      expect(copies()).toBe(before)
    },
  )
})

describe('a full disk', () => {
  it('is said in words, and what was acknowledged before is still there', async () => {
    const project = testProject()
    const document = project.transcript('P01', ['P01: Nobody came for three weeks and nobody rang.'])
    await project.ask('codings.add', { document, start: 0, end: 6, codes: [{ code: project.code('anger') }] })
    const pages = project.open.db.raw.pragma('page_count', { simple: true }) as number
    project.open.db.raw.pragma(`max_page_count = ${pages}`)
    const fill = async () => {
      for (let n = 0; n < 2000; n++) {
        await project.ask('codebook.add', { name: `Theme ${n} ${'x'.repeat(150)}`, family: 'theme' })
      }
    }
    await expect(fill()).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('disk is full'),
    })
    const check = await project.ask('project.check', {})
    expect(check.ok).toBe(true)
    expect((await project.ask('codings.inDocument', { document })).passages).toHaveLength(1)
    project.close()
  })
})
