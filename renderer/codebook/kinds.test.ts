import { expect, it } from 'vitest'
import type { Code } from '../../core/contract/codebook.ts'
import { CODEBOOK } from './code.fixture.ts'
import { areSameKind, kindsInWords } from './kinds.ts'

const named = (...names: string[]): Code[] => CODEBOOK.filter(({ name }) => names.includes(name))

it('codes of one family and level are of one kind; a stage and its touchpoint are not', () => {
  expect(areSameKind(named('Stigma', 'Being passed around'))).toBe(true)
  expect(areSameKind(named('Raising it', 'First report'))).toBe(false)
  expect(areSameKind(named('Chasing', 'Stigma'))).toBe(false)
})

it('several codes are counted by what they are', () => {
  expect(kindsInWords(named('Chasing', 'First report', 'Raising it', 'Stigma'))).toBe(
    '1 stage, 2 touchpoints and 1 theme',
  )
})
