/** How sure a heatmap is: bootstrap intervals of the index and the chance of each row being in the top three. */
import type { Cell, Heatmap } from '../../contract/analysis.ts'
import type { JobContext } from '../../context.ts'
import { workers } from '../../jobs/worker.ts'
import type { Interval } from '../stats/interval.ts'
import type { Figure } from './cell.ts'
import type { Built } from './heatmap.ts'
import type { Layout } from './layout.ts'
import { indexScore, scored, wasMarked } from './scored.ts'

const TOP = 3
/** Minutes more than the largest study with the most draws takes; whoever will not wait stops it sooner. */
const LIMIT_MS = 10 * 60_000
const MESSAGES = {
  slow: 'Drawing the participants again took longer than ten minutes and was stopped. Ask for fewer draws, or count fewer people.',
  large:
    'Drawing the participants again needed more memory than it may use and was stopped. Ask for fewer draws, or count fewer people.',
}

/** What is known of a figure, and of which seed and how many draws. */
const drawn = new WeakMap<Figure, { by: string; interval: Interval | null }>()

/**
 * The heatmap with what `settings.bootstrap` asks for. Everyone in scope is drawn again, once for all figures, in a worker
 * thread. Figures that are still the same object as in an earlier answer keep their interval. Throws `cancelled`.
 */
export async function withCertainty(
  { heatmap, lines }: Built,
  { settings, frame, thresholds }: Layout,
  { signal, progress }: Pick<JobContext, 'signal' | 'progress'>,
): Promise<Heatmap> {
  const { seed, draws, measure } = settings
  const { participants } = frame.sample
  const by = `${seed} ${draws}`
  // A cell whose rules print no figure has no interval either.
  const asked = lines.map(({ total, cells }) =>
    [total, ...cells].filter((figure) => figure.cell.state === 'value' && drawn.get(figure)?.by !== by),
  )
  const rankScore = measure === 'index' ? indexScore : wasMarked
  const means = scored(
    lines.map(({ total }, row) => [
      { figure: total, scoreOf: rankScore },
      ...(asked[row] ?? []).map((figure) => ({ figure, scoreOf: indexScore })),
    ]),
    participants,
  )
  const rows = lines.map(({ total }, row) => {
    const [rank = null, ...cells] = means[row] ?? []
    return { rank: total.cell.E < thresholds.smallN ? null : rank, cells }
  })
  const { intervals, chances } = await workers.run(
    'heatmap.draw',
    { participants: participants.length, seed, draws, rows, top: TOP },
    { signal, progress, limitMs: LIMIT_MS, messages: MESSAGES },
  )
  asked.forEach((figures, row) =>
    figures.forEach((figure, i) => drawn.set(figure, { by, interval: intervals[row]?.[i] ?? null })),
  )
  return {
    ...heatmap,
    rows: heatmap.rows.map((row, i) => ({
      ...row,
      total: withInterval(row.total, lines[i]?.total),
      topThree: chances[i] ?? null,
    })),
    cells: lines.flatMap(({ cells }) => cells.map((figure) => withInterval(figure.cell, figure))),
  }
}

function withInterval(cell: Cell, figure: Figure | undefined): Cell {
  const interval = figure && drawn.get(figure)?.interval
  return interval ? { ...cell, indexLow: interval.low, indexHigh: interval.high } : cell
}
