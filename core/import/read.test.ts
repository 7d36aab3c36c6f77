import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docx, paragraph, zip } from '../../fixtures/import/build.ts'
import { ImportError } from './errors.ts'
import { readSource } from './read.ts'

const read = (name: string, bytes: Uint8Array | string) =>
  readSource({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes })
const refusal = (name: string, bytes: Uint8Array | string) =>
  read(name, bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof ImportError ? error.code : error),
  )

const OLE = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'
const wide = (text: string) => [...text].map((letter) => `${letter}\0`).join('')

describe('what a file is', () => {
  it.each([
    ['P07.txt', docx(paragraph('I: hi')), 'docx'],
    ['P07.doc', docx(paragraph('I: hi')), 'docx'],
    ['P07.docx', '<html><body><p>I: hi</p></body></html>', 'html'],
    ['P07.doc', '{\\rtf1 I: hi}', 'rtf'],
    ['P07.DOCX.txt', 'I: hi', 'txt'],
    ['noextension', 'I: hi', 'txt'],
    ['P07.txt', '### Kate\nHi\n### Rosa\nHello\n### Kate\nSo', 'md'],
  ])('%s is read by its content', async (name, bytes, format) => {
    expect((await read(name, bytes)).format).toBe(format)
  })

  it.each([
    ['nothing at all', '', 'empty'],
    ['only white space', ' \n\t\r\n', 'empty'],
    ['a document without words', docx('<w:p/>'), 'empty'],
    ['a Word 97 document', `${OLE}${'\0'.repeat(600)}${wide('WordDocument')}`, 'unsupported'],
    ['an encrypted Word document', `${OLE}${'\0'.repeat(600)}${wide('EncryptedPackage')}`, 'protected'],
    ['an older Office file that is broken', `${OLE}rubbish`, 'damaged'],
    ['a sound recording', 'ID3\u0003\0\0\0', 'unsupported'],
    ['a picture', '\u0089PNG\r\n\u001a\n', 'unsupported'],
    ['a zip archive of documents', zip({ 'P07.docx': 'x' }), 'unsupported'],
    ['a presentation', zip({ 'ppt/presentation.xml': '<x/>' }), 'unsupported'],
    ['a package without a document', zip({ 'a.bin': 'x' }), 'damaged'],
    ['the beginning of a package', 'PK\u0003\u0004', 'damaged'],
  ])('%s is refused with a reason', async (_, bytes, code) => {
    expect(await refusal('P07.bin', bytes)).toBe(code)
  })

  it('a refusal names the file and the next step', async () => {
    await expect(read('P07.doc', `${OLE}${wide('WordDocument')}`)).rejects.toThrow(
      'P07.doc is in the old binary Word format. Open it in Word or LibreOffice and save it as .docx, then import that.',
    )
  })

  it('a document laid out in text boxes alone is still read', async () => {
    const source = await read(
      'P07.docx',
      docx(`<w:p><w:r><w:pict><w:txbxContent>${paragraph('I: hi')}</w:txbxContent></w:pict></w:r></w:p>`),
    )
    expect(source.blocks).toEqual([{ kind: 'paragraph', text: 'I: hi' }])
    expect(source.warnings.map(({ code }) => code)).toEqual(['text-in-boxes'])
  })

  it('a cancelled import stops', async () => {
    await expect(
      readSource({ name: 'a.txt', bytes: Buffer.from('x') }, { signal: AbortSignal.abort() }),
    ).rejects.toThrow(/abort/i)
  })
})

describe('files made to do harm', () => {
  const withDocument = (xml: string) => zip({ 'word/document.xml': xml })

  it('entity declarations are refused before anything is expanded', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
    expect(await refusal('P07.docx', withDocument(laughs))).toBe('unsafe')
  })

  it('a file on the disk cannot be read through a document', async () => {
    const external = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><x>&f;</x>'
    expect(await refusal('P07.docx', withDocument(external))).toBe('unsafe')
  })

  it('a part that would inflate to hundreds of megabytes is refused before it is', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(120 * 1024 * 1024) }, { level: 9 })
    expect(await refusal('P07.docx', bomb)).toBe('too-large')
  })

  it('a part that lies about its size is refused', async () => {
    const honest = zipSync({ 'word/document.xml': [strToU8('x'.repeat(5000)), { level: 9 }] })
    const lying = Buffer.from(honest)
    lying.writeUInt32LE(10, lying.lastIndexOf('PK\u0001\u0002') + 24)
    expect(await refusal('P07.docx', lying)).toBe('damaged')
  })

  it('a part nobody reads may be as large as it likes', async () => {
    const { unzipSync } = await import('fflate')
    const parts = unzipSync(docx(paragraph('I: hi')))
    const bytes = zipSync({ ...parts, 'word/media/film.bin': new Uint8Array(90 * 1024 * 1024) }, { level: 1 })
    expect((await read('P07.docx', bytes)).blocks).toHaveLength(1)
  })

  it('two parts of one name are refused, as programs differ in which they show', async () => {
    const bytes = Buffer.from(zip({ 'word/document.xml': '<a/>', 'word/document.xmk': '<b/>' }))
    for (let at = bytes.indexOf('document.xmk'); at >= 0; at = bytes.indexOf('document.xmk'))
      bytes.write('l', at + 11)
    expect(await refusal('P07.docx', bytes)).toBe('unsafe')
  })

  it('names that climb out of the package are only names', async () => {
    const { unzipSync } = await import('fflate')
    const bytes = zipSync({ ...unzipSync(docx(paragraph('I: hi'))), '../../etc/passwd': strToU8('x') })
    expect((await read('P07.docx', bytes)).blocks).toHaveLength(1)
  })

  it('a changed byte inside a part is noticed', async () => {
    const bytes = Buffer.from(docx(paragraph('I: hi')))
    const packed = deflateRawSync(Buffer.from('x'))
    const at = bytes.indexOf('word/document.xml') + 'word/document.xml'.length + 20 + packed.length
    bytes.writeUInt8((bytes[at] ?? 0) ^ 0x55, at)
    expect(await refusal('P07.docx', bytes)).toBe('damaged')
  })

  it('no bytes whatever make the reader fail in any other way', async () => {
    const heads = [
      '',
      'PK\u0003\u0004',
      '%PDF-1.4\n',
      '{\\rtf1',
      'WEBVTT\n\n',
      '<html>',
      OLE,
      '1\n00:00:00,000 --> 00:00:01,000\n',
    ]
    const file = fc.tuple(
      fc.constantFrom(...heads),
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('a.docx', 'a.txt', 'a.csv', 'a.md', 'a.vtt'),
    )
    await fc.assert(
      fc.asyncProperty(file, async ([head, rest, name]) => {
        const outcome = await refusal(name, Buffer.concat([Buffer.from(head, 'latin1'), rest]))
        expect(outcome).toBeTypeOf('string')
      }),
    )
  })
})
