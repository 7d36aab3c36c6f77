/** Outside any project: making, opening and closing project files. Answered by the host's workspace, not a core. */
import { z } from 'zod'
import { command, query } from './define.ts'
import { Moment, Nothing } from './common.ts'

const ProjectEntry = z.object({
  /** Opaque; the page never learns or sends a path. */
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  opened: Moment.nullable(),
  missing: z.boolean(),
})

const Opened = z.object({ opened: z.boolean(), name: z.string().nullable() })

export const workspace = {
  state: query(
    [],
    Nothing,
    z.object({
      open: z.boolean(),
      name: z.string().nullable(),
      /** Whether the host can show the system's file dialogs. */
      dialogs: z.boolean(),
      folder: z.string(),
      version: z.string(),
    }),
  ),
  recent: query([], Nothing, z.object({ projects: z.array(ProjectEntry) })),
  /** A new project in the projects folder, or where the system's dialog says. */
  create: command(
    z.object({ name: z.string().trim().min(1).max(120), template: z.enum(['housing', 'blank']) }),
    Opened,
  ),
  open: command(z.object({ id: z.string() }), Opened),
  /** Shows the system's open dialog; `opened: false` when the person cancels. */
  choose: command(Nothing, Opened),
  /** The sample study, built afresh when it is not there. */
  sample: command(Nothing, Opened),
  close: command(Nothing, Nothing),
  forget: command(z.object({ id: z.string() }), Nothing),
}
