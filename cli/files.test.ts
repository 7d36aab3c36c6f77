import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesIn, readBytes, readText, writeWhole } from './files.ts'

let folder = ''
const at = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('files that are given', () => {
  it('are taken as they are, and folders with everything a person put there', () => {
    mkdirSync(at('a/deeper'), { recursive: true })
    for (const name of ['P10.docx', 'P9.docx', 'deeper/P1.txt', '.DS_Store', '~$P9.docx', 'study.waymark'])
      writeFileSync(at(join('a', name)), '')
    writeFileSync(at('study.waymark-wal'), '')
    expect(filesIn([at('a'), at('gone.txt')])).toEqual(
      ['a/deeper/P1.txt', 'a/P9.docx', 'a/P10.docx', 'gone.txt'].map(at),
    )
  })

  it('are refused in words that say what to do', () => {
    expect(() => readBytes(at('gone.csv'))).toThrow('gone.csv is not there. Check the path.')
    expect(() => readBytes(folder)).toThrow('is a folder; a file is needed here.')
  })

  it('lose their byte order mark', async () => {
    writeFileSync(at('x.csv'), '\uFEFFdocument,start')
    expect(await readText(at('x.csv'))).toBe('document,start')
  })
})

describe('files that are written', () => {
  it('replace the one before, and leave no trace of how', () => {
    writeFileSync(at('x.svg'), 'before')
    writeWhole(at('x.svg'), Buffer.from('after'))
    expect(readFileSync(at('x.svg'), 'utf8')).toBe('after')
    expect(readdirSync(folder)).toEqual(['x.svg'])
  })

  it('leave nothing behind when they cannot be moved into place', () => {
    mkdirSync(at('x.svg'))
    expect(() => writeWhole(at('x.svg'), Buffer.from('after'))).toThrow('x.svg')
    expect(readdirSync(folder)).toEqual(['x.svg'])
  })
})
