import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Scope } from '../../core/contract/analysis.ts'
import { EVERYONE, filtersIn, readScope, withAttribute, withList, writeScope } from './scope-query.ts'

const words = fc.array(fc.string(), { minLength: 1, maxLength: 3 })
const ids = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 3 })
const scope = fc
  .record(
    {
      complete: fc.boolean(),
      role: fc.constantFrom('resident', 'colleague', 'stakeholder', 'any'),
      journeys: words,
      documents: ids,
      participants: ids,
      coders: ids,
      waves: words,
      attributes: fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), words, { minKeys: 1, maxKeys: 3 }),
    },
    { requiredKeys: ['complete', 'role'] },
  )
  .map((raw) => Scope.parse(raw))

describe('who is counted, in a link', () => {
  it('says nothing about everyone', () => {
    expect(writeScope(EVERYONE)).toEqual({})
    expect(readScope({})).toEqual(EVERYONE)
  })

  it('comes back as it was written, whatever the values hold', () => {
    fc.assert(
      fc.property(scope, (one) => {
        expect(readScope(writeScope(one))).toEqual(one)
      }),
    )
  })

  it('leaves out what makes no sense and keeps the rest', () => {
    expect(readScope({ role: 'landlord', coders: 'x', waves: '2025', complete: 'perhaps' })).toEqual({
      complete: false,
      role: 'resident',
      waves: ['2025'],
    })
  })

  it('counts what narrows it', () => {
    const narrowed = withAttribute(withList(EVERYONE, 'journeys', ['CMP']), 'tenure', ['Leaseholder'])
    expect(filtersIn(narrowed)).toBe(2)
    expect(withAttribute(withList(narrowed, 'journeys', []), 'tenure', [])).toEqual(EVERYONE)
  })
})
