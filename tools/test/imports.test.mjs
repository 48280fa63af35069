import { describe, expect, it } from 'vitest'
import { complaints, doors } from './tree.mjs'

const desk = 'packages/desk/src/desk.ts'
const packages = {
  'packages/protocol/package.json': doors('.'),
  'packages/relay/package.json': doors('.'),
  'packages/client/package.json': doors('./http', './socket'),
  'packages/locales/package.json': doors('.', './widget/*.json'),
  'packages/widget/package.json': doors('.'),
}
const importing = (path, specifier) =>
  complaints({ ...packages, [path]: `import { a } from '${specifier}'\nexport const b = a\n` })

describe('the way imports point', () => {
  it('lets desk import protocol', () => {
    expect(importing(desk, '@deskbell/protocol')).toEqual([])
  })

  it('refuses an import down the table', () => {
    expect(importing(desk, '@deskbell/relay')).toEqual([`${desk}:1 import-direction`])
  })

  it('refuses it as a type, a re-export, a later import and a glob too', () => {
    const source = [
      "import type { A } from '@deskbell/relay'",
      "export { b } from '@deskbell/relay'",
      "export const c = () => import('@deskbell/relay')",
      "export type D = A | import('@deskbell/relay').E",
      "export const f = import.meta.glob(['../../relay/src/*.ts'])",
    ]
    expect(complaints({ ...packages, [desk]: source.join('\n') })).toEqual([
      `${desk}:1 import-direction`,
      `${desk}:2 import-direction`,
      `${desk}:3 import-direction`,
      `${desk}:4 import-direction`,
      `${desk}:5 front-door`,
    ])
  })

  it('refuses the package itself under its own name', () => {
    const path = 'packages/protocol/src/guards.ts'
    expect(importing(path, '@deskbell/protocol')).toEqual([`${path}:1 import-direction`])
  })

  it('keeps client out of all tests but those of the relay', () => {
    const path = 'packages/desk/test/desk.test.ts'
    expect(importing(path, '@deskbell/client/http')).toEqual([`${path}:1 import-direction`])
    expect(importing('packages/relay/test/relay.test.ts', '@deskbell/client/http')).toEqual([])
  })
})

describe('the front door', () => {
  it('is the only way into a package', () => {
    const path = 'packages/widget/src/a.ts'
    expect(importing(path, '@deskbell/client/socket')).toEqual([])
    expect(importing(path, '@deskbell/client')).toEqual([`${path}:1 front-door`])
    expect(importing(path, '@deskbell/client/src/socket.ts')).toEqual([`${path}:1 front-door`])
    expect(importing(path, '../../client/src/socket.ts')).toEqual([`${path}:1 front-door`])
  })

  it('may be a pattern', () => {
    expect(importing('packages/widget/src/a.ts', '@deskbell/locales/widget/de.json')).toEqual([])
  })

  it('is open to the tests of its own package', () => {
    expect(importing('packages/protocol/test/guards.test.ts', '@deskbell/protocol')).toEqual([])
  })
})

describe('what is outside the packages', () => {
  it.each(['packages/e2e/kit/relay.ts', 'examples/plain-shop/main.ts'])('takes only what is built: %s', (path) => {
    expect(importing(path, '@deskbell/protocol')).toEqual([`${path}:1 built-only`])
    expect(importing(path, `${path.startsWith('ex') ? '../..' : '../../..'}/packages/relay/src/main.ts`)).toHaveLength(
      1,
    )
  })

  it('takes the widget as shops do', () => {
    expect(importing('examples/app/src/main.ts', '@deskbell/widget')).toEqual([])
    expect(importing('examples/app/src/main.ts', '@deskbell/widget/src/embed.ts')).toHaveLength(1)
  })

  it('takes only what is built as a tool too', () => {
    expect(importing('tools/serve.mjs', '../packages/relay/dist/main.js')).toEqual([])
    expect(importing('tools/serve.mjs', '../packages/relay/src/main.ts')).toEqual(['tools/serve.mjs:1 built-only'])
  })
})

describe('outside libraries', () => {
  it('belong to their owners', () => {
    expect(importing('packages/inbox/src/a.ts', 'fuse.js')).toEqual([])
    expect(importing('packages/widget/src/a.ts', 'fuse.js')).toEqual(['packages/widget/src/a.ts:1 library-owner'])
    expect(importing('packages/ui/src/a.ts', 'preact/hooks')).toEqual([])
    expect(importing('packages/ui/src/a.ts', '@preact/signals')).toEqual([])
  })

  it('need an owner', () => {
    expect(importing('packages/relay/src/a.ts', 'left-pad')).toEqual(['packages/relay/src/a.ts:1 library-owner'])
  })

  it('are free in tests and build files', () => {
    expect(importing('packages/desk/test/a.test.ts', 'vitest')).toEqual([])
    expect(importing('packages/widget/vite.config.ts', 'node:path')).toEqual([])
  })

  it("leave Node's own modules to the relay", () => {
    expect(importing('packages/relay/src/a.ts', 'node:fs')).toEqual([])
    expect(importing(desk, 'node:fs')).toEqual([`${desk}:1 no-node`])
    expect(importing('packages/widget/src/a.ts', 'fs/promises')).toEqual(['packages/widget/src/a.ts:1 no-node'])
  })
})

describe('inside a package', () => {
  it('nothing imports the index', () => {
    expect(importing(desk, './index.ts')).toEqual([`${desk}:1 own-index`])
    expect(importing('packages/desk/test/a.test.ts', '../src/index.ts')).toEqual([])
  })

  it('finds a cycle, types and all', () => {
    const found = complaints({
      'packages/desk/src/a.ts': "import type { B } from './b.ts'\nexport type A = B\n",
      'packages/desk/src/b.ts': "import type { C } from './c.ts'\nexport type B = C\n",
      'packages/desk/src/c.ts': "import type { A } from './a.ts'\nexport type C = A\n",
    })
    expect(found).toEqual(['packages/desk/src/a.ts:1 import-cycle'])
  })

  it('sees no cycle in a diamond or a later download', () => {
    const found = complaints({
      'packages/desk/src/a.ts': "import './b.ts'\nimport './c.ts'\n",
      'packages/desk/src/b.ts': "import './d.ts'\n",
      'packages/desk/src/c.ts': "import './d.ts'\n",
      'packages/desk/src/d.ts': "export const later = () => import('./a.ts')\n",
    })
    expect(found).toEqual([])
  })
})
