import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'deskbell-builds-'))
const relay = join(root, 'packages/relay')
afterAll(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** A build of everything, whose panel and inbox have this hash, brought to where the relay serves it. */
function build(hash: string): void {
  for (const built of ['widget', 'inbox']) rmSync(join(root, 'packages', built), { recursive: true, force: true })
  write(`packages/widget/dist/assets/panel-${hash}.js`, `'${hash}'`)
  write('packages/widget/dist/widget.js', '')
  write('packages/widget/dist/.vite/manifest.json', '{}')
  write('packages/widget/dist/faq/block.js', '')
  write('packages/inbox/dist/index.html', '')
  write(`packages/inbox/dist/assets/page-${hash}.js`, `'${hash}'`)
  write('examples/plain-shop/dist/index.html', '')
  write('packages/relay/demo/shop-faq.json', '[]')
  cpSync(join(import.meta.dirname, '../bundle-public.mjs'), join(relay, 'bundle-public.mjs'))
  execFileSync(process.execPath, [join(relay, 'bundle-public.mjs')])
}

const isServed = (hash: string) =>
  [`assets/panel-${hash}.js`, `inbox/assets/page-${hash}.js`].every((file) =>
    ['', '.br', '.gz'].every((end) => existsSync(join(relay, 'dist/public', file + end))),
  )

it('keeps serving the chunks of the last three builds, for pages opened before a deploy', () => {
  for (const hash of ['one', 'two', 'three']) build(hash)
  // The same build once more pushes nobody out.
  build('three')
  expect(['one', 'two', 'three'].map(isServed)).toEqual([true, true, true])
  build('four')
  expect(['one', 'two', 'three', 'four'].map(isServed)).toEqual([false, true, true, true])
})
