import { screens } from './screens.mjs'

const nothing = async () => undefined

/**
 * An operator's own wide page, the same made narrow and large, and the same place on a phone where they are signed in too.
 * `act` brings the state about; it is Anna's unless the stage names another in `by`.
 */
export async function eachSize({ url, studio, camera, operators, by = 'anna' }, state, hash, act = nothing) {
  const { page } = operators[by]
  await goTo(page, hash)
  await act(page)
  await shootIn(['wide', 'narrow', 'large'], camera, { page, state })
  const phone = await studio.open({ size: 'phone', storageState: await page.context().storageState() })
  await phone.goto(`${url}/inbox/${hash}`)
  await settled(phone)
  await act(phone)
  await camera.shoot(phone, `inbox-${state}.phone`)
  await phone.context().close()
}

/** A page of which only one can be had: the same one, made as large as each screen. */
export async function everySize(camera, page, state) {
  await shootIn(Object.keys(screens), camera, { page, state })
}

async function shootIn(sizes, camera, { page, state }) {
  const own = page.viewportSize()
  for (const size of sizes) {
    await page.setViewportSize(screens[size].viewport)
    await camera.shoot(page, `inbox-${state}.${size}`)
  }
  await page.setViewportSize(own)
}

export async function goTo(page, hash) {
  await page.evaluate((next) => {
    location.hash = next
  }, hash)
  await settled(page)
}

export async function settled(page) {
  // What the pointer rests on would look chosen.
  await page.mouse.move(0, 0)
  await page.locator('main').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.locator('.page-loading').first().waitFor({ state: 'detached' })
}

/** The pictures of the waits are drawn by a script that comes later. */
export const chartsOn = (page) => page.locator('.wait-chart canvas').last().waitFor()
