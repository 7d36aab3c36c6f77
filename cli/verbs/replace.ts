/** A corrected transcript in the place of the one that was imported: passages follow their words. */
import { basename } from 'node:path'
import { z } from 'zod'
import { documentOf } from '../find.ts'
import { readBytes } from '../files.ts'
import { count } from '../text.ts'
import { given, verb } from '../verb.ts'

export const replace = verb({
  usage: 'replace <project> <document> <file>',
  about: 'Put a corrected file in the place of a transcript; its passages follow their words.',
  options: {
    '--layout <layout>': 'read the file in this layout',
    '--encoding <name>': 'encoding of a text file, where it is not found by itself',
    '--dry-run': 'only say what would become of the passages',
  },
  accepts: z.object({
    project: z.string(),
    document: z.string(),
    file: z.string(),
    layout: z.string().optional(),
    encoding: z.string().optional(),
    dryRun: z.boolean().default(false),
  }),
  run: async ({ project, document, file, dryRun, layout, encoding }, session) => {
    const ask = dryRun ? await session.read(project) : await session.write(project)
    const { document: id, name } = await documentOf(ask, document)
    const foreseen = await ask('importing.replacePreview', {
      document: id,
      file: { name: basename(file), bytes: readBytes(file) },
      ...given({ layout, encoding }),
    })
    const { staged } = foreseen.preview
    const done = dryRun ? foreseen : await ask('importing.replace', { document: id, file: { staged } })
    const { kept, changed, merged, unplaced } = done.moved
    return {
      json: {
        document: id,
        name,
        moved: done.moved,
        changed: foreseen.changed,
        unplaced: foreseen.unplaced,
        step: 'step' in done ? done.step : null,
      },
      text: `${name}: ${count(kept, 'passage')} as before, ${changed} with edited words, ${merged} merged, ${unplaced} without a place${dryRun ? ' (nothing was changed)' : ''}.`,
    }
  },
})
