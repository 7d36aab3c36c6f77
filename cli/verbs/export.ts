/** Exports other tools can read. */
import { existsSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../files.ts'
import { count } from '../text.ts'
import { verb } from '../verb.ts'

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

const stemOf = (file: string): string => basename(file, extname(file))

/** The first file goes where `out` says; what comes with it lies beside it and takes its name. */
function placesFor(out: string, names: readonly string[]): string[] {
  if (isFolder(out)) return names.map((name) => join(out, name))
  const [first = ''] = names
  const renamed = (name: string) =>
    name.startsWith(stemOf(first)) ? stemOf(out) + name.slice(stemOf(first).length) : `${stemOf(out)} ${name}`
  return names.map((name, at) => (at === 0 ? out : join(dirname(out), renamed(name))))
}

export const exportVerb = verb({
  usage: 'export <project>',
  about: 'Write the study in a format other tools read; a data dictionary comes beside the coded dataset.',
  options: {
    '--format <format>': 'which format: csv, xlsx, qdc, passages … (see: waymark formats <project>)',
    '--out <file>': 'where to write it: a file, or a folder; this folder where none is given',
    '--special': 'include special-category details of participants',
    '--role <role>': 'whose words: resident, colleague, stakeholder or any',
  },
  accepts: z.object({
    project: z.string(),
    format: z.string('give one with --format'),
    out: z.string().min(1).default('.'),
    special: z.boolean().default(false),
    role: z.enum(['resident', 'colleague', 'stakeholder', 'any']).default('any'),
  }),
  run: async ({ project, format, out, special, role }, session) => {
    const ask = await session.writeIfPossible(project)
    const { files, rows, lost, cautions } = await ask('exporting.make', { format, special, role })
    const places = placesFor(
      out,
      files.map(({ name }) => name),
    )
    for (const [at, { bytes }] of files.entries()) writeWhole(places[at] ?? out, bytes)
    const [file = out, ...beside] = places
    const bytes = files[0]?.bytes.length ?? 0
    return {
      json: { file, bytes, rows, lost, cautions, beside },
      text: [
        `Wrote ${file}: ${count(rows, 'row')}, ${count(bytes, 'byte')}.`,
        ...beside.map((place) => `Beside it: ${place}`),
        ...lost,
        ...cautions,
      ].join('\n'),
    }
  },
})
