import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { useHost } from '../kit/host-page.ts'
import { onDuty, openPlace, signInToInbox } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { changeSettings } from '../kit/settings.ts'
import { thread } from '../kit/thread.ts'
import { shopVisits } from '../kit/visits.ts'
import { askForAPerson, search } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({
  ...ownedByMara,
  DESKBELL_DEMO: '1',
  DESKBELL_ORIGINS: host().url,
  DESKBELL_TRUST_PROXY: '127.0.0.1',
}))
const visitShop = shopVisits(host, browser, relay)

/** Searches what nothing answers, and waits until the relay has been told; of a slow typist's first letters, too. */
async function searchInVain(words: string): Promise<void> {
  const { page, panel } = await visitShop()
  const told = page.waitForResponse((response) => {
    return response.url().endsWith('/api/feedback') && response.request().postDataJSON().query === words
  })
  await search(panel, words)
  await panel.locator('.nothing').waitFor()
  await told
}

it('makes an entry of what a visitor searched in vain, with two clicks, and the visitor finds it', async () => {
  await searchInVain('kiln rental')
  const owner = await browser.open()
  await signInToInbox(owner.page, relay().url, mara)
  await openPlace(owner.page, 'searches')
  await owner.page
    .getByRole('row', { name: /kiln rental/ })
    .getByRole('button', { name: 'Write entry' })
    .click()
  await owner.page.getByRole('textbox', { name: 'Answer' }).waitFor()
  expect(await owner.page.getByRole('textbox', { name: 'Question' }).inputValue()).toBe('kiln rental')
  // The question is there: the focus is where the answer goes.
  await owner.page.locator('textarea:focus').waitFor()
  await owner.page.keyboard.type('You can **rent our kiln** on Mondays.')
  await owner.page.getByText('rent our kiln', { exact: true }).waitFor()
  await owner.page.getByRole('button', { name: 'Publish', exact: true }).click()
  await owner.page.getByText('Saved. Visitors find it from now on.').waitFor()
  const { panel, troubles } = await visitShop()
  await search(panel, 'kiln rental')
  await panel.getByRole('option', { name: /kiln rental/i }).click()
  await panel.getByText('rent our kiln', { exact: true }).waitFor()
  await openPlace(owner.page, 'searches')
  expect(await owner.page.getByText('kiln rental').count()).toBe(0)
  expect([...troubles, ...owner.troubles]).toEqual([])
})

it('adds what a visitor searched in vain to an entry, and the visitor finds that', async () => {
  await searchInVain('blorptastic')
  const owner = await browser.open()
  await signInToInbox(owner.page, relay().url, mara)
  await openPlace(owner.page, 'searches')
  await owner.page.getByRole('button', { name: /^Add to an entry: “blorptastic”/ }).click()
  const dialog = owner.page.getByRole('dialog')
  await dialog.getByRole('combobox').fill('How much does shipping cost?')
  await dialog.getByRole('option', { name: /How much does shipping cost/, selected: true }).waitFor()
  await dialog.getByRole('button', { name: 'Add as wording' }).click()
  await owner.page.getByText('“blorptastic” finds “How much does shipping cost?” from now on.').waitFor()
  const { panel } = await visitShop()
  await search(panel, 'blorptastic')
  await panel.getByRole('option', { name: /How much does shipping cost/ }).waitFor()
  expect(owner.troubles).toEqual([])
})

it('inserts an answer, and the entry learns the words of that visitor and of another whom it helped', async () => {
  const owner = await browser.open()
  await onDuty(owner.page, relay().url, mara)
  const { panel } = await visitShop()
  await search(panel, 'freight fee')
  await panel.getByRole('option').or(panel.locator('.nothing')).first().waitFor()
  await askForAPerson(panel, 'What does it cost?')
  await owner.page.getByRole('link', { name: /What does it cost/ }).click()
  await owner.page.getByRole('button', { name: 'Take it' }).click()
  await owner.page.getByRole('textbox', { name: /^Reply to/ }).waitFor()
  const field = owner.page.getByRole('dialog', { name: 'Insert an answer' }).getByRole('combobox')
  await owner.page.keyboard.press('Control+j')
  await expect.poll(() => field.inputValue()).toBe('freight fee')
  await field.fill('How much does shipping cost?')
  await owner.page.getByRole('option', { name: /How much does shipping cost/, selected: true }).waitFor()
  expect(await violations(owner.page)).toEqual([])
  await owner.page.keyboard.press('Enter')
  await owner.page.keyboard.press('Enter')
  await thread(owner.page)
    .getByText(/Standard shipping costs/)
    .waitFor()
  await panel.getByText(/Standard shipping costs/).waitFor()
  await isReadByLink(owner.page, panel)
  await isHelpedElsewhere(owner.page, 'freight fee')
  await openPlace(owner.page, 'learned')
  await owner.page.getByRole('list', { name: 'How much does shipping cost?' }).getByText('freight fee').waitFor()
  expect(owner.troubles).toEqual([])
})

/** The same entry as a link, which leads the visitor to its public page. */
async function isReadByLink(owner: Page, panel: Locator): Promise<void> {
  await owner.keyboard.press('Control+j')
  await owner.getByRole('dialog', { name: 'Insert an answer' }).getByRole('combobox').fill('shipping cost')
  await owner.getByRole('option', { name: /How much does shipping cost/, selected: true }).waitFor()
  await owner.keyboard.press('Shift+Enter')
  await owner.keyboard.press('Enter')
  const opened = panel.page().waitForEvent('popup')
  await panel.getByRole('link', { name: '/faq/en/delivery-cost/' }).click()
  const answer = await opened
  await answer.getByRole('heading', { name: 'How much does shipping cost?' }).waitFor()
  await answer.close()
}

/** Another visitor, at another address, searched these words, read about shipping and said that it helped. */
async function isHelpedElsewhere(page: Page, query: string): Promise<void> {
  const data = { kind: 'helped', entryId: 'delivery-cost', locale: 'en', helped: true, query }
  const headers = { origin: host().url, 'x-forwarded-for': '192.0.2.7' }
  const response = await page.request.post(`${relay().url}/api/feedback`, { data, headers })
  expect(response.ok()).toBe(true)
}

it('shows visitors the entries in the order that an owner puts them in', async () => {
  const owner = await browser.open()
  await signInToInbox(owner.page, relay().url, mara)
  await openPlace(owner.page, 'entries')
  await owner.page.getByRole('button', { name: 'Change the order' }).click()
  const lines = owner.page.getByRole('table', { name: 'Change the order' }).locator('td bdi')
  await lines.first().waitFor()
  const [, second = ''] = await lines.allTextContents()
  const up = owner.page.getByRole('button', { name: `Move up: ${second}` })
  await up.focus()
  await owner.page.keyboard.press('Enter')
  await owner.page.getByText(`“${second}”: place 1 of`).waitFor()
  await expect.poll(() => up.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(await violations(owner.page)).toEqual([])
  const first = async () => {
    const response = await owner.page.request.get(`${relay().url}/api/entries?locale=en`)
    return (await response.json()).entries[0].question
  }
  await expect.poll(first).toBe(second)
  const tab = await owner.openTab()
  await tab.goto(`${relay().url}/inbox/#entries`)
  await expect.poll(() => tab.locator('.entry-open bdi').first().textContent()).toBe(second)
  await dragToTop(owner.page, lines)
  await expect.poll(first).not.toBe(second)
  await owner.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(first).toBe(second)
  await dragCategoryDown(owner.page)
  expect(owner.troubles).toEqual([])
})

/** The first category, over the first entry of the second one: a line shows that it goes below all of that. */
async function dragCategoryDown(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 2000 })
  const head = page.locator('.order-table .entry-group').first()
  const name = await head.locator('th bdi').textContent()
  const entry = await page.locator('.order-table .entry-group + tr').nth(1).boundingBox()
  await head.locator('.order-handle').hover()
  await page.mouse.down()
  for (const further of [0, 4])
    await page.mouse.move((entry?.x ?? 0) + 40, (entry?.y ?? 0) + 20 + further, { steps: 8 })
  await page.locator('tbody:has(tr:last-child[data-goes=below]) + tbody .entry-group').waitFor()
  await page.mouse.up()
  await page.getByText(`“${name}”: place 2 of`).waitFor()
}

/** The third entry, by its handle, over the upper half of the first. */
async function dragToTop(page: Page, lines: Locator): Promise<void> {
  const [, , third = ''] = await lines.allTextContents()
  const handle = page.getByRole('row').filter({ hasText: third }).locator('.order-handle').first()
  await handle.dragTo(lines.first(), { targetPosition: { x: 4, y: 1 } })
  await page.getByText(`“${third}”: place 1 of`).waitFor()
  expect(await lines.first().textContent()).toBe(third)
}

it('shows an inbox that stands open what is missing in a language that the owner names', async () => {
  const { page, troubles } = await browser.open()
  await signInToInbox(page, relay().url, mara)
  await openPlace(page, 'entries')
  // Those before have left entries in English alone.
  await changeSettings(relay().url, mara, { locales: ['en'] })
  await page.getByText('Nothing is missing.').waitFor()
  await changeSettings(relay().url, mara, { locales: ['en', 'el'] })
  await page.getByText(/Ελληνικά has the widest gap: \d+ missing\./).waitFor()
  await changeSettings(relay().url, mara, { locales: ['en'] })
  await page.getByText('Nothing is missing.').waitFor()
  expect(troubles).toEqual([])
})

it('deletes an entry also where the page is left before the way back has gone', async () => {
  const owner = await browser.open()
  await signInToInbox(owner.page, relay().url, mara)
  await openPlace(owner.page, 'entries/gift-card')
  await owner.page.getByRole('button', { name: 'Delete entry' }).click()
  await owner.page.getByText('“How do gift cards work?” deleted.').waitFor()
  const tab = await owner.openTab()
  await owner.page.goto(host().serve('/elsewhere', '<title>Elsewhere</title>'))
  const ids = async () => {
    const response = await tab.request.get(`${relay().url}/api/all-entries`)
    return (await response.json()).entries.map(({ id }: { id: string }) => id)
  }
  await expect.poll(ids).not.toContain('gift-card')
})

it.each(['light', 'dark'] as const)(
  'has nothing that axe finds where entries are written, %s',
  async (colourScheme) => {
    await searchInVain(`vexingly ${colourScheme}`)
    const { page, troubles } = await browser.open({ colourScheme })
    const isClean = async (state: string) =>
      expect({ state, found: await violations(page) }).toEqual({ state, found: [] })
    await signInToInbox(page, relay().url, mara)
    for (const place of ['entries', 'entries/delivery-cost', 'learned', 'searches']) {
      await openPlace(page, place)
      await isClean(place)
    }
    await page
      .getByRole('button', { name: /^Add to an entry/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('combobox').fill('shipping')
    await page.getByRole('option').first().waitFor()
    await isClean('attach')
    await page.keyboard.press('Escape')
    await openPlace(page, 'entries')
    await page.getByRole('button', { name: 'New entry' }).click()
    await page.getByRole('button', { name: 'Publish', exact: true }).waitFor()
    await page.getByRole('textbox', { name: 'Question' }).fill('Do you sell clay?')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Write the answer.').waitFor()
    await page
      .getByLabel('Add a language')
      .or(page.getByRole('tab', { name: /العربية/ }))
      .first()
      .waitFor()
    await isClean('new entry')
    await page.getByRole('tab', { name: /العربية/ }).click()
    expect(
      await page.getByRole('textbox', { name: 'Question' }).evaluate((field) => getComputedStyle(field).direction),
    ).toBe('rtl')
    await isClean('missing language')
    expect(troubles).toEqual([])
  },
)
