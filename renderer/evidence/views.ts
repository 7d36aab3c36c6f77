/** The ways of looking at the coded data: two rooms, each with its views. */
import type { RoomId } from '../app/routes.ts'

export interface View {
  /** What follows the room in the address; '' is the room itself. */
  id: string
  title: string
  about: string
}

export const MAP_VIEWS = [
  { id: '', title: 'Two-way map', about: 'Residents and colleagues on one spine' },
  { id: 'journey', title: 'One journey', about: 'What happened to one resident, step by step' },
  { id: 'importance', title: 'What matters', about: 'Importance against frustration' },
] as const satisfies readonly View[]

export const HEATMAP_VIEWS = [
  { id: '', title: 'Heatmap', about: 'Touchpoints by emotions or groups' },
  { id: 'compare', title: 'Compare', about: 'Two groups side by side' },
  { id: 'framework', title: 'Framework', about: 'Your words, person by touchpoint' },
  { id: 'together', title: 'Codes together', about: 'Which codes appear on the same words' },
  { id: 'transcripts', title: 'Codes by transcript', about: 'How often each code is used, and where' },
  { id: 'words', title: 'Words', about: 'How often words are said, and around what' },
  { id: 'agreement', title: 'Agreement', about: 'How far coders agree, code by code' },
  { id: 'coverage', title: 'Coverage', about: 'How much is coded, and when themes stop being new' },
  { id: 'saved', title: 'Saved views', about: 'Kept figures, and what has changed since' },
  { id: 'report', title: 'Report', about: 'Chosen touchpoints as one document' },
] as const satisfies readonly View[]

export const VIEWS: Partial<Record<RoomId, readonly View[]>> = { map: MAP_VIEWS, heatmap: HEATMAP_VIEWS }
