import fc from 'fast-check'
import { stringify } from 'csv-stringify/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Output } from '../../contract/index.ts'
import { readDescription } from './refi-read.ts'

let study: TestProject
beforeEach(() => {
  study = testProject()
})
afterEach(() => study.close())

const file = (name: string, text: string | Uint8Array) => ({
  name,
  bytes: typeof text === 'string' ? new TextEncoder().encode(text) : Uint8Array.from(text),
})
const table = (...rows: string[][]) => file('codes.csv', stringify(rows))
const read = (given: ReturnType<typeof file>, of = study) => of.ask('codebook.readFile', { file: given })
const take = (given: ReturnType<typeof file>, changed = true) =>
  study.ask('codebook.importFile', { file: given, changed })

async function exported(format: string, from = study): Promise<ReturnType<typeof file>> {
  const { files } = await from.ask('exporting.make', { format })
  return file(files[0]?.name ?? '', files[0]?.bytes ?? '')
}
type CodeRow = Output<'codebook.list'>['codes'][number]
async function code(key: string): Promise<CodeRow | undefined> {
  return (await study.ask('codebook.list', {})).codes.find((row) => row.code === key)
}

describe('a codebook that went out comes back', () => {
  it.each(['codebook-csv', 'codebook-xlsx', 'qdc'])('unchanged, as %s', async (format) => {
    const { codes } = await study.ask('codebook.list', {})
    const plan = await read(await exported(format))
    expect(plan).toMatchObject({ added: [], changed: [], problems: [], unchanged: codes.length })
    await expect(take(await exported(format))).rejects.toMatchObject({ code: 'empty' })
  })

  it.each(['codebook-csv', 'codebook-xlsx', 'qdc'])('whole, into another study, as %s', async (format) => {
    const given = await exported(format)
    const other = testProject('blank')
    try {
      await other.ask('codebook.importFile', { file: given })
      const strip = (codes: CodeRow[]) =>
        codes
          .map(({ family, name, definition, include, exclude, example, level }) => ({
            family,
            name,
            definition,
            include,
            exclude,
            example,
            level,
          }))
          .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      expect(strip((await other.ask('codebook.list', {})).codes)).toEqual(
        strip((await study.ask('codebook.list', {})).codes),
      )
      const again = await read(given, other)
      expect(again).toMatchObject({ added: [], changed: [], problems: [] })
    } finally {
      other.close()
    }
  })

  it('with any words in its fields', async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.normalize('NFC'))
    const fields = fc.record({ definition: words, include: words, exclude: words, example: words })
    await fc.assert(
      fc.asyncProperty(fields, async (said) => {
        await study.ask('codebook.change', { code: study.code('anger'), ...said })
        expect((await read(await exported('codebook-csv'))).changed).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('a description is taken apart as it was put together', () => {
    expect(
      readDescription('Meaning.\n\nMore.\n\nUse when: a\n\nb\n\nDo not use when: c\n\nExample: "d"'),
    ).toEqual({ definition: 'Meaning.\n\nMore.', include: 'a\n\nb', exclude: 'c', example: '"d"' })
    expect(readDescription('Only words\r\nhere')).toMatchObject({
      definition: 'Only words\nhere',
      include: '',
    })
  })
})

describe('reading a codebook from a table', () => {
  it('shows first what would be new, changed and impossible, line by line', async () => {
    const plan = await read(
      table(
        ['Name', 'Family', 'Parent', 'Description', 'Valence', 'Weight', 'Owner'],
        ['Lift', 'theme', '', 'About the lift', '', '', 'Sam'],
        ['Lift alarm', 'theme', 'Lift', '', '', '', ''],
        ['Anger', 'emotion', '', 'Another meaning', 'neg', '0.5', ''],
        ['', 'theme', '', 'No name', '', '', ''],
        ['Odd', 'colour', '', '', '', '', ''],
        ['Heavy', 'emotion', '', '', '', '3', ''],
        ['Orphan', 'theme', 'Nowhere', '', '', '', ''],
        ['Mixed', 'theme', 'Anger', '', '', '', ''],
      ),
    )
    expect(plan.added.map(({ name, parent }) => [name, parent])).toEqual([
      ['Lift', null],
      ['Lift alarm', 'Lift'],
    ])
    expect(plan.changed).toMatchObject([{ code: 'anger', line: 4 }])
    expect(plan.changed[0]?.fields).toContain('definition')
    expect(plan.problems.map(({ line }) => line)).toEqual([5, 6, 7, 8, 9])
    expect(plan.notes).toEqual(['The column “owner” has no place in the codebook and is not read.'])
    expect((await study.ask('history.log', {})).total).toBe(0)
  })

  it('is taken in one step that undo takes back', async () => {
    const given = table(
      ['code', 'name', 'family', 'parent', 'definition', 'aliases'],
      ['LIFT.1', 'Lift alarm', 'theme', 'LIFT', '', 'bell; buzzer'],
      ['LIFT', 'Lift', 'theme', '', 'About the lift', ''],
      ['anger', 'Anger', 'emotion', '', 'New meaning', ''],
    )
    expect(await take(given)).toMatchObject({
      added: 2,
      changed: 1,
      label: 'Read codes.csv: 2 codes added, 1 changed',
    })
    expect(await code('LIFT.1')).toMatchObject({
      aliases: ['bell', 'buzzer'],
      parent: (await code('LIFT'))?.id,
    })
    expect(await code('anger')).toMatchObject({ definition: 'New meaning', version: 2 })
    await study.ask('history.undo', {})
    expect(await code('LIFT')).toBeUndefined()
    expect(await code('anger')).toMatchObject({ version: 1 })
  })

  it('can leave the codes there are as they are', async () => {
    const given = table(['name', 'family', 'definition'], ['Anger', 'emotion', 'x'], ['Lift', 'theme', ''])
    expect(await take(given, false)).toMatchObject({ added: 1, changed: 0 })
    expect((await code('anger'))?.definition).not.toBe('x')
  })

  it('moves a code to where the table has it, and pairs touchpoints', async () => {
    const given = table(['code', 'name', 'parent', 'pairs_with'], ['CMP1.1', 'Moved', 'CMP2', 'CMP2.1'])
    await take(given)
    expect(await code('CMP1.1')).toMatchObject({
      name: 'Moved',
      parent: study.code('CMP2'),
      pairsWith: study.code('CMP2.1'),
    })
  })

  it('with semicolons, a byte order mark or Excel’s apostrophes is read the same', async () => {
    const text = '\ufeffname;family;definition\r\nLift;theme;"\'=1+1; and ""more"""\r\n'
    await take(file('codes.csv', text))
    expect((await study.ask('codebook.list', {})).codes.find(({ name }) => name === 'Lift')).toMatchObject({
      definition: '=1+1; and "more"',
    })
  })

  it('a code under itself is refused, not followed for ever', async () => {
    const plan = await read(
      table(['code', 'name', 'parent'], ['a', 'A', 'b'], ['b', 'B', 'a'], ['c', 'C', 'c']),
    )
    expect(plan.added).toEqual([])
    expect(plan.problems).toHaveLength(3)
  })

  it('a definition longer than the codebook holds is a problem of its line', async () => {
    const plan = await read(table(['name', 'definition'], ['Long', 'x'.repeat(5000)], ['Short', 'y']))
    expect(plan.problems).toMatchObject([{ line: 2 }])
    expect(plan.added).toHaveLength(1)
  })

  it('says what is wrong with a file that is no codebook', async () => {
    await expect(read(file('a.csv', ''))).rejects.toMatchObject({ code: 'empty' })
    await expect(read(file('a.csv', 'name\n"open'))).rejects.toMatchObject({ code: 'damaged' })
    await expect(read(file('a.xlsx', 'PK\u0003\u0004nonsense'))).rejects.toMatchObject({ code: 'damaged' })
    expect((await read(file('a.csv', 'x,y\n1,2'))).problems).toMatchObject([{ line: 1 }])
  })
})

const qdc = (inside: string, namespace = 'urn:QDA-XML:codebook:1.0') =>
  file('book.qdc', `<?xml version="1.0"?><CodeBook xmlns="${namespace}"><Codes>${inside}</Codes></CodeBook>`)

describe('reading a codebook from REFI-QDA', () => {
  const tree = `<Code guid="{6AC0D52C-7B1F-4A3D-A7B5-0D3AC9D1F001}" name="Home" isCodable="false">
    <Description>The flat &amp; the block</Description>
    <Code guid="6ac0d52c-7b1f-4a3d-a7b5-0d3ac9d1f002" name="Lift" isCodable="true" color="#AABBCC"/></Code>`

  it('makes themes of another tool’s codes, with their tree, colours and GUIDs', async () => {
    await take(qdc(tree))
    const { codes } = await study.ask('codebook.list', {})
    const home = codes.find(({ name }) => name === 'Home')
    expect(home).toMatchObject({ family: 'theme', definition: 'The flat & the block' })
    expect(codes.find(({ name }) => name === 'Lift')).toMatchObject({ parent: home?.id, colour: '#AABBCC' })
    expect(await read(qdc(tree))).toMatchObject({ added: [], unchanged: 2 })
    const renamed = await read(qdc(tree.replace('"Lift"', '"The lift"')))
    expect(renamed.changed).toMatchObject([{ fields: ['name'] }])
  })

  it.each(['urn:QDA-XML:codebook:1:0', 'urn:QDA-XML:codebook:0:4'])(
    'accepts what tools have written: %s',
    async (ns) => {
      expect((await read(qdc(tree, ns))).added).toHaveLength(2)
    },
  )

  it('knows families again by their heading, even under another GUID', async () => {
    const given = qdc(`<Code guid="6ac0d52c-7b1f-4a3d-a7b5-0d3ac9d1f009" name="Emotions" isCodable="false">
      <Code guid="6ac0d52c-7b1f-4a3d-a7b5-0d3ac9d1f008" name="Pride" isCodable="true"/>
      <Code guid="6ac0d52c-7b1f-4a3d-a7b5-0d3ac9d1f007" name="Anger" isCodable="true"/></Code>`)
    const plan = await read(given)
    expect(plan.added).toMatchObject([{ name: 'Pride', family: 'emotion' }])
    expect(plan.changed).toMatchObject([{ code: 'anger' }])
  })

  it('refuses XML of another kind, broken XML and XML that would reach outside', async () => {
    await expect(read(qdc(tree, 'urn:else'))).rejects.toMatchObject({ code: 'unsupported' })
    await expect(read(file('a.qdc', '<CodeBook><Codes>'))).rejects.toMatchObject({ code: 'damaged' })
    const entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><CodeBook>&e;</CodeBook>'
    await expect(read(file('a.qdc', entity))).rejects.toMatchObject({ code: 'unsafe' })
  })
})
