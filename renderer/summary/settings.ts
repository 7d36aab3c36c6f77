/** What a summary is about, kept in the address. */
import { HeatmapSettings, type Scope, type TouchpointSummary } from '../../core/contract/analysis.ts'
import { formatRoute, type Route } from '../app/routes.ts'
import { readScope, writeScope } from '../evidence/scope-query.ts'

export interface SummaryView {
  touchpoint: string | null
  scope: Scope
  frustration: HeatmapSettings['frustration']
  /** Chance is repeatable: the same seed draws the same quotes. */
  seed: number
  /** The number that is open: `emotion:anger`. */
  open: string | null
  /** Touchpoints nobody mentioned are listed too. */
  all: boolean
}

/** What every part of the page is given. */
export interface PartProps {
  summary: TouchpointSummary
  /** Opens the passages behind a number. */
  onOpen: (name: string) => void
}

const { frustration: Frustration, seed: Seed } = HeatmapSettings.shape
const USUAL = HeatmapSettings.parse({})

export function readSummary({ path, query }: Route): SummaryView {
  const seed = Seed.safeParse(Number(query['seed'] ?? USUAL.seed))
  const frustration = Frustration.safeParse(query['frustration'])
  return {
    touchpoint: path[0] ?? null,
    scope: readScope(query),
    frustration: frustration.success ? frustration.data : USUAL.frustration,
    seed: seed.success ? seed.data : USUAL.seed,
    open: query['open'] ?? null,
    all: query['all'] === '1',
  }
}

export function writeSummary(view: SummaryView): Pick<Route, 'path' | 'query'> & { room: 'touchpoints' } {
  const { touchpoint, scope, frustration, seed, open, all } = view
  return {
    room: 'touchpoints',
    path: touchpoint === null ? [] : [touchpoint],
    query: {
      ...(frustration === USUAL.frustration ? {} : { frustration }),
      ...(seed === USUAL.seed ? {} : { seed: String(seed) }),
      ...(all ? { all: '1' } : {}),
      ...(open === null ? {} : { open }),
      ...writeScope(scope),
    },
  }
}

/** A link to the passages behind a number of this summary. */
export const linkTo = (view: SummaryView, open: string): string =>
  formatRoute(writeSummary({ ...view, open }))
