/** Paper from HTML: printed by the window that runs the core, or by a browser found on the machine. */
import { execFile } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { CoreError } from '../contract/errors.ts'

const run = promisify(execFile)
const TIME_LIMIT_MS = 60_000

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
]

type Environment = Readonly<Record<string, string | undefined>>

/** Where browsers are usually installed, best first. `CHROMIUM_PATH` always wins. */
export function browserPlaces(platform: NodeJS.Platform, environment: Environment): string[] {
  const chosen = environment['CHROMIUM_PATH']
  const usual =
    platform === 'win32'
      ? onWindows(environment)
      : platform === 'darwin'
        ? onMac(environment)
        : onPath(environment)
  return chosen ? [chosen, ...usual] : usual
}

const onPath = ({ PATH = '' }: Environment): string[] =>
  ON_PATH.flatMap((name) =>
    PATH.split(delimiter)
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, name)),
  )

function onMac({ HOME = '' }: Environment): string[] {
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
  return ['/Applications', join(HOME, 'Applications')].flatMap((folder) =>
    apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
  )
}

function onWindows(environment: Environment): string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (key) => environment[key] ?? [],
  )
  const programs = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
  ]
  return folders.flatMap((folder) => programs.map((parts) => join(folder, ...parts)))
}

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The first browser that is there; throws `no-browser` when none is. */
export function findBrowser(
  places: readonly string[] = browserPlaces(process.platform, process.env),
): string {
  const found = places.find(canRun)
  if (found === undefined) {
    throw new CoreError(
      'no-browser',
      'A PDF needs Chrome, Chromium or Edge, and none was found on this computer. Install one, or set CHROMIUM_PATH to where it is; or save as HTML or Word instead.',
    )
  }
  return found
}

/** Prints with a browser in the background. Nothing is fetched: the page holds everything it needs. */
export async function printWithBrowser(html: string, signal: AbortSignal): Promise<Uint8Array> {
  const browser = findBrowser()
  const folder = mkdtempSync(join(tmpdir(), 'waymark-print-'))
  const page = join(folder, 'page.html')
  const paper = join(folder, 'page.pdf')
  try {
    writeFileSync(page, html)
    await run(browser, argumentsFor(folder, page, paper), {
      timeout: TIME_LIMIT_MS,
      signal,
      windowsHide: true,
    })
    return readFileSync(paper)
  } catch {
    throw signal.aborted
      ? new CoreError('cancelled', 'Printing was stopped before the PDF was ready.')
      : new CoreError(
          'no-browser',
          'The browser on this computer could not print the PDF. Close other windows of it and try again, or save as HTML or Word instead.',
        )
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function argumentsFor(folder: string, page: string, paper: string): string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // The administrator's account on Linux cannot use the sandbox; the page has no script and no network.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${paper}`,
    pathToFileURL(page).href,
  ]
}
