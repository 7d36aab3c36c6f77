/** Builds the preload into one CommonJS file: a sandboxed preload can be nothing else. */
import { join } from 'node:path'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, '..')

export default defineConfig({
  root,
  publicDir: false,
  build: {
    lib: { entry: join(root, 'electron/preload.ts'), formats: ['cjs'], fileName: () => 'preload.cjs' },
    outDir: join(root, 'dist/app'),
    emptyOutDir: false,
    target: 'chrome140',
    minify: false,
    rollupOptions: { external: ['electron'] },
  },
})
