/** A hidden window that lays one page out and prints it: sandboxed, without script, its page served from memory. */
import { BrowserWindow, session, type Session } from 'electron'
import { SCHEME } from './policy/addresses.ts'
import { mayPrint, PAPER_HEADERS, PAPER_PREFERENCES, paperAddress } from './policy/paper.ts'
import type { Paper } from './print-host.ts'

/** By address, while their window is open. */
const pages = new Map<string, string>()
let guarded: Session | undefined
let last = 0

/** A session of its own and in memory only, so that it shares nothing with the page. */
function paperSession(): Session {
  if (guarded) return guarded
  guarded = session.fromPartition('paper', { cache: false })
  guarded.protocol.handle(SCHEME, ({ url }) => {
    const page = pages.get(url)
    return page === undefined
      ? new Response('not found', { status: 404 })
      : new Response(page, { headers: PAPER_HEADERS })
  })
  guarded.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayPrint(url, pages) }))
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  guarded.setPermissionCheckHandler(() => false)
  guarded.setDevicePermissionHandler(() => false)
  guarded.setSpellCheckerEnabled(false)
  return guarded
}

export function openPaper(html: string): Paper {
  const address = paperAddress((last += 1))
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...PAPER_PREFERENCES, session: paperSession() },
  })
  pages.set(address, html)
  return {
    print: async () => {
      await window.loadURL(address)
      return window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      })
    },
    close: () => {
      pages.delete(address)
      window.destroy()
    },
  }
}
