import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    // Conversations with real processes, sockets and a browser, on machines with two cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
