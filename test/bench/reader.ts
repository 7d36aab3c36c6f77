/** The reader in Chromium beside the same text as plain paragraphs: first paint, scrolling, one more coding. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { largeProject } from './large.ts'
import { median, quantile, report, type Row } from './measure.ts'
import { running } from './running.ts'

const REPEATS = 15
const CODED = 30
/** What is drawn and asked for after the first page has had its time. */
const AT_REST_MS = 3000
/** Between one act and the next: faster than anybody reads. */
const PAUSE_MS = 400

/** Runs in the page: milliseconds until the reader holds words and two frames have been drawn. */
function openTranscript(document: number): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now()
    location.hash = `#/code/${document}`
    const look = () => {
      if (window.document.querySelector('.turn-words') === null) requestAnimationFrame(look)
      else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
    }
    look()
  })
}

/** Runs in an empty page: the same for the text alone, in a pane that scrolls. */
function openPlain(turns: string[]): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now()
    const pane = document.createElement('div')
    pane.id = 'plain'
    pane.style.cssText = 'position: fixed; inset: 0; overflow: auto'
    for (const text of turns) {
      const p = document.createElement('p')
      p.textContent = text
      pane.append(p)
    }
    document.body.append(pane)
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
  })
}

interface Scrolled {
  frames: number[]
  longest: number
}

/** Runs in the page: frame times while scrolling, and the longest task. */
function scroll(selector: string): Promise<Scrolled> {
  return new Promise((resolve) => {
    const pane = document.querySelector(selector)
    const frames: number[] = []
    let longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
    }).observe({ type: 'longtask' })
    let last = performance.now()
    let left = 240
    const step = () => {
      const now = performance.now()
      frames.push(now - last)
      last = now
      pane?.scrollBy(0, 240)
      left -= 1
      if (left > 0) requestAnimationFrame(step)
      else resolve({ frames: frames.slice(2), longest })
    }
    requestAnimationFrame(step)
  })
}

async function opening(page: Page, transcript: number): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n <= REPEATS; n++) {
    // From a room with next to nothing in it: what is left behind is not what is measured.
    await page.evaluate(() => (location.hash = '#/memos'))
    await page.waitForFunction(() => window.document.querySelector('.turn-words') === null)
    await page.waitForTimeout(PAUSE_MS)
    taken.push(await page.evaluate(openTranscript, transcript))
  }
  return median(taken.slice(1))
}

/** In a page of its own, in front and then closed: a page behind another is given no frames. */
async function plainly(page: Page, turns: string[]): Promise<{ opens: number; scrolled: Scrolled }> {
  const taken: number[] = []
  for (let n = 0; n <= REPEATS; n++) {
    await page.goto('about:blank')
    taken.push(await page.evaluate(openPlain, turns))
  }
  const scrolled = await page.evaluate(scroll, '#plain')
  await page.close()
  return { opens: median(taken.slice(1)), scrolled }
}

type Watching = Window & { painted?: Promise<number> }

/** Runs in the page: sets a watch from the next key to the frame after a passage is drawn, which follows the word that it is stored. */
function watchKey(): void {
  const page: Watching = window
  page.painted = new Promise((resolve) => {
    let pressed = 0
    // A passage exactly over another draws nothing new: that one is left out.
    setTimeout(() => resolve(Number.NaN), 1500)
    addEventListener('keydown', () => (pressed = performance.now()), { once: true, capture: true })
    const isPassage = (node: Node) =>
      node instanceof Element && (node.matches('.fill') || node.querySelector('.fill') !== null)
    const observer = new MutationObserver((changes) => {
      if (pressed === 0 || !changes.some(({ addedNodes }) => [...addedNodes].some(isPassage))) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)))
    })
    observer.observe(document.querySelector('.reader') ?? document.body, { childList: true, subtree: true })
  })
}

/** Milliseconds of script the page has run so far. */
async function scriptOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN)
}

/** A researcher going down the transcript with the keyboard: the next turn's first sentence, then Frustration. */
async function codeMany(page: Page): Promise<{ painted: number[]; script: number[] }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const painted: number[] = []
  const script: number[] = []
  await page.locator('.reader').first().focus()
  for (let n = 0; n < CODED; n++) {
    for (const key of ['j', 'j', 'ArrowDown', 's', 's']) await page.keyboard.press(key)
    await page.waitForTimeout(PAUSE_MS)
    await page.evaluate(watchKey)
    const before = await scriptOf(session)
    await page.keyboard.press('f')
    const taken = await page.evaluate(() => (window as Watching).painted ?? 0)
    if (n < 3 || Number.isNaN(taken)) continue
    painted.push(taken)
    script.push((await scriptOf(session)) - before)
  }
  if (painted.length < CODED / 3) throw new Error('too few codings were seen to be painted')
  return { painted, script }
}

interface Measured {
  plain: { opens: number; scrolled: Scrolled }
  opens: number
  scrolled: Scrolled
  coded: { painted: number[]; script: number[] }
}

async function measure(browser: Browser, words: number, codings: number): Promise<Measured> {
  const home = mkdtempSync(join(tmpdir(), 'waymark-reader-'))
  const project = largeProject(words, codings)
  const { document } = project
  const { text } = await project.ask('documents.read', { document })
  project.open.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const file = join(home, 'study.waymark')
  copyFileSync(project.file, file)
  project.close()
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
  })
  const plain = await plainly(await context.newPage(), text.split('\n'))
  const app = await running('bin.mjs', ['open', file], home)
  try {
    const page = await context.newPage()
    await page.goto(app.url)
    const opens = await opening(page, document)
    await page.waitForTimeout(AT_REST_MS)
    const scrolled = await page.evaluate(scroll, '.reader')
    await page.waitForTimeout(AT_REST_MS)
    return { plain, opens, scrolled, coded: await codeMany(page) }
  } finally {
    app.stop()
    await context.close()
    rmSync(home, { recursive: true, force: true })
  }
}

const p95 = (values: readonly number[]): number => quantile(values, 0.95)

const scrolling = (size: string, { scrolled, plain }: Measured, most: number): Row[] => [
  { what: `${size}: scrolling, p95 of a frame`, value: p95(scrolled.frames), unit: 'ms', most },
  { what: `${size}: the same in plain text`, value: p95(plain.scrolled.frames), unit: 'ms' },
  { what: `${size}: longest task while scrolling`, value: scrolled.longest, unit: 'ms', most: 50 },
]

const coding = (size: string, { coded }: Measured, beside?: Measured): Row[] => {
  const value = p95(coded.painted)
  return [
    { what: `${size}: one more coding, key to durable and painted, p95`, value, unit: 'ms', most: 50 },
    { what: `${size}: one more coding, script`, value: median(coded.script), unit: 'ms', most: 4 },
    ...(beside === undefined
      ? []
      : [
          {
            what: `${size}: one more coding, median`,
            value: median(coded.painted),
            unit: 'ms',
            beside: { what: 'the smaller one', value: median(beside.coded.painted), most: 2 },
          },
        ]),
  ]
}

const browser = await launchBrowser()
const usual = await measure(browser, 40_000, 3000)
const large = await measure(browser, 200_000, 20_000)
const dense = await measure(browser, 1900, 1000)
await browser.close()

const rows: Row[] = [
  {
    what: '40,000 words, 3,000 codings: opens and paints',
    value: usual.opens,
    unit: 'ms',
    beside: { what: 'plain text', value: usual.plain.opens, most: 2 },
  },
  ...scrolling('40,000 words', usual, 20),
  ...coding('40,000 words', usual),
  { what: '200,000 words, 20,000 codings: opens and paints', value: large.opens, unit: 'ms', most: 2000 },
  ...scrolling('200,000 words', large, 33),
  ...coding('200,000 words', large, usual),
  { what: '1,000 codings in 10 kB: opens and paints', value: dense.opens, unit: 'ms', most: 300 },
  ...coding('1,000 codings in 10 kB', dense, usual),
]
process.exitCode = report('The reader', rows) ? 0 : 1
