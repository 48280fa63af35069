import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty, setDuty, signInToInbox } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply } from '../kit/thread.ts'
import { askForAPerson, leaveAQuestion, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

it('makes a question of what is asked while nobody is there, and shows its answer later', async () => {
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await leaveAQuestion(panel, 'Do you repair cups?')
  await panel.getByText('Your question is with us.').waitFor()
  const reference = (await panel.getByText(/^HC-[0-9A-Z]{5}$/).textContent()) ?? ''
  const operator = await browser.open()
  await signInToInbox(operator.page, relay().url, mara)
  await setDuty(operator.page, true)
  await operator.page.keyboard.press('4')
  await operator.page.getByRole('link', { name: /Do you repair cups/ }).click()
  await operator.page.getByText(reference).first().waitFor()
  await reply(operator.page, 'We do, for 20 euros.')
  await panel.getByText('We do, for 20 euros.').waitFor()
  await setDuty(operator.page, false)
  expect([...visitor.troubles, ...operator.troubles]).toEqual([])
})

it('shows within 15 s on an open panel that somebody came on duty', async () => {
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await panel.getByRole('button', { name: /^Leave a question/ }).waitFor()
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  await panel.getByRole('button', { name: /^Ask Mara/ }).waitFor({ timeout: 15_000 })
  await setDuty(operator.page, false)
})

it('tells a waiting visitor within 2 s that the last operator left, with the text in the form', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await askForAPerson(panel, 'My plate is broken')
  await panel.getByText('You are next.').first().waitFor()
  await setDuty(operator.page, false)
  await panel.getByText('Nobody is here right now.').waitFor({ timeout: 2_000 })
  expect(await panel.getByRole('textbox', { name: 'Your question' }).inputValue()).toBe('My plate is broken')
  await panel.getByRole('button', { name: 'Send the question' }).click()
  await panel.getByText('Your question is with us.').waitFor()
  expect(visitor.troubles).toEqual([])
})
