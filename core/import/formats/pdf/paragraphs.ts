/** Joins printed lines into paragraphs by what the page shows: gaps, short lines, labels, margin numbers. */
import type { Paragraph, Run } from '../../model.ts'
import { RunCollector } from '../runs.ts'
import { endsInHyphen, joint } from './join.ts'
import { findOpenings, opensTurn, standsAlone, type Openings } from './openings.ts'
import type { Row } from './rows.ts'

/** What holds for the whole document. */
export interface PageMeasures {
  /** Usual distance of baselines inside a paragraph, in points. */
  pitch: number
  /** True when paragraphs are set apart by space, so that a short line alone means nothing. */
  spaced: boolean
  /** Usual font size, in points. */
  size: number
  /** How turns open in this document, beside what opens them in any. */
  openings: Openings
  /** Where lines end at the latest, for each column. */
  ends: Map<number, { left: number; right: number }>
}

/** Baseline distance, in usual distances, from which a gap parts paragraphs. */
const GAP = 1.3

export function measure(rows: Row[]): PageMeasures {
  const sizes = new Map<number, number>()
  for (const row of rows) {
    const size = Math.round(row.size * 2) / 2
    sizes.set(size, (sizes.get(size) ?? 0) + (row.x1 - row.x0))
  }
  const size = mostUsual(sizes)
  const steps = stepsBetween(rows)
  const pitch = usualPitch(steps, size)
  const gaps = steps.filter((step) => step > pitch * GAP + 0.5).length
  const ends = new Map<number, { left: number; right: number }>()
  for (const column of new Set(rows.map((row) => row.column))) {
    const own = rows.filter((row) => row.column === column)
    const right = common(own.map(({ x1 }) => x1).sort((a, b) => b - a))
    const left = -common(own.map(({ x0 }) => -x0).sort((a, b) => b - a))
    ends.set(column, { left, right })
  }
  return { pitch, spaced: gaps > steps.length * 0.12, size, openings: findOpenings(rows.map(lineText)), ends }
}

/** Distances of baselines, in half points. */
function stepsBetween(rows: Row[]): number[] {
  return rows.flatMap((row, index) => {
    const above = rows[index - 1]
    return above && isBelow(above, row) ? [Math.round((row.y - above.y) * 2) / 2] : []
  })
}

function isBelow(above: Row, row: Row): boolean {
  return above.page === row.page && above.column === row.column && row.y > above.y
}

/** Of the distances that recur, the smallest: that of lines inside a paragraph. */
function usualPitch(steps: number[], size: number): number {
  const counts = new Map<number, number>()
  for (const step of steps) if (step > size * 0.8) counts.set(step, (counts.get(step) ?? 0) + 1)
  const enough = Math.max(2, Math.max(0, ...counts.values()) * 0.1)
  const usual = [...counts].filter(([, count]) => count >= enough).map(([step]) => step)
  return usual.length === 0 ? size * 1.3 : Math.min(...usual)
}

function mostUsual(counts: Map<number, number>): number {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** The largest value that others come near: a few lines that stick out are not the margin. `values` fall. */
function common(values: number[]): number {
  const outliers = Math.floor(values.length / 20)
  const near = values.findIndex((value, index) => value - (values[index + 2] ?? -Infinity) < 40)
  return values[near >= 0 && near <= outliers ? near : 0] ?? 0
}

/** Joins consecutive rows of running text. */
export function toParagraphs(rows: Row[], measures: PageMeasures): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let lines: Row[] = []
  for (const row of rows) {
    const above = lines.at(-1)
    if (above && parts(above, row, measures)) {
      paragraphs.push(toParagraph(lines, measures))
      lines = []
    }
    lines.push(row)
  }
  if (lines.length > 0) paragraphs.push(toParagraph(lines, measures))
  return paragraphs
}

/** True when a new paragraph begins at `row`. */
function parts(above: Row, row: Row, measures: PageMeasures): boolean {
  const text = lineText(row)
  if (row.numbered || opensTurn(text, measures.openings)) return true
  if (standsAlone(lineText(above), measures.openings)) return true
  if (Math.abs(above.size - row.size) > 1.5) return true
  if (endsInHyphen(lineText(above)) && /^\p{Ll}/u.test(text)) return false
  if (isBelow(above, row)) {
    if (row.y - above.y > measures.pitch * GAP + 0.5) return true
    if (measures.spaced) return false
  }
  return !isFull(above, row, text, measures) || isBold(above) !== isBold(row)
}

/** A line is full when the first word of the next line would hardly have fitted on it. */
function isFull(above: Row, row: Row, text: string, { ends }: PageMeasures): boolean {
  const margins = ends.get(above.column)
  if (!margins || text === '') return true
  const letter = (row.x1 - row.x0) / text.length
  const needed = ((/^\S+/.exec(text)?.[0].length ?? 0) + 1) * letter
  const room = above.rtl ? above.x0 - margins.left : margins.right - above.x1
  return room < needed * 1.3 + 1
}

function isBold(row: Row): boolean {
  return row.segments.every(({ runs }) => runs.every((run) => run.bold))
}

function lineText(row: Row): string {
  return row.segments
    .map(({ text }) => text)
    .join('\t')
    .trim()
}

function lineRuns(row: Row): Run[] {
  return row.segments.flatMap(({ runs }, index) => (index === 0 ? runs : [{ text: '\t' }, ...runs]))
}

function toParagraph(lines: Row[], measures: PageMeasures): Paragraph {
  const collector = new RunCollector()
  for (const [index, row] of lines.entries()) {
    const runs = lineRuns(row)
    const above = index === 0 ? undefined : collector.text
    const first = runs[0]
    if (above !== undefined && first) {
      const { drop, glue } = joint(above, lineText(row))
      if (drop) collector.dropLast()
      collector.append(glue, first.bold ?? false, first.italic ?? false)
    }
    for (const [at, run] of runs.entries()) {
      const text = at === 0 ? run.text.trimStart() : run.text
      collector.append(at === runs.length - 1 ? text.trimEnd() : text, run.bold ?? false, run.italic ?? false)
    }
  }
  const [row] = lines
  const heading = row && row.size > measures.size * 1.3 ? 1 : undefined
  return collector.take({ heading, rtl: lines.some(({ rtl }) => rtl), at: row?.page })
}
