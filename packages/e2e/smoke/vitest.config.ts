import { defineConfig } from 'vitest/config'

// Node 20 has no WebSocket without being asked.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    execArgv: ['--experimental-websocket'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
})
