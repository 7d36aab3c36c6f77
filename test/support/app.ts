/** The served app in a real browser, under the real policy, with everything that tries to leave written down. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { serve } from '../../cli/serve/server.ts'
import { directly } from '../../core/workspace/direct.ts'
import { uuid7 } from '../../core/ids.ts'
import { createWorkspace } from '../../core/workspace/workspace.ts'
import { ROOT } from './architecture.ts'
import { launchBrowser } from './browser.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface App {
  page: Page
  /** Asks the same core behind the page's back. */
  ask: ReturnType<typeof directly>
  /** Policy violations, page errors and requests to anywhere but the app itself. Must stay empty. */
  problems: string[]
  /** What axe finds on the screen as it is now, one sentence each. */
  axe: () => Promise<string[]>
  close: () => Promise<void>
}

export interface AppOptions {
  /** A project to work on; a copy is made. None opens the list of projects. */
  project?: string
  width?: number
  height?: number
  dark?: boolean
}

let browser: Browser | undefined

/** Closes the browser that the tests of one file share. */
export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = undefined
}

export async function openApp({
  project,
  width = 1280,
  height = 720,
  dark = false,
}: AppOptions): Promise<App> {
  const home = mkdtempSync(join(tmpdir(), 'waymark-app-'))
  const workspace = createWorkspace({
    state: join(home, 'state'),
    projects: join(home, 'projects'),
    sample: join(ROOT, 'fixtures/sample'),
    dialogs: null,
    version: '0.0.0',
    clock: Date.now,
    ids: () => uuid7(),
    log: () => {},
  })
  if (project !== undefined) {
    const copy = join(home, 'study.waymark')
    copyFileSync(project, copy)
    workspace.openPath(copy)
  }
  const served = await serve({ core: workspace, page: join(ROOT, 'dist/renderer'), port: 0, log: () => {} })
  browser ??= await launchBrowser()
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const problems = watch(page, `http://127.0.0.1:${served.port}`)
  await page.goto(served.url)
  return {
    page,
    ask: directly(workspace, 'Amina'),
    problems,
    axe: () => runAxe(page),
    close: async () => {
      await context.close()
      await served.close()
      workspace.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function watch(page: Page, home: string): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${home}/`) && !/^(data|blob):/.test(url))
      problems.push(`request left the app: ${url}`)
  })
  return problems
}

/** Outside the page's own policy: the checker is put in by the browser, not by a script tag. */
async function runAxe(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const results = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run: () => Promise<AxeResults> } }
    return axe.run()
  })
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} (${violation.help})`),
  )
}
