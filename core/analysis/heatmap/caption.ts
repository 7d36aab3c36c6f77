/** The caption that travels with a heatmap: every setting, the n, and what may not be concluded. */
import type { HeatmapSettings, Scope } from '../../contract/analysis.ts'
import { definitionInWords, type Codebook } from '../codebook.ts'
import { OVERLAP_RULE } from '../evidence/episodes.ts'
import type { Sample } from '../sample.ts'
import { CAVEAT, counted, formatNumber } from '../stats/format.ts'
import type { Thresholds } from './cell.ts'

export const MEASURES: Record<HeatmapSettings['measure'], string> = {
  prevalence:
    'Prevalence: participants with frustration, of those who spoke of it (F/E), Wilson 95% interval',
  reach: 'Reach: participants who spoke of it, of those in scope (E/P)',
  share: 'Share: participants with frustration, of those in scope (F/P)',
  intensity: 'Intensity: mean over participants of each one’s mean, 1 to 3',
  index: 'Frustration index: the sum over participants of max(weight × intensity), as 0 to 100',
  density: 'Density: frustrated words per 1,000 participant words',
  sentiment: 'Net sentiment: positive less negative participants, of those who spoke of it',
  passages: 'Passages',
  counter: 'Counter-evidence: participants positive there, of those who spoke of it',
  spread: 'Spread: share of passages from the participant with most of them',
}

const PEOPLE: Record<Scope['role'], { one: string; many: string }> = {
  resident: { one: 'resident', many: 'residents' },
  colleague: { one: 'colleague', many: 'colleagues' },
  stakeholder: { one: 'stakeholder', many: 'stakeholders' },
  any: { one: 'participant', many: 'participants' },
}
const TRANSCRIPTS = { one: 'transcript', many: 'transcripts' }

export const peopleOf = (role: Scope['role']): { one: string; many: string } => PEOPLE[role]

export function captionOf(
  settings: HeatmapSettings,
  codebook: Codebook,
  sample: Sample,
  { smallN, thinN }: Thresholds,
): string {
  return [
    `${MEASURES[settings.measure]}. By ${settings.rows} and ${columnsInWords(settings.columns)}.`,
    ...(settings.columns === 'emotion' ? ['In an emotion’s column, those with that emotion.'] : []),
    `Frustration: ${definitionInWords(codebook, settings.frustration)}.`,
    countedInWords(settings.scope, sample),
    ...filtersInWords(settings.scope),
    `Fewer than ${smallN} participants: no colour; fewer than ${thinN}: muted and hatched.`,
    ...(settings.bootstrap
      ? [`Bootstrap over participants: ${formatNumber(settings.draws)} draws, seed ${settings.seed}.`]
      : []),
    OVERLAP_RULE,
    CAVEAT,
  ].join(' ')
}

export function columnsInWords(columns: HeatmapSettings['columns']): string {
  return columns.startsWith('attribute:') ? `attribute ${columns.slice('attribute:'.length)}` : columns
}

/** The n of every figure: who is counted, in how many transcripts, and how many of those are not finished. */
export function countedInWords(scope: Scope, sample: Sample): string {
  const people = counted(sample.participants.length, peopleOf(scope.role))
  const transcripts = counted(sample.documents.length, TRANSCRIPTS)
  const which = scope.complete ? 'marked complete' : 'coded or complete'
  const open = sample.unfinished > 0 ? `, ${sample.unfinished} of them not marked complete` : ''
  return `Counted: ${people} in ${transcripts} ${which}${open}; withdrawn participants are left out.`
}

export function filtersInWords(scope: Scope): string[] {
  const { journeys, documents, participants, coders, waves, attributes = {} } = scope
  const filters = [
    journeys && `journeys ${journeys.join(', ')}`,
    documents && counted(documents.length, TRANSCRIPTS),
    participants && counted(participants.length, PEOPLE.any),
    coders && counted(coders.length, { one: 'coder', many: 'coders' }),
    waves && `waves ${waves.join(', ')}`,
    ...Object.entries(attributes).map(([key, values]) => `${key} ${values.join(' or ')}`),
  ].filter((filter) => filter !== undefined)
  return filters.length > 0 ? [`Limited to: ${filters.join('; ')}.`] : []
}
