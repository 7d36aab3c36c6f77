/** The touchpoints in journey order, with how many spoke of each and how many it frustrated. */
import { useMemo } from 'react'
import type { CoreError } from '../../core/contract/errors.ts'
import { HeatmapSettings } from '../../core/contract/analysis.ts'
import { useAsk } from '../data.ts'
import type { SummaryView } from './settings.ts'

export interface TouchpointRow {
  id: string
  name: string
  journey: string
  stage: string
  P: number
  E: number
  F: number
  /** Fewer than `smallN` people spoke of it: no figures. */
  isSmall: boolean
  isQuiet: boolean
}

export interface TouchpointRows {
  rows: readonly TouchpointRow[]
  isKnown: boolean
  error: CoreError | null
}

export function useTouchpoints({ scope, frustration, all }: SummaryView): TouchpointRows {
  const settings = useMemo(
    () => HeatmapSettings.parse({ scope, frustration, all }),
    [scope, frustration, all],
  )
  const { data, error } = useAsk('analysis.heatmap', settings, { keep: true })
  const rows = useMemo(
    () =>
      (data?.rows ?? []).map(({ id, name, journey, stage, total: { P, E, F, state } }) => ({
        id,
        name,
        journey,
        stage: stage ?? '',
        P,
        E,
        F,
        isSmall: state === 'small',
        isQuiet: E === 0,
      })),
    [data],
  )
  return { rows, isKnown: data !== undefined, error }
}
