/** A study with both sides, whose residents can be told by a word, a name and a number of their own. */
import type { Input } from '../../core/contract/index.ts'
import { codeWords } from '../support/coding.ts'
import { testProject, type TestProject } from '../support/project.ts'
import type { Facts } from './rooms.ts'

export interface Sides {
  study: TestProject
  facts: Facts
}

/** Everything a resident says or is called; `name` is of the one whose words they are. */
export const marks = (name: string): RegExp => new RegExp(`quokka${name}|\\b${name}\\b|Home of ${name}`, 'i')
export const ANY_RESIDENT = /quokkaP|\bP0\d\b|Home of P/i

const COLLEAGUES = [
  ['C01', 'C02'],
  ['C03', 'C04', 'C05'],
] as const

interface People {
  /** Each has an interview of their own. */
  residents: readonly string[]
  /** Who also speaks among colleagues, in a session of its own. */
  guest?: string
  /** Interviewed after everything else was done. */
  late?: string
}

/** Colleagues come first, and each resident after the others, so that ids do not tell who came later. */
export async function sides({ residents, guest, late }: People): Promise<Sides> {
  const study = testProject()
  const workshops = []
  for (const [place, people] of COLLEAGUES.entries()) workshops.push(await workshop(study, place, people))
  if (guest !== undefined) await mixedSession(study, guest)
  const { view: colleaguesView } = await save(study, 'Colleagues', { scope: { role: 'colleague' } })
  await study.ask('search.saveQuery', { name: 'Delays', query: { text: 'late' } })
  await study.ask('mapping.importMetrics', { csv: 'touchpoint,name,value\nCMP3.1,Days open,12\n' })
  const interviews = []
  for (const name of residents) interviews.push(await interview(study, name))
  const [first] = residents
  if (first !== undefined) {
    await study.ask('mapping.setTarget', {
      touchpoint: 'CMP3.1',
      text: `Rung back, as quokka${first} wishes`,
    })
  }
  const { participants } = await study.ask('participants.list', {})
  const idOf = (name: string) => participants.find((person) => person.name === name)?.id ?? 0
  const view = residents.length > 0 ? (await save(study, 'Residents', {})).view : 0
  if (late !== undefined) await interview(study, late)
  // Some codings are of an older definition now.
  const code = study.code('anger') as Input<'codebook.change'>['code']
  await study.ask('codebook.change', { code, definition: 'Only when shouted' })
  const document = interviews[0] ?? workshops[0] ?? 0
  const { passages } = await study.ask('codings.inDocument', { document } as Input<'codings.inDocument'>)
  return {
    study,
    facts: {
      interview: document,
      workshop: workshops[0] ?? 0,
      resident: idOf(residents[0] ?? 'C01'),
      colleague: idOf('C01'),
      passage: passages[0]?.id ?? 0,
      view,
      colleaguesView,
      step: 1,
      code: study.code,
    },
  }
}

const save = (study: TestProject, name: string, settings: Record<string, unknown>) =>
  study.ask('mapping.saveView', { kind: 'heatmap', name, settings })

async function workshop(study: TestProject, place: number, people: readonly string[]): Promise<number> {
  const document = study.transcript(
    `Workshop ${place + 1}`,
    people.flatMap((name) => [
      'I: What do tenants value?',
      `${name}: I believe kettle${name} they want a quick repair above all.`,
      `${name}: We rang nobody, the handover was late again for kettle${name}.`,
    ]),
    { kind: 'workshop', wave: '1', date: '2026-02-03' },
  )
  for (const name of people) {
    const [belief, late] = [
      `I believe kettle${name} they want`,
      `the handover was late again for kettle${name}`,
    ]
    await codeWords(study, document, belief, ['CMP3.1', 'layer.staff_belief_customers_value', 'relief:2'])
    await codeWords(study, document, late, [
      'CMP3.1',
      'frustration:2',
      'anger:1',
      'why.handoff',
      'channel.phone',
    ])
    await codeWords(study, document, late, ['CMP3.1', 'frustration:3'], 'Ben')
  }
  return document
}

/** Colleagues with one guest: passages of each, and one across both. */
async function mixedSession(study: TestProject, guest: string): Promise<void> {
  const document = study.transcript(
    'Joint session',
    [
      'I: And you?',
      'C06: We never hear back, the kettleC06 line is dead.',
      `${guest}: Nobody rang me, quokka${guest} three weeks.`,
      'C06: That is the rota, kettleC06 again.',
    ],
    { kind: 'workshop' },
  )
  await codeWords(study, document, 'We never hear back', ['CMP3.1', 'frustration:2'])
  await codeWords(study, document, `Nobody rang me, quokka${guest}`, ['CMP3.1', 'frustration:3', 'why.comms'])
  await codeWords(study, document, `quokka${guest} three weeks`, ['REP1.1', 'anger:3'], 'Ben')
  await codeWords(study, document, `three weeks.\nThat is the rota, kettleC06 again`, [
    'CMP3.1',
    'resignation:1',
  ])
}

async function interview(study: TestProject, name: string): Promise<number> {
  const document = study.transcript(
    `Home of ${name}`,
    [
      'I: What happened?',
      `${name}: I rang and nobody came, quokka${name}, for three weeks.`,
      'I: And then?',
      `${name}: Then he was brilliant, quokka${name}, and it worked.`,
      `${name}: It matters to me that somebody rings, quokka${name}.`,
    ],
    { wave: '2', date: '2026-03-04' },
  )
  const [rang, brilliant] = [`I rang and nobody came, quokka${name}`, `he was brilliant, quokka${name}`]
  await codeWords(study, document, rang, ['CMP3.1', 'frustration:3', 'why.delay', 'channel.phone'])
  await codeWords(study, document, `nobody came, quokka${name}, for three`, ['REP1.1', 'anger:2'], 'Ben')
  await codeWords(study, document, brilliant, ['CMP3.1', 'relief:2'])
  const matters = await codeWords(study, document, `It matters to me`, ['CMP3.1', 'layer.what_matters'])
  const { participants } = await study.ask('participants.list', {})
  const participant = participants.find((person) => person.name === name)
  if (!participant) throw new Error(`${name} was not imported`)
  const attributes = { tenure: `Tenure of ${name}`, disability: 'Yes' }
  await study.ask('participants.change', { participant: participant.id, attributes, note: `About ${name}` })
  const cell = { touchpoint: 'CMP3.1', participant: participant.id, text: `${name} waited` }
  await study.ask('mapping.setFrameworkCell', cell)
  for (const on of [
    { kind: 'passage', id: matters },
    { kind: 'document', id: document },
    { kind: 'participant', id: participant.id },
  ] as const) {
    await study.ask('memos.add', { on, text: `Think about ${name}` })
  }
  const place = { document, start: 3, end: 9 } as Input<'bookmarks.toggle'>
  await study.ask('bookmarks.toggle', { ...place, label: `Back to ${name}` })
  return document
}
