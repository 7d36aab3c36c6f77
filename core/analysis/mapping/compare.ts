/** Two segments side by side: how much more often one is frustrated, with an interval, and never a test. */
import type { z } from 'zod'
import type { Scope } from '../../contract/analysis.ts'
import type { mapping } from '../../contract/mapping.ts'
import type { ReadableDb } from '../../db/database.ts'
import { definitionInWords, frustration } from '../codebook.ts'
import { countedInWords, filtersInWords } from '../heatmap/caption.ts'
import { riskDifference } from '../stats/effect.ts'
import { CAVEAT } from '../stats/format.ts'
import { participantsIn } from '../summary/gather.ts'
import { strengthOf } from '../summary/profile.ts'
import { gatherEverywhere, type Everywhere } from './everywhere.ts'

type Asked = z.output<typeof mapping.compare.input>
type Answer = z.input<typeof mapping.compare.output>
type Place = Answer['rows'][number]['first']

export function compareSegments(db: ReadableDb, asked: Asked): Answer {
  const { first, second, rows, frustration: definition } = asked
  const sides = [first, second].map(({ scope }) =>
    gatherEverywhere(db, { scope, rows, frustration: definition }),
  )
  const [one, other] = sides
  if (!one || !other) return { rows: [], caption: '' }
  const { codebook, frame } = one.layout
  const weights = frustration(codebook, definition)
  return {
    rows: frame.rows.list.flatMap(({ code }) => {
      if (!one.byRow.has(code.key) && !other.byRow.has(code.key)) return []
      const [a, b] = [placeOf(one, code.key, weights), placeOf(other, code.key, weights)]
      const effect = riskDifference({ count: a.F, n: a.E }, { count: b.F, n: b.E })
      return [
        {
          id: code.key,
          name: code.name,
          first: a,
          second: b,
          difference: effect?.difference ?? null,
          low: effect?.interval.low ?? null,
          high: effect?.interval.high ?? null,
          enough: effect?.enough ?? false,
        },
      ]
    }),
    caption: [
      `Difference of the shares F/E, first less second, with Newcombe’s 95% interval. Frustration: ${definitionInWords(codebook, definition)}.`,
      inWords(first.name, first.scope, one),
      inWords(second.name, second.scope, other),
      CAVEAT,
    ].join(' '),
  }
}

function placeOf({ layout, byRow }: Everywhere, key: string, weights: ReadonlyMap<number, number>): Place {
  const said = byRow.get(key) ?? []
  return {
    P: layout.frame.sample.participants.length,
    E: participantsIn(said).size,
    F: participantsIn(said.filter((item) => strengthOf(item, weights) > 0)).size,
  }
}

const inWords = (name: string, scope: Scope, { layout }: Everywhere): string =>
  [`${name}:`, countedInWords(scope, layout.frame.sample), ...filtersInWords(scope)].join(' ')
