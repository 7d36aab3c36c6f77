/** The window: sandboxed, its page served from memory, every door but one shut. */
import { basename } from 'node:path'
import { BrowserWindow, protocol, session, type Session, type WebContents } from 'electron'
import { assetAt, PAGE_HEADERS, type Assets } from '../core/workspace/page.ts'
import { HOME, mayNavigate, mayRequest, ownPath, SCHEME } from './policy/addresses.ts'
import { mayUse } from './policy/permissions.ts'

/** Can be called only once, before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export function guardSession(session: Session, assets: Assets): void {
  session.protocol.handle(SCHEME, (request) => {
    const path = request.method === 'GET' ? ownPath(request.url) : null
    const asset = path === null ? undefined : assetAt(assets, path)
    if (!asset) return new Response('not found', { status: 404, headers: PAGE_HEADERS })
    return new Response(asset.bytes, { headers: { ...PAGE_HEADERS, 'content-type': asset.type } })
  })
  // Nothing leaves the machine: whatever is not the page's own is cancelled before it is sent.
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }))
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(mayUse(permission)))
  session.setPermissionCheckHandler((_contents, permission) => mayUse(permission))
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
}

/** For every web contents there will ever be. */
export function guardContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void }, address: string) => {
    if (!mayNavigate(address)) event.preventDefault()
  }
  contents.on('will-navigate', (event) => stay(event, event.url))
  contents.on('will-redirect', (event) => stay(event, event.url))
  contents.on('will-frame-navigate', (event) => stay(event, event.url))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Waymark',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(HOME)
  return window
}

/** The windows people see; those that print have a session of their own. */
export const appWindows = (): BrowserWindow[] =>
  BrowserWindow.getAllWindows().filter(({ webContents }) => webContents.session === session.defaultSession)

export function setTitle(window: BrowserWindow, file: string | null): void {
  window.setTitle(file === null ? 'Waymark' : `${basename(file, '.waymark')} · Waymark`)
}
