/** What a layout is: a detector that scores the whole document, and the reading it would give. */
import type { Metadata, ParsedTurn, Role, Warning } from '../model.ts'
import type { Script } from './support/script.ts'

/**
 * What became of one stretch of one line. Rows stand in document order; what no row of a line covers
 * is ignored text (labels, time stamps), so a layout cannot lose a character.
 */
export interface Row {
  /** Index into `script.lines`. */
  line: number
  /** Half-open offsets into the line's text. */
  from: number
  to: number
  as: ParsedTurn['kind'] | 'ignored' | 'metadata'
  /** Speaker label, for speech. */
  speaker?: string | null
  /** True when this row begins a turn; otherwise its text continues the one before, after `join`. */
  opens?: boolean
  join?: '\n' | ' ' | ''
  startMs?: number
  endMs?: number
  /** Reason for ignored text; also for the uncovered rest of the line when `restWhy` is not given. */
  why?: string
  restWhy?: string
}

export interface Reading {
  rows: Row[]
  /** Roles the document itself states (a legend, an oath, a column), with the reason. */
  roles?: Map<string, { role: Role; why: string }>
  metadata?: Metadata[]
  warnings?: Warning[]
  /** Openings that look like labels but were used too rarely to be believed. */
  possible?: string[]
  /** True when speech is left without a speaker because labels and speech cannot be matched. */
  undecided?: boolean
}

export interface Candidate {
  /** 0–1, over the whole document. */
  confidence: number
  read(): Reading
}

export interface Layout {
  /** kebab-case, stable. */
  id: string
  /** Plain words for a researcher. */
  name: string
  detect(script: Script): Candidate | null
}

/** Below this no layout is believed and the document is imported as plain paragraphs. */
export const BELIEVED = 0.5
