/** `npm start` once built: from the command to the sample study on the screen. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '../support/browser.ts'
import { report, type Row } from './measure.ts'
import { running } from './running.ts'

async function start(home: string): Promise<number> {
  const began = performance.now()
  const { url, stop } = await running('start.mjs', [], home)
  try {
    const page = await browser.newPage()
    await page.goto(url)
    await page.waitForSelector('.turn-words, .shell-room', { timeout: 20_000 })
    await page.getByText('Northmoor').first().waitFor()
    const taken = performance.now() - began
    await page.close()
    return taken
  } finally {
    stop()
  }
}

const browser = await launchBrowser()
const home = mkdtempSync(join(tmpdir(), 'waymark-start-'))
const rows: Row[] = [
  { what: 'first start, building the sample study', value: await start(home), unit: 'ms', most: 5000 },
  { what: 'second start', value: await start(home), unit: 'ms', most: 5000 },
]
await browser.close()
rmSync(home, { recursive: true, force: true })
process.exitCode = report('Start', rows) ? 0 : 1
