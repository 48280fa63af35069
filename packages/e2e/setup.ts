import type { TestProject } from 'vitest/node'
import { type BrowserProgram, findBrowser } from './kit/find-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserProgram
  }
}

/** Vitest's global set-up: finds one browser for all files, or ends the run; tests of the browser are never left out. */
export async function setup(project: TestProject) {
  project.provide('browser', await findBrowser(process.env))
}
