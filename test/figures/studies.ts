/** Studies made by chance: people, sessions, overlapping passages by two coders, waves, withdrawals, unfinished transcripts. */
import fc from 'fast-check'
import type { Input } from '../../core/contract/index.ts'
import { documentText } from '../../core/documents/text.ts'
import { testProject, type TestProject } from '../support/project.ts'

const PEOPLE = ['P01', 'P02', 'P03', 'P04', 'C01', 'C02'] as const
const SAID = [
  'Nobody rang me back, not once.',
  'Eleven calls 😤 and three weeks without heating.',
  'He was brilliant, to be fair.',
  'They said “Tuesday”. Which Tuesday?',
  'Mae’n ddrwg iawn — cafodd y wal ei difetha.',
]
const TOUCHPOINTS = ['CMP', 'CMP3', 'CMP3.1', 'CMP3.1', 'CMP3.2', 'REP1.1'] as const
const OTHERS = [
  'frustration',
  'frustration',
  'anger',
  'helplessness',
  'relief',
  'gratitude',
  'neutral',
  'why.delay',
  'why.comms',
  'layer.what_matters',
  'layer.moment_of_truth',
  'layer.staff_belief_customers_value',
  'channel.phone',
  'channel.email',
  'theme.trust',
  'theme.pride',
] as const
const EMOTIONS = new Set<string>(['frustration', 'anger', 'helplessness', 'relief', 'gratitude', 'neutral'])

const transcript = fc.record({
  speakers: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 3, size: 'max' }),
  turns: fc.array(fc.record({ who: fc.nat(3), said: fc.nat(SAID.length - 1) }), {
    minLength: 2,
    maxLength: 8,
  }),
  status: fc.constantFrom('imported' as const, 'coding' as const, 'complete' as const, 'complete' as const),
  wave: fc.constantFrom(undefined, '1', '2'),
  date: fc.constantFrom(undefined, '2026-01-12', '2026-02-03', '2026-03-30'),
})
const passage = fc.record({
  transcript: fc.nat(9),
  /** Thousandths of the transcript. */
  from: fc.integer({ min: 0, max: 950 }),
  length: fc.integer({ min: 20, max: 500 }),
  touchpoint: fc.option(fc.constantFrom(...TOUCHPOINTS), { freq: 2 }),
  others: fc.uniqueArray(fc.constantFrom(...OTHERS), { minLength: 1, maxLength: 3 }),
  strength: fc.constantFrom(undefined, 1 as const, 2 as const, 3 as const),
  coder: fc.constantFrom('Amina', 'Ben'),
})
/** Without a leaning to small values: most studies should have something to count. */
export const anyPlan = fc.noBias(
  fc.record({
    transcripts: fc.array(transcript, { minLength: 2, maxLength: 5, size: 'max' }),
    passages: fc.array(passage, { minLength: 6, maxLength: 30, size: 'max' }),
    /** A passage with a memo and no code. */
    bare: fc.boolean(),
    withdrawn: fc.uniqueArray(fc.constantFrom(...PEOPLE), { maxLength: 1 }),
    tenure: fc.array(fc.constantFrom('', 'Council', 'Leasehold'), { minLength: 6, maxLength: 6 }),
    circumstances: fc.array(fc.constantFrom('', 'Mobility', 'Mobility; Bereavement'), {
      minLength: 6,
      maxLength: 6,
    }),
  }),
)
type Plan = typeof anyPlan extends fc.Arbitrary<infer T> ? T : never

export async function build(plan: Plan): Promise<TestProject> {
  const study = testProject()
  for (const name of ['Trust', 'Pride']) {
    await study.ask('codebook.add', { name, family: 'theme', code: `theme.${name.toLowerCase()}` })
  }
  const documents = []
  for (const [place, { speakers, turns, status, wave, date }] of plan.transcripts.entries()) {
    const labels = ['I', ...speakers]
    const lines = turns.map(({ who, said }) => `${labels[who % labels.length]}: ${SAID[said]}`)
    // Two transcripts may well have one name.
    const document = study.transcript(`Interview ${place % 3}`, lines, {
      wave: wave ?? null,
      date: date ?? null,
    })
    await study.ask('documents.describe', { document, status } as Input<'documents.describe'>)
    documents.push(document)
  }
  await codeAll(study, documents, plan)
  const { participants } = await study.ask('participants.list', {})
  for (const { id, name } of participants) {
    const place = PEOPLE.indexOf(name as (typeof PEOPLE)[number])
    const attributes = { tenure: plan.tenure[place] ?? '', vulnerability: plan.circumstances[place] ?? '' }
    await study.ask('participants.change', { participant: id, attributes })
    if (plan.withdrawn.includes(name as (typeof PEOPLE)[number])) {
      await study.ask('participants.withdraw', { participant: id, withdrawn: true })
    }
  }
  return study
}

async function codeAll(study: TestProject, documents: readonly number[], plan: Plan): Promise<void> {
  for (const { transcript, from, length, touchpoint, others, strength, coder } of plan.passages) {
    const document = documents[transcript % documents.length] ?? 0
    const whole = documentText(study.open.db, document).length
    const start = Math.floor((from * whole) / 1000)
    const end = Math.min(whole, start + 1 + Math.floor((length * whole) / 1000))
    const keys = touchpoint === null ? others : [touchpoint, ...others]
    const uses = keys.map((key) => ({
      code: study.code(key),
      ...(EMOTIONS.has(key) && strength !== undefined && { intensity: strength }),
    }))
    const input = { document, start, end, codes: uses } as Input<'codings.add'>
    // A place that is all white space is refused; so it is for a researcher.
    await study.ask('codings.add', input, coder).catch(() => {})
  }
  if (!plan.bare) return
  const document = documents.at(-1) ?? 0
  const on = { kind: 'selection', document, start: 0, end: 6 } as Input<'memos.add'>['on']
  await study.ask('memos.add', { on, text: 'To think about' })
}
