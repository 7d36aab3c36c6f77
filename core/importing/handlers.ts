/** Import: read, preview, correct, store; replace a transcript; decide about what could not be placed. */
import type { z } from 'zod'
import type { Handlers, JobContext } from '../context.ts'
import { CoreError } from '../contract/errors.ts'
import type { Preview } from '../contract/importing.ts'
import { LAYOUTS } from '../import/layouts/index.ts'
import type { ParseOptions } from '../import/model.ts'
import type { SourceFile } from '../import/read.ts'
import { workers } from '../jobs/worker.ts'
import { listAttributes } from '../participants/attributes.ts'
import { documentsOf, previewOf, stagedTurns } from './preview.ts'
import { failureOf, readFile } from './reading.ts'
import { foresee, replaceText } from './replace.ts'
import { staging, type Staged } from './staging.ts'
import { duplicateOf, sha256Of, storeStaged } from './store.ts'
import { importTool } from './tool.ts'
import { discardUnplaced, listUnplaced, placeByHand } from './unplaced.ts'

type PreviewOut = z.input<typeof Preview>
type Outcome = { staged: Staged } | { file: string; error: ReturnType<typeof failureOf> }

const optionsFrom = ({
  layout,
  encoding,
}: {
  layout?: string | undefined
  encoding?: string | undefined
}): ParseOptions => ({
  ...(layout !== undefined && { layout }),
  ...(encoding !== undefined && { encoding }),
})

async function stage(
  context: JobContext,
  file: SourceFile,
  options: ParseOptions,
  id?: string,
): Promise<Staged> {
  return staging.put({ file, options, parsed: await readFile(file, options, context.signal) }, id)
}

function preview(context: JobContext, staged: Staged, duplicate: string | null = null): PreviewOut {
  return previewOf(staged.parsed, staged.file.name, staged.id, {
    attributes: listAttributes(context.db),
    duplicateOf: duplicateOf(context.db, sha256Of(staged)) ?? duplicate,
  })
}

function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new CoreError('cancelled', 'The import was stopped. Nothing was stored.')
}

export const importing: Handlers<'importing'> = {
  layouts: () => {
    // Whoever asks for layouts is about to import: the thread that reads files starts now.
    workers.warm()
    return { layouts: LAYOUTS.map(({ id, name }) => ({ id, name })) }
  },

  preview: async (context, { files, ...options }) => {
    let done = 0
    const outcomes = await Promise.all(
      files.map(async (file): Promise<Outcome> => {
        try {
          return { staged: await stage(context, file, optionsFrom(options)) }
        } catch (error) {
          return { file: file.name, error: failureOf(file.name, error, context.log) }
        } finally {
          context.progress({ done: ++done, total: files.length, note: file.name })
        }
      }),
    )
    const staged = outcomes.flatMap((outcome) => ('staged' in outcome ? [outcome.staged] : []))
    if (context.signal.aborted) staging.drop(staged.map(({ id }) => id))
    stopIfCancelled(context.signal)
    const earlier = new Map<string, string>()
    const previews = staged.map((one) => {
      const shown = preview(context, one, earlier.get(sha256Of(one)) ?? null)
      earlier.set(sha256Of(one), one.file.name)
      return shown
    })
    return { previews, failed: outcomes.flatMap((outcome) => ('staged' in outcome ? [] : [outcome])) }
  },

  reread: async (context, { staged, ...options }) => {
    const { file, id, options: before } = staging.get(staged)
    return preview(context, await stage(context, file, { ...before, ...optionsFrom(options) }, id))
  },

  turns: (_, { staged, from, limit }) => {
    const documents = documentsOf(staging.get(staged).parsed)
    return {
      turns: stagedTurns(documents, from, limit),
      total: documents.reduce((sum, { turns }) => sum + turns.length, 0),
    }
  },

  store: async (context, { files }) => {
    const imported: ReturnType<typeof storeStaged> = []
    const failed: { staged: string; file: string; error: ReturnType<typeof failureOf> }[] = []
    for (const [index, correction] of files.entries()) {
      let name = 'The file'
      try {
        stopIfCancelled(context.signal)
        const staged = staging.get(correction.staged)
        name = staged.file.name
        imported.push(...storeStaged(context, staged, correction))
        staging.drop([correction.staged])
      } catch (error) {
        failed.push({ staged: correction.staged, file: name, error: failureOf(name, error, context.log) })
      }
      context.progress({ done: index + 1, total: files.length, note: name })
      // Lets a cancellation and the progress through between two files.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return { imported, failed }
  },

  drop: async (_, { staged }) => {
    staging.drop(staged)
    return {}
  },

  replacePreview: async (context, { document, file, ...options }) => {
    const staged = await stage(context, file, optionsFrom(options))
    try {
      return { preview: preview(context, staged), ...(await foresee(context, document, staged)) }
    } catch (error) {
      staging.drop([staged.id])
      throw error
    }
  },

  replace: async (context, { document, file }) => {
    const answer = await replaceText(context, document, staging.get(file.staged), file)
    staging.drop([file.staged])
    return answer
  },

  unplaced: ({ db }, { document }) => ({ unplaced: listUnplaced(db, document) }),

  place: (context, { unplaced, start, end }) => ({ passage: placeByHand(context, unplaced, { start, end }) }),

  discard: (context, { unplaced }) => {
    discardUnplaced(context, unplaced)
    return {}
  },

  fromTool: (context, { file, kind }) => importTool(context, file, kind),
}
