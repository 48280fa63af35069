// `npm run screenshots -- [--out FOLDER] [--docs]`: plays the built product and takes a picture of every state.
import { copyFileSync, mkdirSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createCamera } from './screenshots/camera.mjs'
import { inStudio } from './screenshots/studio.mjs'
import { takeAll, variantsOf } from './screenshots/takes.mjs'

const root = process.cwd()

/** What the README and the guides show, by the names under docs/images. */
const shown = {
  'widget.png': 'widget-talking.en.wide.light.png',
  'waiting.png': 'widget-waiting.en.phone.light.png',
  'inbox.png': 'inbox-conversation.wide.light.png',
  'answering.png': 'inbox-answers.wide.light.png',
  'roster.png': 'inbox-roster.wide.light.png',
  'palette.png': 'inbox-palette.wide.light.png',
}
const mostBytes = 250_000

function copyIntoDocs(folder) {
  const images = join(root, 'docs/images')
  mkdirSync(images, { recursive: true })
  for (const [name, file] of Object.entries(shown)) {
    const { size } = statSync(join(folder, file))
    if (size > mostBytes) throw new Error(`${file} has ${size} bytes, at most ${mostBytes}`)
    copyFileSync(join(folder, file), join(images, name))
  }
}

async function main() {
  const options = { out: { type: 'string' }, docs: { type: 'boolean', default: false } }
  const { values } = parseArgs({ options })
  const folder = values.out ? resolve(values.out) : mkdtempSync(join(tmpdir(), 'deskbell-pictures-'))
  const camera = createCamera(folder)
  await inStudio(root, (set) => takeAll({ root, ...set, camera, variants: variantsOf(['en', 'ar']) }))
  if (values.docs) copyIntoDocs(folder)
  console.log(`${camera.taken.length} pictures in ${folder}`)
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
