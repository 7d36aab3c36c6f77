/** `npm start`: builds what is out of date, then opens the sample study in its window or in the browser. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findPlaces } from '../core/workspace/places.ts'
import { main as runVerb } from './main.ts'
import { desktopRuntime, hasDisplay } from './window.ts'

const DOWNLOAD_LIMIT_MS = 20_000

interface Product {
  /** What people see while it is built. */
  name: string
  configs: readonly string[]
  /** Written last; older than its sources means out of date. */
  result: string
  sources: readonly string[]
}

const PAGE: Product = {
  name: 'the page',
  configs: ['renderer/vite.config.ts'],
  result: 'dist/renderer/index.html',
  sources: ['renderer', 'core/contract', 'core/text', 'package-lock.json'],
}
const DESKTOP: Product = {
  name: 'the desktop window',
  configs: ['electron/vite.config.ts', 'electron/vite.preload.config.ts'],
  result: 'dist/app/preload.cjs',
  sources: ['electron', 'cli', 'core', 'package-lock.json'],
}

/** Milliseconds of the newest file at or below a path; tests do not count. */
function newest(path: string): number {
  const about = statSync(path)
  if (!about.isDirectory()) return about.mtimeMs
  return readdirSync(path)
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0)
}

export function isStale(root: string, { result, sources }: Pick<Product, 'result' | 'sources'>): boolean {
  const built = join(root, result)
  if (!existsSync(built)) return true
  const at = statSync(built).mtimeMs
  return sources.some((source) => existsSync(join(root, source)) && newest(join(root, source)) > at)
}

async function buildIfStale(root: string, product: Product): Promise<void> {
  if (!isStale(root, product)) return
  say(`Building ${product.name} …`)
  const { build } = await import('vite')
  for (const config of product.configs) await build({ configFile: join(root, config), logLevel: 'warn' })
}

/** Fetches the desktop runtime at most once; a failure is remembered for this version of it. */
function fetchRuntime(root: string): void {
  const { WAYMARK_NO_DOWNLOAD, CI, npm_config_offline } = process.env
  const folder = join(root, 'node_modules', 'electron')
  const script = join(folder, 'install.js')
  if (WAYMARK_NO_DOWNLOAD === '1' || CI || npm_config_offline === 'true' || !existsSync(script)) return
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const note = join(root, 'node_modules', '.cache', 'waymark', `electron-${version}-not-fetched`)
  if (existsSync(note)) return
  say('Fetching the desktop runtime, once (WAYMARK_NO_DOWNLOAD=1 skips this) …')
  const { status } = spawnSync(process.execPath, [script], { timeout: DOWNLOAD_LIMIT_MS, stdio: 'ignore' })
  if (status === 0) return
  mkdirSync(dirname(note), { recursive: true })
  writeFileSync(note, 'Remove this file to try again.\n')
  say('It could not be fetched. To try again later: npx install-electron --no')
}

const say = (line: string) => process.stderr.write(`${line}\n`)

export async function main(args: string[]): Promise<void> {
  const { root } = findPlaces(import.meta.dirname)
  if (hasDisplay() && desktopRuntime(root) === null) fetchRuntime(root)
  await buildIfStale(root, PAGE)
  if (hasDisplay() && desktopRuntime(root) !== null) await buildIfStale(root, DESKTOP)
  await runVerb(['open', ...(args.length > 0 ? args : ['--sample'])])
}
