/** A project file opened for one run of the command line. */
import { existsSync } from 'node:fs'
import { createCore } from '../core/core.ts'
import { openFile, openForReading } from '../core/db/file.ts'
import { uuid7 } from '../core/ids.ts'
import type { TemplateName } from '../core/project/create.ts'
import { directly } from '../core/workspace/direct.ts'
import { createProject } from '../core/workspace/workspace.ts'
import { log } from './log.ts'

const ENDING = '.waymark'

/** `study` stands for `study.waymark` when there is no file `study`. */
export const existingFile = (given: string): string =>
  !existsSync(given) && existsSync(given + ENDING) ? given + ENDING : given

const newFile = (given: string): string => (given.endsWith(ENDING) ? given : given + ENDING)

export function openProject(given: string, purpose: 'read' | 'write', coder?: string) {
  const file = existingFile(given)
  const open = purpose === 'read' ? openForReading(file) : openFile(file)
  const core = createCore({ open, file, clock: Date.now, ids: uuid7, log })
  return { ask: directly(core, coder), readOnly: open.readOnly, close: core.close }
}

export function makeProject(given: string, about: { name: string; template: TemplateName }) {
  const file = newFile(given)
  return { file, codes: createProject(file, { ...about, clock: Date.now, ids: uuid7 }) }
}
