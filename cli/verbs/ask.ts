/** Anything the contract offers, for scripts. */
import { z } from 'zod'
import { CoreError } from '../../core/contract/errors.ts'
import { methodOf, type Name } from '../../core/contract/index.ts'
import { decode, encode } from '../../core/contract/wire.ts'
import { readText } from '../files.ts'
import { UsageError, verb } from '../verb.ts'

function parseJson(words: string): unknown {
  try {
    return decode(words)
  } catch {
    throw new UsageError('The input is not JSON.')
  }
}

export const ask = verb({
  usage: 'ask <project> <noun.verb>',
  about: 'Ask anything the program itself can be asked.',
  options: {
    '--input <json>': 'what is asked, as JSON; - reads standard input',
    '--coder <name>': 'who acts',
  },
  more: `Example: waymark ask study.waymark documents.read --input '{"document": 1}'\nBytes travel as {"$bytes": "<base64>"}. The answer is JSON with and without --json.`,
  accepts: z.object({
    project: z.string(),
    'noun.verb': z.string(),
    input: z.string().default('{}'),
    coder: z.string().optional(),
  }),
  run: async ({ project, 'noun.verb': name, input, coder }, session) => {
    if (!methodOf(name)) throw new CoreError('invalid', `There is no “${name}” to ask for.`)
    const ask = await session.writeIfPossible(project, coder)
    const given = parseJson(input === '-' ? await readText('-') : input)
    const answer = await ask(name as Name, given as never)
    const plain = JSON.parse(encode(answer)) as object
    return { json: plain, text: JSON.stringify(plain, null, 2) }
  },
})
