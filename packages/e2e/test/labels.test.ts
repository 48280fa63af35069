import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violationsInBoth } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { changeSettings } from '../kit/settings.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

async function isClean(page: Page, state: string): Promise<void> {
  expect({ state, found: await violationsInBoth(page) }).toEqual({ state, found: [] })
}

it('closes with a label of the owner’s, and finds by it', async () => {
  const { page, troubles } = await browser.open()
  await onDuty(page, relay().url, mara)
  await page.goto(`${relay().url}/inbox/#settings`)
  const field = page.getByLabel('Labels')
  await field.fill('Returns, Warranty')
  await field.press('Enter')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved').waitFor()
  await isClean(page, 'settings')
  await page.goto(`${relay().url}/inbox/#conversations`)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await askForAPerson(panel, 'The glaze has a crack')
  await page.getByRole('link', { name: /glaze has a crack/ }).waitFor()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: /^Reply to/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('l')
  const popover = page.getByRole('dialog', { name: 'What was it about?' })
  await popover.getByText('Warranty').click()
  await popover.getByLabel('Reason (for your team only)').fill('A new one is on its way')
  await isClean(page, 'choosing')
  await popover.getByRole('button', { name: 'Close the conversation' }).click()
  await page.getByRole('button', { name: 'All conversations' }).click()
  const all = page.getByRole('region', { name: 'All conversations' })
  const row = all.getByRole('link', { name: /glaze has a crack/ })
  await row.getByText('Warranty').waitFor()
  const which = all.getByRole('combobox', { name: 'With which label' })
  await which.selectOption('Returns')
  await all.getByText('No conversation is like that.').waitFor()
  await which.selectOption('Warranty')
  await row.waitFor()
  await isClean(page, 'found')
  await row.click()
  await page.getByRole('article').getByText('A new one is on its way').waitFor()
  await panel
    .getByRole('log')
    .getByText(/^Conversation ended/)
    .waitFor()
  expect(await panel.getByText('A new one is on its way').count()).toBe(0)
  expect([...troubles, ...visitor.troubles]).toEqual([])
})

it('names the visitor whole on the narrowest phone, with all that can be done beside the name', async () => {
  await changeSettings(relay().url, mara, { labels: ['Returns'] })
  const { page } = await browser.open({ phone: true, viewport: { width: 320, height: 640 } })
  await onDuty(page, relay().url, mara)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  await askForAPerson(await openPanel(visitor.page), 'The glaze has a crack')
  await page.getByRole('link', { name: /glaze has a crack/ }).click()
  await page.getByRole('article').getByRole('button', { name: 'Take it' }).click()
  await page.getByRole('textbox', { name: /^Reply to/ }).waitFor()
  await page.getByRole('button', { name: 'Label' }).waitFor()
  const name = page.getByRole('article').getByRole('heading', { level: 1 })
  expect(await name.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
})
