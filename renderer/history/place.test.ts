import { expect, it } from 'vitest'
import { formatRoute, parseRoute } from '../app/routes.ts'
import { EVERYTHING, isEverything, readPlace, writePlace } from './place.ts'

const read = (hash: string) => readPlace(parseRoute(hash))

it('a link to some steps shows the same again', () => {
  for (const hash of ['#/history', '#/history?q=moved+codes&coder=Amina&kind=codebook&transcript=3']) {
    expect(formatRoute(writePlace(read(hash)))).toBe(hash)
  }
})

it('what makes no sense in a link is left out', () => {
  expect(read('#/history?kind=weather&transcript=first')).toEqual(EVERYTHING)
  expect(isEverything(read('#/history?q=+'))).toBe(true)
})
