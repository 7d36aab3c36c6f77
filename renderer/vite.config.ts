/** Builds the page into dist/renderer: nothing inlined, so that it runs under the strict content policy. */
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** The controls' own words come in thirty languages; the page is in English. */
const englishOnly: Plugin = {
  name: 'english-only',
  load: {
    filter: { id: /react-(aria|stately).*\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/ },
    handler: () => 'export default {}',
  },
}

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), englishOnly],
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
