/** The app itself: as a page on this machine's own address, or in its window. */
import { z } from 'zod'
import { log } from '../log.ts'
import type { Session } from '../session.ts'
import { verb, type Answer } from '../verb.ts'

const What = z.object({ project: z.string().optional(), sample: z.boolean().default(false) })

const Port = z.coerce.number().int().min(0).max(65_535).default(0)

/** Serves until a signal arrives, then closes the project in order. */
async function serving(
  what: z.output<typeof What>,
  port: number,
  session: Session,
  show: (url: string) => Promise<string>,
): Promise<Answer> {
  const { startHost } = await import('../host.ts')
  const host = await startHost({ ...what, port, onProgress: (progress) => session.progress(progress) })
  const stopped = new Promise<void>((resolve) => {
    if (session.signal.aborted) resolve()
    else session.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  return {
    json: { url: host.url },
    text: await show(host.url),
    until: stopped.then(() => host.close()).then(() => log('stopped serving')),
  }
}

export const serve = verb({
  usage: 'serve [project]',
  about: 'Serve the app to a browser on this machine only, until Ctrl-C.',
  options: {
    '--port <n>': 'a port of 127.0.0.1; a free one where none is given',
    '--sample': 'open the sample study',
  },
  accepts: What.extend({ port: Port }),
  run: ({ port, ...what }, session) =>
    serving(what, port, session, (url) => Promise.resolve(`Waymark is at ${url}\nPress Ctrl-C to stop.`)),
})

export const openVerb = verb({
  usage: 'open [project]',
  about: 'Open the desktop window, or the browser where there is no desktop runtime.',
  options: { '--sample': 'open the sample study' },
  accepts: What,
  run: async (what, session) => {
    const { openDesktop, showInBrowser } = await import('../window.ts')
    const desktop = await openDesktop(what.project)
    if (desktop)
      return {
        json: { window: 'desktop' },
        text: 'Waymark is open in its own window.',
        until: desktop.closed,
      }
    session.say('The desktop window cannot be opened here, so Waymark runs in the browser.')
    return serving(what, 0, session, async (url) => {
      const shown = await showInBrowser(url)
      return `${shown ? 'Waymark is open in the browser' : 'Open Waymark in a browser'}: ${url}\nPress Ctrl-C to stop.`
    })
  },
})
