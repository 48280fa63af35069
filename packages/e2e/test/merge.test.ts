import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { setDuty, signInToInbox } from '../kit/inbox.ts'
import { ownedByMara, mara as owner, useRelay } from '../kit/relay.ts'
import { pageOfInes } from '../kit/signed-in.ts'
import { thread } from '../kit/thread.ts'
import { askForAPerson, leaveAQuestion, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

it('makes one thread of a question and a chat of one customer, on both her devices', async () => {
  const inbox = await browser.open()
  await signInToInbox(inbox.page, relay().url, owner)
  const shop = host().serve('/', shopPage(relay().url))
  const own = host().serve('/own', await pageOfInes(inbox.page, relay().url))

  const phone = await browser.open()
  await phone.page.goto(shop)
  const left = await openPanel(phone.page)
  await leaveAQuestion(left, 'Is the cobalt bowl dishwasher-safe?')
  const reference = (await left.getByText(/^[A-Z]{1,2}-[0-9A-Z]{5}$/).textContent()) ?? ''

  await setDuty(inbox.page, true)
  const laptop = await browser.open()
  await laptop.page.goto(shop)
  await askForAPerson(await openPanel(laptop.page), 'And how long is delivery?')
  await inbox.page.getByRole('link', { name: /how long is delivery/ }).click()
  await inbox.page.getByRole('article').getByRole('button', { name: 'Take it' }).click()
  // She signs in to the shop on both.
  for (const { page } of [phone, laptop]) await page.goto(own)
  const onLaptop = await openPanel(laptop.page)
  const onPhone = await openPanel(phone.page)

  const card = inbox.page.getByRole('complementary', { name: /About/ })
  await card.getByRole('button', { name: 'Bring a question in here' }).waitFor()
  expect(await violations(inbox.page)).toEqual([])
  await inbox.page.keyboard.press('Escape')
  await inbox.page.keyboard.press('b')
  const dialog = inbox.page.getByRole('dialog', { name: 'Bring a question in here' })
  await dialog.getByText(reference).first().waitFor()
  expect(await violations(inbox.page)).toEqual([])
  await dialog.getByRole('button', { name: `Bring ${reference} in` }).press('Enter')

  await thread(inbox.page).getByText('Is the cobalt bowl dishwasher-safe?').waitFor()
  for (const panel of [onLaptop, onPhone]) {
    await panel.getByText(`Mara has put your question ${reference} here`).waitFor()
    await panel.getByText('Is the cobalt bowl dishwasher-safe?').waitFor()
    await panel.getByText('And how long is delivery?').waitFor()
  }
  expect(await onPhone.getByText(/no longer there/).count()).toBe(0)
  await inbox.page.keyboard.press('z')
  await thread(inbox.page).getByText(`Mara has taken question ${reference} out again`).waitFor()
  await thread(inbox.page).getByText('Is the cobalt bowl dishwasher-safe?').waitFor({ state: 'detached' })
  for (const panel of [onLaptop, onPhone]) {
    await panel.getByText('Is the cobalt bowl dishwasher-safe?').waitFor({ state: 'detached' })
    await panel.getByText('And how long is delivery?').waitFor()
  }
  await inbox.page.getByRole('link', { name: /cobalt bowl/ }).click()
  await thread(inbox.page).getByText('Is the cobalt bowl dishwasher-safe?').waitFor()
  for (const { troubles } of [inbox, phone, laptop]) expect(troubles).toEqual([])
}, 120_000)
