/** What was done, and taking it back. */
import { z } from 'zod'
import { count, table } from '../text.ts'
import { verb } from '../verb.ts'

const moving = (way: 'undo' | 'redo', about: string, done: string) =>
  verb({
    usage: `${way} <project>`,
    about,
    accepts: z.object({ project: z.string() }),
    run: async ({ project }, session) => {
      const ask = await session.write(project)
      const { moved, sentence } = await ask(`history.${way}`, {})
      return {
        json: { step: moved, label: sentence },
        text: moved === null ? `There is nothing to ${way}.` : `${done}: ${sentence}.`,
      }
    },
  })

export const undo = moving('undo', 'Take back the last step.', 'Undone')
export const redo = moving('redo', 'Do the step that was undone last once more.', 'Redone')

export const log = verb({
  usage: 'log <project>',
  about: 'List the steps, newest first: who did what, when.',
  options: { '--limit <n>': 'how many steps (20)' },
  accepts: z.object({
    project: z.string(),
    limit: z.coerce.number().int().min(1).max(10_000).default(20),
  }),
  run: async ({ project, limit }, session) => {
    const ask = await session.read(project)
    const { steps, total } = await ask('history.log', { limit })
    const rows = table(
      steps,
      {
        step: (row) => String(row.step),
        at: (row) => row.at.slice(0, 16).replace('T', ' '),
        coder: (row) => row.coder,
        what: (row) => (row.undone ? `${row.label} (undone)` : row.label),
      },
      'Nothing has been done in this project yet.',
    )
    const more = total - steps.length
    return { json: { steps, total }, text: more > 0 ? `${rows}\n… and ${count(more, 'earlier step')}` : rows }
  },
})
