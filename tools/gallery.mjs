// `npm run gallery -- [--out FILE]`: plays the built product and puts a picture of every state on one page.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { languages } from './gallery/languages.mjs'
import { createRoll } from './gallery/roll.mjs'
import { sheetOf } from './gallery/sheet.mjs'
import { inStudio } from './screenshots/studio.mjs'
import { takeAll, variantsOf } from './screenshots/takes.mjs'

const root = process.cwd()
const variants = [...variantsOf(['en', 'de', 'ar', 'ja', 'zh']), ...variantsOf(['en'], ['narrow', 'large'])]
const walks = [{ locales: ['de', 'ar', 'ja', 'zh'], sizes: ['wide', 'phone'] }]

async function main() {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist/gallery.html' } } })
  const file = resolve(values.out)
  const camera = createRoll()
  try {
    await inStudio(root, (set) => takeAll({ root, ...set, camera, variants, walks, languages }))
  } finally {
    // A play that ends early shows best on what was taken until then.
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, sheetOf(camera.taken))
    console.log(`${camera.taken.length} pictures in ${file}`)
  }
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
