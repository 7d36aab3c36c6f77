import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { act, ACTS, type ActName } from '../../test/support/acts.ts'
import { testProject, type TestProject } from '../../test/support/project.ts'
import { usesInSight } from '../codebook/sight.ts'
import { Db } from '../db/database.ts'
import { documentIds, factsReader, type DocumentFacts } from './facts.ts'

let project: TestProject | undefined
afterEach(() => project?.close())

/** Long enough for passages in several stretches, and of two people, so that one of them can withdraw. */
const LINES = Array.from({ length: 120 }, (_, at) =>
  at % 2 === 0
    ? `I: And what happened in week ${at}?`
    : `P0${(at % 3) + 1}: Nobody came and nobody rang, ${'and the heating was off again '.repeat(8)}in week ${at}.`,
)

function facts({ open }: TestProject, db = open.db): DocumentFacts[] {
  const factsOf = factsReader(db)
  return documentIds(db).map((document) => {
    const { codedWords, ...counts } = factsOf(document)
    return { ...counts, codedWords: Math.round(codedWords * 1e6) }
  })
}

/** The same project to one who has kept nothing. */
const afresh = ({ open, file }: TestProject) => new Db(open.db.raw, file)

describe('what is counted of a transcript', () => {
  it('is counted anew where something changed, and the same as if all of it were', async () => {
    const names = Object.keys(ACTS) as ActName[]
    const often: ActName[] = ['code', 'code', 'code', 'code', 'undo', 'undo', 'redo']
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            name: fc.constantFrom(...names, ...often, ...often),
            dice: fc.tuple(fc.nat(20_000), fc.nat(20_000), fc.nat(1000)),
          }),
          { minLength: 5, maxLength: 20, size: 'max' },
        ),
        async (acts) => {
          const study = testProject()
          try {
            study.transcript('P01', LINES)
            for (const { name, dice } of acts) {
              facts(study)
              usesInSight(study.open.db)
              // Two at a time: more than one step may lie between two questions.
              await act(study, name, dice)
              await act(study, 'code', [dice[1], dice[0], dice[2]])
              expect(facts(study)).toEqual(facts(study, afresh(study)))
              expect(usesInSight(study.open.db)).toEqual(usesInSight(afresh(study)))
            }
          } finally {
            study.close()
          }
        },
      ),
      { numRuns: 12, seed: 11 },
    )
  })

  it('counts words under a passage that reaches far into the next stretch once', async () => {
    project = testProject()
    const document = project.transcript('P01', LINES)
    const code = project.code('anger')
    const add = (start: number, end: number) =>
      project?.ask('codings.add', { document, start, end, codes: [{ code }] })
    await add(9000, 9400)
    const [inner] = facts(project)
    await add(7000, 12_000)
    const [outer] = facts(project)
    expect(outer?.codedWords).toBeGreaterThan(inner?.codedWords ?? 0)
    await project.ask('history.undo', {})
    expect(facts(project)).toEqual([inner])
    await project.ask('history.redo', {})
    expect(facts(project)).toEqual([outer])
    expect(facts(project)).toEqual(facts(project, afresh(project)))
  })

  it('follows a second code on a passage as it comes, is taken back, comes again and goes', async () => {
    const study = (project = testProject())
    const document = study.transcript('P01', LINES)
    const uses = () => facts(study)[0]?.uses.size
    const add = (key: string) =>
      study.ask('codings.add', { document, start: 40, end: 70, codes: [{ code: study.code(key) }] })
    await add('anger')
    expect(uses()).toBe(1)
    await add('relief')
    expect(uses()).toBe(2)
    await study.ask('history.undo', {})
    expect(uses()).toBe(1)
    await study.ask('history.redo', {})
    expect(uses()).toBe(2)
    const { passages } = await study.ask('codings.inDocument', { document })
    const [first] = passages[0]?.codings ?? []
    await study.ask('codings.remove', { codings: first ? [first.id] : [] })
    expect(uses()).toBe(1)
    await study.ask('history.undo', {})
    expect(uses()).toBe(2)
  })

  it('a coder whose last passage is taken back is counted no more', async () => {
    project = testProject()
    const document = project.transcript('P01', LINES)
    const code = project.code('anger')
    for (const start of [40, 90]) {
      await project.ask(
        'codings.add',
        { document, start, end: start + 30, codes: [{ code }] } as never,
        'Ben',
      )
      facts(project)
    }
    await project.ask('history.undo', {})
    facts(project)
    await project.ask('history.undo', {})
    expect(facts(project)[0]).toMatchObject({ passages: 0, codings: 0, coders: new Map(), uses: new Map() })
  })
})
