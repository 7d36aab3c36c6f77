/** The command line from first word to exit code: 0 done, 1 a stated error, 2 wrong usage. */
import { Command, CommanderError } from 'commander'
import { CoreError, errorBody, type ErrorBody } from '../core/contract/errors.ts'
import { findPlaces } from '../core/workspace/places.ts'
import { debugging } from './log.ts'
import { Session } from './session.ts'
import { harmless } from './text.ts'
import { UsageError, type Answer, type Verb } from './verb.ts'
import { VERBS } from './verbs/index.ts'

const JSON_ABOUT = 'print one JSON document on standard output'
const ABOUT = 'Code interviews to touchpoints, emotions and reasons, and see where the journey frustrates.'
/** A signal that reaches a whole group of processes arrives twice when one of them passes it on. */
const ECHO_MS = 500

interface Printer {
  json: boolean
  out: (text: string) => Promise<void>
  session: Session
}

export async function main(args: string[]): Promise<void> {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length)
  const stop = stopOnSignal()
  const printer = { json: options.includes('--json'), out: print, session: new Session(stop) }
  process.exit(await run(args, printer))
}

async function run(args: string[], printer: Printer): Promise<number> {
  const { session } = printer
  try {
    const { answer, help } = await parse(args, session)
    if (!answer) {
      await printer.out(printer.json ? JSON.stringify({ text: help }) : help)
      return 0
    }
    await printer.out(printer.json ? JSON.stringify(answer.json) : harmless(answer.text))
    await answer.until
    return answer.failed ? 1 : 0
  } catch (error) {
    return await complain(error, printer)
  } finally {
    session.close()
  }
}

/** Runs the verb the words name; without one there is only help. */
async function parse(args: string[], session: Session): Promise<{ answer?: Answer; help: string }> {
  let help = ''
  let answer: Answer | undefined
  const program = new Command('waymark')
    .description(ABOUT)
    .exitOverride()
    .configureOutput({ writeOut: (text) => (help += text), writeErr: () => {} })
    .version(findPlaces(import.meta.dirname).version, '--version', 'show the version')
    .option('--json', JSON_ABOUT)
    .helpCommand('help [verb]', 'show how a verb is used')
  for (const { heading, verbs } of VERBS) {
    program.commandsGroup(`${heading}:`)
    for (const verb of verbs)
      addVerb(program, verb, async (given) => {
        answer = await verb.run(given, session)
      })
  }
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw new UsageError(wordsOf(error))
  }
  return answer ? { answer, help } : { help: help.trimEnd() }
}

function addVerb(program: Command, verb: Verb, run: (given: Record<string, unknown>) => Promise<void>): void {
  const command = program
    .command(verb.usage)
    .description(verb.about)
    .action(() => {
      const named = command.registeredArguments.map((argument, at) => [
        argument.name(),
        command.processedArgs[at],
      ])
      return run({ ...command.opts(), ...Object.fromEntries(named) })
    })
  for (const [flags, about] of Object.entries(verb.options ?? {})) command.option(flags, about)
  command.option('--json', JSON_ABOUT)
  if (verb.more !== undefined) command.addHelpText('after', `\n${verb.more}`)
}

function wordsOf(error: CommanderError): string {
  if (error.code === 'commander.help') return 'Say what to do: waymark --help lists the verbs.'
  const words = error.message.replace(/^error: /, '').replaceAll('\n', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/(?<![.)])$/, '.')}`
}

async function complain(error: unknown, { json, out, session }: Printer): Promise<number> {
  const wrongUsage = error instanceof UsageError
  const body: ErrorBody = wrongUsage ? { code: 'invalid', message: error.message } : errorBody(error)
  if (debugging()) session.say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  if (json) await out(JSON.stringify({ error: { ...body, detail: body.detail ?? null } }))
  else session.say(harmless(body.message))
  return wrongUsage ? 2 : 1
}

/** The first signal asks the work to stop; a later one ends the program at once. */
function stopOnSignal(): AbortSignal {
  const stop = new AbortController()
  let asked = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (asked > 0 && performance.now() - asked > ECHO_MS) process.exit(130)
      asked ||= performance.now()
      stop.abort(new CoreError('cancelled', 'Stopped.'))
    })
  }
  return stop.signal
}

/** Whole before the process ends; a reader that has gone away (`| head`) wants no more. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' ? resolve() : reject(error),
    )
    process.stdout.write(`${text}\n`, () => resolve())
  })
}
