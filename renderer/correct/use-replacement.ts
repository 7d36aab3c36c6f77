/** Reads the new version of a transcript's file, and again in another layout; can be stopped. */
import { useRef, useState } from 'react'
import type { DocumentRow } from '../../core/contract/documents.ts'
import type { Output } from '../../core/contract/index.ts'
import { useSession } from '../data.ts'
import { bytesOf, problemOf } from '../import/bytes.ts'
import type { ReadAs } from '../import/desk.ts'

export type Found = Output<'importing.replacePreview'>

interface Replacement {
  found: Found | null
  /** Why the file cannot be used, in a sentence. */
  error: string | null
  isReading: boolean
  read: (file: File) => void
  reread: (as: ReadAs) => void
  /** Stops reading, or forgets what was read. */
  stop: () => void
}

export function useReplacement(document: DocumentRow['document']): Replacement {
  const { link, coder } = useSession()
  const [found, setFound] = useState<Found | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [isReading, setReading] = useState(false)
  const reading = useRef<{ file: File; abort: AbortController } | null>(null)

  const start = async (file: File, as: ReadAs) => {
    const abort = new AbortController()
    reading.current = { file, abort }
    setReading(true)
    setError(null)
    try {
      const named = { name: file.name, bytes: await bytesOf(file) }
      const answer = await link.call(
        'importing.replacePreview',
        { document, file: named, ...as },
        { as: coder, signal: abort.signal },
      )
      if (!abort.signal.aborted) setFound(answer)
    } catch (problem) {
      if (!abort.signal.aborted) setError(problemOf(problem, file.name).message)
    }
    if (reading.current?.abort === abort) setReading(false)
  }

  return {
    found,
    error,
    isReading,
    read: (file) => void start(file, {}),
    reread: (as) => {
      const file = reading.current?.file
      if (file !== undefined) void start(file, as)
    },
    stop: () => {
      reading.current?.abort.abort()
      if (found !== null)
        link.call('importing.drop', { staged: [found.preview.staged] }, { as: coder }).catch(() => {})
      setFound(null)
      setReading(false)
    },
  }
}
