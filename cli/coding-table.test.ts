import { describe, expect, it } from 'vitest'
import { testProject } from '../test/support/project.ts'
import { readCodings, type Known } from './coding-table.ts'

async function read(csv: string) {
  const study = testProject()
  try {
    study.transcript('P01', ['P01: Nobody rang me back.'])
    const archived = study.code('anger')
    await study.ask('codebook.archive', { code: archived as never, archived: true })
    const known: Known = {
      documents: (await study.ask('documents.list', {})).documents,
      codes: (await study.ask('codebook.list', {})).codes,
      lengthOf: () => Promise.resolve(20),
    }
    return await readCodings(csv, known)
  } finally {
    study.close()
  }
}
const messageOf = async (line: string) => {
  const { failed } = await read(`document,start,end,codes\n${line}`)
  return failed[0]?.message
}

describe('a table of codings', () => {
  it('reads each line with its codes, strengths and coder', async () => {
    const { places, failed } = await read(
      'document,start,end,codes,coder\nP01,0,6,CMP3.1;frustration:2,Ada\nP01,0,7,frustration,\n',
    )
    expect(failed).toEqual([])
    expect(places).toMatchObject([
      { document: 1, start: 0, end: 6, codes: [{}, { intensity: 2 }], coder: 'Ada' },
      { start: 0, end: 7, codes: [{}] },
    ])
    expect(places[1]).not.toHaveProperty('coder')
  })

  it('takes columns in any order and case, with the mark and line ends of a spreadsheet', async () => {
    const { places } = await read('Codes,End,Start,Document,Note\r\nfrustration,6,0,P01,x\r\n')
    expect(places).toMatchObject([{ document: 1, start: 0, end: 6 }])
  })

  it.each([
    ['a transcript that is not there', 'P77,0,5,frustration', 'no transcript “P77”'],
    ['a passage beyond the text', 'P01,0,21,frustration', '0–21 is not inside P01, which has 20 characters'],
    ['a passage without words', 'P01,5,5,frustration', '5–5 is not inside'],
    ['an offset that is no number', 'P01,zero,5,frustration', 'start is not a whole number'],
    ['a negative offset', 'P01,-1,5,frustration', 'start is not a whole number'],
    ['an unknown code', 'P01,0,5,nonsense', 'no code “nonsense”'],
    ['an archived code', 'P01,0,5,anger', 'archived'],
    ['no code at all', 'P01,0,5,', 'No code is given'],
    ['a line that ends too soon', 'P01,0', 'end is not a whole number'],
  ])('refuses %s and says why', async (_, line, words) => {
    expect(await messageOf(line)).toContain(words)
  })

  it('counts lines as a text editor does, quoted line breaks included', async () => {
    const { failed } = await read('document,start,end,codes\n"P\n77",0,5,x\n\nP88,0,5,x\n')
    expect(failed.map(({ line }) => line)).toEqual([3, 5])
  })

  it('names the column that is missing', async () => {
    await expect(read('document,start,codes\nP01,0,frustration')).rejects.toThrow('has no column end')
  })

  it('refuses what is not a table', async () => {
    await expect(read('document,start,end,codes\n"P01,0,5,x')).rejects.toThrow('not a table')
  })
})
