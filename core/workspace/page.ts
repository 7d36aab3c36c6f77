/** What both hosts do alike for the page: its files as an exact map, and the policy it runs under. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { CoreError } from '../contract/errors.ts'

/** The page may load its own files and talk to its own host, and nothing else. No inline script or style. */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Sent with every file of the page, by either host. */
export const PAGE_HEADERS = {
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  'cache-control': 'no-store',
} as const

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export interface Asset {
  type: string
  bytes: Buffer<ArrayBuffer>
}
/** By path from the page's root, `/index.html`. A path that is not in it does not exist. */
export type Assets = ReadonlyMap<string, Asset>

export function readAssets(folder: string): Assets {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new CoreError(
      'not-found',
      'The page is not built yet. Run "npm run build" in the project folder and try again.',
    )
  }
  const assets = new Map<string, Asset>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const file = join(entry.parentPath, entry.name)
    assets.set(file.slice(folder.length).replaceAll('\\', '/'), {
      type,
      bytes: readFileSync(file) as Buffer<ArrayBuffer>,
    })
  }
  return assets
}

/** The file for an address of the page; `/` is its start. */
export const assetAt = (assets: Assets, path: string): Asset | undefined =>
  assets.get(path === '/' ? '/index.html' : path)
