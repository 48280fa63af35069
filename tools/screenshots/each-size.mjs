/** The operator's own wide page, and the same place on a phone where they are signed in too; `act` brings the state about. */
export async function eachSize({ url, studio, camera, operators }, state, hash, act = async () => undefined) {
  const { page } = operators.anna
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

export async function goTo(page, hash) {
  await page.evaluate((next) => {
    location.hash = next
  }, hash)
  await settled(page)
}

async function settled(page) {
  // What the pointer rests on would look chosen.
  await page.mouse.move(0, 0)
  await page.locator('main').first().waitFor()
  await page.waitForLoadState('networkidle')
}
