/** The frustration heatmap: touchpoints down the side, emotions or segments across the top, people counted once. */
import { measureOf, type Heatmap, type HeatmapSettings } from '../../contract/analysis.ts'
import type { Codebook } from '../codebook.ts'
import { OVERLAP_RULE } from '../evidence/episodes.ts'
import { captionOf } from './caption.ts'
import { cellOf, type Figure } from './cell.ts'
import { countUp, type Counts, type RowCount } from './counts.ts'
import type { Layout } from './layout.ts'
import { survivalOf } from './survival.ts'
import { WHOLE, type Tallies } from './tally.ts'

/** The column id of a row's total. */
const TOTAL = 'total'
const REASONS = 5

type RowOut = Heatmap['rows'][number]

export interface Built {
  readonly heatmap: Heatmap
  /** The people behind each of its rows: behind the total, and behind the cells in the order of the columns. */
  readonly lines: readonly { readonly total: Figure; readonly cells: readonly Figure[] }[]
}

interface Line {
  readonly row: number
  readonly count: RowCount
  readonly total: Figure
}

/** The whole figure, without bootstrap intervals. Cells of rows that have not changed since are taken as they are. */
export function buildHeatmap(layout: Layout, counts: Counts = countUp(layout)): Built {
  const { codebook, frame, thresholds, settings } = layout
  const shown = shownColumns(layout, counts)
  const figureAt = figureReader(layout)
  const lines = counts.rows.flatMap((count, row): Line[] => {
    const archived = frame.rows.list[row]?.code.archived ?? false
    if (count.spoke.size === 0 && (!settings.all || archived)) return []
    return [{ row, count, total: figureAt(row, count, WHOLE) }]
  })
  const ordered = settings.sort === 'measure' ? byMeasure(lines, settings.measure) : lines
  const why = reasonMix(codebook)
  const built = ordered.map(({ row, count, total }) => ({
    total,
    cells: shown.map((column) => figureAt(row, count, column)),
  }))
  return {
    lines: built,
    heatmap: {
      rows: ordered.flatMap(({ row, count, total }): RowOut[] => {
        const about = frame.rows.list[row]
        if (!about) return []
        const { code, journey, stage } = about
        const head = { id: code.key, name: code.name, journey, stage, topThree: null }
        return [{ ...head, total: total.cell, why: why(count) }]
      }),
      columns: shown.flatMap((column) => frame.columns.list[column] ?? []),
      cells: built.flatMap(({ cells }) => cells.map(({ cell }) => cell)),
      survival: survivalOf(
        counts.rows.map(({ spoke }) => spoke),
        thresholds.smallN,
      ),
      settings: settingsOut(layout),
    },
  }
}

/** How to work out the figure of a row and column, once for each count. */
function figureReader(layout: Layout): (row: number, count: RowCount, column: number) => Figure {
  const { frame, thresholds } = layout
  const { sample, columns, rows } = frame
  const segments = segmentSizes(layout)
  const everyone = { P: sample.participants.length, words: sumWords(sample.voices) }
  return (row, count, column) => {
    const known = count.figures.get(column)
    if (known) return known
    const felt: Tallies = column === WHOLE ? count.spoke : (count.columns.get(column) ?? new Map())
    const spoke = columns.kind === 'emotion' ? count.spoke : felt
    const size = column === WHOLE ? everyone : (segments?.[column] ?? everyone)
    const at = { row: rows.list[row]?.code.key ?? '', column: columns.list[column]?.id ?? TOTAL }
    const figure = { cell: cellOf({ ...at, spoke, felt, ...size }, thresholds), spoke, felt }
    count.figures.set(column, figure)
    return figure
  }
}

function settingsOut({ settings, codebook, frame, thresholds }: Layout): Heatmap['settings'] {
  return {
    ...settings,
    participants: frame.sample.participants.length,
    documents: frame.sample.documents.length,
    unfinished: frame.sample.unfinished,
    overlapRule: OVERLAP_RULE,
    caption: captionOf(settings, codebook, frame.sample, thresholds),
    smallN: thresholds.smallN,
    thinN: thresholds.thinN,
  }
}

interface Size {
  P: number
  words: number
}

const sumWords = (voices: readonly { words: number }[]): number =>
  voices.reduce((sum, { words }) => sum + words, 0)

/** Participants and words of each segment; null where a column does not restrict who is in scope. */
function segmentSizes({ frame: { sample, columns } }: Layout): Size[] | null {
  if (columns.kind !== 'voice') return null
  const people = columns.list.map(() => new Set<number>())
  const words = columns.list.map(() => 0)
  for (const voice of sample.voices) {
    for (const column of columns.of(voice)) {
      people[column]?.add(voice.participant)
      words[column] = (words[column] ?? 0) + voice.words
    }
  }
  return people.map((set, column) => ({ P: set.size, words: words[column] ?? 0 }))
}

/** Segments of people are all shown, coded or not; emotions, codes and coders only where they are in use. */
function shownColumns({ frame: { columns } }: Layout, counts: Counts): number[] {
  const places = columns.list.map((_, place) => place)
  if (columns.kind === 'voice') return places
  return places.filter((place) => counts.rows.some((count) => count.columns.has(place)))
}

/** The reasons most people gave. */
function reasonMix({ inOrder }: Codebook): (count: RowCount) => RowOut['why'] {
  const reasons = inOrder.filter(({ family }) => family === 'reason')
  return ({ why }) =>
    reasons
      .flatMap(({ id, key, name }) => {
        const participants = why.get(id)?.size ?? 0
        return participants > 0 ? [{ code: key, name, participants }] : []
      })
      .sort((a, b) => b.participants - a.participants)
      .slice(0, REASONS)
}

/** Highest first; rows with too few participants to colour come last, in journey order. */
function byMeasure(lines: readonly Line[], measure: HeatmapSettings['measure']): Line[] {
  const rank = ({ total: { cell } }: Line): number => {
    const value = cell.state === 'value' || cell.state === 'zero' ? measureOf(cell, measure) : null
    return value ?? -Infinity
  }
  return lines.toSorted((a, b) => (rank(b) > rank(a) ? 1 : Number(rank(b) < rank(a)) * -1))
}
