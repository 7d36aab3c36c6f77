/** Transcripts: the list, one in full, and how far its coding has come. */
import { z } from 'zod'
import { DocumentStatus } from '../../core/contract/common.ts'
import type { Output } from '../../core/contract/index.ts'
import { documentOf } from '../find.ts'
import type { Ask } from '../session.ts'
import { percent, table } from '../text.ts'
import { verb } from '../verb.ts'

const NONE = 'No transcripts yet. Bring some in with: waymark import <project> <files or folders>'

export const documents = verb({
  usage: 'documents <project>',
  about: 'List the transcripts.',
  accepts: z.object({ project: z.string() }),
  run: async ({ project }, session) => {
    const ask = await session.read(project)
    const { documents } = await ask('documents.list', {})
    return {
      json: { documents },
      text: table(
        documents,
        {
          id: (row) => String(row.document),
          name: (row) => row.name,
          kind: (row) => row.kind,
          status: (row) => row.status,
          words: (row) => row.words,
          turns: (row) => row.turns,
          codings: (row) => row.codings,
          coded: (row) => percent(row.coded),
        },
        NONE,
      ),
    }
  },
})

type Read = Output<'documents.read'>

function turnsOf({ turns, speakers }: Read) {
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  return turns.map(({ id, kind, speaker, start, end, at }) => {
    const who = speaker === null ? undefined : byId.get(speaker)
    return { turn: id, kind, speaker: who?.label ?? null, role: who?.role ?? null, start, end, at }
  })
}

/** The passages of a transcript in reading order, their codes by short id. */
async function passagesOf(ask: Ask, { document, text }: Pick<Read, 'document' | 'text'>) {
  const [{ passages }, { codes }, { coders }] = await Promise.all([
    ask('codings.inDocument', { document }),
    ask('codebook.list', {}),
    ask('project.coders', {}),
  ])
  const codeOf = new Map(codes.map((code) => [code.id, code]))
  const coderOf = new Map(coders.map(({ id, name }) => [id, name]))
  return passages
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map(({ id, start, end, coder, flagged, codings }) => ({
      passage: id,
      start,
      end,
      quote: text.slice(start, end),
      coder: coderOf.get(coder) ?? '',
      flagged,
      codes: codings.flatMap(({ id, code, intensity, stance, origin }) => {
        const known = codeOf.get(code)
        if (!known) return []
        return [
          { coding: id, code: known.code, name: known.name, family: known.family, intensity, stance, origin },
        ]
      }),
    }))
}

type Passages = Awaited<ReturnType<typeof passagesOf>>

function readable({ name, text }: Read, turns: ReturnType<typeof turnsOf>, passages: Passages): string {
  const speech = turns.map(({ speaker, start, end }) => {
    const words = text.slice(start, end)
    return speaker === null ? `[${words}]` : `${speaker}: ${words}`
  })
  const coded = passages.map(({ start, end, coder, quote, codes }) => {
    const uses = codes.map(({ code, intensity }) => (intensity === null ? code : `${code}:${intensity}`))
    return `${start}–${end}  ${uses.join(';')}  (${coder})\n    “${quote}”`
  })
  return [
    name,
    '',
    speech.join('\n\n'),
    ...(coded.length > 0 ? ['', 'Passages', coded.join('\n')] : []),
  ].join('\n')
}

export const document = verb({
  usage: 'document <project> <document>',
  about: 'Show a transcript, by id or name, with its turns and passages.',
  accepts: z.object({ project: z.string(), document: z.string() }),
  run: async ({ project, document }, session) => {
    const ask = await session.read(project)
    const read = await ask('documents.read', { document: (await documentOf(ask, document)).document })
    const turns = turnsOf(read)
    const passages = await passagesOf(ask, read)
    const { kind, status, date, name, text } = read
    return {
      json: { document: read.document, name, kind, status, date, text, turns, passages },
      text: readable(read, turns, passages),
    }
  },
})

export const status = verb({
  usage: 'status <project> <document> <status>',
  about: 'Mark a transcript as imported, coding or complete.',
  accepts: z.object({ project: z.string(), document: z.string(), status: DocumentStatus }),
  run: async ({ project, document, status }, session) => {
    const ask = await session.write(project)
    const found = await documentOf(ask, document)
    const { step } = await ask('documents.describe', { document: found.document, status })
    return {
      json: { document: found.document, name: found.name, status, step },
      text: `${found.name} is marked ${status}.`,
    }
  },
})
