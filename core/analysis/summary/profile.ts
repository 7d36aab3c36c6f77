/** The figures of a touchpoint's summary: emotions, strength, reasons, layers. Participants are the unit. */
import type { SummaryOut } from '../shapes.ts'
import { familyOf, type Codebook } from '../codebook.ts'
import { wilson } from '../stats/interval.ts'
import { participantsIn, passagesIn, withCode, type Said } from './gather.ts'

/** Each emotion in use: participants with their Wilson interval among those who spoke, and mean intensity. */
export function emotionProfile(codebook: Codebook, said: readonly Said[]): SummaryOut['emotions'] {
  const spoke = participantsIn(said).size
  return familyOf(codebook, 'emotion').flatMap(({ id, key, name, valence }) => {
    const felt = withCode(said, id)
    const participants = participantsIn(felt).size
    if (participants === 0) return []
    return [
      {
        code: key,
        name,
        valence,
        participants,
        interval: wilson(participants, spoke),
        passages: felt.length,
        intensity: meanIntensity(felt, id),
      },
    ]
  })
}

/** The mean over participants of each one's mean intensity of an emotion, 1 to 3. */
function meanIntensity(felt: readonly Said[], emotion: number): number | null {
  const byParticipant = Map.groupBy(felt, ({ participant }) => participant)
  const means = [...byParticipant.values()].map((list) =>
    mean(list.map(({ evidence }) => evidence.strengths[evidence.codes.indexOf(emotion)] ?? 0)),
  )
  return means.length > 0 ? mean(means) : null
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** How strong a passage's frustration is, 1 to 3, before any weight; 0 without any. */
export function strengthOf({ evidence }: Said, frustration: ReadonlyMap<number, number>): number {
  return evidence.codes.reduce(
    (most, code, i) => (frustration.has(code) ? Math.max(most, evidence.strengths[i] ?? 0) : most),
    0,
  )
}

/** Participants by their strongest frustration: mild, clear, strong. */
export function intensityStrip(
  said: readonly Said[],
  strengthIn: (item: Said) => number,
): [number, number, number] {
  const strongest = new Map<number, number>()
  for (const item of said) {
    const strength = strengthIn(item)
    strongest.set(item.participant, Math.max(strongest.get(item.participant) ?? 0, strength))
  }
  const count = (strength: number): number =>
    [...strongest.values()].filter((most) => most === strength).length
  return [count(1), count(2), count(3)]
}

/** Reasons by how many participants gave them, the most first. */
export function whyMix(codebook: Codebook, said: readonly Said[]): SummaryOut['why'] {
  return familyOf(codebook, 'reason')
    .flatMap(({ id, key, name }) => {
      const given = withCode(said, id)
      const participants = participantsIn(given).size
      return given.length > 0 ? [{ code: key, name, participants, passages: given.length }] : []
    })
    .sort((a, b) => b.participants - a.participants)
}

export const WANTED = 'layer.wanted_instead'

/** Layers in use other than what people wanted instead, which has a place of its own. */
export function layersIn(codebook: Codebook, said: readonly Said[]): SummaryOut['layers'] {
  return familyOf(codebook, 'layer').flatMap(({ id, key, name }) => {
    const found = key === WANTED ? [] : withCode(said, id)
    if (found.length === 0) return []
    return [{ code: key, name, participants: participantsIn(found).size, passages: passagesIn(found) }]
  })
}
