import { prepare } from './holdings.mjs'
import { tourPlaces } from './inbox-places.mjs'
import { tourBusyDesk, tourEmptyDesk, tourMerge, tourQuietDesk } from './inbox-tour.mjs'
import { walkInbox } from './inbox-walk.mjs'
import { openDesk, openEmptyDesk, setCapacity, setRouting } from './opening.mjs'
import { tellDeserted, tellEmptyDesk, tellFailure, tellStory } from './story.mjs'

/** Every locale of a story at each of these sizes. */
export const variantsOf = (locales, sizes = ['wide', 'phone']) =>
  locales.flatMap((locale) => sizes.map((size) => ({ locale, size })))

/**
 * Plays the whole product once: the inbox, its main pages again for each of `walks`, and a visitor's way for each variant;
 * on an English phone each state also in each of `languages`.
 */
export async function takeAll({ root, relay, studio, camera, variants, walks = [], languages = [] }) {
  await openEmptyDesk({ root, studio, camera })
  const operators = await openDesk({ relay, studio, camera })
  const stage = { root, url: relay.url, studio, camera, languages, operators, desk: operators.anna }
  await tourQuietDesk(stage)
  await prepare(stage)
  const busy = await tourBusyDesk(stage)
  await tourPlaces(stage)
  for (const walk of walks) await walkInbox(stage, busy.conversation, walk)
  // Others stand before the visitor of the story, whom Anna has to choose.
  await setRouting(operators, { relayUrl: relay.url, routing: 'by-hand' })
  await setCapacity(operators.boris, operators, { relayUrl: relay.url, capacity: 2 })
  for (const variant of variants) {
    await operators.anna.page.goto(`${relay.url}/inbox/#conversations`)
    await tellStory(withPlaceToTake(stage), variant)
    await tellFailure(stage, variant)
  }
  await operators.boris.setDuty(false)
  await operators.anna.setDuty(false)
  await busy.last.deserted()
  await tellDeserted(stage, busy.last, variants)
  for (const variant of variants) await tellEmptyDesk(stage, variant)
  await tourEmptyDesk(stage)
  await tourMerge(stage, busy)
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
