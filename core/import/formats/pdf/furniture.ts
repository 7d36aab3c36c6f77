/** Tells what belongs to the pages of a PDF rather than to its text: headers, footers, numbers in the margin. */
import type { Aside } from '../../model.ts'
import type { Row } from './rows.ts'

/** Rows from the top and the bottom of a page that may be a header or footer. */
const EDGE = 3
const WORD = String.raw`(?:page|seite|pagina|página|tudalen|p\.?)`
const COUNT = String.raw`\d{1,5}(?:\s*(?:/|of|von|de|o)\s*\d{1,5})?`
const PAGE_NUMBER = new RegExp(String.raw`^[-–—]?\s*(?:${WORD}\s*)?${COUNT}\s*[-–—]?$`, 'i')
/** Says that it is a page number, so it is one wherever it stands: on condensed pages also in the middle. */
const NAMED_PAGE = new RegExp(
  String.raw`^(?:${WORD}\s*${COUNT}|(?:\d{1,5}\s*)?\(pages \d{1,5} to \d{1,5}\))$`,
  'i',
)

/** Takes repeated headers, footers and page numbers out of `pages`; each different text is returned once. */
export function removeFurniture(pages: Row[][]): Aside[] {
  const repeated = findRepeated(pages)
  const asides = new Map<string, Aside>()
  for (const [index, rows] of pages.entries()) {
    const furniture = new Map<Row, Aside['where']>()
    for (const { row, where } of edges(rows)) {
      const text = textOf(row)
      if (repeated.has(keyOf(row)) || PAGE_NUMBER.test(text)) furniture.set(row, where)
    }
    for (const row of rows) if (NAMED_PAGE.test(textOf(row))) furniture.set(row, 'footer')
    // A page that would be left empty held text after all.
    if (furniture.size === rows.length) continue
    pages[index] = rows.filter((row) => !furniture.has(row))
    for (const [row, where] of furniture) {
      const text = textOf(row)
      if (!PAGE_NUMBER.test(text) && !NAMED_PAGE.test(text)) asides.set(text, { where, text })
    }
  }
  return [...asides.values()]
}

/**
 * Keys of rows that stand at one height on enough pages, apart from their numbers, and hardly anywhere else:
 * a name above what is said may head several pages, but stands between their edges too.
 */
function findRepeated(pages: Row[][]): Set<string> {
  const counts = new Map<string, number>()
  const alone = new Map<string, number>()
  const everywhere = new Map<string, number>()
  for (const rows of pages) {
    for (const row of rows) everywhere.set(wordsOf(row), (everywhere.get(wordsOf(row)) ?? 0) + 1)
    for (const key of new Set(edges(rows).map(({ row }) => keyOf(row)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (rows.length === 1) alone.set(key, (alone.get(key) ?? 0) + 1)
    }
  }
  const enough = Math.max(2, pages.length * 0.4)
  const repeated = [...counts].filter(([key, count]) => {
    const elsewhere = (everywhere.get(key.slice(key.indexOf(' ') + 1)) ?? 0) - count
    return count >= enough && (alone.get(key) ?? 0) < count / 2 && elsewhere <= count / 2
  })
  return new Set(repeated.map(([key]) => key))
}

function edges(rows: Row[]): { row: Row; where: 'header' | 'footer' }[] {
  const sorted = [...rows].sort((a, b) => a.y - b.y)
  const top = sorted.slice(0, EDGE).map((row) => ({ row, where: 'header' as const }))
  const bottom = sorted
    .slice(Math.max(EDGE, sorted.length - EDGE))
    .map((row) => ({ row, where: 'footer' as const }))
  return [...top, ...bottom]
}

const keyOf = (row: Row) => `${Math.round(row.y / 4)} ${wordsOf(row)}`

/** The text of a row, whatever its numbers. */
const wordsOf = (row: Row) => textOf(row).replaceAll(/\d+/g, '#')

function textOf(row: Row): string {
  return row.segments
    .map(({ text }) => text.trim())
    .join('  ')
    .trim()
}

/** Share of rows from which numbers in the margin count lines; below it they count paragraphs. */
const EVERY_LINE = 0.9
/** Fewest numbers that make a column of numbers. */
const MIN_NUMBERS = 4

/** Takes numbers out of the margins; a paragraph's number marks its row. Returns how many were taken. */
export function removeMarginNumbers(pages: Row[][]): number {
  const columns = [0, 1, 2].map((column) => pages.map((rows) => rows.filter((row) => row.column === column)))
  const counted = columns.filter((parts) => isCount(parts.flatMap((rows) => rows.filter(startsWithNumber))))
  if (counted.length === 0) return 0
  const rows = counted.flat(2)
  const numbered = rows.filter(startsWithNumber)
  const countsParagraphs = numbered.length < rows.length * EVERY_LINE && !countsByFives(numbered)
  // Where one column is numbered, a number that opens a line of another is a line number too.
  const taken = columns.flat(2).filter(startsWithNumber)
  for (const row of taken) {
    row.segments.shift()
    row.x0 = Math.min(...row.segments.map(({ x0 }) => x0))
    if (countsParagraphs) row.numbered = true
  }
  return taken.length
}

function startsWithNumber(row: Row): boolean {
  return row.segments.length > 1 && /^\d{1,5}$/.test(row.segments[0]?.text ?? '')
}

function numberOf(row: Row): number {
  return Number(row.segments[0]?.text)
}

/** Numbers in a narrow strip that mostly grow by equal steps. */
function isCount(rows: Row[]): boolean {
  if (rows.length < MIN_NUMBERS) return false
  const starts = rows.map((row) => row.segments[0]?.x0 ?? 0)
  const ends = rows.map((row) => row.segments[0]?.x1 ?? 0)
  const strip = Math.max(...ends) - Math.min(...starts)
  if (strip > Math.max(...rows.map(({ size }) => size)) * 4) return false
  const steps = rows.slice(1).map((row, index) => numberOf(row) - numberOf(rows[index] ?? row))
  const usual = steps.filter((step) => step === 1 || step === 5).length
  return usual >= steps.length * 0.8
}

function countsByFives(rows: Row[]): boolean {
  return rows.filter((row) => numberOf(row) % 5 === 0).length > rows.length * 0.8
}
