/** Finds a browser: $CHROMIUM_PATH, a system Chromium, Chrome or Edge, or the one that comes through npm. */
import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Quiet and offline; nothing here switches security off but the sandbox, which root cannot use. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH']
  const executablePath =
    [...(given ? [given] : []), ...PLACES].find((path) => existsSync(path)) ??
    (await sparticuz.executablePath())
  return chromium.launch({ executablePath, args: FLAGS, headless: true })
}
