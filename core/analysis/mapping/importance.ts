/** What matters against what frustrates: where a change would count for most. */
import type { z } from 'zod'
import type { mapping } from '../../contract/mapping.ts'
import type { ReadableDb } from '../../db/database.ts'
import { definitionInWords, frustration } from '../codebook.ts'
import { countedInWords, filtersInWords } from '../heatmap/caption.ts'
import { CAVEAT } from '../stats/format.ts'
import { participantsIn } from '../summary/gather.ts'
import { strengthOf } from '../summary/profile.ts'
import { gatherEverywhere } from './everywhere.ts'

type Asked = z.output<typeof mapping.importance.input>
type Answer = z.input<typeof mapping.importance.output>

const MATTERS = ['layer.what_matters', 'layer.moment_of_truth']

/** Importance is the share of those who spoke of it who say that it matters or was a moment of truth. */
export function importanceMap(db: ReadableDb, asked: Asked): Answer {
  const { layout, byRow } = gatherEverywhere(db, asked)
  const { codebook, frame, thresholds } = layout
  const weights = frustration(codebook, asked.frustration)
  const layers = new Set(MATTERS.flatMap((key) => codebook.byKey.get(key)?.id ?? []))
  const points = frame.rows.list.flatMap(({ code }) => {
    const said = byRow.get(code.key)
    if (!said) return []
    const E = participantsIn(said).size
    const F = participantsIn(said.filter((item) => strengthOf(item, weights) > 0)).size
    const matters = participantsIn(
      said.filter(({ evidence }) => evidence.codes.some((id) => layers.has(id))),
    ).size
    const shares = { importance: matters / E, frustration: F / E }
    return [{ id: code.key, name: code.name, E, F, matters, ...shares, small: E < thresholds.smallN }]
  })
  const axes =
    'Importance: participants who say that it matters or was a moment of truth; frustration: participants with frustration; both of those who spoke of it.'
  const caption = [
    axes,
    `Frustration: ${definitionInWords(codebook, asked.frustration)}.`,
    countedInWords(asked.scope, frame.sample),
    ...filtersInWords(asked.scope),
    CAVEAT,
  ].join(' ')
  return { points, caption }
}
