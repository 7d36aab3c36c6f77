import { expect, it } from 'vitest'
import { formatRoute, parseRoute } from '../app/routes.ts'
import { readPlace, writePlace } from './place.ts'

const read = (hash: string) => readPlace(parseRoute(hash))

it('a link to filtered memos shows the same again', () => {
  for (const hash of [
    '#/memos',
    '#/memos/12?q=damp+mould&kind=code&coder=2',
    '#/memos/marks?marked=second-look',
  ]) {
    expect(formatRoute(writePlace(read(hash)))).toBe(hash)
  }
})

it('what makes no sense in a link is left out', () => {
  expect(read('#/memos/twelve?kind=weather&coder=me')).toMatchObject({ memo: null, kind: 'any', coder: null })
})
