import { describe, expect, it } from 'vitest'
import { CODEBOOK } from './code.fixture.ts'
import { above, buildTree, countCodes, familiesInOrder, holders, neighbourOf, NO_FILTER } from './tree.ts'

const names = (nodes: ReturnType<typeof buildTree>): string[] =>
  nodes.flatMap(({ key, code, children }) => [code?.name ?? String(key), ...names(children)])

describe('the codebook as a tree', () => {
  it('shows every family, even an empty one, so that it can be filled', () => {
    expect(familiesInOrder(CODEBOOK)).toEqual([
      'touchpoint',
      'theme',
      'emotion',
      'reason',
      'layer',
      'channel',
    ])
    expect(buildTree(CODEBOOK, NO_FILTER)).toHaveLength(6)
  })

  it('counts the codings of what a code holds', () => {
    const [touchpoints] = buildTree(CODEBOOK, NO_FILTER)
    expect(touchpoints?.total).toBe(16)
    expect(touchpoints?.children[0]?.children.map(({ total }) => total)).toEqual([7, 9])
  })

  it('leaves archived codes out until they are asked for', () => {
    expect(names(buildTree(CODEBOOK, NO_FILTER))).not.toContain('Old idea')
    expect(names(buildTree(CODEBOOK, { ...NO_FILTER, archived: true }))).toContain('Old idea')
  })

  it('keeps what holds a code that matches, and nothing beside it', () => {
    expect(names(buildTree(CODEBOOK, { ...NO_FILTER, words: 'chas' }))).toEqual([
      'touchpoint',
      'Making a complaint',
      'Waiting',
      'Chasing',
    ])
  })

  it('finds a code by its definition and its short id', () => {
    expect(names(buildTree(CODEBOOK, { ...NO_FILTER, words: 'next team' }))).toContain('Being passed around')
    expect(names(buildTree(CODEBOOK, { ...NO_FILTER, words: 'cmp4' }))).toContain('Acknowledgement')
  })

  it('shows what nobody has used yet', () => {
    const tree = buildTree(CODEBOOK, { ...NO_FILTER, use: 'unused' })
    expect(names(tree)).toContain('Being passed around')
    expect(names(tree)).not.toContain('Stigma')
  })

  it('says what must be open for a code to be seen', () => {
    const byId = new Map(CODEBOOK.map((one) => [one.id as number, one]))
    const chasing = byId.get(6)
    expect(chasing && above(byId, chasing)).toEqual([5, 1, 'touchpoint'])
    expect(holders(buildTree(CODEBOOK, NO_FILTER))).toEqual(['touchpoint', 1, 2, 5, 'theme'])
    expect(countCodes(buildTree(CODEBOOK, NO_FILTER))).toBe(8)
  })

  it('knows where to go when a code is gone', () => {
    const gone = CODEBOOK.map((code) => neighbourOf(CODEBOOK, code))
    expect([gone[2], gone[3], gone[5], gone[0]]).toEqual([4, 3, 5, 'touchpoint'])
  })
})
