import { describe, expect, it } from 'vitest'
import {
  complete,
  EVERYTHING,
  NEW_CONDITION,
  narrowed,
  readAsked,
  withAttribute,
  withField,
  writeAsked,
} from './query.ts'

describe('a question about coded passages', () => {
  it('says nothing in the address while it asks for everything', () => {
    expect(writeAsked(EVERYTHING)).toBeNull()
    expect(readAsked(undefined)).toEqual(EVERYTHING)
  })

  it('comes back from its link, conditions and attributes included', () => {
    const asked = withAttribute(
      {
        ...withField(EVERYTHING, 'intensities', [2, 3]),
        and: [{ ...NEW_CONDITION, not: true, relation: 'near', families: ['reason'] }],
      },
      'tenure',
      ['Leaseholder', ''],
    )
    expect(readAsked(writeAsked(asked) ?? '')).toEqual(asked)
  })

  it('a damaged link asks for everything', () => {
    for (const damaged of ['{', '[]', '{"codes":"all"}', 'null'])
      expect(readAsked(damaged)).toEqual(EVERYTHING)
  })

  it('forgets a field when nothing is chosen in it any more', () => {
    const strong = withField(EVERYTHING, 'intensities', [3])
    expect(withField(strong, 'intensities', [])).toEqual(EVERYTHING)
    expect(withAttribute(withAttribute(EVERYTHING, 'tenure', ['Owner']), 'tenure', [])).toEqual(EVERYTHING)
    expect(withField(withField(EVERYTHING, 'flagged', false), 'flagged', undefined)).toEqual(EVERYTHING)
  })

  it('counts what narrows it and leaves out conditions without codes', () => {
    const asked = { ...withField(EVERYTHING, 'flagged', false), and: [NEW_CONDITION] }
    expect(narrowed(asked, ['flagged', 'memo', 'stale'])).toBe(1)
    expect(complete(asked).and).toEqual([])
  })
})
