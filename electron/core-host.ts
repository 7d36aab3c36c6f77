/** Keeps the core process running: starts it, hands its ports to windows, starts it again when it dies. */
import type { MessagePortMain, UtilityProcess } from 'electron'
import type { FromCore, ToCore } from './messages.ts'

/** What this needs of Electron, so that the wiring can be tested without it. */
export interface HostDeps {
  fork: () => UtilityProcess
  channel: () => { port1: MessagePortMain; port2: MessagePortMain }
  start: Extract<ToCore, { kind: 'start' }>
  onMessage: (message: FromCore, reply: (message: ToCore) => void) => void
  /** Called with the windows' way to get fresh ports after the core has been started again. */
  onRestart: () => void
  log: (line: string) => void
}

export interface CoreHost {
  /** Connects one window: the returned port goes to the page. */
  connect: () => MessagePortMain
  send: (message: ToCore) => void
  close: () => Promise<void>
}

/** A core that dies at once, again and again, is not started for ever. */
const MOST_RESTARTS = 3
const WITHIN_MS = 60_000
const CLOSE_WITHIN_MS = 5000

export function hostCore({ fork, channel, start, onMessage, onRestart, log }: HostDeps): CoreHost {
  let closing = false
  let restarts: number[] = []
  let last = start
  let child: UtilityProcess = launch()

  function launch(): UtilityProcess {
    const process = fork()
    process.postMessage(last)
    process.on('message', (message: FromCore) => {
      // After a crash the project that was open is opened again.
      if (message.kind === 'title' && message.file !== null) last = { ...last, file: message.file }
      onMessage(message, (reply) => process.postMessage(reply))
    })
    process.on('exit', (code) => {
      if (closing) return
      const now = Date.now()
      restarts = [...restarts.filter((at) => now - at < WITHIN_MS), now]
      log(`the core stopped with code ${code}`)
      if (restarts.length > MOST_RESTARTS) {
        onMessage(
          {
            kind: 'problem',
            message:
              'Waymark could not keep your project open. What was saved is safe. Close and start it again.',
          },
          () => {},
        )
        return
      }
      child = launch()
      onRestart()
    })
    return process
  }

  return {
    connect: () => {
      const { port1, port2 } = channel()
      child.postMessage({ kind: 'port' } satisfies ToCore, [port1])
      return port2
    },
    send: (message) => child.postMessage(message),
    close: () =>
      new Promise((resolve) => {
        closing = true
        const timer = setTimeout(() => child.kill(), CLOSE_WITHIN_MS)
        child.once('exit', () => {
          clearTimeout(timer)
          resolve()
        })
        child.postMessage({ kind: 'close' } satisfies ToCore)
      }),
  }
}
