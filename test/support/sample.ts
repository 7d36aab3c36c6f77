/** The sample study, built afresh in a temporary folder and open, for tests that cross rooms. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Input, Name, Output } from '../../core/contract/index.ts'
import { createCore } from '../../core/core.ts'
import { openFile, type OpenFile } from '../../core/db/file.ts'
import { uuid7 } from '../../core/ids.ts'
import { buildSample } from '../../core/workspace/sample.ts'
import { ROOT } from './architecture.ts'

export interface Study {
  open: OpenFile
  /** Asks as a coder (default "Amina"). */
  ask: <K extends Name>(name: K, input: Input<K>, as?: string) => Promise<Output<K>>
  close: () => void
}

export async function sampleStudy(): Promise<Study> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-study-'))
  const file = join(folder, 'sample.waymark')
  let now = Date.UTC(2026, 5, 1, 9)
  const clock = () => (now += 1000)
  const ids = () => uuid7(now)
  const log = () => {}
  await buildSample(file, {
    folder: join(ROOT, 'fixtures/sample'),
    clock,
    ids,
    log,
    onProgress: () => {},
  })
  const open = openFile(file)
  const core = createCore({ open, file, clock, ids, log })
  return {
    open,
    ask: (name, input, as = 'Amina') => core.dispatch({ name, input, as }) as Promise<never>,
    close: () => {
      core.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
