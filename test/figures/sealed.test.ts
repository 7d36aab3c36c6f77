/** Residents' findings, sealed: no view, export or verb of the command line may let colleagues see them. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Name } from '../../core/contract/index.ts'
import { testProject } from '../support/project.ts'
import { ask, NAMES, roomOf } from './asking.ts'
import type { Facts, Room } from './rooms.ts'
import { ANY_RESIDENT, sides, type Sides } from './sides.ts'
import { BLIND, FINDINGS, runner, VERB_NAMES, WORK, WRITES } from './verbs.ts'
import { plain, wordsIn } from './words.ts'

const those = (sealed: Room<Name>['sealed']) => NAMES.filter((name) => roomOf(name).sealed === sealed)

/** What may be asked while sealed and must say nothing of residents. */
function open(name: Name, facts: Facts): unknown[] {
  const room = roomOf(name)
  if (room.sealed === 'finding') return room.colleagues(facts)
  return room.sealed === 'blind' ? room.asks(facts) : []
}

async function sealed(people: Parameters<typeof sides>[0]): Promise<Sides> {
  const made = await sides(people)
  await made.study.ask('project.set', { sealed: true })
  return made
}

describe('while residents’ findings are sealed', () => {
  let both: Sides
  let without: Sides
  beforeAll(async () => {
    both = await sealed({ residents: ['P01', 'P02', 'P03'], guest: 'P04' })
    without = await sealed({ residents: [] })
  })
  afterAll(() => [both, without].forEach(({ study }) => study.close()))

  it.each(those('finding'))('%s is refused about residents', async (name) => {
    const room = roomOf(name)
    const questions = room.sealed === 'finding' ? room.everyone(both.facts) : []
    expect(questions.length).toBeGreaterThan(0)
    for (const input of questions) {
      await expect(ask(both, name, input), JSON.stringify(input)).rejects.toMatchObject({ code: 'sealed' })
    }
  })

  it.each([...those('finding'), ...those('blind')])('%s tells nothing of residents', async (name) => {
    for (const input of open(name, both.facts)) {
      const words = wordsIn(await ask(both, name, input))
      expect(words, JSON.stringify(input)).not.toMatch(ANY_RESIDENT)
    }
  })

  it.each(those('work'))('%s stays open to whoever codes residents’ transcripts', async (name) => {
    const room = roomOf(name)
    const questions = room.sealed === 'work' ? room.asks(both.facts) : []
    for (const input of questions) await expect(ask(both, name, input)).resolves.toBeDefined()
  })

  it('residents’ transcripts can be read and coded as before', async () => {
    const { study, facts } = both
    const document = facts.interview as Input<'documents.read'>['document']
    const { text } = await study.ask('documents.read', { document })
    const start = text.indexOf('it worked')
    const codes = [{ code: study.code('relief') }] as unknown as Input<'codings.add'>['codes']
    await study.ask('codings.add', { document, start, end: start + 9, codes })
    await study.ask('history.undo', {})
    expect(text).toMatch(ANY_RESIDENT)
  })

  it('a code coded on residents’ words cannot be removed unseen', async () => {
    const code = both.study.code('why.delay') as Input<'codebook.remove'>['code']
    await expect(both.study.ask('codebook.remove', { code })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('colleagues’ figures are those of a study without residents', async () => {
    const made = await sealed({ residents: ['P01', 'P02', 'P03'] })
    try {
      let compared = 0
      for (const name of NAMES) {
        const [theirs, alone] = [open(name, made.facts), open(name, without.facts)]
        for (const [place, input] of theirs.entries()) {
          const said = JSON.stringify({ name, input })
          if (said.includes('audit-trail') || name === 'mapping.views') continue
          expect(plain(await ask(made, name, input)), said).toEqual(
            plain(await ask(without, name, alone[place])),
          )
          compared += 1
        }
      }
      expect(compared).toBeGreaterThan(60)
    } finally {
      made.study.close()
    }
  })
})

describe('the seal', () => {
  it('is broken on record only: with who, when, and for good', async () => {
    const study = testProject()
    await study.ask('project.set', { sealed: true })
    await study.ask('project.set', { sealed: false }, 'Ben')
    await study.ask('project.rename', { name: 'Later' })
    while ((await study.ask('history.undo', {})).moved !== null);
    const { steps } = await study.ask('history.log', { kind: 'project.set' })
    expect(steps).toMatchObject([
      { coder: 'Ben', label: 'Unsealed the residents’ side', undone: false },
      { coder: 'Amina', label: 'Sealed the residents’ side', undone: false },
    ])
    expect((await study.ask('project.info', {})).settings.sealed).toBe(false)
    const { files } = await study.ask('exporting.make', { format: 'audit-trail' })
    expect(wordsIn(files)).toContain('Unsealed the residents’ side')
    study.close()
  })

  it('is not broken by changing another setting', async () => {
    const study = testProject()
    await study.ask('project.set', { sealed: true, suggestions: false })
    await study.ask('project.set', { smallN: 4 })
    expect((await study.ask('project.info', {})).settings).toMatchObject({
      sealed: true,
      suggestions: false,
      smallN: 4,
    })
    study.close()
  })

  it('is not broken by undoing what was done before it', async () => {
    const study = testProject()
    await study.ask('project.rename', { name: 'Another name' })
    await study.ask('project.set', { smallN: 4 })
    await study.ask('project.set', { sealed: true })
    while ((await study.ask('history.undo', {})).moved !== null);
    expect((await study.ask('project.info', {})).settings).toMatchObject({ sealed: true, smallN: 4 })
    expect((await study.ask('history.state', {})).undo).toBeNull()
    study.close()
  })

  it('lets what was coded after it be undone', async () => {
    const { study, facts } = await sealed({ residents: ['P01'] })
    const codes = [{ code: study.code('relief') }] as unknown as Input<'codings.add'>['codes']
    const document = facts.interview as Input<'codings.add'>['document']
    await study.ask('codings.add', { document, start: 2, end: 8, codes })
    expect((await study.ask('history.undo', {})).sentence).toBe('Coded “Relief”')
    study.close()
  })
})

describe('on the command line, while residents’ findings are sealed', () => {
  let made: Sides
  let folder: string
  let verbs: ReturnType<typeof runner>
  beforeAll(async () => {
    made = await sealed({ residents: ['P01', 'P02', 'P03'], guest: 'P04' })
    folder = mkdtempSync(join(tmpdir(), 'waymark-sealed-'))
    verbs = runner(made.study.file, folder)
  })
  afterAll(() => {
    verbs.close()
    made.study.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(FINDINGS)('%s %o is refused about residents, and leaves no file', async (name, given, _instead) => {
    await expect(verbs.run(name, given)).rejects.toMatchObject({ code: 'sealed' })
    expect(readdirSync(folder)).toEqual([])
  })

  const OPEN = FINDINGS.flatMap(([name, , given]) => (given === null ? [] : [[name, given] as const]))
  it.each(OPEN)('%s %o tells nothing of residents', async (name, given) => {
    expect(await verbs.run(name, given)).not.toMatch(ANY_RESIDENT)
  })

  it.each(BLIND)('%s tells nothing of residents', async (name) => {
    expect(await verbs.run(name, {})).not.toMatch(ANY_RESIDENT)
  })

  it('every verb has its place in these lists', () => {
    const known = [...new Set(FINDINGS.map(([name]) => name)), ...BLIND, ...WORK, ...WRITES]
    expect(known.toSorted()).toEqual(VERB_NAMES.toSorted())
  })
})
