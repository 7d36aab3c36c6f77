/** Paper from HTML: printed by the window that runs the core, or by a browser found on the machine. */
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { JobContext } from '../context.ts'
import { CoreError } from '../contract/errors.ts'
import { connect, type Send } from './devtools.ts'
import { cancelled } from './pace.ts'

const TIME_LIMIT_MS = 60_000
const CANNOT_PRINT =
  'The browser on this computer could not print the PDF. Try again, or save in another format.'

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
      'A PDF needs Chrome, Chromium or Edge, and none was found on this computer. Install one, or set CHROMIUM_PATH to where it is; or save in another format.',
    )
  }
  return found
}

/**
 * By the window that runs the core, where there is one and it can; otherwise by a browser on the machine.
 * Throws `no-browser` when neither can, and `cancelled`.
 */
export async function printPaper(
  html: string,
  { signal, printPdf }: Pick<JobContext, 'signal' | 'printPdf'>,
): Promise<Uint8Array> {
  try {
    if (printPdf) return await printPdf(html, signal)
  } catch {
    // The host has logged why.
    if (signal.aborted) throw cancelled()
  }
  return printWithBrowser(html, signal)
}

/** Prints with a browser in the background. Nothing is fetched: the page holds everything it needs. */
async function printWithBrowser(html: string, signal: AbortSignal): Promise<Uint8Array> {
  const browser = findBrowser()
  const profile = mkdtempSync(join(tmpdir(), 'waymark-print-'))
  const limit = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)])
  const child = spawn(browser, argumentsFor(profile), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
    signal: limit,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve))
  try {
    return await printPage(connect(child), html)
  } catch {
    throw signal.aborted ? cancelled() : new CoreError('no-browser', CANNOT_PRINT)
  } finally {
    child.kill('SIGKILL')
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Page size from the page itself; tagged, with an outline, for people who hear it. */
const PAPER = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

async function printPage(send: Send, html: string): Promise<Uint8Array> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const attached = await send('Target.attachToTarget', { targetId, flatten: true })
  const session = String(attached['sessionId'])
  const { frameTree } = await send('Page.getFrameTree', {}, session)
  const frameId = (frameTree as { frame: { id: string } }).frame.id
  await send('Page.setDocumentContent', { frameId, html }, session)
  const { data } = await send('Page.printToPDF', PAPER, session)
  return Buffer.from(String(data), 'base64')
}

function argumentsFor(profile: string): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    // The administrator's account on Linux cannot use the sandbox; the page has no script and no network.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    'about:blank',
  ]
}
