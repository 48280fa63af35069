// Runs before each test file that draws on a page (vitest.workspace.ts); each test finds the page empty.
import { cleanup, configure } from '@testing-library/preact'
import { afterAll, afterEach, beforeEach, vi } from 'vitest'

// A loaded machine takes seconds to load what is fetched when it is wanted.
configure({ asyncUtilTimeout: 15_000 })

// What a test leaves ticking ends with it: the files of a worker share the clock.
const { setTimeout, setInterval } = globalThis
const ticking = new Set<ReturnType<typeof setTimeout>>()
const remembered = <T extends typeof setTimeout | typeof setInterval>(begin: T): T =>
  new Proxy(begin, {
    apply(target, self, given) {
      const timer = Reflect.apply(target, self, given)
      ticking.add(timer)
      return timer
    },
  })
globalThis.setTimeout = remembered(setTimeout)
globalThis.setInterval = remembered(setInterval)

// Asked, happy-dom lets go of what had the focus and is gone; a shadow root's `activeElement` throws on it.
beforeEach(() => void document.activeElement)

afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
  vi.useRealTimers()
  for (const timer of ticking) clearTimeout(timer)
  ticking.clear()
})
afterAll(() => {
  Object.assign(globalThis, { setTimeout, setInterval })
})
