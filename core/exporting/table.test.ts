import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutralise, restore, toCsv, type Table } from './table.ts'

const column = (key: string) => ({ key, meaning: key, holds: 'text' })
const read = (table: Table): string[][] => parse(toCsv(table) as Buffer, { bom: true })

/** Words of any kind, with a good share of what spreadsheets stumble over. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\n', '\r\n', '\r', '\t', 'é', '😤', 'a', ' '),
    )
    .map((parts) => parts.join('')),
)

describe('tables as CSV', () => {
  it('any words come back as they were, through another CSV reader', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { minLength: 1 }), (rows) => {
        const [, ...back] = read({ columns: [column('one'), column('two')], rows })
        expect(back.map((row) => row.map(restore))).toEqual(rows)
      }),
    )
  })

  it('no cell begins like a formula, whatever a participant said', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(neutralise(text)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/u)
      }),
    )
  })

  it('a command typed into an interview stays words in Excel', () => {
    const bytes = toCsv({ columns: [column('quote')], rows: [["=cmd|' /C calc'!A0"], ['-2+3'], ['@SUM(1)']] })
    expect(new TextDecoder().decode(bytes)).toContain(`"'=cmd|' /C calc'!A0"`)
    expect(read({ columns: [column('quote')], rows: [['-2+3']] })).toEqual([['quote'], ["'-2+3"]])
  })

  it('numbers stay numbers and nothing known stays empty', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      toCsv({ columns: [column('n'), column('m')], rows: [[-3, null]] }),
    )
    expect(text).toBe('\ufeff"n","m"\r\n-3,\r\n')
  })
})
