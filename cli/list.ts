/** Verbs that ask one question and show its answer as one table. */
import { z } from 'zod'
import type { Name, Output } from '../core/contract/index.ts'
import { parseScope, SCOPE_HELP } from './scope.ts'
import { table } from './text.ts'
import { verb, type Verb } from './verb.ts'

type Cell = string | number | null

interface More<K extends Name> {
  /** Takes `--scope`. */
  scoped?: boolean
  /** A sentence below the table. */
  sentence?: (answer: Output<K>) => string
}

/** A question without other input, its rows, and the columns they are shown in. */
export function list<K extends Name, Row>(
  name: string,
  about: string,
  question: K,
  rowsOf: (answer: Output<K>) => readonly Row[],
  columns: Record<string, (row: Row) => Cell>,
  { scoped = false, sentence = () => '' }: More<K> = {},
): Verb {
  return verb({
    usage: `${name} <project>`,
    about,
    options: scoped ? { '--scope <scope>': SCOPE_HELP } : {},
    accepts: z.object({ project: z.string(), scope: z.string().default('') }),
    run: async ({ project, scope }, session) => {
      const ask = await session.read(project)
      const input = scoped ? { scope: await parseScope(scope, ask) } : {}
      const answer = (await ask<Name>(question, input)) as Output<K>
      const text = `${table(rowsOf(answer), columns, 'There are none yet.')}\n${sentence(answer)}`
      return { json: answer, text: text.trimEnd() }
    },
  })
}
