import type { Locator, Page } from 'playwright-core'

/** The widget's one element; what is inside is found by role and name from here. */
export function widgetOn(page: Page): Locator {
  return page.locator('deskbell-widget')
}

/** Opens the panel by its launcher and gives the panel. English words, as the pages of the tests are English. */
export async function openPanel(page: Page): Promise<Locator> {
  await widgetOn(page).getByRole('button', { name: /^Help/ }).click()
  const panel = widgetOn(page).getByRole('dialog')
  await panel.waitFor()
  return panel
}

/** Types into the panel's search as a visitor does, key by key. */
export async function search(panel: Locator, text: string) {
  const field = panel.getByLabel('Search the answers')
  await field.fill('')
  await field.pressSequentially(text)
}
