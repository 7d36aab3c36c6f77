/** Suggestions with their reasons; they are shown, never applied. */
import { z } from 'zod'
import { readText } from '../files.ts'
import { documentOf } from '../find.ts'
import type { Ask } from '../session.ts'
import { table } from '../text.ts'
import { UsageError, verb, type Answer } from '../verb.ts'

/** Each line by itself, as if a participant had said it. Lines are counted from 1; empty ones keep their number. */
async function forLines(file: string): Promise<Answer> {
  const { suggestLines } = await import('../../core/suggest/suggest.ts')
  const lines = (await readText(file)).replace(/\r?\n$/, '').split(/\r?\n/)
  const suggestions = suggestLines(lines).map((suggestion, at) => ({
    line: at + 1,
    text: lines[at] ?? '',
    ...suggestion,
  }))
  return {
    json: { suggestions },
    text: table(
      suggestions,
      {
        line: (row) => String(row.line),
        score: (row) => row.sentiment.score.toFixed(2),
        level: (row) => row.sentiment.level,
        label: (row) => row.sentiment.label,
        emotions: (row) => row.emotions.map(({ code }) => code).join(', '),
      },
      'There are no lines in the file.',
    ),
  }
}

async function documentsIn(ask: Ask, document: string | undefined) {
  return document === undefined
    ? (await ask('documents.list', {})).documents
    : [await documentOf(ask, document)]
}

async function forTranscripts(ask: Ask, document: string | undefined): Promise<Answer> {
  const documents = await documentsIn(ask, document)
  const suggestions = []
  const hidden = []
  for (const { document, name } of documents) {
    const answer = await ask('suggest.forDocument', { document, withCodes: true })
    if (answer.hidden) hidden.push(name)
    suggestions.push(...answer.suggestions.map((suggestion) => ({ ...suggestion, name })))
  }
  const rows = table(
    suggestions,
    {
      transcript: (row) => row.name,
      place: (row) => `${row.start}–${row.end}`,
      score: (row) => row.sentiment.score.toFixed(2),
      label: (row) => row.sentiment.label,
      suggested: (row) => [...row.emotions, ...row.codes].map(({ code }) => code).join(', '),
    },
    'No suggestions.',
  )
  const held = hidden.length === 0 ? '' : `\nHeld back until coding is complete: ${hidden.join(', ')}`
  return { json: { suggestions, hidden }, text: rows + held }
}

export const suggest = verb({
  usage: 'suggest [project] [document]',
  about: 'Suggest sentiment, emotions and codes, each with its reasons.',
  options: { '--lines <file>': 'one passage a line, without a project; - for standard input' },
  accepts: z.object({
    project: z.string().optional(),
    document: z.string().optional(),
    lines: z.string().optional(),
  }),
  run: async ({ project, document, lines }, session) => {
    if (lines !== undefined) {
      if (project !== undefined) throw new UsageError('Give either a project or --lines, not both.')
      return forLines(lines)
    }
    if (project === undefined) throw new UsageError('Give a project, or a file with --lines.')
    return forTranscripts(await session.read(project), document)
  },
})
