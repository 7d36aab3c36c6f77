import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { testProject } from '../../../test/support/project.ts'
import { readEntries, type CodebookEntry } from './entries.ts'
import { writeCodebook } from './refi-write.ts'

const shared = process.env['WAYMARK_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
const schema = join(shared, 'refi/Codebook-1.0.xsd')
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0

function housing(): CodebookEntry[] {
  const study = testProject()
  try {
    return readEntries(study.open.db)
  } finally {
    study.close()
  }
}

function entry(name: string, more: Partial<CodebookEntry> = {}): CodebookEntry {
  const [first] = housing()
  if (!first) throw new Error('the template has no codes')
  return { ...first, name, ...more }
}

/** Attributes of every Code element, in the order of the file. */
function codesIn(xml: string): Record<string, string>[] {
  const codes: Record<string, string>[] = []
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'Code') codes.push(attributes)
  })
  parser.write(xml).close()
  return codes
}

describe('the codebook as REFI-QDA', () => {
  it('holds every code once, under a heading for its family', () => {
    const entries = housing()
    const codes = codesIn(writeCodebook(entries))
    expect(codes.filter(({ isCodable }) => isCodable === 'true')).toHaveLength(entries.length)
    expect(codes.filter(({ isCodable }) => isCodable === 'false').map(({ name }) => name)).toEqual([
      'Touchpoints',
      'Emotions',
      'Reasons',
      'Layers',
      'Channels',
    ])
  })

  it('keeps names that would break XML, and drops what XML cannot hold at all', () => {
    const hostile = 'a<b>&"c"\u0001\ud800\tx\ny😤'
    const [, code] = codesIn(writeCodebook([entry(hostile, { definition: ']]>\u000b<' })]))
    expect(code?.['name']).toBe('a<b>&"c"\tx\ny😤')
  })

  it('writes colours only as the schema allows', () => {
    const xml = writeCodebook([
      entry('a', { colour: '#AbC' }),
      entry('b', { code: 'b', colour: 'rebeccapurple' }),
    ])
    expect(codesIn(xml).map(({ color }) => color)).toEqual([undefined, '#AbC', undefined])
  })

  it.skipIf(!hasXmllint || !existsSync(schema))(
    'is valid against the official schema (needs xmllint)',
    () => {
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, '-'], {
        input: writeCodebook(housing()),
      })
      expect(stderr.toString()).toContain('validates')
      expect(status).toBe(0)
    },
  )
})
