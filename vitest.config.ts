/** Unit tests sit beside their source; what crosses rooms is in test/ and runs on what was built. */
import { defineConfig } from 'vitest/config'

const common = { pool: 'forks', testTimeout: 60_000, hookTimeout: 120_000 } as const

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'rooms',
          include: [
            '{core,cli,electron,renderer}/**/*.test.{ts,tsx}',
            'test/{contract,figures,migrations,fuzz}/**/*.test.ts',
            'test/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...common,
          name: 'house',
          include: ['test/{cli,electron,journeys}/**/*.test.ts'],
          globalSetup: 'test/support/build.ts',
          // A slow machine is given its time; what never comes still fails.
          expect: { poll: { timeout: 10_000 } },
          // Once more where the browser's own process went down, and only there.
          retry: { count: 1, condition: /Target crashed/ },
        },
      },
    ],
  },
})
