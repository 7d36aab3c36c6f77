/** The two-way map: residents and colleagues set side by side on one spine of touchpoints. */
import type { z } from 'zod'
import type { mapping, TwoWayRow } from '../../contract/mapping.ts'
import type { ReadableDb } from '../../db/database.ts'
import {
  definitionInWords,
  familyOf,
  frustration,
  readCodebook,
  type Codebook,
  type CodeFacts,
} from '../codebook.ts'
import { countedInWords } from '../heatmap/caption.ts'
import { rowsAt } from '../heatmap/rows.ts'
import { CAVEAT } from '../stats/format.ts'
import { participantsIn, withCode, type Said } from '../summary/gather.ts'
import { strengthOf } from '../summary/profile.ts'
import { alignmentOf, alignmentSentence, type ColleagueSide, type ResidentSide } from './alignment.ts'
import { breaksOff } from './breaks.ts'
import { gatherEverywhere, type Everywhere } from './everywhere.ts'
import { readMetrics } from './metrics.ts'
import { readTargets } from './targets.ts'

type Asked = z.output<typeof mapping.twoWay.input>
type Answer = z.input<typeof mapping.twoWay.output>
type RowOut = z.input<typeof TwoWayRow>
type Residents = NonNullable<RowOut['residents']>
type Colleagues = NonNullable<RowOut['colleagues']>

const EMOTIONS = 3
const LAYER = {
  matters: 'layer.what_matters',
  beliefs: 'layer.staff_belief_customers_value',
  expectation: 'layer.expectation',
  reality: 'layer.reality',
  moment: 'layer.moment_of_truth',
  handOff: 'layer.hand_off',
}

/** Throws `sealed` while residents' findings are, unless only colleagues are asked for. */
export function twoWayMap(db: ReadableDb, asked: Asked): Answer {
  const codebook = readCodebook(db)
  const side = (role: 'resident' | 'colleague'): Everywhere =>
    gatherEverywhere(db, { scope: { role, complete: asked.complete }, frustration: asked.frustration })
  const residents = asked.side === 'colleague' ? null : side('resident')
  const colleagues = asked.side === 'resident' ? null : side('colleague')
  const metrics = Map.groupBy(readMetrics(db), ({ touchpoint }) => touchpoint)
  const targets = readTargets(db)
  const breaks = residents ? breaksOff(codebook, residents) : new Map<string, number>()
  const context = {
    codebook,
    residents,
    colleagues,
    weights: frustration(codebook, asked.frustration),
    breaks,
  }

  const rows = spineOf(codebook, asked.journeys).flatMap(({ code, journey, stage, paired }): RowOut[] => {
    const both = sidesOf(context, code, paired)
    const metricsHere = metrics.get(code.key) ?? []
    const target = targets.get(code.key) ?? null
    if (!asked.all && !both.spoken && metricsHere.length === 0 && target === null) return []
    return [
      {
        id: code.key,
        name: code.name,
        journey,
        stage,
        side: code.side,
        clock: code.clock,
        paired: paired.map(({ key, name }) => ({ id: key, name })),
        alignment: both.resident && both.colleague ? alignmentOf(both.resident, both.colleague) : null,
        sentence: alignmentSentence(both.resident, both.colleague),
        residents: both.residents,
        colleagues: both.colleagues,
        metrics: metricsHere,
        target,
      },
    ]
  })
  return {
    rows,
    ...whoIsCounted(residents, colleagues),
    caption: captionOf(codebook, asked, [residents, colleagues]),
  }
}

interface Spine {
  code: CodeFacts
  journey: string
  stage: string
  paired: CodeFacts[]
}

/** Touchpoints in journey order; a backstage one that pairs with another stands beside it, not on its own. */
function spineOf(codebook: Codebook, journeys: readonly string[] | undefined): Spine[] {
  const { list } = rowsAt(codebook, 'touchpoint', journeys)
  const beside = Map.groupBy(
    list.flatMap(({ code }) => (code.side === 'backstage' && code.pairsWith !== null ? [code] : [])),
    ({ pairsWith }) => pairsWith,
  )
  const placed = new Set([...beside.values()].flat())
  return list.flatMap(({ code, journey, stage }) =>
    placed.has(code) || code.archived
      ? []
      : [{ code, journey, stage: stage ?? '', paired: beside.get(code.id) ?? [] }],
  )
}

interface Context {
  codebook: Codebook
  residents: Everywhere | null
  colleagues: Everywhere | null
  weights: ReadonlyMap<number, number>
  breaks: ReadonlyMap<string, number>
}

function sidesOf(context: Context, code: CodeFacts, paired: readonly CodeFacts[]) {
  const { codebook, residents, colleagues } = context
  const keys = [code, ...paired].map(({ key }) => key)
  const said = (side: Everywhere): Said[] => [...new Set(keys.flatMap((key) => side.byRow.get(key) ?? []))]
  const count = (from: readonly Said[], layer: string): number => peopleWith(codebook, from, layer)
  const residentSaid = residents ? said(residents) : []
  const colleagueSaid = colleagues ? said(colleagues) : []
  const own = residents && residentFigures(context, residents, residentSaid, code)
  const theirs = colleagues && colleagueFigures(codebook, colleagueSaid)
  const resident: ResidentSide | null = own && { ...own, matters: count(residentSaid, LAYER.matters) }
  const colleague: ColleagueSide | null = theirs && {
    ...theirs,
    beliefs: count(colleagueSaid, LAYER.beliefs),
  }
  const spoken = residentSaid.length + colleagueSaid.length > 0
  return { residents: own, colleagues: theirs, resident, colleague, spoken }
}

function residentFigures(
  { codebook, weights, breaks }: Context,
  { layout }: Everywhere,
  said: readonly Said[],
  code: CodeFacts,
): Residents {
  const P = layout.frame.sample.participants.length
  const E = participantsIn(said).size
  const F = participantsIn(said.filter((item) => strengthOf(item, weights) > 0)).size
  const mood = moodOf(said)
  const expecting = whoHas(codebook, said, LAYER.expectation)
  const found = whoHas(codebook, said, LAYER.reality)
  return {
    P,
    E,
    F,
    reach: P > 0 ? E / P : null,
    prevalence: E > 0 ? F / E : null,
    ...mood,
    sentiment: E > 0 ? (mood.positive - mood.negative) / E : null,
    ...mix(codebook, said),
    expectation: expecting.size,
    reality: found.size,
    expectationAndReality: [...expecting].filter((who) => found.has(who)).length,
    momentOfTruth: peopleWith(codebook, said, LAYER.moment),
    handOffs: peopleWith(codebook, said, LAYER.handOff),
    breaksOff: breaks.get(code.key) ?? 0,
  }
}

function colleagueFigures(codebook: Codebook, said: readonly Said[]): Colleagues {
  return {
    sessions: new Set(said.map(({ evidence }) => evidence.document)).size,
    speakers: participantsIn(said).size,
    passages: said.length,
    ...moodOf(said),
    ...mix(codebook, said),
    handOffs: peopleWith(codebook, said, LAYER.handOff),
  }
}

const moodOf = (said: readonly Said[]): { positive: number; negative: number } => ({
  positive: participantsIn(said.filter(({ felt }) => felt.positive)).size,
  negative: participantsIn(said.filter(({ felt }) => felt.negative)).size,
})

/** The strongest emotions, every layer and every channel, by people. */
function mix(codebook: Codebook, said: readonly Said[]): Pick<Residents, 'emotions' | 'layers' | 'channels'> {
  const named = (family: string) =>
    familyOf(codebook, family)
      .map(({ id, key, name }) => ({ code: key, name, people: participantsIn(withCode(said, id)).size }))
      .filter(({ people }) => people > 0)
      .sort((a, b) => b.people - a.people)
  return {
    emotions: named('emotion').slice(0, EMOTIONS),
    layers: named('layer'),
    channels: named('channel'),
  }
}

const whoHas = ({ byKey }: Codebook, said: readonly Said[], key: string): Set<number> =>
  participantsIn(withCode(said, byKey.get(key)?.id ?? 0))

const peopleWith = (codebook: Codebook, said: readonly Said[], key: string): number =>
  whoHas(codebook, said, key).size

function whoIsCounted(
  residents: Everywhere | null,
  colleagues: Everywhere | null,
): Pick<Answer, 'residents' | 'colleagues'> {
  const [own, theirs] = [residents?.layout.frame.sample, colleagues?.layout.frame.sample]
  return {
    residents: own ? { participants: own.participants.length, documents: own.documents.length } : null,
    colleagues: theirs
      ? { participants: theirs.participants.length, sessions: theirs.documents.length }
      : null,
  }
}

function captionOf(
  codebook: Codebook,
  { frustration: definition, journeys }: Asked,
  sides: readonly (Everywhere | null)[],
): string {
  const counted = sides.flatMap((side) =>
    side ? [countedInWords(side.layout.settings.scope, side.layout.frame.sample)] : [],
  )
  return [
    `Frustration: ${definitionInWords(codebook, definition)}.`,
    ...(journeys ? [`Limited to: journeys ${journeys.join(', ')}.`] : []),
    ...counted,
    'Colleagues are counted as sessions and speakers, never as percentages.',
    CAVEAT,
  ].join(' ')
}
