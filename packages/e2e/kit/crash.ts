import type { Page } from 'playwright-core'

/** Kills the process that draws the page, as running out of memory would, and closes what is left of the tab. */
export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => undefined)
  await crashed
  await page.close()
}
