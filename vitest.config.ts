/** Unit tests sit beside their source; what crosses rooms is in test/. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{core,cli,electron,renderer,test}/**/*.test.{ts,tsx}'],
    exclude: ['node_modules', 'dist', 'out'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
