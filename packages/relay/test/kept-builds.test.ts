import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'deskbell-builds-'))
const relay = join(root, 'packages/relay')
beforeEach(() => rmSync(root, { recursive: true, force: true }))
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

/** What the recipe for a container takes from the image before, done by a shell here. */
function takeFromImage(before: string): void {
  const recipe = readFileSync(join(import.meta.dirname, '../../../docs/host-the-relay.md'), 'utf8')
  const [, lines] = /^RUN --mount=type=bind,from=before,target=\/before \\\n(.*?[^\\]\n)/ms.exec(recipe) ?? []
  execFileSync('sh', ['-ec', (lines ?? 'exit 1').replaceAll('/before', before)], { cwd: root })
}

it('keeps serving them, too, where each build is one of a container', () => {
  const before = join(root, 'before')
  mkdirSync(root)
  takeFromImage(before)
  expect(existsSync(join(relay, 'dist/public'))).toBe(false)
  for (const hash of ['one', 'two', 'three', 'four']) {
    build(hash)
    rmSync(before, { recursive: true, force: true })
    mkdirSync(join(before, 'opt/deskbell'), { recursive: true })
    renameSync(join(relay, 'dist'), join(before, 'opt/deskbell/dist'))
    takeFromImage(before)
  }
  expect(['one', 'two', 'three', 'four'].map(isServed)).toEqual([false, true, true, true])
})
