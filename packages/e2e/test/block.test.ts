import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'
import { zoneAtNoon } from '../kit/zones.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

async function isClean(page: Page, state: string): Promise<void> {
  expect({ state, found: await violations(page) }).toEqual({ state, found: [] })
}

it('blocks an abusive visitor, who is told kindly and keeps the words, until it is taken back', async () => {
  const { page, troubles } = await browser.open({ timezone: zoneAtNoon() })
  await onDuty(page, relay().url, mara)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await askForAPerson(panel, 'You are all thieves')
  await page.getByRole('link', { name: /thieves/ }).waitFor()
  await page.keyboard.press('n')
  const card = page.getByRole('complementary', { name: 'About the visitor' })
  await card.getByRole('button', { name: 'Block…' }).click()
  const question = page.getByRole('dialog', { name: 'Block the visitor?' })
  await isClean(page, 'asked')
  await question.getByRole('button', { name: 'Block' }).click()
  await card.getByText(/^Blocked until tomorrow/).waitFor()
  await isClean(page, 'blocked')
  await panel.getByRole('button', { name: 'Ask something else' }).click()
  await panel.getByRole('textbox', { name: 'Your message' }).fill('Thieves, I say')
  await panel.getByRole('button', { name: /^Send to / }).click()
  await panel.getByText('We can’t take messages from you for a while.').waitFor()
  await isClean(visitor.page, 'refused')
  await card.getByRole('button', { name: 'Unblock' }).click()
  await card.getByRole('button', { name: 'Block…' }).waitFor()
  await panel.getByRole('button', { name: /^Send to / }).click()
  await page.getByRole('link', { name: /Thieves, I say/ }).waitFor()
  expect([...troubles, ...visitor.troubles]).toEqual([])
})
