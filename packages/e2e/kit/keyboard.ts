import type { Locator, Page } from 'playwright-core'

/** As many stops as no page of the inbox has. */
const stops = 80

/** Goes on by Tab until this has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let stop = 0; stop < stops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${target}`)
}

/** Goes there by Tab and presses Enter. */
export async function pressButton(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button)
  await page.keyboard.press('Enter')
}

/** Does in the inbox what is found by these letters, once the first that is found has this name. */
export async function doByName(page: Page, letters: string, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.locator('.layer--palette input:focus').waitFor()
  await page.keyboard.type(letters)
  await page.getByRole('option', { name, selected: true }).waitFor()
  await page.keyboard.press('Enter')
}

/** Done once it has the focus. */
export async function hasFocus(target: Locator): Promise<void> {
  await target.and(target.page().locator(':focus')).waitFor()
}
