/** The desktop app, in the order things happen. */
import { join } from 'node:path'
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  MessageChannelMain,
  session,
  utilityProcess,
  type WebContents,
} from 'electron'
import { readAssets } from '../core/workspace/page.ts'
import { hostCore, type CoreHost } from './core-host.ts'
import type { FromCore, ToCore } from './messages.ts'
import { setMenu } from './menu.ts'
import { maySend } from './policy/addresses.ts'
import { fileFromArguments } from './policy/paths.ts'
import { hostPrinting } from './print-host.ts'
import { openPaper } from './print-window.ts'
import { appWindows, guardContents, guardSession, openWindow, registerScheme, setTitle } from './window.ts'

const here = import.meta.dirname
const root = app.getAppPath()
const log = (line: string) => process.stderr.write(`waymark: ${line}\n`)
const printing = hostPrinting({ open: openPaper, log })

registerScheme()
app.enableSandbox()
app.on('web-contents-created', (_event, contents) => guardContents(contents))

if (app.requestSingleInstanceLock()) void app.whenReady().then(run)
else app.quit()

function run(): void {
  guardSession(session.defaultSession, readAssets(join(root, 'dist/renderer')))
  const core = startCore()
  ipcMain.on('waymark-ready', (event) => {
    if (maySend(event.senderFrame)) giveItsPort(core, event.sender)
  })
  setMenu()
  open()

  app.on('second-instance', (_event, given) => {
    const file = fileFromArguments(given)
    if (file !== null) core.send({ kind: 'open', file })
    appWindows()[0]?.focus()
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    core.send({ kind: 'open', file })
  })
  app.on('activate', () => {
    if (appWindows().length === 0) open()
  })
  app.on('window-all-closed', () => app.quit())
  closeInOrder(core)
}

/** When the window closes the app goes, and hidden windows that print would hold it up. */
function open(): void {
  openWindow(join(here, 'preload.cjs')).on('closed', () => printing.stopAll())
}

function startCore(): CoreHost {
  return hostCore({
    fork: () => utilityProcess.fork(join(here, 'core-process.js'), [], { serviceName: 'Waymark core' }),
    channel: () => new MessageChannelMain(),
    start: {
      kind: 'start',
      state: app.getPath('userData'),
      projects: process.env['WAYMARK_HOME'] ?? join(app.getPath('documents'), 'Waymark'),
      sample: join(root, 'fixtures/sample'),
      version: app.getVersion(),
      file: fileFromArguments(process.argv),
    },
    onMessage: hear,
    onRestart: () => {
      for (const window of appWindows()) window.reload()
    },
    log,
  })
}

function giveItsPort(core: CoreHost, contents: WebContents): void {
  contents.postMessage('waymark-port', null, [core.connect()])
}

function hear(message: FromCore, reply: (message: ToCore) => void): void {
  const [window] = appWindows()
  if (message.kind === 'log') log(message.line)
  else if (message.kind === 'problem') dialog.showErrorBox('Waymark', message.message)
  else if (message.kind === 'title' && window) setTitle(window, message.file)
  else if (message.kind === 'print') void printing.print(message, reply)
  else if (message.kind === 'stop-print') printing.stop(message.id)
  else if (message.kind === 'dialog') {
    void askForFile(message, window).then((file) => reply({ kind: 'dialog-answer', id: message.id, file }))
  }
}

const FILTERS = [{ name: 'Waymark project', extensions: ['waymark'] }]

async function askForFile(
  asked: Extract<FromCore, { kind: 'dialog' }>,
  window: BrowserWindow | undefined,
): Promise<string | null> {
  if (asked.dialog === 'open') {
    const options = { title: 'Open a project', filters: FILTERS, properties: ['openFile' as const] }
    const { filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    return filePaths[0] ?? null
  }
  const options = {
    title: 'New project',
    filters: FILTERS,
    defaultPath: asked.suggestedName ?? 'Study.waymark',
  }
  const { filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  return filePath || null
}

/** The core closes its file before the app goes: the last change is on disk, the lock is gone. */
function closeInOrder(core: CoreHost): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    const finish = async () => {
      await core.close()
      closed = true
      app.quit()
    }
    void finish()
  })
}
