/** `npm run build`: the page, the processes that run on Node, and the preload, into dist/. */
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const configs = ['renderer/vite.config.ts', 'electron/vite.config.ts', 'electron/vite.preload.config.ts']

for (const config of configs) await build({ configFile: join(root, config), logLevel: 'warn' })
