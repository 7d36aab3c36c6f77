/** Verbs that show a figure, and with `--out` write it as a file: whatever a view of the app can save. */
import { extname } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './files.ts'
import { pickCode, type Code } from './find.ts'
import type { Ask } from './session.ts'
import { count } from './text.ts'
import { understood, UsageError, type Answer, type Verb } from './verb.ts'

type Theme = 'light' | 'dark'

interface Made {
  bytes: Uint8Array
  suppressed?: number
}

interface Figure<S extends z.ZodObject, Asked, F extends string> {
  usage: string
  about: string
  options: Record<string, string>
  more?: string
  accepts: S
  /** The view's settings, from the words given. */
  asked: (given: z.output<S>, ask: Ask) => Promise<Asked> | Asked
  shown: (asked: Asked, ask: Ask) => Promise<Answer>
  /** Endings of files it can be written as. */
  formats: readonly F[]
  saved: (asked: Asked, how: { format: F; theme: Theme }, ask: Ask) => Promise<Made>
}

const Common = z.object({
  project: z.string(),
  out: z.string().min(1).optional(),
  theme: z.enum(['light', 'dark']).default('light'),
})

/** Pictures and a table: what most views can be saved as. */
export const TABLE = ['csv', 'svg', 'png'] as const

export function figure<S extends z.ZodObject, Asked, F extends string>({
  options,
  accepts,
  asked,
  shown,
  formats,
  saved,
  ...written
}: Figure<S, Asked, F>): Verb {
  const isDrawn = formats.some((format) => format === 'svg')
  return {
    ...written,
    options: {
      ...options,
      '--out <file>': `write it as ${endings(formats)}`,
      ...(isDrawn ? { '--theme <theme>': 'of a picture: light or dark' } : {}),
    },
    run: async (words, session) => {
      const { project, out, theme } = understood(Common, words)
      const given = understood(accepts, words)
      if (out === undefined) {
        const ask = await session.read(project)
        return shown(await asked(given, ask), ask)
      }
      const format = formatOf(out, formats)
      // A file that leaves the project is a line in its history, where that can be written.
      const ask = await session.writeIfPossible(project)
      const { bytes, suppressed } = await saved(await asked(given, ask), { format, theme }, ask)
      return fileWritten(out, bytes, suppressed === undefined ? {} : { suppressed })
    },
  }
}

const endings = (formats: readonly string[]): string => {
  const dotted = formats.map((format) => `.${format}`)
  return dotted.length < 2 ? dotted.join('') : `${dotted.slice(0, -1).join(', ')} or ${dotted.at(-1)}`
}

/** The format a file's ending stands for. */
export function formatOf<F extends string>(file: string, formats: readonly F[]): F {
  const ending = extname(file).slice(1).toLowerCase()
  const format = formats.find((known) => known === ending)
  if (format === undefined) throw new UsageError(`The file must end in ${endings(formats)}.`)
  return format
}

export function fileWritten(file: string, bytes: Uint8Array, more: object = {}): Answer {
  writeWhole(file, bytes)
  return {
    json: { file, bytes: bytes.length, ...more },
    text: `Wrote ${file}, ${count(bytes.length, 'byte')}.`,
  }
}

/** Several names in one word: "CMP3.1;REP2.4". */
export const several = (words: string): string[] =>
  words
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Touchpoints, stages or journeys by short id or name, as short ids. */
export async function touchpointsOf(
  ask: Ask,
  given: readonly string[],
  level?: Code['level'],
): Promise<string[]> {
  const { codes } = await ask('codebook.list', {})
  const known = codes.filter(
    (code) => code.family === 'touchpoint' && (level === undefined || code.level === level),
  )
  return given.map((name) => pickCode(known, name, level ?? 'touchpoint').code)
}
