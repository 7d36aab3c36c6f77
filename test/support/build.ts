/** Builds the page, the processes and the sample study once, before the tests that run on them. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { uuid7 } from '../../core/ids.ts'
import { buildSample } from '../../core/workspace/sample.ts'
import { ROOT } from './architecture.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the sample study; copy it before writing to it. */
    sample: string
  }
}

export default async function build({ provide }: TestProject): Promise<() => void> {
  execFileSync(process.execPath, [join(ROOT, 'cli/build.mjs')], { cwd: ROOT, stdio: 'inherit' })
  const folder = mkdtempSync(join(tmpdir(), 'waymark-sample-'))
  const sample = join(folder, 'sample.waymark')
  let now = Date.UTC(2026, 5, 1, 9)
  await buildSample(sample, {
    folder: join(ROOT, 'fixtures/sample'),
    clock: () => (now += 1000),
    ids: () => uuid7(now),
    log: () => {},
    onProgress: () => {},
  })
  provide('sample', sample)
  return () => rmSync(folder, { recursive: true, force: true })
}
