/** The reader in Chromium beside the same text as plain paragraphs: first paint, scrolling, one more coding. */
import { closeBrowser, openApp, type App } from '../support/app.ts'
import { largeProject } from './large.ts'
import { median, quantile, report, type Row } from './measure.ts'

const REPEATS = 5

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

function openPlain(turns: string[]): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now()
    const body = document.createElement('div')
    for (const text of turns) {
      const p = document.createElement('p')
      p.textContent = text
      body.append(p)
    }
    document.body.append(body)
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
  })
}

/** Frame times while scrolling, and the longest task. */
function scroll(selector: string): Promise<{ frames: number[]; longest: number }> {
  return new Promise((resolve) => {
    const pane = document.querySelector(selector) ?? document.scrollingElement
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

async function firstPaint(app: App, document: number): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n <= REPEATS; n++) {
    await app.page.evaluate(() => (location.hash = '#/history'))
    await app.page.waitForSelector('.history')
    taken.push(await app.page.evaluate(openTranscript, document))
  }
  return median(taken.slice(1))
}

/** In a page of its own, in front and then closed: a page behind another is given no frames. */
async function besidePlain(app: App, turns: string[]): Promise<number> {
  const page = await app.page.context().newPage()
  const taken: number[] = []
  for (let n = 0; n <= REPEATS; n++) {
    await page.goto('about:blank')
    taken.push(await page.evaluate(openPlain, turns))
  }
  await page.close()
  await app.page.bringToFront()
  return median(taken.slice(1))
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

/** A researcher going down the transcript with the keyboard: the next turn's first sentence, then Frustration. */
async function codeMany({ page }: App): Promise<number[]> {
  const taken: number[] = []
  await page.locator('.reader').first().focus()
  for (let n = 0; n < 30; n++) {
    for (const key of ['j', 'j', 'ArrowDown', 's', 's']) await page.keyboard.press(key)
    await page.evaluate(watchKey)
    await page.keyboard.press('f')
    taken.push(await page.evaluate(() => (window as Watching).painted ?? 0))
    await page.waitForTimeout(100)
  }
  const seen = taken.slice(3).filter((value) => !Number.isNaN(value))
  if (seen.length < 10) throw new Error('too few codings were seen to be painted')
  return seen
}

async function measure(
  words: number,
  codings: number,
  limits: { paint: number; scroll: number },
): Promise<Row[]> {
  const project = largeProject(words, codings)
  const { document, file } = project
  project.core.dispatch({ name: 'documents.describe', input: { document, status: 'coding' } }).catch(() => {})
  const { text } = await project.ask('documents.read', { document })
  project.open.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const app = await openApp({ project: file })
  try {
    const beside = await besidePlain(app, text.split('\n'))
    const painted = await firstPaint(app, document)
    const { frames, longest } = await app.page.evaluate(scroll, '.reader')
    const coded = await codeMany(app)
    const size = `${words.toLocaleString('en-GB')} words, ${codings.toLocaleString('en-GB')} codings`
    return [
      {
        what: `${size}: opens and paints`,
        value: painted,
        unit: 'ms',
        beside: { what: 'plain text', value: beside, most: limits.paint },
      },
      {
        what: `${size}: scrolling, p95 of a frame`,
        value: quantile(frames, 0.95),
        unit: 'ms',
        most: limits.scroll,
      },
      { what: `${size}: longest task while scrolling`, value: longest, unit: 'ms', most: 50 },
      {
        what: `${size}: one more coding, durable and painted, p95`,
        value: quantile(coded, 0.95),
        unit: 'ms',
        most: 50,
      },
    ]
  } finally {
    await app.close()
    project.close()
  }
}

const rows = [
  ...(await measure(40_000, 3000, { paint: 2, scroll: 20 })),
  ...(await measure(200_000, 20_000, { paint: 20, scroll: 33 })),
]
await closeBrowser()
process.exitCode = report('The reader', rows) ? 0 : 1
