/** The frustration heatmap: touchpoints down the side, emotions or segments across the top, people counted once. */
import { measureOf, type Cell, type Heatmap, type HeatmapSettings } from '../../contract/analysis.ts'
import type { Codebook } from '../codebook.ts'
import { OVERLAP_RULE } from '../evidence/episodes.ts'
import { captionOf } from './caption.ts'
import { cellOf, type CellBase } from './cell.ts'
import { countUp, type Counts } from './counts.ts'
import type { Layout } from './layout.ts'
import { survivalOf } from './survival.ts'
import type { Tallies } from './tally.ts'

/** The column id of a row's total. */
const TOTAL = 'total'
const REASONS = 5

type RowOut = Heatmap['rows'][number]

export interface Built {
  readonly heatmap: Heatmap
  /** The tallies behind each cell and total, for what is computed only when asked for. */
  readonly bases: ReadonlyMap<Cell, CellBase>
}

/** The whole figure, without bootstrap intervals. */
export function buildHeatmap(layout: Layout): Built {
  const { codebook, frame, thresholds, settings } = layout
  const counts = countUp(frame, layout.read, codebook, layout.feelings)
  const segments = segmentSizes(layout)
  const shown = shownColumns(layout, counts)
  const bases = new Map<Cell, CellBase>()
  const figure = (base: CellBase): Cell => {
    const cell = cellOf(base, thresholds)
    bases.set(cell, base)
    return cell
  }

  const everyone = { P: frame.sample.participants.length, words: sumWords(frame.sample.voices) }
  const lines = frame.rows.list.flatMap(({ code, journey, stage }, row) => {
    const spoke = counts.totals[row] ?? new Map()
    if (spoke.size === 0 && (!settings.all || code.archived)) return []
    const total = figure({ row: code.key, column: TOTAL, spoke, felt: spoke, ...everyone })
    const head = { id: code.key, name: code.name, journey, stage, topThree: null }
    return [{ row, head: { ...head, total, why: whyMix(counts.why[row], codebook) } }]
  })
  const ordered = settings.sort === 'measure' ? byMeasure(lines, settings.measure) : lines
  const cells = ordered.flatMap(({ row, head }) =>
    shown.map((column) => {
      const felt: Tallies = counts.cells[row]?.get(column) ?? new Map()
      const spoke = frame.columns.kind === 'emotion' ? (counts.totals[row] ?? felt) : felt
      const size = segments?.[column] ?? everyone
      return figure({ row: head.id, column: frame.columns.list[column]?.id ?? '', spoke, felt, ...size })
    }),
  )
  return {
    bases,
    heatmap: {
      rows: ordered.map(({ head }) => head),
      columns: shown.flatMap((column) => frame.columns.list[column] ?? []),
      cells,
      survival: survivalOf(counts.totals, thresholds.smallN),
      settings: settingsOut(layout),
    },
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
  return places.filter((place) => counts.cells.some((line) => line.has(place)))
}

function whyMix(reasons: Counts['why'][number] | undefined, codebook: Codebook): RowOut['why'] {
  return codebook.inOrder
    .flatMap(({ id, key, name }) => {
      const participants = reasons?.get(id)?.size ?? 0
      return participants > 0 ? [{ code: key, name, participants }] : []
    })
    .sort((a, b) => b.participants - a.participants)
    .slice(0, REASONS)
}

/** Highest first; rows with too few participants to colour come last, in journey order. */
function byMeasure<T extends { head: RowOut }>(
  lines: readonly T[],
  measure: HeatmapSettings['measure'],
): T[] {
  const rank = ({ head: { total } }: T): number => {
    const value = total.state === 'value' || total.state === 'zero' ? measureOf(total, measure) : null
    return value ?? -Infinity
  }
  return lines.toSorted((a, b) => (rank(b) > rank(a) ? 1 : Number(rank(b) < rank(a)) * -1))
}
