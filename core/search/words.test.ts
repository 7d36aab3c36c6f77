import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../test/support/project.ts'
import { fold } from '../text/fold.ts'
import { matchOf } from './words.ts'

describe('what is typed into the search box', () => {
  it.each([
    ['damp mould', '("damp" AND "mould")'],
    ['“ring back” soon', '("ring back" AND "soon")'],
    ['repair*', '"repair" *'],
    ['damp OR mould wall', '("damp" OR ("mould" AND "wall"))'],
    ['damp -kitchen', '("damp" NOT ("kitchen"))'],
    ['damp NOT "the kitchen"', '("damp" NOT ("the kitchen"))'],
    ['damp -(kitchen OR bath)', '("damp" NOT (("kitchen" OR "bath")))'],
    ['damp NEAR/5 mould', 'NEAR("damp" "mould", 5)'],
    ['NEAR(damp mould, 3)', 'NEAR("damp" "mould", 3)'],
    ['(damp OR mould) wall', '(("damp" OR "mould") AND "wall")'],
    ["don't well-known 3.5", `("don't" AND "well-known" AND "3.5")`],
  ])('%s', (typed, match) => {
    expect(matchOf(typed)).toBe(match)
  })

  it.each([
    ['"they said', '"they said"'],
    ['OR damp', '"damp"'],
    ['damp AND', '"damp"'],
    ['NEAR', null],
    [')damp(', '"damp"'],
    ['-kitchen', '"kitchen"'],
    ['?! …', null],
    ['col:damp ^x {y}', '("col:damp" AND "^x" AND "{y}")'],
    ['', null],
  ])('that is not in the index’s own language is plain words: %s', (typed, match) => {
    expect(matchOf(typed)).toBe(match)
  })
})

describe('searching', () => {
  let study: TestProject
  beforeAll(() => {
    study = testProject()
    study.transcript('Interview 1', ['P01: The damp, the DAMP! and a café 😤 with naïve "mould" people'])
  })
  afterAll(() => study.close())

  it('never fails, whatever is typed', async () => {
    const signs = fc.constantFrom(
      '"',
      '(',
      ')',
      '*',
      '-',
      '^',
      ':',
      '{',
      '}',
      '+',
      ',',
      '%',
      ';',
      "'",
      '\0',
      '\n',
    )
    const pieces = fc.constantFrom(
      'NEAR(',
      'NEAR/3',
      'NEAR',
      'AND',
      'OR',
      'NOT',
      'damp',
      'é',
      ' ',
      '😤',
      '\ud800',
    )
    const typed = fc.oneof(
      fc.array(fc.oneof(signs, pieces, fc.constant(' ')), { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        await expect(study.ask('search.text', { text })).resolves.toBeDefined()
      }),
      { numRuns: 1000 },
    )
  })

  it('brackets a thousand deep are no trouble', async () => {
    for (const text of ['('.repeat(995) + 'damp', 'a OR '.repeat(199), '(a OR b) NOT '.repeat(76)]) {
      await expect(study.ask('search.text', { text })).resolves.toBeDefined()
    }
  })

  it('every offset points at the word looked for, in any case and accent', async () => {
    const letters = fc.constantFrom(...'aáàâäeéèêioöuüncñçsš')
    const word = fc.array(letters, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
    const between = fc.constantFrom(' ', ', ', '. ', ' 😤 ', '! ', '\n', ' – ', ' 👩‍👩‍👧 ')
    const texts = fc.array(fc.tuple(word, between), { minLength: 3, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), async (parts, pick) => {
        const text = parts.flat().join('').trim()
        const [sought = ''] = parts[pick % parts.length] ?? []
        const it = testProject('blank')
        try {
          const document = it.transcript('D', [`I: first turn ${sought}`, `P01: ${text.toUpperCase()}`])
          const whole = (await it.ask('documents.read', { document })).text
          const { turns, total } = await it.ask('search.text', { text: fold(sought) })
          expect(total).toBe(2)
          for (const { hits, start, end, snippet } of turns) {
            expect(whole.slice(snippet.start, snippet.start + snippet.text.length)).toBe(snippet.text)
            for (const hit of hits) {
              expect(fold(whole.slice(hit.start, hit.end))).toBe(fold(sought))
              expect(start <= hit.start && hit.end <= end).toBe(true)
            }
          }
          const heard = parts.filter(([said]) => fold(said) === fold(sought)).length
          expect(turns[1]?.hits).toHaveLength(heard)
        } finally {
          it.close()
        }
      }),
      { numRuns: 60 },
    )
  })
})
