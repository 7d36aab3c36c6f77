/** Finds what pages add to a text: page numbers, running headers, line numbers in the margin. */
import type { Source } from '../../model.ts'
import type { Line } from './lines.ts'

const PAGE =
  /^(?:(?:page|seite|pagina|página|side|strona|tudalen)\s+\d+(?:\s*(?:of|von|de|di|van|\/)\s*\d+)?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s*\/\s*\d{1,4}|\d{1,4} of \d{1,4}|(?:\d+\s+)?\(pages? \d+(?: to \d+)?\))$/i
/** No page number is longer, in characters. */
const PAGE_LENGTH = 40
const BARE_NUMBER = /^\d{1,4}$/
const MARGIN_NUMBER = /^\s{0,12}(\d{1,4})(?=\s|$)/
const HAS_PAGES = new Set<Source['format']>(['txt', 'md', 'pdf', 'rtf', 'html'])

const content = (line: Line) => line.text.slice(line.from, line.to)

function startsWithDigit(line: Line): boolean {
  const code = line.text.charCodeAt(line.from)
  return code >= 0x30 && code <= 0x39
}

/** Marks furniture in place: whole lines get `furniture`, margin numbers move `from` behind them. */
export function markFurniture(lines: Line[], format: Source['format']): void {
  for (const line of lines)
    if (!line.cue && !line.cell && line.to - line.from <= PAGE_LENGTH && PAGE.test(content(line)))
      line.furniture = 'page number'
  if (HAS_PAGES.has(format)) {
    markMarginNumbers(lines)
    markBareNumbers(lines)
  }
  markRunningHeaders(lines)
}

/** True when most numbers follow the one before by one common step, or start again on a new page. */
function isCounting(numbers: number[]): boolean {
  let regular = 0
  for (let at = 1; at < numbers.length; at++) {
    const step = (numbers[at] ?? 0) - (numbers[at - 1] ?? 0)
    if (step === 1 || step === 4 || step === 5 || step === 10 || (step < 0 && (numbers[at] ?? 0) <= 10))
      regular++
  }
  return regular >= 0.8 * (numbers.length - 1)
}

function markMarginNumbers(lines: Line[]): void {
  const found: { line: Line; number: number; width: number }[] = []
  for (const line of lines) {
    if (line.cell || line.cue || line.furniture || !startsWithDigit(line)) continue
    const match = MARGIN_NUMBER.exec(line.text)
    if (match?.[1]) found.push({ line, number: Number(match[1]), width: match[0].length })
  }
  const enough = Math.max(5, 0.1 * lines.length)
  if (found.length < enough || (found[0]?.number ?? 9) > 5 || !isCounting(found.map(({ number }) => number)))
    return
  for (const { line, width } of found) {
    if (width === line.to) line.furniture = 'line number'
    else line.from = width + (line.text.slice(width).length - line.text.slice(width).trimStart().length)
  }
}

function markBareNumbers(lines: Line[]): void {
  const found = lines.filter(
    (line) => startsWithDigit(line) && !line.furniture && !line.cell && BARE_NUMBER.test(content(line)),
  )
  const atEdge = found.length === 1 && (found[0] === lines[0] || found[0] === lines.at(-1))
  if (!atEdge && (found.length < 2 || !isCounting(found.map((line) => Number(content(line)))))) return
  for (const line of found) line.furniture = 'page or line number'
}

/** A short line that comes back, whatever its digits, nearly always next to a page number or at either end. */
function markRunningHeaders(lines: Line[]): void {
  if (!lines.some((line) => line.furniture)) return
  const isEdge = (line: Line | undefined) => line === undefined || !!line.furniture
  const isBeside = ({ index }: Line) => isEdge(lines[index - 1]) || isEdge(lines[index + 1])
  const short = lines.filter(
    (line) => !line.furniture && !line.cell && !line.cue && line.to - line.from <= 90,
  )
  const beside = Map.groupBy(short.filter(isBeside), anyNumber)
  if (beside.size === 0) return
  const all = Map.groupBy(short, anyNumber)
  for (const [key, group] of beside) {
    const everywhere = all.get(key)?.length ?? 0
    if (everywhere < 3 || group.length < 0.8 * everywhere || /[:：.?!]$/.test(key)) continue
    for (const line of all.get(key) ?? []) line.furniture = 'running header'
  }
}

const anyNumber = (line: Line) => content(line).replace(/\d+/g, '#')
