import type { Page } from 'playwright-core'

/** Writes into the open conversation and sends with Enter. */
export async function reply(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: /^Reply to/ })
  await field.fill(text)
  await field.press('Enter')
}

/** The messages of the open conversation. */
export function thread(page: Page) {
  return page.getByRole('log', { name: 'Messages' })
}

/** Out of the field, then E; done once the conversation has gone from the screen. */
export async function closeByKey(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: /^Reply to/ }).waitFor({ state: 'detached' })
}
