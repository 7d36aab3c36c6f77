import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../contract/index.ts'
import { testProject, type TestProject } from '../../test/support/project.ts'

let study: TestProject
let document: number
beforeEach(() => {
  study = testProject()
  document = study.transcript('Interview 1', ['P01: aaaa bbbb cccc dddd eeee ffff'])
})
afterEach(() => study.close())

async function add(start: number, key: string): Promise<number> {
  const { passage } = await study.ask('codings.add', {
    document,
    start,
    end: start + 4,
    codes: [{ code: study.code(key), intensity: 3 }],
  })
  return passage.id
}
const codes = async () => (await study.ask('codebook.list', {})).codes

describe('splitting a code', () => {
  it('moves the chosen passages to a new code right after it', async () => {
    const first = await add(0, 'anger')
    await add(5, 'anger')
    const from = study.code('anger')
    const { code, codings, label } = await study.ask('codebook.split', {
      from,
      name: 'Rage',
      passages: [first],
    })
    expect([codings, label]).toEqual([1, 'Split “Rage” from “Anger” with one coding'])
    const emotions = (await codes()).filter(({ family }) => family === 'emotion')
    const at = emotions.findIndex(({ id }) => id === from)
    expect(emotions[at + 1]).toMatchObject({ id: code, name: 'Rage', used: 1, valence: 'neg' })
    const { passages } = await study.ask('codings.inDocument', { document })
    expect(passages[0]?.codings).toMatchObject([{ code, intensity: 3, stale: false }])
    await study.ask('history.undo', {})
    expect((await codes()).some(({ name }) => name === 'Rage')).toBe(false)
  })

  it('of passages that do not carry it is refused', async () => {
    const passage = await add(0, 'relief')
    await expect(
      study.ask('codebook.split', { from: study.code('anger'), name: 'Rage', passages: [passage] }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect((await codes()).some(({ name }) => name === 'Rage')).toBe(false)
  })
})

describe('a code also used on words that are withheld', () => {
  it('counts what is in sight, and is not removed unseen', async () => {
    await add(0, 'anger')
    const other = study.transcript('Interview 2', ['P02: aaaa bbbb cccc'])
    await study.ask('codings.add', {
      document: other,
      start: 0,
      end: 4,
      codes: [{ code: study.code('anger') }],
    } as Input<'codings.add'>)
    const { participants } = await study.ask('participants.list', {})
    const gone = participants.find(({ name }) => name === 'P02')
    if (gone) await study.ask('participants.withdraw', { participant: gone.id, withdrawn: true })
    const anger = (await codes()).find(({ code }) => code === 'anger')
    expect(anger?.used).toBe(1)
    await expect(
      study.ask('codebook.remove', { code: anger?.id } as Input<'codebook.remove'>),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Archive it instead'),
    })
  })
})

describe('codings under an older definition', () => {
  beforeEach(async () => {
    for (const start of [0, 5, 10]) await add(start, 'anger')
    await add(0, 'relief')
    await study.ask('codebook.change', { code: study.code('anger'), definition: 'Now only when shouted' })
  })
  const stale = (more = {}) => study.ask('codebook.stale', more)

  it('are listed with their words and both versions', async () => {
    const { total, codes, codings } = await stale({ limit: 2 })
    expect(total).toBe(3)
    expect(codes).toMatchObject([{ name: 'Anger', codings: 3 }])
    expect(codings).toMatchObject([
      { codedUnder: 1, version: 2, passage: { quote: 'aaaa' } },
      { codedUnder: 1, version: 2, passage: { quote: 'bbbb' } },
    ])
    expect((await stale({ code: study.code('relief') })).total).toBe(0)
  })

  it('are confirmed one by one or all at once, and undo takes it back', async () => {
    const [coding] = (await stale()).codings
    expect((await study.ask('codebook.confirm', { codings: [coding?.coding ?? 0] })).codings).toBe(1)
    expect((await stale()).total).toBe(2)
    const { codings, label } = await study.ask('codebook.confirm', { code: study.code('anger') })
    expect([codings, label]).toEqual([2, 'Confirmed 2 codings of “Anger” under the present definition'])
    expect((await stale()).total).toBe(0)
    await study.ask('history.undo', {})
    expect((await stale()).total).toBe(2)
  })
})

describe('the order of families', () => {
  it('follows the researcher, and codes keep their order inside', async () => {
    const before = (await codes()).filter(({ family }) => family === 'emotion').map(({ code }) => code)
    await study.ask('codebook.orderFamilies', { families: ['emotion', 'theme', 'reason'] })
    const after = await codes()
    expect([...new Set(after.map(({ family }) => family))]).toEqual([
      'emotion',
      'reason',
      'touchpoint',
      'layer',
      'channel',
    ])
    expect(after.slice(0, before.length).map(({ code }) => code)).toEqual(before)
  })
})
