/** The people in a study. */
import { z } from 'zod'
import { readText } from '../files.ts'
import { count, table } from '../text.ts'
import { verb } from '../verb.ts'

export const participants = verb({
  usage: 'participants <project>',
  about: 'List the participants, or bring in a table of them.',
  options: {
    '--csv <file>': 'participant,role,<attribute id>… with one row a participant; - for standard input',
  },
  accepts: z.object({ project: z.string(), csv: z.string().optional() }),
  run: async ({ project, csv }, session) => {
    if (csv !== undefined) {
      const ask = await session.write(project)
      const done = await ask('participants.importTable', { csv: await readText(csv) })
      const failed = done.failed.map(({ line, message }) => `Line ${line}: ${message}`)
      return {
        json: done,
        text: [`${done.matched} matched, ${done.added} added.`, ...failed].join('\n'),
        failed: done.matched + done.added === 0,
      }
    }
    const ask = await session.read(project)
    const { participants } = await ask('participants.list', {})
    return {
      json: { participants },
      text: table(
        participants,
        {
          id: (row) => String(row.id),
          name: (row) => row.name,
          role: (row) => row.role,
          words: (row) => row.words,
          passages: (row) => row.passages,
          transcripts: (row) => row.documents.map(({ name }) => name).join(', '),
          '': (row) => (row.withdrawn === null ? '' : 'withdrawn'),
        },
        `${count(0, 'participant')}.`,
      ),
    }
  },
})
