import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { ownedByMara, mara as owner, useRelay } from '../kit/relay.ts'
import { pageOfInes } from '../kit/signed-in.ts'
import { thread } from '../kit/thread.ts'
import { askForAPerson, openPanel, widgetOn, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

const stored = (page: Page) => page.evaluate(() => ({ ...localStorage, ...sessionStorage }))

it('follows a customer from the phone to the laptop, and forgets her on all devices', async () => {
  const anna = await browser.open()
  await onDuty(anna.page, relay().url, owner)
  const email = 'ines@visitor.example'
  const shop = host().serve('/', await pageOfInes(anna.page, relay().url, { email }))

  const phone = await browser.open()
  const requests: string[] = []
  phone.page.on('request', (request) => requests.push(request.url()))
  await phone.page.goto(shop)
  await widgetOn(phone.page).getByRole('button').waitFor()
  await phone.page.waitForTimeout(500)
  expect(requests.filter((url) => url.startsWith(relay().url))).toEqual([`${relay().url}/widget.js`])
  expect(await stored(phone.page)).toEqual({})

  const onPhone = await openPanel(phone.page)
  await askForAPerson(onPhone, 'My parcel is wet')
  await onPhone.locator('.wait-notice').waitFor()
  const laptop = await browser.open()
  await laptop.page.goto(shop)
  const onLaptop = await openPanel(laptop.page)
  await onLaptop.locator('.panel-foot button').click()
  await onLaptop.getByText('My parcel is wet').waitFor()
  await write(onLaptop, 'And so is the bowl')
  await onPhone.getByText('And so is the bowl').waitFor()

  await laptop.page.reload()
  // Opened before the relay has told, the panel begins at home, and its foot leads to the conversation.
  const again = await openPanel(laptop.page)
  const said = again.getByText('And so is the bowl')
  const way = again.locator('.person-bar--running')
  await said.or(way).first().waitFor()
  if (await way.isVisible()) await way.click()
  await said.waitFor()

  await anna.page.getByRole('link', { name: /Ines/ }).click()
  await thread(anna.page).getByText('And so is the bowl').waitFor()
  const [, id] = anna.page.url().split('#conversations/')
  const reply = await anna.page.request.delete(`${relay().url}/api/visitors/${id}`, {
    headers: { origin: relay().url },
  })
  expect(await reply.json()).toEqual({ conversations: 1, isJournalEmpty: true })
  for (const { page, troubles } of [phone, laptop]) {
    await widgetOn(page).getByText('This conversation is no longer there. You can start a new one.').waitFor()
    expect(JSON.stringify(await stored(page))).not.toMatch(/parcel|bowl|token/)
    expect(troubles).toEqual([])
  }
}, 90_000)
