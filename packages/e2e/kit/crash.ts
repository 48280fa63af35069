import type { CDPSession, Page } from 'playwright-core'

/** Kills the process that draws the page, as running out of memory would, and closes what is left of the tab. */
export async function crash(page: Page): Promise<void> {
  await kill(page)
  await page.close()
}

/**
 * Kills it and presses "Reload" on what the browser shows then: the same tab goes on. The page's own object is of no use from
 * then on, so this gives what reads an expression in it.
 */
export async function crashAndReload(page: Page): Promise<(expression: string) => Promise<unknown>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const url = page.url()
  await kill(page)
  await session.send('Page.navigate', { url })
  return async (expression) => {
    const { result } = await session.send('Runtime.evaluate', { expression, awaitPromise: true })
    return result.value
  }
}

async function kill(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => undefined)
  await crashed
}
