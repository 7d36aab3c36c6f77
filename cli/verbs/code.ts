/** Coding passages: one, or a table of them. */
import { z } from 'zod'
import { parseCodes } from '../../core/codebook/code-string.ts'
import { readCodings, type Known } from '../coding-table.ts'
import { documentOf, pickCode } from '../find.ts'
import { readText } from '../files.ts'
import type { Ask } from '../session.ts'
import { count } from '../text.ts'
import { UsageError, verb, type Answer } from '../verb.ts'

async function codeOne(
  ask: Ask,
  given: { document: string; start: number; end: number; codes: string },
): Promise<Answer> {
  const { document, name } = await documentOf(ask, given.document)
  const { codes: codebook } = await ask('codebook.list', {})
  const codes = parseCodes(given.codes, (code) => pickCode(codebook, code).id)
  const { passage } = await ask('codings.add', { document, start: given.start, end: given.end, codes })
  const { passages } = await ask('codings.passages', { passages: [passage.id] })
  const [row] = passages
  const codings = row?.codes.map(({ code, name, family, intensity, origin }) => ({
    code,
    name,
    family,
    intensity,
    origin,
  }))
  const { start, end } = passage
  return {
    json: { passage: passage.id, document, start, end, quote: row?.quote ?? '', coder: row?.coder, codings },
    text: `Coded ${start}–${end} of ${name} with ${(codings ?? []).map(({ code }) => code).join(', ')}.`,
  }
}

/** What is known of a project while a table is checked; each text is read once. */
async function knownIn(ask: Ask): Promise<Known> {
  const [{ documents }, { codes }] = await Promise.all([ask('documents.list', {}), ask('codebook.list', {})])
  const lengths = new Map<number, number>()
  return {
    documents,
    codes,
    lengthOf: async ({ document }) => {
      const length = lengths.get(document) ?? (await ask('documents.read', { document })).text.length
      lengths.set(document, length)
      return length
    },
  }
}

async function codeTable(ask: Ask, csv: string): Promise<Answer> {
  const { places, failed } = await readCodings(csv, await knownIn(ask))
  const done =
    places.length > 0
      ? await ask('codings.addMany', {
          passages: places,
          label: `Coded ${count(places.length, 'passage')} from a table`,
        })
      : { passages: 0, codings: 0, step: null }
  const problems = failed.map(({ line, message }) => `Line ${line}: ${message}`)
  return {
    json: { passages: done.passages, codings: done.codings, step: done.step, failed },
    text: [`${count(done.passages, 'passage')} with ${count(done.codings, 'coding')}.`, ...problems].join(
      '\n',
    ),
    failed: places.length === 0 && failed.length > 0,
  }
}

const Offset = z.coerce.number().int().nonnegative()

export const codeVerb = verb({
  usage: 'code <project> [document]',
  about: 'Code a passage of a transcript, or a whole table of passages in one step.',
  options: {
    '--start <n>': 'first character of the passage, from 0 (UTF-16 code units)',
    '--end <n>': 'the character after the passage',
    '--codes <codes>': 'as in "CMP3.1;frustration:2;why.delay"; 1 to 3 is the strength of an emotion',
    '--coder <name>': 'who codes; made on first use',
    '--csv <file>': 'a table document,start,end,codes[,coder]; - for standard input',
  },
  accepts: z.object({
    project: z.string(),
    document: z.string().optional(),
    start: Offset.optional(),
    end: Offset.optional(),
    codes: z.string().optional(),
    coder: z.string().trim().min(1).max(80).optional(),
    csv: z.string().optional(),
  }),
  run: async ({ project, document, start, end, codes, coder, csv }, session) => {
    if (csv !== undefined) {
      if (document !== undefined) throw new UsageError('With --csv the transcripts are named in the table.')
      return codeTable(await session.write(project, coder), await readText(csv))
    }
    if (document === undefined || start === undefined || end === undefined || codes === undefined)
      throw new UsageError('Give a transcript with --start, --end and --codes, or a table with --csv.')
    return codeOne(await session.write(project, coder), { document, start, end, codes })
  },
})
