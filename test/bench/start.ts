/** `npm start` once built: from the command to the sample study on the screen. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../support/architecture.ts'
import { launchBrowser } from '../support/browser.ts'
import { report, type Row } from './measure.ts'

async function start(home: string): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(ROOT, 'cli/start.mjs')], {
    cwd: ROOT,
    env: { ...process.env, WAYMARK_HOME: home, WAYMARK_NO_BROWSER: '1', WAYMARK_NO_DOWNLOAD: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const look = (chunk: Buffer) => {
        const match = /http:\/\/127\.0\.0\.1:\S+/.exec(chunk.toString())
        if (match) resolve(match[0])
      }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      child.on('exit', () => reject(new Error('npm start ended before it was ready')))
    })
    const page = await browser.newPage()
    await page.goto(url)
    await page.waitForSelector('.turn-words, .shell-room', { timeout: 20_000 })
    await page.getByText('Northmoor').first().waitFor()
    const taken = performance.now() - began
    await page.close()
    return taken
  } finally {
    child.kill()
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
