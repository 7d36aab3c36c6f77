/** Where journeys break off: the furthest point each resident tells of, when it is not the end of the journey. */
import { atLevel, familyOf, type Codebook } from '../codebook.ts'
import type { Everywhere } from './everywhere.ts'

/**
 * By touchpoint, the participants for whom it is the furthest they tell of in its journey, where that is before the
 * journey's last stage. It says how far the telling goes; whether the service ended there is for the researcher to judge.
 */
export function breaksOff(codebook: Codebook, { byRow }: Everywhere): Map<string, number> {
  const touchpoints = familyOf(codebook, 'touchpoint').filter(({ level }) => level === 'touchpoint')
  const lastStage = new Map<number, number>()
  const furthest = new Map<string, string>()
  for (const code of touchpoints) {
    const journey = atLevel(codebook, code, 'journey')?.id ?? 0
    lastStage.set(journey, atLevel(codebook, code, 'stage')?.id ?? 0)
    for (const { participant } of byRow.get(code.key) ?? [])
      furthest.set(`${participant} ${journey}`, code.key)
  }
  const ends = new Map<string, number>()
  for (const key of furthest.values()) {
    const code = codebook.byKey.get(key)
    const journey = code && atLevel(codebook, code, 'journey')?.id
    const stage = code && atLevel(codebook, code, 'stage')?.id
    if (journey !== undefined && lastStage.get(journey) !== stage) ends.set(key, (ends.get(key) ?? 0) + 1)
  }
  return ends
}
