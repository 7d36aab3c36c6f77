/** Builds the page into dist/renderer: nothing inlined, so that it runs under the strict content policy. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    // The newest CSS the code uses is light-dark(): no browser older than these is worth a fallback.
    target: ['chrome125', 'firefox128', 'safari17.5'],
  },
})
