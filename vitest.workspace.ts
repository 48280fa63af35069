import preact from '@preact/preset-vite'
import { defineProject, type TestProjectConfiguration } from 'vitest/config'

const conditions = ['@deskbell/source']
const node = { resolve: { conditions }, ssr: { resolve: { conditions } } }
// Each sign-in is a hash of 0.3 s of a processor; tests of passwords set REAL_PASSWORDS.
const execArgv = ['--import', new URL('packages/relay/test/kit/cheap-passwords.mjs', import.meta.url).href]
// What is waited for comes late on a loaded machine.
const patient = { expect: { poll: { timeout: 15_000 } } }
// The files of a worker share what they import, which takes longer than most tests: none may leave anything behind.
const shared = { ...patient, isolate: false, css: { include: [/\/launcher\.css/] } }

/**
 * node: what needs no page, and the relay over real sockets; dom: components; e2e: a real browser against the built relay;
 * attacks: what the relay must withstand (docs: SECURITY.md), against the built relay too.
 * faults: the built relay, killed, paused, with a full disk or damaged data.
 * A test without JSX that needs a page says so in its first line: `// @vitest-environment happy-dom`.
 */
export default [
  defineProject({
    ...node,
    test: {
      ...shared,
      name: 'node',
      execArgv,
      // What hangs, hangs longer; a loaded machine hashes a password in seconds.
      testTimeout: 20_000,
      include: ['packages/!(e2e)/test/**/*.test.ts', 'tools/test/**/*.test.mjs'],
      exclude: ['packages/relay/test/faults/**'],
    },
  }),
  defineProject({
    ...node,
    test: {
      ...patient,
      name: 'faults',
      execArgv,
      include: ['packages/relay/test/faults/**/*.test.ts'],
      testTimeout: 120_000,
      hookTimeout: 60_000,
    },
  }),
  defineProject({
    plugins: [preact()],
    resolve: { conditions: [...conditions, 'module', 'browser', 'development|production'] },
    test: {
      ...shared,
      name: 'dom',
      environment: 'happy-dom',
      setupFiles: ['packages/ui/test/kit/dom.ts'],
      include: ['packages/{ui,widget,inbox}/test/**/*.test.tsx'],
      testTimeout: 60_000,
    },
  }),
  defineProject({
    ...node,
    test: {
      ...shared,
      name: 'e2e',
      include: ['packages/e2e/test/**/*.test.ts'],
      globalSetup: ['packages/e2e/setup.ts'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  }),
  defineProject({
    ...node,
    test: {
      ...shared,
      name: 'attacks',
      include: ['packages/e2e/attacks/**/*.test.ts'],
      globalSetup: ['packages/e2e/setup.ts'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  }),
] satisfies TestProjectConfiguration[]
