import { describe, expect, it } from 'vitest'
import { complaints } from './tree.mjs'

const path = 'packages/desk/src/desk.ts'
const test = 'packages/desk/test/desk.test.ts'
const view = 'packages/widget/src/a.tsx'
const about = (content, at = path) => complaints({ [at]: content })

describe('strings as HTML', () => {
  it.each([
    'node.innerHTML = text',
    'node.outerHTML = text',
    "node.insertAdjacentHTML('beforeend', text)",
    'document.write(text)',
    "node['innerHTML'] = text",
    'export const a = <p dangerouslySetInnerHTML={{ __html: text }} />',
  ])('are refused in browser packages: %s', (line) => {
    expect(about(`// Ünïcødé 🙂 innerHTML\n${line}\n`, view)).toEqual([`${view}:2 no-html-strings`])
    expect(about(`${line}\n`, 'packages/relay/src/a.tsx')).toEqual([])
  })
})

describe('tests', () => {
  it.each([
    'it.only("joins", f)',
    'test.skip("joins", f)',
    'it.todo("joins")',
    'describe.only.each([1])("joins", f)',
    'it.skipIf(slow)("joins", f)',
    'it.concurrent.only("joins", f)',
    'xit("joins", f)',
    'it("joins", { skip: true }, f)',
  ])('all run, so a test file may not say %s', (line) => {
    expect(new Set(about(`${line}\n`, test))).toEqual(new Set([`${test}:1 every-test-runs`]))
  })

  it('may be tables', () => {
    expect(about('it.each([1])("joins", { timeout: 5 }, f)\n', test)).toEqual([])
  })
})

describe('comments', () => {
  it.each(['TODO: later', 'FIXME', 'XXX why'])('do not put work off: %s', (text) => {
    expect(about(`call() // ${text}\n`)).toEqual([`${path}:1 no-unfinished`])
  })

  it('are no banners', () => {
    expect(about('// ------ queue ------\ncall()\n')).toEqual([`${path}:1 no-banner`])
  })

  it.each([
    '// biome-ignore lint/style/useConst',
    '// biome-ignore lint/style/useConst: <explanation>',
    '// @ts-expect-error',
    '// eslint-disable-next-line no-console',
  ])('silence no check without a reason: %s', (line) => {
    expect(about(`${line}\ncall()\n`)).toEqual([`${path}:1 reason-for-silence`])
  })

  it.each([
    '// biome-ignore lint/style/useConst: the loader assigns it',
    '// biome-ignore lint/a11y/useAriaPropsForRole(row): the grid owns it',
    '// @ts-expect-error a wrong kind is what this test is about',
    '// eslint-disable-next-line no-console -- the only way to say it',
  ])('may silence a check with one: %s', (line) => {
    expect(about(`${line}\ncall()\n`)).toEqual([])
  })
})

describe('files', () => {
  it('are named for a thing', () => {
    expect(about('call()\n', 'packages/desk/src/utils.ts')).toEqual(['packages/desk/src/utils.ts:1 file-name'])
  })

  it('can be read', () => {
    expect(about('const = 1\n')).toEqual([`${path}:1 syntax`])
  })

  it('are looked at only where they are ours', () => {
    expect(about('// TODO\n', 'packages/desk/dist/desk.js')).toEqual([])
    expect(about('// TODO\n', 'node_modules/a/desk.js')).toEqual([])
  })
})
