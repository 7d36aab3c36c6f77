/** What a verb of the command line is: how it is written, what it accepts, what it does. */
import type { z } from 'zod'
import type { Session } from './session.ts'

export interface Answer {
  /** With `--json`: exactly this. */
  json: object
  /** Without: sentences or a table. */
  text: string
  /** Carried out, but the outcome is a failure: exit code 1. */
  failed?: boolean
  /** Goes on after the answer is printed, as a server does. */
  until?: Promise<void>
}

interface Written {
  /** As commander reads it: `document <project> <document>`. */
  usage: string
  about: string
  /** Flags and what they mean. */
  options?: Record<string, string>
  /** More words for `--help`. */
  more?: string
}

export interface Verb extends Written {
  run: (given: Record<string, unknown>, session: Session) => Promise<Answer>
}

/** The words were not understood: exit code 2. */
export class UsageError extends Error {}

/** A verb whose arguments and options are parsed together, by name, before it runs. */
export function verb<S extends z.ZodObject>({
  accepts,
  run,
  ...written
}: Written & {
  accepts: S
  run: (given: z.output<S>, session: Session) => Promise<Answer>
}): Verb {
  return { ...written, run: async (given, session) => run(understood(accepts, given), session) }
}

/** The words as the verb accepts them. Throws a `UsageError` that names each one that is not understood. */
export function understood<S extends z.ZodType>(accepts: S, given: Record<string, unknown>): z.output<S> {
  const parsed = accepts.safeParse(given)
  if (parsed.success) return parsed.data
  throw new UsageError(parsed.error.issues.map((issue) => problemOf(issue)).join(' '))
}

function problemOf({ path, message }: z.core.$ZodIssue): string {
  const [name = ''] = path
  return `“${String(name)}” is not understood: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`
}

/** Words that were not given are left out, not passed on as undefined. */
export const given = <T extends object>(words: T) =>
  Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
