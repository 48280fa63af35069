import { chartsOn, settled } from './each-size.mjs'
import { key } from './inbox-layers.mjs'

/** The main pages of the inbox in these languages at these sizes; `hash` is the address of a conversation of Anna's. */
export async function walkInbox(stage, hash, { locales, sizes }) {
  for (const locale of locales) {
    await speak(stage, locale)
    await Promise.all(sizes.map((size) => walkOnce(stage, hash, { locale, size })))
  }
  await speak(stage, 'en')
}

async function walkOnce({ url, studio, camera, operators }, hash, { locale, size }) {
  const page = await studio.open({ size, storageState: await operators.anna.page.context().storageState() })
  await page.goto(`${url}/inbox/`)
  // Until the first click or key a line says that nothing rings yet.
  await page.locator('.desk-name').click()
  const shoot = (state) => camera.shoot(page, `inbox-${state}.${locale}.${size}`)
  for (const [state, place] of Object.entries(places)) {
    await page.goto(`${url}/inbox/${place ?? hash}`)
    await settled(page)
    if (state === 'waits') await chartsOn(page)
    await shoot(state)
  }
  for (const [state, pressed] of Object.entries(layers)) {
    await page.goto(`${url}/inbox/${hash}`)
    await page.locator('.composer-text').waitFor()
    await key(page, pressed)
    await page.getByRole('dialog').waitFor()
    await shoot(state)
    await page.keyboard.press('Escape')
  }
  await page.context().close()
}

const places = {
  lists: '#conversations',
  conversation: undefined,
  entries: '#entries',
  entry: '#entries/delivery-cost',
  searches: '#searches',
  waits: '#waits',
  settings: '#settings',
  hours: '#hours',
  roster: '#roster',
  team: '#team',
  alerts: '#alerts',
}
const layers = { transfer: 't', 'follow-up': 'f', keys: '?', palette: 'Control+k' }

/** What Anna's inbox speaks, on every page that is opened from now on. */
async function speak({ url, operators }, locale) {
  const response = await operators.anna.page.request.put(`${url}/api/locale`, { data: { locale } })
  if (!response.ok()) throw new Error(`the inbox can't speak ${locale}: ${response.status()}`)
}
