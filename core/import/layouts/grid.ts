/** Reads the columns of a table of turns: who speaks, what is said, when. */
import type { Paragraph } from '../model.ts'
import { clean } from './support/clean.ts'
import { isLabel, strength, trimLabel } from './support/labels.ts'
import { stampAt } from './support/times.ts'

export interface Columns {
  speaker: number | null
  text: number
  /** A second column of text, a translation as a rule. */
  second: number | null
  start: number | null
  end: number | null
  /** True when the first row names the columns. */
  header: boolean
  /** Milliseconds for one unit of plain numbers in the time columns; 0 when they are stamps. */
  unit: number
  /** 0–1: share of the rows that fit. */
  fit: number
}

const SPEAKER =
  /^(?:speaker|speakers?(?: name| id| label)?|name|who|participant|person|voice|sprecher(?:in)?|siaradwr(?: \/ speaker)?|locuteur|hablante|spreker|role)s?$/i
const TEXT =
  /^(?:text|content|contents|words|utterance|utterances|transcript|transcription|speech|turn|turns|dialogue|sentence|message|comment|response|quote|paragraph|inhalt|original|caption|body|said|segment)s?$/i
const START =
  /^(?:start|begin|from|time|timespan|time ?span|time ?stamp|start ?time|time ?code|timecode|in|onset|zeit|startms|start_time|start \(s\))$/i
const END = /^(?:end|stop|to|end ?time|out|offset|endms|end_time|end \(s\))$/i

export const cellText = (cell: Paragraph[] | undefined) =>
  (cell ?? [])
    .map(({ text }) => clean(text).text)
    .join('\n')
    .trim()

/** Works out what each column holds, from its header and its cells; null when it is no table of turns. */
export function readColumns(rows: Paragraph[][][]): Columns | null {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const cells = rows.map((row) => Array.from({ length: width }, (_, at) => cellText(row[at])))
  const names = cells[0] ?? []
  const named = (pattern: RegExp) =>
    names.findIndex((name) => pattern.test(name.replace(/[:_]/g, ' ').trim()))
  const header =
    [SPEAKER, TEXT, START].filter((pattern) => named(pattern) >= 0).length >= 2 || isHeaderRow(cells)
  const body = header ? cells.slice(1) : cells
  if (body.length < 2 || width < 2) return null
  const column = (at: number) => body.map((row) => row[at] ?? '')
  const times = [...names.keys()].filter((at) => isTimeColumn(column(at), header ? (names[at] ?? '') : ''))
  const free = [...names.keys()].filter((at) => !times.includes(at))
  const text = header && named(TEXT) >= 0 ? named(TEXT) : longest(free, column)
  if (text === undefined) return null
  const speaker = pickSpeaker(free, text, column, header ? named(SPEAKER) : -1)
  const start = times.find((at) => !END.test(names[at] ?? '')) ?? null
  const end = times.find((at) => at !== start && (!header || END.test(names[at] ?? ''))) ?? null
  const fit = speaker === null ? 0 : fitOf(column(speaker), column(text))
  const second = secondText(free, text, speaker, column)
  return { speaker, text, second, start, end, header, unit: unitOf(start === null ? [] : column(start)), fit }
}

const OTHER_COLUMN =
  /^(?:notes?|codes?|themes?|comments?|coding|tags?|memos?|line|no|number|#|id|translation|english)$/i

/** Short names in the first row, one of a speaker column, or of text beside another usual column. */
function isHeaderRow(cells: string[][]): boolean {
  const names = (cells[0] ?? []).map((name) => name.trim())
  if (!names.every((name) => name.length < 40)) return false
  const last = (name: string) => name.split('/').at(-1)?.trim() ?? ''
  const speaker = names.some((name) => SPEAKER.test(name) || SPEAKER.test(last(name)))
  return speaker || (names.some((name) => TEXT.test(name)) && names.some((name) => OTHER_COLUMN.test(name)))
}

function isTimeColumn(cells: string[], name: string): boolean {
  const filled = cells.filter(Boolean)
  if (filled.length === 0) return false
  const stamps = filled.filter(
    (cell) =>
      stampAt(cell, 0)?.end === cell.length ||
      (/^\d+(?:[.,]\d+)?\s*(?:-\s*\d+(?:[.,]\d+)?)?$/.test(cell) && (START.test(name) || END.test(name))),
  )
  return stamps.length >= 0.6 * filled.length
}

/** The column with the most text, the first of those nearly as long: an original stands before its translation. */
function longest(free: number[], column: (at: number) => string[]): number | undefined {
  const size = (at: number) => column(at).reduce((sum, cell) => sum + cell.length, 0)
  return free.toSorted((a, b) => size(b) - size(a))[0]
}

function pickSpeaker(
  free: number[],
  text: number,
  column: (at: number) => string[],
  named: number,
): number | null {
  if (named >= 0 && named !== text) return named
  let best: { at: number; score: number } | null = null
  for (const at of free) {
    if (at === text) continue
    const score = speakerScore(column(at))
    if (score > (best?.score ?? 0.3)) best = { at, score }
  }
  return best?.at ?? null
}

/** Few different values that recur and look like labels. */
function speakerScore(cells: string[]): number {
  const filled = cells.map(trimLabel).filter(Boolean)
  if (filled.length === 0) return 0
  const values = [...new Set(filled)]
  const labels = filled.filter((cell) => isLabel(cell)).length / filled.length
  const recurs = 1 - values.length / filled.length
  const strong = values.reduce((sum, value) => sum + strength(value), 0) / values.length
  if (values.length > 40 || (filled.length >= 4 && recurs < 0.3)) return 0
  return labels * strong * (0.5 + 0.5 * recurs)
}

function fitOf(speakers: string[], texts: string[]): number {
  const filled = texts.filter(Boolean).length
  if (filled === 0) return 0
  let fits = 0
  let any = false
  speakers.forEach((speaker, row) => {
    if (!texts[row]) return
    if (speaker) any = true
    if (!speaker ? any : speaker.length <= 60) fits++
  })
  return any ? fits / filled : 0
}

function secondText(
  free: number[],
  text: number,
  speaker: number | null,
  column: (at: number) => string[],
): number | null {
  const size = (at: number) =>
    column(at).reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, column(at).length)
  const rest = free.filter(
    (at) =>
      at !== text && at !== speaker && size(at) >= 15 && new Set(column(at)).size > 0.5 * column(at).length,
  )
  return rest.toSorted((a, b) => size(b) - size(a))[0] ?? null
}

/** Plain numbers are milliseconds when they are large and whole, seconds otherwise. */
function unitOf(cells: string[]): number {
  const numbers = cells.filter(Boolean)
  if (numbers.length === 0 || !numbers.every((cell) => /^\d+(?:[.,]\d+)?$/.test(cell))) return 0
  const whole = numbers.every((cell) => /^\d+$/.test(cell))
  const steps = (Number(numbers.at(-1)) - Number(numbers[0])) / Math.max(1, numbers.length - 1)
  return whole && steps > 200 ? 1 : 1000
}
