import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Code } from '../../core/contract/codebook.ts'
import { code, CODEBOOK } from './code.fixture.ts'
import { dropMove, moveFamily, stepMove, withMove } from './moves.ts'

const named = (name: string): Code => {
  const found = CODEBOOK.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no code ${name}`)
  return found
}
const step = (name: string, way: Parameters<typeof stepMove>[2]) => stepMove(CODEBOOK, named(name), way)

describe('moving a code by a key', () => {
  it('goes past its neighbour', () => {
    expect(step('Acknowledgement', 'up')).toEqual({ codes: [4], parent: 2, before: 3 })
    expect(step('First report', 'down')).toEqual({ codes: [3], parent: 2, before: null })
  })

  it('carries a touchpoint on into the next stage, and back', () => {
    expect(step('Acknowledgement', 'down')).toEqual({ codes: [4], parent: 5, before: 6 })
    expect(step('Chasing', 'up')).toEqual({ codes: [6], parent: 2, before: null })
  })

  it('stops at both ends', () => {
    expect(step('Making a complaint', 'up')).toBeNull()
    expect(step('Chasing', 'down')).toBeNull()
    expect(step('Stigma', 'up')).toBeNull()
  })

  it('does not count archived neighbours that cannot be seen', () => {
    expect(step('Being passed around', 'down')).toBeNull()
  })

  it('puts a theme under the one above it, and takes it out again', () => {
    expect(step('Being passed around', 'in')).toEqual({ codes: [11], parent: 10, before: null })
    const inside = CODEBOOK.map((one) => (one.id === 11 ? code(11, one.name, { parent: 10 }) : one))
    const moved = inside.find(({ id }) => id === 11)
    expect(moved && stepMove(inside, moved, 'out')).toEqual({ codes: [11], parent: null, before: 12 })
  })

  it('never makes a touchpoint hold a touchpoint, or a stage stand alone', () => {
    expect(step('Acknowledgement', 'in')).toBeNull()
    expect(step('Raising it', 'out')).toBeNull()
  })
})

describe('dropping a code', () => {
  const drop = (name: string, on: string, position: 'before' | 'on' | 'after') =>
    dropMove(CODEBOOK, [named(name)], { key: named(on).id, position })

  it('goes before, after or into what it is dropped on', () => {
    expect(drop('Chasing', 'Acknowledgement', 'before')).toEqual({ codes: [6], parent: 2, before: 4 })
    expect(drop('Chasing', 'First report', 'after')).toEqual({ codes: [6], parent: 2, before: 4 })
    expect(drop('Chasing', 'Raising it', 'on')).toEqual({ codes: [6], parent: 2, before: null })
  })

  it('is refused in another family, at another level, or inside itself', () => {
    expect(drop('Stigma', 'Raising it', 'on')).toBeNull()
    expect(drop('Chasing', 'Waiting', 'after')).toBeNull()
    expect(drop('Raising it', 'First report', 'on')).toBeNull()
    expect(drop('Stigma', 'Stigma', 'on')).toBeNull()
    expect(dropMove(CODEBOOK, [named('Stigma')], { key: 'emotion', position: 'on' })).toBeNull()
  })

  it('on its family takes a theme out of what holds it', () => {
    expect(dropMove(CODEBOOK, [named('Stigma')], { key: 'theme', position: 'on' })).toEqual({
      codes: [10],
      parent: null,
      before: null,
    })
  })
})

describe('dropping several codes', () => {
  const drop = (names: string[], on: string, position: 'before' | 'on' | 'after') =>
    dropMove(CODEBOOK, names.map(named), { key: named(on).id, position })

  it('keeps their order, whichever was taken first', () => {
    expect(drop(['Chasing', 'First report'], 'Acknowledgement', 'after')).toEqual({
      codes: [3, 6],
      parent: 2,
      before: null,
    })
    const move = drop(['Old idea', 'Being passed around'], 'Stigma', 'before')
    expect(move).toEqual({ codes: [11, 12], parent: null, before: 10 })
    expect(move && withMove(CODEBOOK, move).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 11, 12, 10])
  })

  it('takes a code along with what holds it', () => {
    const held = CODEBOOK.map((one) => (one.id === 12 ? { ...one, parent: named('Stigma').id } : one))
    const both = held.filter(({ id }) => id === 10 || id === 12)
    expect(dropMove(held, both, { key: named('Being passed around').id, position: 'on' })).toEqual({
      codes: [10],
      parent: 11,
      before: null,
    })
  })

  it('is refused when one of them does not fit', () => {
    expect(drop(['Chasing', 'Stigma'], 'Raising it', 'on')).toBeNull()
    expect(drop(['Chasing', 'Waiting'], 'Acknowledgement', 'before')).toBeNull()
    expect(drop(['Chasing', 'Acknowledgement'], 'Acknowledgement', 'after')).toBeNull()
  })
})

it('a code moved in any way is still in the book, never holds itself, and stands at its level', () => {
  const ways = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 8 }), fc.constantFrom('up', 'down', 'in', 'out')),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(ways, (steps) => {
      let codes: readonly Code[] = CODEBOOK
      for (const [at, way] of steps) {
        const chosen = codes[at]
        const move = chosen && stepMove(codes, chosen, way)
        if (move) codes = withMove(codes, move)
      }
      expect(codes.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(CODEBOOK.map(({ id }) => id))
      for (const one of codes.filter(({ level }) => level !== null)) {
        const holder = codes.find(({ id }) => id === one.parent)
        expect(holder?.level ?? null).toBe(
          { journey: null, stage: 'journey', touchpoint: 'stage' }[one.level ?? 'journey'],
        )
      }
    }),
  )
})

describe('the order of the families', () => {
  it('changes by a step or by a drop', () => {
    expect(moveFamily(CODEBOOK, 'theme', 'up')?.slice(0, 2)).toEqual(['theme', 'touchpoint'])
    expect(moveFamily(CODEBOOK, 'touchpoint', { key: 'emotion', position: 'after' })?.slice(0, 3)).toEqual([
      'theme',
      'emotion',
      'touchpoint',
    ])
  })

  it('stays where there is nowhere to go', () => {
    expect(moveFamily(CODEBOOK, 'touchpoint', 'up')).toBeNull()
    expect(moveFamily(CODEBOOK, 'channel', 'down')).toBeNull()
    expect(moveFamily(CODEBOOK, 'touchpoint', { key: 'theme', position: 'before' })).toBeNull()
  })
})
