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
import { gather, participantsIn, passagesIn, requireTouchpoint, withCode } from './gather.ts'
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
  const weights = frustration(codebook, request.frustration)
  const colleagues = colleagueSide(db, code, codebook, request)
  const noun = peopleOf(request.scope.role)
  const wanted = withCode(said, codebook.byKey.get(WANTED)?.id ?? 0)
  const emotions = emotionProfile(codebook, said)
  const why = whyMix(codebook, said)
  const felt = said.filter((item) => strengthOf(item, weights) > 0)
  const P = layout.frame.sample.participants.length
  const E = participantsIn(said).size
  return {
    touchpoint: aboutTouchpoint(code, codebook),
    n: {
      P,
      E,
      F: participantsIn(felt).size,
      passages: said.length,
      sentence: `${nLine(E, P, noun)} ${countedInWords(request.scope, layout.frame.sample)}`,
    },
    emotions,
    intensity: intensityStrip(said, weights),
    why,
    wanted: passageRows(db, passagesIn(wanted)),
    colleagues: {
      sessions: colleagues.sessions,
      speakers: colleagues.speakers,
      sealed: readSettings(db).sealed,
      passages: passageRows(db, colleagues.passages),
    },
    layers: layersIn(codebook, said),
    quotes: chooseQuotes(db, said, request.seed, quoted),
    confidence: confidenceOf(
      db,
      gathered,
      noun,
      agreementLine(db, layout.frame.sample, codesInvolved(code, codebook)),
    ),
    text: sentencesFor({
      name: code.name,
      noun,
      said,
      inScope: P,
      strength: (item) => strengthOf(item, weights),
      emotions,
      why,
      idOf: (key) => codebook.byKey.get(key)?.id ?? 0,
      wanted,
      colleagues,
    }),
  }
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
): { sessions: number; speakers: number; passages: number[] } {
  const paired = codebook.inOrder.filter(
    (other) => other.level === code.level && (other.pairsWith === code.id || other.id === code.pairsWith),
  )
  const { said } = gather(db, [code, ...paired], { complete: scope.complete, role: 'colleague' }, frustration)
  return {
    sessions: new Set(said.map(({ evidence }) => evidence.document)).size,
    speakers: participantsIn(said).size,
    passages: passagesIn(said),
  }
}
