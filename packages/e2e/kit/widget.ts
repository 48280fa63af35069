import type { Locator, Page } from 'playwright-core'

/** The widget's one element; what is inside is found by role and name from here. */
export function widgetOn(page: Page): Locator {
  return page.locator('deskbell-widget')
}

/** Opens the panel by its launcher and gives the panel. English words, as most pages of the tests are English. */
export async function openPanel(page: Page, label: RegExp = /^Help/): Promise<Locator> {
  await widgetOn(page).getByRole('button', { name: label }).click()
  const panel = widgetOn(page).getByRole('dialog')
  await panel.waitFor()
  return panel
}

/** Types into the panel's search as a visitor does, key by key. */
export async function search(panel: Locator, text: string, label = 'Search the answers'): Promise<void> {
  const field = panel.getByLabel(label)
  await field.fill('')
  await field.pressSequentially(text)
}

/** From the foot of home to a place in line. */
export async function askForAPerson(panel: Locator, text: string): Promise<void> {
  await panel.getByRole('button', { name: /^Ask / }).click()
  await panel.getByRole('textbox', { name: 'Your message' }).fill(text)
  await panel.getByRole('button', { name: /^Send to / }).click()
}

/** From the foot of home to a question, while nobody is there. */
export async function leaveAQuestion(panel: Locator, text: string): Promise<void> {
  await panel.getByRole('button', { name: /^Leave a question/ }).click()
  await panel.getByRole('textbox', { name: 'Your question' }).fill(text)
  await panel.getByRole('button', { name: 'Send the question' }).click()
}

/** Writes into the composer and sends with Enter. */
export async function write(panel: Locator, text: string): Promise<void> {
  const field = panel.getByRole('textbox').last()
  await field.fill(text)
  await field.press('Enter')
}

/** The way back on a phone. Chromium has no gesture here; Escape asks whoever watches for it the same way, pressed on the page. */
export async function askToClose(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('Escape')
}
