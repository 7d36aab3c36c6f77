/** The one-page emotional summary of a touchpoint. */
import type { Scope } from '../../contract/analysis.ts'
import { passageRows } from '../../codings/read.ts'
import type { ReadableDb } from '../../db/database.ts'
import { readSettings } from '../../project/handlers.ts'
import { atLevel, frustration, type CodeFacts, type Codebook, type Definition } from '../codebook.ts'
import type { SummaryOut } from '../shapes.ts'
import { countedInWords, peopleOf } from '../heatmap/caption.ts'
import { nLine } from '../stats/format.ts'
import { agreementLine } from '../rigour/agreement.ts'
import { confidenceOf } from './confidence.ts'
import {
  gather,
  participantsIn,
  passagesIn,
  requireTouchpoint,
  toldOnce,
  withCode,
  type Gathered,
  type Said,
} from './gather.ts'
import { emotionProfile, intensityStrip, layersIn, strengthOf, WANTED, whyMix } from './profile.ts'
import { chooseQuotes, type Quoted } from './quotes.ts'
import { sentencesFor } from './sentences.ts'

export interface SummaryRequest {
  touchpoint: string
  scope: Scope
  frustration: Definition
  seed: number
}

/**
 * Counts, quotes and sentences for a touchpoint, stage or journey. `quoted` carries what a report has quoted so far.
 * Throws `not-found` without such a touchpoint and `sealed` while residents' findings are.
 */
export function summarise(db: ReadableDb, request: SummaryRequest, quoted?: Quoted): SummaryOut {
  const { code, codebook } = requireTouchpoint(db, request.touchpoint)
  const gathered = gather(db, [code], request.scope, request.frustration)
  const { said, layout } = gathered
  const figures = figuresOf(gathered, codebook, request)
  const colleagues = colleagueSide(db, code, codebook, request)
  const noun = peopleOf(request.scope.role)
  const wanted = withCode(said, codebook.byKey.get(WANTED)?.id ?? 0)
  const agreement = agreementLine(db, layout.frame.sample, codesInvolved(code, codebook))
  return {
    touchpoint: aboutTouchpoint(code, codebook),
    ...figures,
    wanted: passageRows(db, passagesIn(toldOnce(wanted))),
    colleagues: {
      sessions: colleagues.sessions,
      speakers: colleagues.speakers,
      sealed: readSettings(db).sealed,
      passages: passageRows(db, passagesIn(toldOnce(colleagues.said))),
    },
    quotes: chooseQuotes(db, said, request, quoted),
    confidence: confidenceOf(db, gathered, noun, agreement),
    text: sentencesFor({
      ...figures,
      name: code.name,
      noun,
      said,
      inScope: figures.n.P,
      strength: strengthBy(codebook, request),
      idOf: (key) => codebook.byKey.get(key)?.id ?? 0,
      wanted,
      colleagues,
    }),
  }
}

type Figures = Pick<SummaryOut, 'n' | 'emotions' | 'intensity' | 'why' | 'layers'>

function figuresOf({ said, layout }: Gathered, codebook: Codebook, request: SummaryRequest): Figures {
  const strength = strengthBy(codebook, request)
  const { sample } = layout.frame
  const P = sample.participants.length
  const E = participantsIn(said).size
  const F = participantsIn(said.filter((item) => strength(item) > 0)).size
  const spoken = nLine(E, P, peopleOf(request.scope.role))
  return {
    n: { P, E, F, passages: said.length, sentence: `${spoken} ${countedInWords(request.scope, sample)}` },
    emotions: emotionProfile(codebook, said),
    intensity: intensityStrip(said, strength),
    why: whyMix(codebook, said),
    layers: layersIn(codebook, said),
  }
}

/** How strong a passage's frustration is by the definition asked for, 0 to 3. */
function strengthBy(codebook: Codebook, request: SummaryRequest): (item: Said) => number {
  const weights = frustration(codebook, request.frustration)
  return (item) => strengthOf(item, weights)
}

/** What the headline figure rests on: the touchpoint and Frustration. */
const codesInvolved = (code: CodeFacts, { byKey }: Codebook): CodeFacts[] =>
  [code, byKey.get('frustration')].filter((involved) => involved !== undefined)

function aboutTouchpoint(code: CodeFacts, codebook: Codebook): SummaryOut['touchpoint'] {
  const { key, name, definition, clock, side } = code
  return {
    code: key,
    name,
    journey: atLevel(codebook, code, 'journey')?.name ?? '',
    stage: atLevel(codebook, code, 'stage')?.name ?? '',
    definition,
    clock,
    side,
  }
}

/** What colleagues said there, or at the backstage touchpoint it pairs with: sessions, speakers and passages. */
function colleagueSide(
  db: ReadableDb,
  code: CodeFacts,
  codebook: Codebook,
  { scope, frustration }: SummaryRequest,
): { said: readonly Said[]; sessions: number; speakers: number; passages: number[] } {
  const paired = codebook.inOrder.filter(
    (other) => other.level === code.level && (other.pairsWith === code.id || other.id === code.pairsWith),
  )
  const { said } = gather(db, [code, ...paired], { complete: scope.complete, role: 'colleague' }, frustration)
  return {
    said,
    sessions: new Set(said.map(({ evidence }) => evidence.document)).size,
    speakers: participantsIn(said).size,
    passages: passagesIn(said),
  }
}
