/** Reads files in worker threads, each within its own limits, and says what went wrong in words for people. */
import { CoreError, errorBody, type ErrorBody } from '../contract/errors.ts'
import type { ParsedCases, ParsedDocument, ParseOptions } from '../import/model.ts'
import type { SourceFile } from '../import/read.ts'
import { workers } from '../jobs/worker.ts'

const BASE_MS = 10_000
const MS_FOR_EACH_MB = 10_000

/** Ten seconds for a file, and ten more for each megabyte. */
export const limitFor = ({ bytes }: SourceFile): number =>
  BASE_MS + Math.ceil((bytes.length / 2 ** 20) * MS_FOR_EACH_MB)

/** What a file that asks too much of the machine is told. */
export function limitMessages({ name }: SourceFile, seconds: number): { slow: string; large: string } {
  return {
    slow: `Reading ${name} took longer than ${seconds} seconds and was stopped. Nothing was stored. Split the file, or save its text as a plain text file, and import that.`,
    large: `Reading ${name} needed more memory than one file may use and was stopped. Nothing was stored. Split the file and import the parts.`,
  }
}

/** Parses one file in a thread. Throws CoreError for what a person can act on. */
export function readFile(
  file: SourceFile,
  options: ParseOptions,
  signal?: AbortSignal,
): Promise<ParsedDocument | ParsedCases> {
  const limitMs = limitFor(file)
  return workers.run(
    'importing.parse',
    { file, options },
    {
      ...(signal && { signal }),
      limitMs,
      messages: limitMessages(file, Math.round(limitMs / 1000)),
    },
  )
}

/** What is said about a file that could not be imported. Faults of ours are logged without their words. */
export function failureOf(file: string, error: unknown, log: (line: string) => void): ErrorBody {
  if (error instanceof CoreError) return errorBody(error)
  log(
    `importing a ${file.split('.').at(-1)} file: ${error instanceof Error ? error.name : 'unknown'} ${placeOf(error)}`,
  )
  return {
    code: 'internal',
    message: `${file} could not be imported because of a fault in Waymark. Nothing of it was stored. Save it in another format, such as .docx or .txt, and import that.`,
  }
}

/** Where a fault happened: the stack without its message, which may hold transcript text. */
function placeOf(error: unknown): string {
  const text = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : ''
  return /\bat [^\n]*:\d+:\d+/.exec(text)?.[0] ?? ''
}
