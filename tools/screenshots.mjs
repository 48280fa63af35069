// `npm run screenshots -- [--out FOLDER] [--docs]`: plays the built product and takes a picture of every state.
import { copyFileSync, mkdirSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createCamera } from './screenshots/camera.mjs'
import { tourBusyDesk, tourEmptyDesk, tourPlaces, tourQuietDesk } from './screenshots/inbox-tour.mjs'
import { openDesk, setCapacity, setRouting } from './screenshots/opening.mjs'
import { startRelay } from './screenshots/relay.mjs'
import { tellEmptyDesk, tellFailure, tellStory } from './screenshots/story.mjs'
import { openStudio } from './screenshots/studio.mjs'

const root = process.cwd()
const variants = ['en', 'ar'].flatMap((locale) => ['wide', 'phone'].map((size) => ({ locale, size })))

/** What the README and the guides show, by the names under docs/images. */
const shown = {
  'widget.png': 'widget-talking.en.wide.light.png',
  'waiting.png': 'widget-waiting.en.phone.light.png',
  'inbox.png': 'inbox-conversation.wide.light.png',
}
const mostBytes = 250_000

async function takeAll({ relay, studio, camera }) {
  const operators = await openDesk({ relay, studio, camera })
  const stage = { root, url: relay.url, studio, camera, operators, desk: operators.anna }
  await tourQuietDesk(stage)
  const stillWaiting = await tourBusyDesk(stage)
  await tourPlaces(stage)
  // Others stand before the visitor of the story, whom Anna has to choose.
  await setRouting(operators, { relayUrl: relay.url, routing: 'by-hand' })
  for (const variant of variants) {
    await operators.anna.page.goto(`${relay.url}/inbox/#conversations`)
    await tellStory(withPlaceToTake(stage), variant)
    await tellFailure(stage, variant)
  }
  await operators.boris.setDuty(false)
  await operators.anna.setDuty(false)
  await stillWaiting.deserted()
  await camera.shoot(stillWaiting.page, 'widget-deserted.en.wide')
  for (const variant of variants) await tellEmptyDesk(stage, variant)
  await tourEmptyDesk(stage)
}

/** Anna is full, so that the visitor has to wait; she makes room for this one, and has as much to do afterwards as before. */
function withPlaceToTake(stage) {
  const { url: relayUrl, operators } = stage
  const { anna } = operators
  const takes = async (words) => {
    await setCapacity(anna, operators, { relayUrl, capacity: 3 })
    await anna.takes(words)
    await setCapacity(anna, operators, { relayUrl, capacity: 2 })
  }
  return { ...stage, desk: { ...anna, takes } }
}

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
  const relay = await startRelay(root)
  let studio
  try {
    studio = await openStudio()
    await takeAll({ relay, studio, camera })
    if (studio.troubles.length > 0) throw new Error(`pages threw errors:\n${studio.troubles.join('\n')}`)
  } finally {
    await studio?.close()
    await relay.stop()
  }
  if (values.docs) copyIntoDocs(folder)
  console.log(`${camera.taken.length} pictures in ${folder}`)
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
