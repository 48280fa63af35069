import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply } from '../kit/thread.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'
import { zoneAtNoon } from '../kit/zones.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

/** A visitor asks, Mara answers and ends it. */
async function talk(operator: Page, asked: string, answered: string): Promise<void> {
  const { page } = await browser.open()
  await page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(page)
  await askForAPerson(panel, asked)
  await panel.getByText('You are next.').first().waitFor()
  await operator.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  await reply(operator, answered)
  await panel.getByText(answered).waitFor()
  await operator.keyboard.press('Escape')
  await operator.keyboard.press('e')
  await panel.getByText('Did Mara solve it?').waitFor()
  await page.goto('about:blank')
}

async function isClean(page: Page, state: string): Promise<void> {
  expect({ state, found: await violations(page) }).toEqual({ state, found: [] })
}

/** Of yesterday there is nothing, of today all, and the days cannot be turned round. */
async function isNarrowedByDays(page: Page, all: Locator): Promise<void> {
  const dayAt = (later: number) =>
    page.evaluate((days) => {
      const day = new Date(Date.now() + days * 86_400_000)
      return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-')
    }, later)
  await all.getByLabel('To').fill(await dayAt(-1))
  await all.getByText('No conversation is like that.').waitFor()
  await all.getByLabel('From').fill(await dayAt(0))
  await all.getByText(/Choose an earlier first day/).waitFor()
  await isClean(page, 'turned round')
  await all.getByLabel('To').fill(await dayAt(0))
  await all.getByRole('link').nth(1).waitFor()
}

it('finds what was said in a conversation that is over, by the keyboard alone', async () => {
  const { page, troubles } = await browser.open({ viewport: { width: 1280, height: 800 }, timezone: zoneAtNoon() })
  await onDuty(page, relay().url, mara)
  await talk(page, 'Does the cobalt teapot drip?', 'Never, says the kiln log.')
  await talk(page, '送料はいくらですか', 'Free from 50 euros.')
  await page.keyboard.press('/')
  const field = page.getByRole('searchbox', { name: 'Search conversations' })
  await field.fill('teapot kiln')
  const found = page.getByRole('region', { name: 'Found' })
  await found.getByRole('link', { name: /kiln log/ }).waitFor()
  expect(await found.getByRole('link').count()).toBe(1)
  expect(await found.locator('mark').allTextContents()).toEqual(['kiln'])
  await isClean(page, 'found')
  await field.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('Does the cobalt teapot drip?').waitFor()
  await isClean(page, 'opened')
  await field.fill('料')
  await found.getByRole('link', { name: /送料/ }).waitFor()
  await field.fill('qqqq')
  await found.getByText('No conversation has all of these words.').waitFor()
  await isClean(page, 'nothing found')
  await field.press('Escape')
  await page.getByRole('button', { name: 'All conversations' }).click()
  const all = page.getByRole('region', { name: 'All conversations' })
  await all.getByRole('link').nth(1).waitFor()
  await isClean(page, 'all')
  await isNarrowedByDays(page, all)
  expect(troubles).toEqual([])
})
