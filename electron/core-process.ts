/** The core in a process of its own: one writer, answering over the ports that windows are given. */
import type { MessagePortMain } from 'electron'
import { uuid7 } from '../core/ids.ts'
import { servePort } from '../core/port.ts'
import { createWorkspace, type Dialogs } from '../core/workspace/workspace.ts'
import type { FromCore, ToCore } from './messages.ts'
import { askToPrint } from './print-client.ts'

const parent = process.parentPort
const say = (message: FromCore) => parent.postMessage(message)
const log = (line: string) => say({ kind: 'log', line })

/** Dialogs live in the main process: ask there, wait for the answer. */
const waiting = new Map<number, (file: string | null) => void>()
let last = 0
const askFor = (dialog: 'open' | 'save', suggestedName?: string): Promise<string | null> =>
  new Promise((resolve) => {
    const id = ++last
    waiting.set(id, resolve)
    say({ kind: 'dialog', id, dialog, ...(suggestedName === undefined ? {} : { suggestedName }) })
  })
const dialogs: Dialogs = {
  open: () => askFor('open'),
  save: (suggestedName) => askFor('save', suggestedName),
}

const printer = askToPrint(say)

function start({ state, projects, sample, version, file }: Extract<ToCore, { kind: 'start' }>): void {
  const workspace = createWorkspace({
    state,
    projects,
    sample,
    dialogs,
    printPdf: printer.print,
    version,
    clock: Date.now,
    ids: uuid7,
    log,
  })
  workspace.onChanged(() => say({ kind: 'title', file: workspace.file() }))
  const open = async () => {
    if (file !== null) workspace.openPath(file)
    else await workspace.openSample()
  }

  parent.on('message', (event) => {
    const message = event.data as ToCore
    if (message.kind === 'dialog-answer') {
      waiting.get(message.id)?.(message.file)
      waiting.delete(message.id)
    } else if (message.kind === 'printed') {
      printer.hear(message)
    } else if (message.kind === 'open') {
      try {
        workspace.openPath(message.file)
      } catch (error) {
        say({
          kind: 'problem',
          message: error instanceof Error ? error.message : 'The file could not be opened.',
        })
      }
    } else if (message.kind === 'close') {
      workspace.close()
      process.exit(0)
    } else if (message.kind === 'port') {
      const [port] = event.ports
      if (port) serve(port, workspace)
    }
  })

  open().catch((error: unknown) => {
    say({
      kind: 'problem',
      message: error instanceof Error ? error.message : 'The project could not be opened.',
    })
  })
}

function serve(port: MessagePortMain, workspace: ReturnType<typeof createWorkspace>): void {
  const stop = servePort(
    {
      postMessage: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (event) => listener(event.data)),
    },
    workspace,
    log,
  )
  port.on('close', stop)
  port.start()
}

parent.once('message', (event) => {
  const message = event.data as ToCore
  if (message.kind === 'start') start(message)
})
