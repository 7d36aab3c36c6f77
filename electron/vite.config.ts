/** Builds what runs on Node: the desktop's processes and the packaged command line into dist/app. */
import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, '..')
/** Native code stays in node_modules; the runtime brings Electron. */
const OUTSIDE = ['electron', 'better-sqlite3', '@resvg/resvg-js']

const entries: Record<string, string> = {
  main: 'electron/main.ts',
  'core-process': 'electron/core-process.ts',
  cli: 'cli/main.ts',
  thread: 'core/jobs/thread.ts',
}

export default defineConfig({
  root,
  publicDir: false,
  ssr: { noExternal: true, external: OUTSIDE },
  build: {
    ssr: true,
    outDir: join(root, 'dist/app'),
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    sourcemap: false,
    rollupOptions: {
      input: Object.fromEntries(
        Object.entries(entries)
          .map(([name, file]) => [name, join(root, file)])
          .filter(([, file]) => existsSync(file ?? '')),
      ),
      external: [...OUTSIDE, ...builtinModules, /^node:/],
      output: {
        format: 'es',
        // Beside each other, so that `new URL('./thread.js', import.meta.url)` holds in every chunk.
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
})
