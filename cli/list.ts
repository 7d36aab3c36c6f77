/** Verbs that ask one question and show its answer as one table. */
import { z } from 'zod'
import type { Name, Output } from '../core/contract/index.ts'
import { table } from './text.ts'
import { verb, type Verb } from './verb.ts'

type Cell = string | number | null

/** A question without input, its rows, and the columns they are shown in. */
export function list<K extends Name, Row>(
  name: string,
  about: string,
  question: K,
  rowsOf: (answer: Output<K>) => readonly Row[],
  columns: Record<string, (row: Row) => Cell>,
): Verb {
  return verb({
    usage: `${name} <project>`,
    about,
    accepts: z.object({ project: z.string() }),
    run: async ({ project }, session) => {
      const ask = await session.read(project)
      const answer = (await ask<Name>(question, {})) as Output<K>
      return { json: answer, text: table(rowsOf(answer), columns, 'There are none yet.') }
    },
  })
}
