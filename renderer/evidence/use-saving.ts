/** Makes a file in the core and hands it to the person; can be stopped. */
import { useRef } from 'react'
import type { Input } from '../../core/contract/index.ts'
import { useDo } from '../data.ts'
import { announce } from '../ui/announce.ts'
import { saveFile } from '../ui/save-file.ts'

type FileJob =
  | 'analysis.heatmapFile'
  | 'analysis.summaryFile'
  | 'analysis.profileFile'
  | 'mapping.twoWayFile'
  | 'mapping.report'
  | 'tables.file'

interface Saving<K extends FileJob> {
  save: (input: Input<K>) => void
  /** Stops the work; null while none is going on. */
  stop: (() => void) | null
}

export function useSaving<K extends FileJob>(job: K): Saving<K> {
  const running = useRef<AbortController | null>(null)
  const { isPending, mutate } = useDo(job, {
    quiet: true,
    signal: () => (running.current = new AbortController()).signal,
  })
  return {
    save: (input) => mutate(input, { onSuccess: finish }),
    stop: isPending ? () => running.current?.abort() : null,
  }
}

interface MadeFile {
  name: string
  bytes: Uint8Array
  suppressed?: number
}

function finish({ name, bytes, suppressed = 0 }: MadeFile): void {
  saveFile(name, bytes)
  announce(suppressed === 0 ? `Saved ${name}` : `Saved ${name} · ${suppressed} small counts left out`)
}
