// What visitors open comes first on the home of those after them.
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { useHost } from '../kit/host-page.ts'
import { openPlace, signInToInbox } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { shopVisits } from '../kit/visits.ts'
import { search } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))
const visitShop = shopVisits(host, browser, relay)

/** Presses what leads to an entry, and waits until the relay has counted it. */
async function open(way: Locator): Promise<void> {
  const told = way.page().waitForResponse((response) => {
    return response.url().endsWith('/api/feedback') && response.request().method() === 'POST'
  })
  await way.click()
  const response = await told
  expect(response.request().postDataJSON()).toMatchObject({ kind: 'read', locale: 'en' })
  expect(response.status()).toBe(204)
}

it('begins with what visitors opened, and says so once all it lists was opened', async () => {
  const ana = await visitShop()
  const shownTo = async ({ panel }: { panel: Locator }) => {
    await panel.locator('.entry-list').first().waitFor()
    return [...(await panel.locator('.entry-list h3').allTextContents()), ...(await questionsIn(panel))]
  }
  const before = await shownTo(ana)
  expect(before).toHaveLength(6)
  expect(before).not.toContain('How do gift cards work?')
  await search(ana.panel, 'gift cards')
  await open(ana.panel.getByRole('option', { name: 'How do gift cards work?' }))

  const ben = await visitShop()
  const [, ...usual] = before
  expect(await shownTo(ben)).toEqual([before[0], 'How do gift cards work?', ...usual.slice(0, 4)])
  for (const question of usual.slice(0, 4).reverse()) {
    await open(ben.panel.getByRole('button', { name: question }))
    await ben.panel.getByRole('button', { name: 'Back', exact: true }).click()
  }

  const ines = await visitShop()
  const [heading, ...questions] = await shownTo(ines)
  expect(heading?.trim()).toBe('Most read')
  expect(questions.toSorted()).toEqual([...usual.slice(0, 4), 'How do gift cards work?'].toSorted())
  expect(await violations(ines.page)).toEqual([])

  const owner = await browser.open()
  await signInToInbox(owner.page, relay().url, mara)
  await openPlace(owner.page, 'entries')
  await owner.page.getByRole('columnheader', { name: 'Reads' }).waitFor()
  await owner.page.getByRole('button', { name: 'Most read first' }).click()
  const lines = owner.page.locator('.entry-table tbody tr')
  await expect.poll(() => lines.nth(5).locator('td').last().textContent()).toBe('0')
  expect(await lines.nth(4).locator('td').last().textContent()).toBe('1')
  expect(questions).toContain(await lines.nth(4).locator('bdi').textContent())
  expect(await violations(owner.page)).toEqual([])
  expect([...owner.troubles, ...ana.troubles, ...ben.troubles, ...ines.troubles]).toEqual([])
})

it('counts once a page what is opened in an answer block', async () => {
  const { page, troubles } = await browser.open()
  const told: unknown[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/api/feedback') && response.ok()) told.push(response.request().postDataJSON())
  })
  const script = `<script type="module" src="${relay().url}/faq/block.js"></script>`
  const html = `<!doctype html><title>Plate</title><link rel="icon" href="data:,">${script}<deskbell-faq topic="returns">`
  await page.goto(host().serve('/plate', html))
  const questions = page.locator('deskbell-faq summary')
  for (const press of [0, 0, 0, 1]) await questions.nth(press).click()
  await expect.poll(() => told.filter(Boolean)).toHaveLength(2)
  expect(told.find(Boolean)).toEqual({ kind: 'read', entryId: 'return-how', locale: 'en' })
  expect(troubles).toEqual([])
})

const questionsIn = (panel: Locator) => panel.locator('.entry-list button > span:first-child').allTextContents()
