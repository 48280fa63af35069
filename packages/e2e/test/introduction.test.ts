import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

it('asks visitors for the name that the owner wants to know, and shows and finds them by it', async () => {
  const inbox = await browser.open()
  const { page } = inbox
  await onDuty(page, relay().url, mara)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await panel.getByRole('button', { name: /^Ask / }).click()
  const message = panel.getByRole('textbox', { name: 'Your message' })
  await message.fill('My parcel is wet')
  expect(await panel.getByRole('textbox').count()).toBe(1)

  await page.goto(`${relay().url}/inbox/#settings`)
  const wish = page.getByRole('radiogroup', { name: 'Ask for the name' })
  await wish.getByLabel('Yes, it is needed').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved').waitFor()
  expect(await violations(page)).toEqual([])

  const name = panel.getByRole('textbox', { name: 'Your name' })
  // Nothing is connected before the visitor acts: the open panel asks again by itself.
  await name.waitFor({ timeout: 20_000 })
  await message.press('Enter')
  await panel.getByText('Please write your name.').waitFor()
  expect(await name.evaluate((field) => field.matches(':focus'))).toBe(true)
  expect(await violations(visitor.page)).toEqual([])
  await name.fill('mara')
  await name.press('Enter')
  await panel.getByText(/^Somebody on our team has this name/).waitFor()
  await name.fill('Ines Berg')
  await name.press('Enter')
  await panel.locator('.wait-notice').waitFor()

  await page.goto(`${relay().url}/inbox/#conversations`)
  await page.getByRole('link', { name: /Ines Berg/ }).click()
  await page.getByText('My parcel is wet').last().waitFor()
  const [, id] = page.url().split('#conversations/')
  const found = await page.request.get(`${relay().url}/api/conversations?q=berg`)
  expect(await found.text()).toContain(id)

  await panel.getByRole('button', { name: 'Leave the line' }).click()
  await visitor.page.reload()
  const again = await openPanel(visitor.page)
  await again.getByRole('button', { name: /^Ask / }).click()
  const known = again.getByRole('textbox', { name: 'Your name' })
  await expect.poll(() => known.inputValue()).toBe('Ines Berg')
  expect([...inbox.troubles, ...visitor.troubles]).toEqual([])
}, 90_000)
