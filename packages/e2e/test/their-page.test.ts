// The operator's card says where the visitor is: on the clock, and on the page.
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

it('says what time it is for a visitor in Tokyo', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const visitor = await browser.open({ timezone: 'Asia/Tokyo' })
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  await askForAPerson(await openPanel(visitor.page), 'Is the kiln open?')
  await operator.page.getByRole('link', { name: /Is the kiln open/ }).click()
  const card = operator.page.getByRole('complementary', { name: /^About/ })
  await expect.poll(() => card.getByText('Their time').locator('+ dd').textContent()).toMatch(/^\d\d:\d\d Japan/)
  expect([...visitor.troubles, ...operator.troubles]).toEqual([])
})

it('follows a visitor whose shop changes pages without loading them', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  await askForAPerson(await openPanel(visitor.page), 'Do you have cups?')
  await operator.page.getByRole('link', { name: /Do you have cups/ }).click()
  const card = operator.page.getByRole('complementary', { name: /^About/ })
  await card.getByRole('link', { name: 'Shop' }).waitFor()
  await visitor.page.evaluate(() => {
    history.pushState(null, '', '/cups')
    document.title = 'Cups'
  })
  const link = card.getByRole('link', { name: 'Cups' })
  await link.waitFor()
  expect(await link.getAttribute('href')).toMatch(/\/cups$/)
  expect([...visitor.troubles, ...operator.troubles]).toEqual([])
})
