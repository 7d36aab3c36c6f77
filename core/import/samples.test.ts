/** Measures the importer on the shared sample transcripts, where they are at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ImportError } from './errors.ts'
import type { ParsedCases, ParsedDocument } from './model.ts'
import { mergedTurns, parseFile } from './parse.ts'

const root = process.env['WAYMARK_SHARED'] ?? resolve(import.meta.dirname, '../../../shared')
const folder = join(root, 'transcripts')

interface Expected {
  merged_turns?: number
  turns?: number | null
  cues?: number
  cases?: number
  speakers?: string[]
  metadata?: Record<string, string | number>
  must_not_contain?: string[]
}

function expectedOf(set: string, list: string): [string, Expected][] {
  const path = join(folder, set, list)
  if (!existsSync(path)) return []
  const all = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Expected>
  return Object.entries(all)
    .map(([name, expected]): [string, Expected] => [join(set, name), expected])
    .filter(([name]) => existsSync(join(folder, name)))
}

const files = [
  ...expectedOf('samples', 'expected_share.json'),
  ...expectedOf('awkward', 'expected_awkward.json'),
].filter(([name]) => !name.endsWith('.doc'))

/** What is wrong with a document, in words; empty when it is as expected. */
function problems(parsed: ParsedDocument | ParsedCases | null, expected: Expected): string[] {
  const wanted = expected.merged_turns ?? expected.turns
  if (!parsed) return wanted || expected.cues ? ['refused although it holds a transcript'] : []
  if ('cases' in parsed) return parsed.cases.length === expected.cases ? [] : [`${parsed.cases.length} cases`]
  const { characters, speakers, text, metadata, turns } = parsed
  const found: string[] = []
  if (characters.source !== characters.kept + characters.ignored) found.push('characters do not balance')
  const speech = turns.filter(({ kind }) => kind === 'speech').length
  const merged = mergedTurns(parsed)
  if (typeof wanted === 'number' && wanted !== merged && wanted !== speech)
    found.push(`${merged} turns, not ${wanted}`)
  if (expected.cues !== undefined && expected.cues !== speech)
    found.push(`${speech} cues, not ${expected.cues}`)
  const labels = speakers.map(({ label }) => label).toSorted()
  const names = expected.speakers?.map((name) => name.normalize('NFC')).toSorted()
  if (names && names.join() !== labels.join()) found.push(`speakers ${labels.join(', ')}`)
  for (const [key, value] of Object.entries(expected.metadata ?? {}))
    if (
      !metadata.some((fact) => fact.key === key && fact.value.toLowerCase() === String(value).toLowerCase())
    )
      found.push(`no ${key}`)
  for (const words of expected.must_not_contain ?? [])
    if (text.includes(words)) found.push('holds what it must not')
  return found
}

async function read(name: string): Promise<ParsedDocument | ParsedCases | null> {
  const bytes = new Uint8Array(readFileSync(join(folder, name)))
  try {
    return await parseFile({ name: basename(name), bytes })
  } catch (error) {
    if (error instanceof ImportError) return null
    throw error
  }
}

describe.skipIf(files.length === 0)(
  'the sample transcripts (skipped when the shared folder is absent)',
  () => {
    it.each(files)('%s is read as it should be', async (name, expected) => {
      expect(problems(await read(name), expected)).toEqual([])
    })
  },
)
