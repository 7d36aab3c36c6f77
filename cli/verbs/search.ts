/** Finding words in transcripts, and passages by their codes. */
import { z } from 'zod'
import { ParticipantRole } from '../../core/contract/common.ts'
import { figure, several } from '../figure.ts'
import { pickCode } from '../find.ts'
import { count, table } from '../text.ts'
import { given, verb } from '../verb.ts'

const Limit = z.coerce.number().int().min(1).max(500).default(100)

export const search = verb({
  usage: 'search <project> <words>',
  about: 'Find words in transcripts: "damp mould", repair*, damp OR mould, damp NEAR/5 mould.',
  options: {
    '--pattern': 'the words are a regular expression (RE2)',
    '--limit <n>': 'how many turns (100)',
  },
  accepts: z.object({
    project: z.string(),
    words: z.string().min(1),
    pattern: z.boolean().default(false),
    limit: Limit,
  }),
  run: async ({ project, words, pattern, limit }, session) => {
    const ask = await session.read(project)
    const found = await ask(pattern ? 'search.pattern' : 'search.text', { text: words, limit })
    return {
      json: found,
      text: table(
        found.turns,
        {
          transcript: (row) => row.documentName,
          place: (row) => `${row.start}–${row.end}`,
          speaker: (row) => row.speaker,
          words: (row) => row.snippet.text,
        },
        'Nothing found.',
      ),
    }
  },
})

export const passages = figure({
  usage: 'passages <project>',
  about: 'List coded passages with their words.',
  options: {
    '--codes <codes>': 'with any of these: "frustration;anger"; a code includes those under it',
    '--with <codes>': 'and with any of these as well',
    '--text <words>': 'and holding these words',
    '--role <role>': 'whose words: resident, colleague or stakeholder',
    '--limit <n>': 'how many passages (100); a file holds them all',
  },
  accepts: z.object({
    codes: z.string().default(''),
    with: z.string().default(''),
    text: z.string().optional(),
    role: ParticipantRole.optional(),
    limit: Limit,
  }),
  asked: async ({ codes, with: also, text, role, limit }, ask) => {
    const codebook = (await ask('codebook.list', {})).codes
    const idsOf = (words: string) => several(words).map((word) => pickCode(codebook, word).id)
    const query = {
      codes: idsOf(codes),
      and: also === '' ? [] : [{ relation: 'with' as const, codes: idsOf(also) }],
      ...given({ text, roles: role === undefined ? undefined : [role] }),
    }
    return { query, limit }
  },
  shown: async (asked, ask) => {
    const found = await ask('search.retrieve', asked)
    const rows = table(
      found.passages,
      {
        transcript: (row) => row.documentName,
        place: (row) => `${row.start}–${row.end}`,
        coder: (row) => row.coder,
        codes: (row) => row.codes.map(({ code }) => code).join(';'),
        words: (row) => row.quote,
      },
      'No passages.',
    )
    const more = found.total - found.passages.length
    return { json: found, text: more > 0 ? `${rows}\n… and ${count(more, 'passage')} more` : rows }
  },
  formats: ['csv', 'md'],
  saved: ({ query }, { format }, ask) => ask('search.retrieveFile', { query, format }),
})
