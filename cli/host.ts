/** The workspace and its loopback server, for a browser tab. */
import { CoreError } from '../core/contract/errors.ts'
import { uuid7 } from '../core/ids.ts'
import type { Progress } from '../core/contract/index.ts'
import { findPlaces } from '../core/workspace/places.ts'
import { createWorkspace } from '../core/workspace/workspace.ts'
import { log } from './log.ts'
import { existingFile } from './project.ts'
import { atLastAddress } from './serve/last-address.ts'
import { serve } from './serve/server.ts'

export interface HostOptions {
  project?: string | undefined
  sample: boolean
  port: number
  onProgress: (progress: Progress) => void
}

/** Opens what is asked for and serves it; the page offers the recent projects when that is nothing. */
export async function startHost({ project, sample, port, onProgress }: HostOptions) {
  const places = findPlaces(import.meta.dirname)
  const workspace = createWorkspace({ ...places, dialogs: null, clock: Date.now, ids: uuid7, log })
  try {
    if (project !== undefined) workspace.openPath(existingFile(project))
    else if (sample) await workspace.openSample(onProgress)
    const serveAt = (at: number) => serve({ core: workspace, page: places.page, port: at, log })
    const served = await (port === 0 ? atLastAddress(places.state, serveAt) : serveAt(port)).catch(
      (error: unknown) => {
        throw portError(error, port)
      },
    )
    return {
      url: served.url,
      close: async () => {
        await served.close()
        workspace.close()
      },
    }
  } catch (error) {
    workspace.close()
    throw error
  }
}

function portError(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new CoreError('conflict', `Port ${port} is taken by another program. Choose another with --port.`)
  if (code === 'EACCES')
    return new CoreError('no-permission', `Port ${port} may not be used. Choose one above 1023 with --port.`)
  return error
}
