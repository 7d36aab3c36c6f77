import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '../contract/index.ts'
import { testProject, type TestProject } from '../../test/support/project.ts'

let study: TestProject
beforeEach(() => {
  study = testProject()
  study.transcript('Interview 1', ['P01: aaaa bbbb cccc dddd'])
  study.transcript('Interview 2', ['P02: aaaa bbbb cccc dddd'])
})
afterEach(() => study.close())

type Person = Output<'participants.list'>['participants'][number]

const person = async (name: string): Promise<Person> => {
  const { participants } = await study.ask('participants.list', {})
  const found = participants.find((one) => one.name === name)
  if (!found) throw new Error(`no participant ${name}`)
  return found
}
const change = async (name: string, fields: object) =>
  study.ask('participants.change', {
    participant: (await person(name)).id,
    ...fields,
  } as Input<'participants.change'>)
const withdraw = async (name: string, withdrawn = true) =>
  study.ask('participants.withdraw', { participant: (await person(name)).id, withdrawn })
const merge = async (from: string, into: string) =>
  study.ask('participants.merge', { from: (await person(from)).id, into: (await person(into)).id })
const read = (csv: string) => study.ask('participants.importTable', { csv })

describe('consent and withdrawal', () => {
  it('say the same on the card, in a table and in an export, whichever is changed', async () => {
    await change('P01', { consentQuotes: false })
    expect((await person('P01')).attributes).toMatchObject({ consent_quotes: 'false' })
    await read('participant,consent_quotes\nP01,yes\n')
    expect(await person('P01')).toMatchObject({ consentQuotes: true })
    await change('P01', { attributes: { consent_quotes: '' } })
    expect(await person('P01')).toMatchObject({ consentQuotes: null, attributes: {} })
  })

  it('a day of withdrawal in a table takes the person out at once', async () => {
    await read('participant,withdrawn_on\nP02,2026-01-05\n')
    expect((await person('P02')).withdrawn).not.toBeNull()
    await withdraw('P02', false)
    expect(await person('P02')).toMatchObject({ withdrawn: null, attributes: {} })
  })

  it('are not guessed from words that say neither, and their row is left out whole', async () => {
    const { failed, matched, added } = await read(
      'participant,role,withdrawn_on,consent_quotes\nP01,colleague,no,\nP02,colleague,,perhaps\nP08,,soon,yes\n',
    )
    expect(failed.map(({ message }) => message)).toEqual([
      expect.stringContaining('“no” is not a day'),
      expect.stringContaining('“perhaps” does not say whether they may be quoted'),
      expect.stringContaining('“soon” is not a day'),
    ])
    expect([matched, added]).toEqual([0, 0])
    for (const name of ['P01', 'P02'])
      expect(await person(name)).toMatchObject({ role: 'resident', withdrawn: null, consentQuotes: null })
    await expect(change('P01', { attributes: { withdrawn_on: '2026-02-30' } })).rejects.toThrow(
      'is not a day. Write one like 2026-03-12',
    )
  })

  it('are read as people write them, and kept alike', async () => {
    await read('participant,withdrawn_on,consent_quotes\nP01,05/01/2026,N\nP02,5 January 2026,Yes\n')
    expect((await person('P01')).attributes).toEqual({ withdrawn_on: '2026-01-05', consent_quotes: 'false' })
    expect((await person('P02')).attributes).toEqual({ withdrawn_on: '2026-01-05', consent_quotes: 'true' })
  })

  it('a withdrawal is taken back as it was made', async () => {
    const before = await person('P01')
    await withdraw('P01')
    await study.ask('history.undo', {})
    expect(await person('P01')).toEqual(before)
  })
})

describe('two who are one person', () => {
  it('have withdrawn when either has: no merge brings words back into figures', async () => {
    await withdraw('P01')
    await merge('P01', 'P02')
    expect(await person('P02')).toMatchObject({ words: 8 })
    expect((await person('P02')).withdrawn).not.toBeNull()
  })

  it('are not quoted when either said no, and keep both notes', async () => {
    await change('P01', { consentQuotes: false, note: 'Rang on Monday' })
    await change('P02', { consentQuotes: true, note: 'Prefers letters' })
    await merge('P01', 'P02')
    expect(await person('P02')).toMatchObject({
      consentQuotes: false,
      note: 'Prefers letters\n\nRang on Monday',
    })
  })

  it('keep what was written about both, one under the other', async () => {
    for (const [name, text] of [
      ['P01', 'Rang twice.'],
      ['P02', 'Gave up.'],
    ] as const) {
      await study.ask('mapping.setFrameworkCell', {
        touchpoint: 'CMP1.1',
        participant: (await person(name)).id,
        text,
      })
    }
    await study.ask('codings.add', {
      document: 1,
      start: 0,
      end: 4,
      codes: [{ code: study.code('CMP1.1') }],
    } as Input<'codings.add'>)
    await merge('P01', 'P02')
    const { rows } = await study.ask('mapping.framework', { touchpoints: ['CMP1.1'] })
    expect(rows[0]?.cells[0]?.text).toBe('Gave up.\n\nRang twice.')
  })
})

describe('exact numbers', () => {
  beforeEach(async () => {
    await read('participant,age\nP01,47\nP02,about sixty\n')
    await change('P02', { attributes: { tenancy_length: '7 years' } })
  })

  it('become bands in one step, and the exact ones are gone', async () => {
    const { label } = await study.ask('participants.useBands', {})
    expect(label).toBe('Gave bands for exact numbers')
    expect((await person('P01')).attributes).toEqual({ age_band: '45-54' })
    expect((await person('P02')).attributes).toEqual({ age: 'about sixty', tenancy_length: '6-10' })
    await study.ask('history.undo', {})
    expect((await person('P01')).attributes).toEqual({ age: '47' })
  })

  it('of one person only, when only that is asked for', async () => {
    await study.ask('participants.useBands', {
      participant: (await person('P02')).id,
    } as Input<'participants.useBands'>)
    expect((await person('P01')).attributes).toEqual({ age: '47' })
    expect((await person('P02')).attributes).toMatchObject({ tenancy_length: '6-10' })
  })
})

describe('a table of participants', () => {
  it('is read with capitals, semicolons, a byte order mark and Excel’s apostrophes', async () => {
    const done = await read(
      '\ufeffParticipant;Role;Tenure\nP01;Resident;"Leaseholder; mostly"\nP09;;\'=own\n',
    )
    expect(done).toMatchObject({ matched: 1, added: 1, failed: [] })
    expect((await person('P01')).attributes).toEqual({ tenure: 'Leaseholder; mostly' })
    expect((await person('P09')).attributes).toEqual({ tenure: '=own' })
  })

  it('says which rows it left out, and takes the others', async () => {
    const { failed, matched } = await read('name,role\nP01,resident\n,colleague\nP02,landlord\n')
    expect(matched).toBe(1)
    expect(failed.map(({ line }) => line)).toEqual([3, 4])
  })

  it('without a column that says who changes nothing, and says what to do', async () => {
    await expect(read('tenure,age\nOwn,40\n')).rejects.toThrow('Head that column “participant”')
    await expect(read('participant,note\nP01,"never closed\n')).rejects.toThrow(
      'a quotation mark is not closed',
    )
  })
})
