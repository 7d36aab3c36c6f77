/** Showing the app: in the desktop runtime where it is, else in a browser. Only the file system is asked what is here. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findPlaces } from '../core/workspace/places.ts'
import { existingFile } from './project.ts'

/** A window that closes again within this time never opened: no display, or a library is missing. */
const OPENS_WITHIN_MS = 4000

/** Without a screen nothing can be opened, and nothing should be tried. */
export const hasDisplay = (env: NodeJS.ProcessEnv = process.env): boolean =>
  process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

/** Electron's program, when its runtime has been fetched. Importing the package would fetch it. */
export function desktopRuntime(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const program = join(folder, 'dist', readFileSync(note, 'utf8').trim())
  return existsSync(program) ? program : null
}

/** Opens the desktop window; null when there is none to open. `closed` ends when the person closes it. */
export async function openDesktop(project?: string): Promise<{ closed: Promise<void> } | null> {
  const { root } = findPlaces(import.meta.dirname)
  const program = desktopRuntime(root)
  const built = join(root, 'dist', 'app', 'main.js')
  if (program === null || !existsSync(built) || !hasDisplay()) return null
  const file = project === undefined ? [] : [resolve(existingFile(project))]
  const ended = endOf(spawn(program, [root, ...file], { stdio: 'inherit' }))
  const early = await Promise.race([ended, setTimeout(OPENS_WITHIN_MS, null)])
  if (early !== null && early !== 0) return null
  return { closed: ended.then(() => undefined) }
}

/** The exit code of a program; 1 when it cannot be started. */
const endOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 0))
  })

const WINDOWS_FOLDERS = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
const WINDOWS_PROGRAMS = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
  String.raw`Chromium\Application\chrome.exe`,
]
const MAC_PROGRAMS = ['Google Chrome', 'Microsoft Edge', 'Chromium']
const LINUX_PROGRAMS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
]

/** Where browsers that can open a page in a window of its own are usually found, the likeliest first. */
function browserPlaces(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'win32') {
    const folders = WINDOWS_FOLDERS.flatMap((name) => env[name] ?? [])
    return WINDOWS_PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)))
  }
  if (process.platform === 'darwin')
    return MAC_PROGRAMS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return LINUX_PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)))
}

/** Opens the address in a window of its own, else in the usual browser. False where there is no screen or it is not wanted. */
export async function showInBrowser(url: string, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  if (env['WAYMARK_NO_BROWSER'] === '1' || !hasDisplay(env)) return false
  const browser = browserPlaces(env).find((place) => existsSync(place))
  if (browser !== undefined) {
    const child = spawn(browser, [`--app=${url}`], { stdio: 'ignore', detached: true })
    child.on('error', () => {})
    child.unref()
    return true
  }
  const { default: open } = await import('open')
  const child = await open(url)
  child.on('error', () => {})
  return true
}
