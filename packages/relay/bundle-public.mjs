// Copies the builds of widget, inbox and demo into dist, and compresses what is served.
// Hashed chunks of the last builds stay, so that a page opened before a deploy finds its own.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const here = import.meta.dirname
const dist = join(here, 'dist')
const files = join(dist, 'public')
const buildsKept = 3

rmSync(join(files, 'demo'), { recursive: true, force: true })
mkdirSync(join(files, 'assets'), { recursive: true })
const widget = join(here, '../widget/dist')
const inbox = join(here, '../inbox/dist')
cpSync(join(widget, 'widget.js'), join(dist, 'launcher.js'))
cpSync(join(widget, 'faq'), join(dist, 'faq'), { recursive: true })
cpSync(join(widget, '.vite/manifest.json'), join(dist, 'widget-manifest.json'))
cpSync(join(widget, 'assets'), join(files, 'assets'), { recursive: true })
removeAllBut(join(files, 'inbox'), 'assets')
cpSync(inbox, join(files, 'inbox'), { recursive: true })
cpSync(join(here, '../../examples/plain-shop/dist'), join(files, 'demo'), { recursive: true })
cpSync(join(here, 'demo'), join(dist, 'demo'), { recursive: true })
forgetOldBuilds(join(files, 'assets'), { record: 'builds.json', current: readdirSync(join(widget, 'assets')) })
forgetOldBuilds(join(files, 'inbox/assets'), {
  record: 'inbox-builds.json',
  current: readdirSync(join(inbox, 'assets')),
})
// The slowest step, and the last before `npm start` prints where to go.
console.log('compressing what is served')
compress(files)

function forgetOldBuilds(folder, { record, current }) {
  const path = join(dist, record)
  const earlier = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []
  const isNew = JSON.stringify(earlier[0]) !== JSON.stringify(current)
  const builds = (isNew ? [current, ...earlier] : earlier).slice(0, buildsKept)
  const kept = new Set(builds.flat())
  for (const name of readdirSync(folder)) {
    if (!kept.has(name.replace(/\.(br|gz)$/, ''))) rmSync(join(folder, name))
  }
  writeFileSync(path, JSON.stringify(builds))
}

/** What keeps its name is made anew, its compressed copies with it. */
function removeAllBut(folder, kept) {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name !== kept) rmSync(join(folder, name), { recursive: true })
}

function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !/\.(js|css|html|svg|json)$/.test(entry.name) || existsSync(`${path}.br`)) continue
    const content = readFileSync(path)
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
  }
}
