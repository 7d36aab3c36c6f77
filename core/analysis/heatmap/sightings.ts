/** Where each passage falls in a heatmap: its rows and columns. Counting and opening a number both read this. */
import { inTextOrder, type Episode, type Evidence, type Transcript } from '../evidence/episodes.ts'
import type { Sample, Voice } from '../sample.ts'
import type { Columns } from './columns.ts'
import type { Rows } from './rows.ts'

/** A heatmap's layout: who is counted, what stands down the side and across the top. */
export interface Frame {
  readonly sample: Sample
  readonly rows: Rows
  readonly columns: Columns
}

export interface Sighting {
  readonly row: number
  /** Segments it falls in; empty for emotion columns, which restrict nothing. */
  readonly columns: readonly number[]
}

const NONE: readonly number[] = []
const NOWHERE: readonly Sighting[] = []

type Visit = (evidence: Evidence, voice: Voice, sightings: readonly Sighting[]) => void

/** Visits every counted passage in the order of the transcripts and their text, with each row it counts at, once. */
export function eachSighting(frame: Frame, read: (document: number) => Transcript, visit: Visit): void {
  for (const document of frame.sample.documents) sightingsIn(frame, read(document), visit)
}

/** The same in one transcript. */
export function sightingsIn(frame: Frame, transcript: Transcript, visit: Visit): void {
  const { sample, rows } = frame
  for (const evidence of candidates(transcript, rows)) {
    if (evidence.speaker === null || evidence.episodes.length === 0) continue
    const voice = sample.bySpeaker.get(evidence.speaker)
    if (!voice || !sample.counts(evidence.coder)) continue
    const sightings = sightingsOf(evidence, voice, frame)
    if (sightings.length > 0) visit(evidence, voice, sightings)
  }
}

/** With this many touchpoints or fewer to look at, only their own passages are looked at. */
const FEW = 50

function candidates({ passages, at }: Transcript, { of }: Rows): readonly Evidence[] {
  if (of.size > FEW) return passages
  const there = new Set<Evidence>()
  for (const touchpoint of of.keys()) for (const evidence of at.get(touchpoint) ?? []) there.add(evidence)
  return [...there].sort(inTextOrder)
}

function sightingsOf({ episodes }: Evidence, voice: Voice, { rows, columns }: Frame): readonly Sighting[] {
  let found: { row: number; columns: readonly number[] }[] | undefined
  for (const episode of episodes) {
    for (const touchpoint of episode.touchpoints) {
      const row = rows.of.get(touchpoint)
      if (row === undefined) continue
      const segments = segmentsOf(columns, episode, voice)
      const known = found?.find((sighting) => sighting.row === row)
      if (!known) (found ??= []).push({ row, columns: segments })
      else if (columns.kind === 'episode') known.columns = [...new Set([...known.columns, ...segments])]
    }
  }
  return found ?? NOWHERE
}

function segmentsOf(columns: Columns, episode: Episode, voice: Voice): readonly number[] {
  if (columns.kind === 'voice') return columns.of(voice)
  return columns.kind === 'episode' ? columns.of(episode) : NONE
}
