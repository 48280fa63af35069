// A download that fails, as in a dead spot or in the middle of a deploy: something to press is always left, and it helps.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { ownedByMara, useRelay } from '../kit/relay.ts'
import { openPanel, widgetOn } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

async function visitShop(): Promise<Page> {
  const { page } = await browser.open()
  await page.goto(host().serve('/', shopPage(relay().url)))
  await widgetOn(page).getByRole('button').waitFor()
  return page
}

/** Downloads of that name don't arrive until the function given is called. */
async function lose(page: Page, name: string): Promise<() => Promise<void>> {
  const pattern = `**/assets/${name}-*`
  await page.route(pattern, (route) => route.abort())
  return () => page.unroute(pattern)
}

it.each(['panel', 'en', 'styles'])(
  'says that the panel could not be loaded, and loads it in the end: %s',
  async (name) => {
    const page = await visitShop()
    const find = await lose(page, name)
    const launcher = widgetOn(page).getByRole('button', { name: 'Help' })
    // The preload fails first, unseen.
    const failed = page.waitForEvent('requestfailed')
    await launcher.hover()
    await failed
    expect(await widgetOn(page).getByRole('alert').count()).toBe(0)
    await launcher.click()
    const box = widgetOn(page).getByRole('alert')
    await box.waitFor()
    await box.getByRole('button', { name: 'Try again' }).click()
    await box.waitFor()
    expect(await launcher.isVisible()).toBe(true)
    await find()
    await box.getByRole('button', { name: 'Try again' }).click()
    await widgetOn(page).getByRole('dialog').getByRole('heading', { name: 'Answers' }).waitFor()
    expect(await box.count()).toBe(0)
  },
)

it('leaves the launcher at work where a call of the page could not be loaded', async () => {
  const page = await visitShop()
  const find = await lose(page, 'calls')
  const search = () => page.evaluate("Deskbell('search', 'delivery')")
  await search()
  const box = widgetOn(page).getByRole('alert')
  await box.waitFor()
  const failed = page.waitForEvent('requestfailed')
  await search()
  await failed
  await find()
  await box.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => widgetOn(page).getByRole('combobox').inputValue()).toBe('delivery')
  expect(await box.count()).toBe(0)
  await widgetOn(page).getByRole('button', { name: 'Close help' }).click()
  const panel = await openPanel(page)
  expect(await panel.getByRole('combobox').inputValue()).toBe('delivery')
})

it('lets the relay search until how to search could be loaded', async () => {
  const page = await visitShop()
  const find = await lose(page, 'search')
  const panel = await openPanel(page)
  const field = panel.getByRole('combobox')
  await field.fill('delivery')
  await panel.getByRole('option').first().waitFor()
  expect(await panel.locator('mark').count()).toBe(0)
  await find()
  await field.fill('return')
  await panel.locator('mark').first().waitFor()
})

it('offers the way to a person again where the chat could not be loaded', async () => {
  const page = await visitShop()
  const find = await lose(page, 'chat')
  const panel = await openPanel(page)
  await panel.getByRole('button', { name: /^Leave a question/ }).click()
  const again = panel.getByRole('button', { name: 'Try again' })
  await again.click()
  await again.waitFor()
  await find()
  await again.click()
  await panel.getByRole('textbox', { name: 'Your question' }).waitFor()
})
