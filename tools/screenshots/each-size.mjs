const nothing = async () => undefined

/**
 * An operator's own wide page, and the same place on a phone where they are signed in too. `act` brings the state about;
 * it is Anna's unless the stage names another in `by`.
 */
export async function eachSize({ url, studio, camera, operators, by = 'anna' }, state, hash, act = nothing) {
  const { page } = operators[by]
  await goTo(page, hash)
  await act(page)
  await camera.shoot(page, `inbox-${state}.wide`)
  const phone = await studio.open({ size: 'phone', storageState: await page.context().storageState() })
  await phone.goto(`${url}/inbox/${hash}`)
  await settled(phone)
  await act(phone)
  await camera.shoot(phone, `inbox-${state}.phone`)
  await phone.context().close()
}

/** A page of which only one can be had: the same one, made narrow for the second picture. */
export async function bothSizes(camera, page, state) {
  const wide = page.viewportSize()
  await camera.shoot(page, `inbox-${state}.wide`)
  await page.setViewportSize({ width: 390, height: 844 })
  await camera.shoot(page, `inbox-${state}.phone`)
  await page.setViewportSize(wide)
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
