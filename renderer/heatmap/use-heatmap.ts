/** The heatmap for some settings, with the progress of counting and a way to stop it. */
import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Heatmap, HeatmapSettings } from '../../core/contract/analysis.ts'
import type { CoreError } from '../../core/contract/errors.ts'
import type { Progress } from '../../core/contract/index.ts'
import { useAsk } from '../data.ts'

export interface CountedHeatmap {
  /** The last one counted, while a new one is on its way. */
  heatmap: Heatmap | null
  error: CoreError | null
  /** Set when counting has gone on for long enough to say so. */
  progress: Progress | null
  /** Counting was stopped: what is shown belongs to other settings. */
  isStopped: boolean
  stop: () => void
  again: () => void
}

const UNKNOWN: Progress = { done: 0, total: 0, note: '' }
/** Shorter waits are not worth a word. */
const PATIENCE_MS = 500

export function useHeatmap(settings: HeatmapSettings): CountedHeatmap {
  const client = useQueryClient()
  const [progress, setProgress] = useState(UNKNOWN)
  const answer = useAsk('analysis.heatmap', settings, { keep: true, onProgress: setProgress })
  const isLong = useLong(answer.isFetching)
  return {
    heatmap: answer.data ?? null,
    error: answer.error,
    progress: isLong ? progress : null,
    isStopped:
      !answer.isFetching && answer.error === null && (answer.data === undefined || answer.isPlaceholderData),
    stop: () => void client.cancelQueries({ queryKey: ['analysis.heatmap', settings] }),
    again: () => void answer.refetch(),
  }
}

/** True once `isBusy` has lasted for a while. */
function useLong(isBusy: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isBusy) return
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isBusy])
  return isLong
}
