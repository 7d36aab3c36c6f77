import { describe, expect, it } from 'vitest'
import { bandOf, bandOffers } from './bands.ts'

const AGES = ['16-24', '25-34', '35-44', '85+']
const age = { id: 'age_band', type: 'band', values: AGES }

describe('the band of an exact number', () => {
  it.each([
    ['25', '25-34'],
    ['34', '25-34'],
    [' 40 years old ', '35-44'],
    ['aged 91', '85+'],
    ['50', null],
    ['25-34', null],
    ['about 30', null],
  ])('“%s” is %s', (stated, band) => {
    expect(bandOf(stated, AGES)).toBe(band)
  })

  it('knows open ends', () => {
    const years = ['<1 yr', '1-2', '3-5', '>20 yrs']
    expect(['0', '1', '5 yrs', '21', '20'].map((stated) => bandOf(stated, years))).toEqual([
      '<1 yr',
      '1-2',
      '3-5',
      '>20 yrs',
      null,
    ])
  })
})

describe('a band is offered', () => {
  it('for a number where the band should be', () => {
    expect(bandOffers([age], { age_band: '41' })).toEqual([
      { attribute: 'age_band', band: '35-44', exact: '41', from: 'age_band' },
    ])
  })
  it('for an exact attribute beside it', () => {
    expect(bandOffers([age], { age: '90', age_band: '85+' })).toMatchObject([{ band: '85+', from: 'age' }])
  })
  it('for nothing else: a band that is there, words, a number outside, an attribute without bands', () => {
    expect(bandOffers([age], { age_band: '16-24' })).toEqual([])
    expect(bandOffers([age], { age_band: 'unknown', age: '7' })).toEqual([])
    expect(bandOffers([{ id: 'bedrooms', type: 'int', values: [] }], { bedrooms: '3' })).toEqual([])
  })
})
