/** What the heatmap shows, kept in the address: settings, looks and the cell that is open. */
import { HeatmapSettings } from '../../core/contract/analysis.ts'
import { readScope, writeScope, type Query } from '../evidence/scope-query.ts'

/** What a number in the grid counts; null stands for all rows or all columns. */
export interface Spot {
  row: string | null
  column: string | null
  /** A reason given in the row, whatever the columns are. */
  reason?: string
}

export interface View {
  settings: HeatmapSettings
  /** Percentages above the counts. */
  percent: boolean
  /** Touchpoints across the top. */
  transposed: boolean
  /** The cell whose passages are shown. */
  open: Spot | null
}

const CHOICES = ['rows', 'columns', 'measure', 'frustration', 'sort'] as const
const NUMBERS = ['seed', 'draws'] as const
const SWITCHES = ['all', 'bootstrap'] as const

const USUAL: HeatmapSettings = HeatmapSettings.parse({})

/** Settings that make no sense fall back to the usual ones, each by itself. */
export function readView(query: Query): View {
  const said: Record<string, unknown> = {
    ...Object.fromEntries(CHOICES.map((key) => [key, query[key]])),
    ...Object.fromEntries(NUMBERS.map((key) => [key, Number(query[key])])),
    ...Object.fromEntries(SWITCHES.map((key) => [key, query[key] === '1'])),
  }
  const understood = Object.entries(HeatmapSettings.shape).filter(
    ([key, shape]) => shape.safeParse(said[key]).success,
  )
  return {
    settings: HeatmapSettings.parse({
      ...Object.fromEntries(understood.map(([key]) => [key, said[key]])),
      scope: readScope(query),
    }),
    percent: query['percent'] === '1',
    transposed: query['transposed'] === '1',
    open: readSpot(query['open']),
  }
}

/** Only what differs from the usual, so that links stay short. */
export function writeView({ settings, percent, transposed, open }: View): Record<string, string> {
  const query: Record<string, string> = {}
  for (const key of [...CHOICES, ...NUMBERS]) {
    if (settings[key] !== USUAL[key]) query[key] = String(settings[key])
  }
  for (const key of SWITCHES) if (settings[key]) query[key] = '1'
  if (percent) query['percent'] = '1'
  if (transposed) query['transposed'] = '1'
  if (open !== null) query['open'] = writeSpot(open)
  return { ...query, ...writeScope(settings.scope) }
}

/** `CMP4.2 frustration`, `CMP4.2 ?why.delay`: a row's id holds no space, and a lone row or column leaves its side empty. */
const writeSpot = ({ row, column, reason }: Spot): string =>
  `${row ?? ''} ${reason === undefined ? (column ?? '') : `?${reason}`}`

function readSpot(text: string | undefined): Spot | null {
  const [, row = '', column = ''] = /^(\S*) (.*)$/s.exec(text ?? '') ?? []
  if (row === '' && column === '') return null
  return column.startsWith('?')
    ? { row: row || null, column: null, reason: column.slice(1) }
    : { row: row || null, column: column || null }
}
