import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violationsInBoth } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

async function isClean(page: Page, state: string): Promise<void> {
  expect({ state, found: await violationsInBoth(page) }).toEqual({ state, found: [] })
}

it('is written once, and sent to a visitor in their language, by the keyboard', async () => {
  const { page, troubles } = await browser.open({ viewport: { width: 1280, height: 800 } })
  await onDuty(page, relay().url, mara)
  await page.goto(`${relay().url}/inbox/#replies`)
  await page.getByText('There are no canned replies yet.').waitFor()
  await page.getByRole('button', { name: 'New reply' }).click()
  await page.getByLabel('Name').fill('Late parcel')
  await page.getByLabel('Text in English').fill('Your order {order number} is late.')
  await page.getByRole('combobox', { name: 'Add a language' }).selectOption('de')
  await page.getByLabel('Text in German').fill('Ihre Bestellung {Nummer} verspätet sich.')
  await isClean(page, 'written')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: /^Late parcel/ }).waitFor()
  await isClean(page, 'listed')
  await page.goto(`${relay().url}/inbox/#conversations`)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url, { attributes: 'data-locale="de"' })))
  const panel = await openPanel(visitor.page, /./)
  await panel.getByRole('button', { name: / fragen/ }).click()
  await panel.getByRole('textbox').last().fill('Wo ist mein Paket?')
  await panel.getByRole('button', { name: /^An .* senden$/ }).click()
  await page.getByRole('link', { name: /Wo ist mein Paket/ }).waitFor()
  await page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  await page.getByRole('textbox', { name: /^Reply to/ }).press('/')
  await page
    .getByRole('dialog', { name: 'Insert a canned reply' })
    .getByRole('option', { name: /Late parcel/ })
    .waitFor()
  await isClean(page, 'found')
  await page.keyboard.type('late')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByText(/Fill in “Nummer” first/).waitFor()
  await isClean(page, 'to be filled in')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Tab')
  await page.keyboard.type('H-12')
  await page.keyboard.press('Enter')
  await panel.getByText('Ihre Bestellung H-12 verspätet sich.').waitFor()
  expect(troubles).toEqual([])
})
