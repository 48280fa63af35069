import { expect, it } from 'vitest'
import { violationsInBoth } from '../kit/axe.ts'
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

it('imports a page after showing what it would change, a visitor finds that, and all is taken back', async () => {
  const owner = await browser.open()
  await signInToInbox(owner.page, relay().url, mara)
  await openPlace(owner.page, 'entries')
  await owner.page.getByRole('button', { name: 'Import or export' }).click()
  await owner.page.getByText('Paste instead').click()
  const acceptedAnswer = { text: '<p>Yes, by <b>quiet</b> courier.</p>' }
  const questions = [{ '@type': 'Question', name: 'Do you ship gongs?', acceptedAnswer }]
  const source = `<script type="application/ld+json">${JSON.stringify({ '@type': 'FAQPage', mainEntity: questions })}</script>`
  await owner.page.getByLabel('The source of a page').fill(source)
  await owner.page.getByRole('button', { name: 'Read it' }).click()
  await owner.page.getByText(/: 1 to add, 0 to change/).waitFor()
  await owner.page.getByRole('button', { name: 'Import', exact: true }).click()
  await owner.page.getByText(/: 1 added, 0 changed/).waitFor()
  const first = await visitShop()
  await search(first.panel, 'ship gongs')
  await first.panel.getByRole('option', { name: /Do you ship gongs/i }).click()
  await first.panel.getByText('quiet', { exact: true }).waitFor()
  await openPlace(owner.page, 'changes')
  await owner.page.getByRole('button', { name: 'Take back: “Do you ship gongs?”' }).click()
  await owner.page.getByText('Taken back: 1 entry is as it was before.').waitFor()
  expect(await violationsInBoth(owner.page)).toEqual([])
  const second = await visitShop()
  await search(second.panel, 'ship gongs')
  await second.panel.getByRole('option').or(second.panel.locator('.nothing')).first().waitFor()
  expect(await second.panel.getByRole('option', { name: /Do you ship gongs/i }).count()).toBe(0)
  expect([...first.troubles, ...second.troubles, ...owner.troubles]).toEqual([])
})

it('restores the earlier words of an entry for visitors', async () => {
  const owner = await browser.open()
  await signInToInbox(owner.page, relay().url, mara)
  await openPlace(owner.page, 'entries/delivery-time')
  const question = owner.page.getByRole('textbox', { name: 'Question' })
  const earlier = await question.inputValue()
  await question.fill('When does the mule arrive?')
  await owner.page.getByRole('button', { name: 'Publish', exact: true }).click()
  await owner.page.getByText('Saved. Visitors find it from now on.').waitFor()
  await owner.page.getByText('History').click()
  await owner.page.getByRole('button', { name: 'Restore' }).click()
  await expect.poll(() => question.inputValue()).toBe(earlier)
  await owner.page.getByText('Saved. Visitors find it from now on.').waitFor()
  expect(await violationsInBoth(owner.page)).toEqual([])
  const { panel } = await visitShop()
  await search(panel, earlier)
  await panel.getByRole('option', { name: earlier }).waitFor()
  expect(owner.troubles).toEqual([])
})

it('leads from what is older than the original to the words that changed, until they are found still right', async () => {
  const owner = await browser.open()
  await signInToInbox(owner.page, relay().url, mara)
  await openPlace(owner.page, 'entries/return-how')
  await owner.page.getByRole('textbox', { name: 'Answer' }).fill('By carrier pigeon.')
  await owner.page.getByRole('button', { name: 'Publish', exact: true }).click()
  await owner.page.getByText('Saved. Visitors find it from now on.').waitFor()
  await openPlace(owner.page, 'entries')
  await owner.page.getByRole('combobox', { name: 'Language' }).selectOption('de')
  await owner.page.getByRole('button', { name: /^To translate/ }).click()
  expect(await violationsInBoth(owner.page)).toEqual([])
  await owner.page.getByRole('link', { name: 'Deutsch: older than the original' }).click()
  await owner.page.getByRole('tab', { name: 'Deutsch', selected: true }).waitFor()
  await owner.page.locator('ins').getByText('pigeon').waitFor()
  expect(await violationsInBoth(owner.page)).toEqual([])
  await owner.page.getByRole('button', { name: 'It is still right' }).click()
  await owner.page.getByText('have changed since this was written').waitFor({ state: 'detached' })
  expect(owner.troubles).toEqual([])
})
