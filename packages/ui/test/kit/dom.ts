// Runs before each test file that draws on a page (vitest.workspace.ts); each test finds the page empty.
import { cleanup, configure } from '@testing-library/preact'
import { afterEach, vi } from 'vitest'

// A loaded machine takes seconds to load what is fetched when it is wanted.
configure({ asyncUtilTimeout: 15_000 })

afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
  vi.useRealTimers()
})
