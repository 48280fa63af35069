import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violationsInBoth } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply } from '../kit/thread.ts'
import { askForAPerson, openPanel, write } from '../kit/widget.ts'
import { zoneAtNoon } from '../kit/zones.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

async function isClean(page: Page, state: string): Promise<void> {
  expect({ state, found: await violationsInBoth(page) }).toEqual({ state, found: [] })
}

it('puts a conversation off, and the visitor has a number and can still write', async () => {
  const { page, troubles } = await browser.open({ timezone: zoneAtNoon() })
  await onDuty(page, relay().url, mara)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await askForAPerson(panel, 'Is the cobalt bowl back?')
  await page.getByRole('link', { name: /cobalt bowl/ }).waitFor()
  await page.keyboard.press('n')
  await reply(page, 'I ask the potter tomorrow.')
  await panel.getByText('I ask the potter tomorrow.').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  const popover = page.getByRole('dialog', { name: 'Put off until' })
  await popover.getByText('sees: “Your question is with us”').waitFor()
  await isClean(page, 'choosing a time')
  await popover.getByRole('button', { name: /^Tomorrow/ }).click()
  const later = page.getByRole('button', { name: /^Later 1 next tomorrow/ })
  await later.click()
  await page.getByRole('link', { name: /ask the potter/ }).click()
  await page.getByText(/back with you tomorrow/).waitFor()
  await isClean(page, 'put off')
  await panel.getByText('Your question is with us.').first().waitFor()
  await write(panel, 'Thank you, I wait.')
  await page.getByRole('log').getByText('Thank you, I wait.').waitFor()
  expect([...troubles, ...visitor.troubles]).toEqual([])
})
