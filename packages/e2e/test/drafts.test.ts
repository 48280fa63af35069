import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty, signInToInbox } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

it('goes on in one browser with the reply begun in another, until it is sent', async () => {
  const first = await browser.open()
  await onDuty(first.page, relay().url, mara)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  await askForAPerson(await openPanel(visitor.page), 'Is the cobalt bowl back?')
  await first.page.getByRole('link', { name: /cobalt bowl/ }).click()
  await first.page.getByRole('article').getByRole('button', { name: 'Take it' }).click()
  const begun = first.page.getByRole('textbox', { name: /^Reply to/ })
  await begun.fill('It comes back')
  await begun.blur()

  const second = await browser.open()
  await signInToInbox(second.page, relay().url, mara)
  await second.page.getByRole('link', { name: /It comes back/ }).click()
  const field = second.page.getByRole('textbox', { name: /^Reply to/ })
  expect(await field.inputValue()).toBe('It comes back')
  await field.pressSequentially(' in May')
  await expect.poll(() => begun.inputValue()).toBe('It comes back in May')
  await field.press('Enter')
  await visitor.page.getByText('It comes back in May').waitFor()
  await expect.poll(() => begun.inputValue()).toBe('')
  expect(await field.inputValue()).toBe('')
  expect([...first.troubles, ...second.troubles, ...visitor.troubles]).toEqual([])
})
