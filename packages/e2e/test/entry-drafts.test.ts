import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { openPlace, signInToInbox } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { openPanel, search } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

/** Whether a visitor who comes now finds the gongs. */
async function isFound(): Promise<boolean> {
  const { page } = await browser.open()
  await page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(page)
  await search(panel, 'rent out gongs')
  await panel.getByRole('option').or(panel.locator('.nothing')).first().waitFor()
  return (await panel.getByRole('option', { name: /Do you rent out gongs/ }).count()) > 0
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

it('keeps a draft from visitors until it is published, and again once it is taken back', async () => {
  const { page, troubles } = await browser.open()
  await signInToInbox(page, relay().url, mara)
  await openPlace(page, 'entries')
  await press(page, 'New entry')
  await page.getByRole('textbox', { name: 'Question' }).fill('Do you rent out gongs?')
  await page.getByRole('textbox', { name: 'Answer' }).fill('Yes, by the day.')
  await press(page, 'Save as draft')
  await page.getByText('A draft: visitors do not see it.').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await isFound()).toBe(false)
  await openPlace(page, 'entries')
  await press(page, 'Drafts: 1')
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Do you rent out gongs? draft' }).click()
  await press(page, 'Publish')
  await page.getByText('“Do you rent out gongs?” published.').waitFor()
  expect(await isFound()).toBe(true)
  await press(page, 'Unpublish')
  await page.getByText('A draft: visitors do not see it.').waitFor()
  expect(await isFound()).toBe(false)
  await press(page, 'Undo')
  await page.getByText('A draft: visitors do not see it.').waitFor({ state: 'detached' })
  expect(await isFound()).toBe(true)
  expect(troubles).toEqual([])
})
