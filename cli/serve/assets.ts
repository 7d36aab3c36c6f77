/** The page's files as an exact map, read once: a path that is not in it does not exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { CoreError } from '../../core/contract/errors.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

export type Assets = ReadonlyMap<string, { type: string; bytes: Buffer }>

export function readAssets(folder: string): Assets {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new CoreError(
      'not-found',
      'The page is not built yet. Run "npm run build" in the project folder and try again.',
    )
  }
  const assets = new Map<string, { type: string; bytes: Buffer }>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const type = TYPES[extname(entry.name)]
    if (type === undefined) continue
    assets.set(file.slice(folder.length).replaceAll('\\', '/'), { type, bytes: readFileSync(file) })
  }
  return assets
}
