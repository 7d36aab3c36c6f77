/** Studies with next to nothing in them: every figure, list and file still says something sensible, or why it cannot. */
import { describe, expect, it } from 'vitest'
import { CoreError } from '../../core/contract/errors.ts'
import type { Input } from '../../core/contract/index.ts'
import { codeSpan, codeWords, describeDocument } from '../support/coding.ts'
import { testProject, type TestProject } from '../support/project.ts'
import { NAMES, roomOf } from './asking.ts'
import type { Facts } from './rooms.ts'
import { wordsIn } from './words.ts'

const SAID = ['I: What happened?', 'P01: I rang, nobody came.', 'I: And now?']
const WORKSHOP = ['I: What do tenants value?', 'C01: I rang, they want somebody to come.']

/** What a program says when it was not written for this. */
const NONSENSE = /\bNaN\b|\bInfinity\b|\bundefined\b|\[object |-0(?:\.0+)?%|\bnull%/
/** Errors a person can act on. Anything else is a fault. */
const STATED = new Set(['not-found', 'empty', 'invalid', 'unsupported'])

const code = async (study: TestProject, document: number) => {
  await codeWords(study, document, 'I rang', ['CMP3.1', 'frustration:3', 'why.delay'])
}

const STUDIES: Record<string, { template?: 'blank'; make: (study: TestProject) => Promise<unknown> }> = {
  'an empty project': { make: async () => {} },
  'an empty project without a codebook': { template: 'blank', make: async () => {} },
  'a transcript without words': { make: async (study) => study.transcript('P01', ['P01: ']) },
  'a transcript without a coding': { make: async (study) => study.transcript('P01', SAID) },
  'a transcript marked complete without a coding': {
    make: (study) => describeDocument(study, study.transcript('P01', SAID), { status: 'complete' }),
  },
  'codings of words nobody is known to have said': {
    make: async (study) => {
      const document = study.transcript('Unknown', [
        'Speaker 1: I rang, nobody came.',
        'Speaker 2: I rang too.',
      ])
      await code(study, document)
    },
  },
  'codings of a speaker who is no participant yet': {
    make: async (study) => {
      const document = study.transcript('P01', SAID)
      const { speakers } = await study.ask('documents.read', { document } as Input<'documents.read'>)
      const speaker = speakers.find(({ label }) => label === 'P01')
      if (speaker) await study.ask('documents.setSpeaker', { speaker: speaker.id, participant: null })
      await code(study, document)
    },
  },
  'codings of an interviewer alone': {
    make: async (study) => codeSpan(study, study.transcript('P01', SAID), [0, 8], ['CMP3.1', 'frustration']),
  },
  'one participant': { make: async (study) => code(study, study.transcript('P01', SAID)) },
  'one participant who has withdrawn': {
    make: async (study) => {
      await code(study, study.transcript('P01', SAID))
      const { participants } = await study.ask('participants.list', {})
      for (const { id } of participants) {
        await study.ask('participants.withdraw', { participant: id, withdrawn: true })
      }
    },
  },
  'one participant coded to a touchpoint without a feeling': {
    make: async (study) => codeWords(study, study.transcript('P01', SAID), 'I rang', ['CMP3.1']),
  },
  'two participants, and both coders on one of them': {
    make: async (study) => {
      const first = study.transcript('P01', SAID)
      await code(study, first)
      await codeWords(study, first, 'nobody came', ['CMP3.1', 'anger:1'], 'Ben')
      await code(
        study,
        study.transcript(
          'P02',
          SAID.map((line) => line.replace('P01', 'P02')),
        ),
      )
    },
  },
  'one colleague and no resident': { make: async (study) => code(study, study.transcript('W1', WORKSHOP)) },
}

async function factsOf(study: TestProject): Promise<Facts> {
  const { documents } = await study.ask('documents.list', {})
  const { participants } = await study.ask('participants.list', {})
  const { codes } = await study.ask('codebook.list', {})
  const document = documents[0]?.document ?? 1
  const view = { kind: 'heatmap' as const, settings: {} }
  return {
    interview: document,
    workshop: document,
    resident: participants[0]?.id ?? 1,
    colleague: participants[0]?.id ?? 1,
    passage: 1,
    view: (await study.ask('mapping.saveView', { ...view, name: 'Now' })).view,
    colleaguesView: (await study.ask('mapping.saveView', { ...view, name: 'Too' })).view,
    step: 1,
    code: (key) => codes.find((known) => known.code === key)?.id ?? 1,
  }
}

function questions(facts: Facts): { name: string; input: unknown }[] {
  return NAMES.flatMap((name) => {
    const room = roomOf(name)
    const inputs =
      room.sealed === 'finding'
        ? [...room.everyone(facts), ...room.colleagues(facts)]
        : room.sealed === 'blind' || room.sealed === 'work'
          ? room.asks(facts)
          : []
    return inputs.map((input) => ({ name, input: input as unknown }))
  })
}

/** What is wrong with an answer or a refusal; null when nothing is. */
function wrongWith(answer: unknown): string | null {
  if (answer instanceof CoreError) {
    const { code, message } = answer
    const isSentence = /^[A-Z“"].*[.?]$/s.test(message)
    return STATED.has(code) && isSentence ? null : `${code}: ${message}`
  }
  if (answer instanceof Error) return String(answer.stack)
  return NONSENSE.exec(wordsIn(answer))?.[0] ?? null
}

describe.each(Object.entries(STUDIES))('with %s', (_, { template, make }) => {
  it('everything that can be asked answers sensibly, or says why it cannot', async () => {
    const study = testProject(template)
    try {
      await make(study)
      const answers = []
      for (const { name, input } of questions(await factsOf(study))) {
        const request = { name, input, as: 'Amina' }
        const answer = await study.core.dispatch(request).catch((error: unknown) => error)
        answers.push({ name, input, isAnswer: !(answer instanceof Error), wrong: wrongWith(answer) })
      }
      expect(answers.filter(({ wrong }) => wrong !== null)).toEqual([])
      expect(answers.filter(({ isAnswer }) => isAnswer).length).toBeGreaterThan(90)
    } finally {
      study.close()
    }
  })
})
