/** A participant who has withdrawn is in no output: every figure, list and file is as if they had never been heard. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Name } from '../../core/contract/index.ts'
import { ask, NAMES, roomOf } from './asking.ts'
import type { Facts } from './rooms.ts'
import { marks, sides, type Sides } from './sides.ts'
import { BLIND, FINDINGS, runner } from './verbs.ts'
import { plain, wordsIn } from './words.ts'

/** Everything that leaves the program or is counted. Lists to manage the study by keep those who withdrew: they can come back. */
function outputs(name: Name, facts: Facts): unknown[] {
  const room = roomOf(name)
  if (room.sealed === 'finding') return [...room.everyone(facts), ...room.colleagues(facts)]
  if (room.sealed === 'blind') return room.asks(facts)
  return room.sealed === 'work' && room.outputs ? room.asks(facts) : []
}
/** Figures of an earlier day are refused altogether, and have a test of their own. */
const WITH_OUTPUTS = NAMES.filter(
  (name) => name !== 'mapping.compareView' && outputs(name, { code: () => 1 } as unknown as Facts).length > 0,
)

const BASE = { residents: ['P01', 'P02', 'P03'], guest: 'P04' }

async function withdraw({ study }: Sides, who: string, withdrawn = true): Promise<void> {
  const { participants } = await study.ask('participants.list', {})
  const person = participants.find(({ name }) => name === who)
  if (!person) throw new Error(`${who} is not in the study`)
  await study.ask('participants.withdraw', { participant: person.id, withdrawn })
}

/** Answers to everything `name` can be asked. The audit trail keeps its steps and is looked at by its words. */
async function answers(made: Sides, name: Name): Promise<unknown[]> {
  const questions = outputs(name, made.facts).filter(
    (input) => !JSON.stringify(input).includes('audit-trail'),
  )
  const all = []
  for (const input of questions) all.push({ input, answer: plain(await ask(made, name, input)) })
  return all
}

describe('someone who has withdrawn', () => {
  let withThem: Sides
  let before: Map<Name, unknown[]>
  let never: Sides
  beforeAll(async () => {
    withThem = await sides({ ...BASE, late: 'P09' })
    before = new Map()
    for (const name of WITH_OUTPUTS) before.set(name, await answers(withThem, name))
    await withdraw(withThem, 'P09')
    never = await sides(BASE)
  })
  afterAll(() => [withThem, never].forEach(({ study }) => study.close()))

  it.each(WITH_OUTPUTS)('%s answers as if they had never been heard', async (name) => {
    expect(await answers(withThem, name)).toEqual(await answers(never, name))
  })

  it.each(WITH_OUTPUTS)('%s holds neither their name nor their words', async (name) => {
    for (const input of outputs(name, withThem.facts)) {
      expect(wordsIn(await ask(withThem, name, input)), JSON.stringify(input)).not.toMatch(marks('P09'))
    }
  })

  it('was in these answers before, and is again when they come back', async () => {
    const told = WITH_OUTPUTS.filter((name) => marks('P09').test(JSON.stringify(before.get(name))))
    expect(told.length).toBeGreaterThan(12)
    await withdraw(withThem, 'P09', false)
    for (const name of WITH_OUTPUTS) expect(await answers(withThem, name), name).toEqual(before.get(name))
  })
})

describe('someone who has withdrawn from a session with others', () => {
  let made: Sides
  beforeAll(async () => {
    made = await sides(BASE)
    await withdraw(made, 'P04')
  })
  afterAll(() => made.study.close())

  it.each(WITH_OUTPUTS)('%s holds neither their name nor their words', async (name) => {
    for (const input of outputs(name, made.facts)) {
      expect(wordsIn(await ask(made, name, input)), JSON.stringify(input)).not.toMatch(marks('P04'))
    }
  })

  it('takes with them every passage that holds a word of theirs, and no other', async () => {
    const { passages } = await made.study.ask('search.retrieve', {
      query: { roles: ['colleague'], text: 'kettleC06' },
    })
    expect(passages).toEqual([])
    const others = await made.study.ask('search.retrieve', { query: { text: 'never hear' } })
    expect(others.passages.map(({ quote }) => quote)).toEqual(['We never hear back'])
  })
})

describe('on the command line, someone who has withdrawn', () => {
  let made: Sides
  let folder: string
  let verbs: ReturnType<typeof runner>
  beforeAll(async () => {
    made = await sides({ ...BASE, late: 'P09' })
    await withdraw(made, 'P09')
    await withdraw(made, 'P04')
    folder = mkdtempSync(join(tmpdir(), 'waymark-withdrawn-'))
    verbs = runner(made.study.file, folder)
  })
  afterAll(() => {
    verbs.close()
    made.study.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    ...FINDINGS.map(([name, given]) => [name, given] as const),
    ...BLIND.map((name) => [name, {}] as const),
  ])('%s %o holds neither their name nor their words', async (name, given) => {
    const told = await verbs.run(name, given)
    expect(told).not.toMatch(marks('P09'))
    expect(told).not.toMatch(marks('P04'))
  })

  it('cannot be followed on a journey of their own', async () => {
    await expect(verbs.run('journey', { participant: 'P09' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is told of by the same verbs until then', async () => {
    await withdraw(made, 'P09', false)
    const told = []
    for (const [name, given] of FINDINGS) {
      if (marks('P09').test(await verbs.run(name, given))) told.push(name)
    }
    await withdraw(made, 'P09')
    expect(new Set(told).size).toBeGreaterThan(8)
  })
})

describe('figures of an earlier day', () => {
  it('are not shown when someone counted in them may have withdrawn since', async () => {
    const made = await sides({ residents: ['P01', 'P02'] })
    await withdraw(made, 'P02')
    const { view } = made.facts
    const asked = made.study.ask('mapping.compareView', { view } as Input<'mapping.compareView'>)
    await expect(asked).rejects.toMatchObject({ code: 'unsupported' })
    await withdraw(made, 'P02', false)
    await expect(made.study.ask('mapping.compareView', { view })).resolves.toBeDefined()
    made.study.close()
  })
})
