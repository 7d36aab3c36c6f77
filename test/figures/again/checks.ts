/** Each figure as the program gives it, and as the recount does: both in the same plain shape, to be set side by side. */
import type { Input, Output } from '../../../core/contract/index.ts'
import { agreement, type Text } from './agreement.ts'
import { byTranscript, together } from './codes.ts'
import type { Definition, Exported } from './exported.ts'
import { coverage, saturation } from './progress.ts'
import type { Ask } from './reading.ts'
import { bothSides, compare, importance, summary } from './touchpoints.ts'

/** A study, and a scope that the program and the recount understand alike. */
export interface Check {
  study: Ask
  from: Exported
  scope: { complete?: boolean; waves?: string[]; role?: 'any' | 'resident' | 'colleague' }
  definition: Definition
}

type Summary = Output<'analysis.summary'>

/** Figures by what they are of. */
type Figures = Map<string, unknown>
type Both = [program: Figures, again: Figures]

/** Two lists of figures under a common name. */
const under = (name: string, program: Figures, again: Figures): Both => [
  new Map([...program].map(([key, figure]) => [`${name} ${key}`, figure])),
  new Map([...again].map(([key, figure]) => [`${name} ${key}`, figure])),
]

const joined = (all: readonly Both[]): Both => [
  new Map(all.flatMap(([program]) => [...program])),
  new Map(all.flatMap(([, again]) => [...again])),
]

async function codesTogether({ study, from, scope }: Check): Promise<Both> {
  const all: Both[] = []
  for (const by of ['passage', 'overlap', 'participant'] as const) {
    for (const [rows, columns] of [
      ['touchpoint', 'emotion'],
      ['emotion', 'emotion'],
      ['reason', 'channel'],
    ] as const) {
      const answer = await study.ask('rigour.coOccurrence', { rows, columns, by, scope })
      const again = together(from, { rows, columns }, { by, scope })
      const heads = [...answer.rows, ...answer.columns]
      const codeOf = new Map(heads.map(({ id, code }) => [id, code]))
      const pairs = answer.pairs.map(({ row, column, ...pair }): [string, unknown] => [
        `${codeOf.get(row)}\n${codeOf.get(column)}`,
        pair,
      ])
      const name = `${rows} ${columns} ${by}`
      all.push(under(name, new Map(heads.map(({ code, occurs }) => [code, occurs])), again.occurs))
      all.push(under(name, new Map(pairs), again.pairs))
    }
  }
  return joined(all)
}

async function codesByTranscript({ study, from, scope }: Check): Promise<Both> {
  const { codes, documents, counts } = await study.ask('rigour.codeTable', { scope })
  const again = byTranscript(from, scope)
  const codeOf = new Map(codes.map(({ id, code }) => [id, code]))
  const coded = documents.filter(({ passages }) => passages > 0)
  return joined([
    [
      new Map(counts.map(({ code, document, passages }) => [`${codeOf.get(code)}\n${document}`, passages])),
      again.counts,
    ],
    under('people', new Map(codes.map(({ code, participants }) => [code, participants])), again.participants),
    under(
      'all',
      new Map(coded.map(({ document, passages }) => [String(document), passages])),
      again.passages,
    ),
  ])
}

async function covered({ study, from, scope }: Check): Promise<Both> {
  const { documents } = await study.ask('rigour.coverage', { scope })
  return [
    new Map(
      documents.map(({ document, words, codedWords, share, passages, coders, complete }) => [
        String(document),
        { words, codedWords, share, passages, coders, complete },
      ]),
    ),
    new Map(
      [...coverage(from, scope)].map(([key, line]) => {
        const share = line.words > 0 ? line.codedWords / line.words : 0
        return [key, { ...line, share }]
      }),
    ),
  ]
}

const RULES = [
  { base: 4, run: 2, threshold: 0.05 },
  { base: 1, run: 1, threshold: 0 },
  { base: 2, run: 1, threshold: 0.5 },
]

async function saturated({ study, from, scope }: Check): Promise<Both> {
  const [program, again]: Both = [new Map(), new Map()]
  for (const rule of RULES) {
    const { interviews, baseThemes, runs, reachedAt } = await study.ask('rigour.saturation', {
      scope,
      ...rule,
    })
    const fresh = interviews.map((interview) => [String(interview.document), interview.fresh])
    const shares = runs.map(({ share }) => share)
    program.set(JSON.stringify(rule), { fresh, baseThemes, shares, reachedAt })
    again.set(JSON.stringify(rule), saturation(from, scope, rule))
  }
  return [program, again]
}

async function mattering({ study, from, scope, definition }: Check): Promise<Both> {
  const { points } = await study.ask('mapping.importance', { scope, frustration: definition })
  const again = [...importance(from, scope, definition)]
  return [
    new Map(
      points.map(({ id, E, F, matters, importance: matter, frustration }) => [
        id,
        { E, F, matters, importance: matter, frustration },
      ]),
    ),
    new Map(
      again.map(([id, { E, F, matters }]) => [
        id,
        { E, F, matters, importance: matters / E, frustration: F / E },
      ]),
    ),
  ]
}

async function sidesOfTheMap({ study, from, scope: { complete = false }, definition }: Check): Promise<Both> {
  const { rows } = await study.ask('mapping.twoWay', { complete, frustration: definition })
  const figures = rows.map(({ id, alignment, residents, colleagues }): [string, unknown] => {
    const { P, E, F, positive, negative, momentOfTruth } = residents ?? {}
    const { sessions, speakers, positive: pleased, negative: displeased } = colleagues ?? {}
    return [
      id,
      {
        alignment,
        residents: { P, E, F, positive, negative, momentOfTruth },
        colleagues: { sessions, speakers, positive: pleased, negative: displeased },
      },
    ]
  })
  return [new Map(figures), bothSides(from, { complete }, definition)]
}

async function summaries({ study, from, scope, definition }: Check): Promise<Both> {
  const [program, again]: Both = [new Map(), new Map()]
  for (const touchpoint of ['CMP', 'CMP3', 'CMP3.1', 'REP1.1', 'REP2.4']) {
    const found = await study.ask('analysis.summary', { touchpoint, scope, frustration: definition })
    program.set(touchpoint, summedUp(found))
    const expected = summary(from, touchpoint, scope, definition)
    // What people wanted instead has a place of its own.
    expected.layers.delete('layer.wanted_instead')
    again.set(touchpoint, expected)
  }
  return [program, again]
}

function summedUp({ n: { P, E, F, passages }, emotions, intensity, why, layers, colleagues }: Summary) {
  return {
    n: { P, E, F, passages },
    emotions: emotions.map((felt) => ({
      code: felt.code,
      participants: felt.participants,
      passages: felt.passages,
      low: felt.interval?.low ?? null,
      intensity: felt.intensity,
    })),
    intensity,
    why: new Map(why.map((reason) => [reason.code, [reason.participants, reason.passages]])),
    layers: new Map(layers.map((layer) => [layer.code, [layer.participants, layer.passages.length]])),
    colleagues: { sessions: colleagues.sessions, speakers: colleagues.speakers },
  }
}

async function groups({ study, from, scope, definition }: Check): Promise<Both> {
  const done = { ...scope, complete: true }
  const asked = {
    first: { name: 'All', scope },
    second: { name: 'Done', scope: done },
    frustration: definition,
  }
  const { rows } = await study.ask('mapping.compare', asked)
  return [
    new Map(
      rows.map(({ id, first, second, low, difference, high }) => [
        id,
        { first, second, difference: difference === null ? null : [low, difference, high] },
      ]),
    ),
    compare(from, [scope, done], definition),
  ]
}

async function agreed({ study, from, scope }: Check): Promise<Both> {
  const { codes } = await study.ask('rigour.agreement', { scope, unit: 'turn', draws: 100 })
  const figures = codes.map(
    ({ code, transcripts, units, alpha, kappa, intensity, ...shares }): [string, unknown] => {
      const { agreement: alike, positiveAgreement, prevalence } = shares
      const values = { alpha: alpha.value, kappa: kappa?.value ?? null, intensity: intensity?.value ?? null }
      return [code, { transcripts, units, ...values, agreement: alike, positiveAgreement, prevalence }]
    },
  )
  return [new Map(figures), agreement(from, scope, await textsOf(study, from))]
}

async function textsOf({ ask }: Ask, from: Exported): Promise<Map<string, Text>> {
  const texts = new Map<string, Text>()
  for (const { transcript = '' } of from.voices) {
    const document = Number(transcript) as Input<'documents.read'>['document']
    const { text, turns, speakers } = await ask('documents.read', { document })
    const who = new Map(
      speakers
        .filter(({ role }) => role === 'participant')
        .map(({ id, participantName }) => [id, participantName ?? '']),
    )
    texts.set(transcript, {
      length: text.length,
      turns: turns.flatMap(({ kind, speaker, start, end }) => {
        const participant = speaker === null ? undefined : who.get(speaker)
        return kind === 'speech' && participant !== undefined ? [{ start, end, participant }] : []
      }),
    })
  }
  return texts
}

export const CHECKS: Record<string, (check: Check) => Promise<Both>> = {
  'codes that appear together': codesTogether,
  'codes by transcript': codesByTranscript,
  coverage: covered,
  saturation: saturated,
  'what matters against what frustrates': mattering,
  'both sides of the map': sidesOfTheMap,
  summaries,
  'two groups compared': groups,
  'agreement between coders': agreed,
}
