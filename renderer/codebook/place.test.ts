import { expect, it } from 'vitest'
import { parseRoute, formatRoute } from '../app/routes.ts'
import { CODEBOOK } from './code.fixture.ts'
import { chosenIn, placeOf } from './place.ts'

const chosen = (hash: string) => chosenIn(parseRoute(hash), CODEBOOK)

it('a link names a code by its short id or its number, or a family', () => {
  expect(chosen('#/codebook/cmp4')).toBe(4)
  expect(chosen('#/codebook/11')).toBe(11)
  expect(chosen('#/codebook/family/emotion')).toBe('emotion')
})

it('a link to a code that is gone leads to the whole codebook', () => {
  expect(chosen('#/codebook/99')).toBeNull()
  expect(chosen('#/codebook/family/weather')).toBeNull()
  expect(chosen('#/codebook')).toBeNull()
})

it('what is chosen comes back from its link', () => {
  for (const key of [4 as never, 'theme' as const]) expect(chosen(formatRoute(placeOf(key)))).toBe(key)
})
