/** Walks the shared collection of transcripts, where it is at hand: every file is read or refused with a reason. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ImportError } from '../errors.ts'
import { readSource } from '../read.ts'

const shared = process.env['WAYMARK_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
const transcripts = join(shared, 'transcripts')
const present = existsSync(transcripts)

function filesIn(folder: string): string[] {
  return readdirSync(join(transcripts, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:manifest|expected)|\.json$/.test(entry.name))
    .map((entry) => relative(transcripts, join(entry.parentPath, entry.name)))
}

/** "read", the code of an import error, or whatever else went wrong. */
async function outcome(path: string): Promise<string> {
  try {
    await readSource({ name: basename(path), bytes: readFileSync(join(transcripts, path)) })
    return 'read'
  } catch (error) {
    return error instanceof ImportError ? error.code : `failed: ${String(error)}`
  }
}

async function outcomes(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const path of filesIn(folder)) found.set(path, await outcome(path))
  return found
}

describe.skipIf(!present)(
  `the shared transcripts (${present ? 'here' : `none in ${transcripts}: set WAYMARK_SHARED`})`,
  () => {
    it.each(['awkward', 'hostile'])('every file in %s is read or refused with a reason', async (folder) => {
      const failed = [...(await outcomes(folder))].filter(([, what]) => what.startsWith('failed'))
      expect(failed).toEqual([])
    })

    it('every sample is read, apart from those in an old binary format', async () => {
      const refused = [...(await outcomes('samples'))].filter(([, what]) => what !== 'read')
      expect(refused.map(([path, what]) => [path.endsWith('.doc'), what])).toEqual([
        [true, 'unsupported'],
        [true, 'unsupported'],
      ])
    })

    it.each([
      ['docx/self/billion_laughs.docx', 'unsafe'],
      ['docx/self/xxe_file.docx', 'unsafe'],
      ['docx/self/duplicate_entries.docx', 'unsafe'],
      ['docx/self/zipbomb_document_200MB.docx', 'too-large'],
      ['docx/self/zipbomb_media_500MB.docx', 'read'],
      ['docx/self/corrupt_crc.docx', 'damaged'],
      ['docx/self/million_runs.docx', 'read'],
      ['docx/self/utf16_document.docx', 'read'],
      ['pdf/self/encrypted_user_password_is_user.pdf', 'protected'],
      ['pdf/self/encrypted_no_copy_permission.pdf', 'read'],
      ['pdf/self/flate_bomb_150MB.pdf', 'too-large'],
      ['pdf/self/page_tree_loop.pdf', 'damaged'],
      ['pdf/self/scanned_no_text.pdf', 'scanned'],
    ])('%s is %s', async (path, what) => {
      expect(await outcome(join('hostile', path))).toBe(what)
    })
  },
)
