import type { Locator, Page } from 'playwright-core'
import type { useBrowser, Visit } from './browser.ts'
import { type HostPage, shopPage, type useHost } from './host-page.ts'
import type { useRelay } from './relay.ts'
import { openPanel, widgetOn } from './widget.ts'

export const launcherOn = (page: Page): Locator => widgetOn(page).locator('.launcher')

/** Opens a page of the host's in a visitor's browser and waits for the launcher. */
export function visitsTo(host: ReturnType<typeof useHost>, browser: ReturnType<typeof useBrowser>) {
  return async (html: HostPage | string, who: Visit = {}) => {
    const visitor = await browser.open(who)
    await visitor.page.goto(host().serve('/shop', html))
    await launcherOn(visitor.page).waitFor()
    return visitor
  }
}

/** Opens a page of the shop in a visitor's browser, and the panel on it. */
export function shopVisits(
  host: ReturnType<typeof useHost>,
  browser: ReturnType<typeof useBrowser>,
  relay: ReturnType<typeof useRelay>,
) {
  return async () => {
    const visitor = await browser.open()
    await visitor.page.goto(host().serve('/', shopPage(relay().url)))
    return { ...visitor, panel: await openPanel(visitor.page) }
  }
}

/** Opens the panel, whatever its language, and waits for the answers. */
export async function openHome(page: Page): Promise<Locator> {
  const panel = await openPanel(page, /./)
  await panel.locator('.entry-list').first().waitFor()
  return panel
}

/** Opens and closes the page's one widget. */
export async function tryOut(page: Page): Promise<void> {
  const panel = await openHome(page)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  if ((await widgetOn(page).count()) !== 1) throw new Error('There is more than one widget on the page')
}
