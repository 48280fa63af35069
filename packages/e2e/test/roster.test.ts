import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { cookieOf } from '../kit/account.ts'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { signInToInbox } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'

const browser = useBrowser()
const relay = useRelay({ ...ownedByMara, DESKBELL_DEMO: '1' })
const nils = { email: 'nils@shop.example', password: 'a-password-of-nils', name: 'Nils' }
const office = [{ from: '09:00', to: '17:00' }]
const hours = { timeZone: 'UTC', week: new Array(7).fill(office), closed: [] }

async function send(method: string, path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: relay().url }
  const cookie = await cookieOf(relay().url, mara)
  return fetch(relay().url + path, { method, headers: { ...headers, cookie }, body: JSON.stringify(body) })
}

async function addNils(): Promise<void> {
  const { url } = await (await send('POST', '/api/invitations', {})).json()
  expect((await send('POST', '/api/join', { token: url.split('#join=')[1], ...nils })).status).toBe(200)
}

/** What axe finds in light on a desk and in dark on a phone, and whether the page is wider than that. */
async function faultsOf(page: Page): Promise<unknown[]> {
  const found: unknown[] = []
  for (const [colorScheme, width, height] of [
    ['light', 1280, 800],
    ['dark', 320, 640],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height })
    // At its end the bar that saves lies over nothing.
    await page.evaluate(() => document.querySelector('.page-body')?.scrollTo(0, 10_000))
    found.push(...(await violations(page)))
    found.push((await page.evaluate(() => document.querySelector('.page-body')?.scrollWidth ?? 0)) > width && 'wide')
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 800 })
  return found.filter(Boolean)
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

it('plans a week, shows where it is open and nobody is there, and tells an operator their own shifts', async () => {
  await addNils()
  await send('PUT', '/api/hours', hours)
  const { page: owner, troubles } = await browser.open()
  await signInToInbox(owner, relay().url, mara)
  await owner.goto(`${relay().url}/inbox/#roster`)
  await owner.getByText('Open, and nobody is on shift:').waitFor()
  await owner.getByLabel('Shifts of').selectOption('Nils')
  await button(owner, 'Add hours on Monday').click()
  await owner.getByLabel('Monday, until').fill('13:00')
  await button(owner, 'The same until Friday').click()
  for (const day of ['Saturday', 'Sunday']) await button(owner, `Add hours on ${day}`).click()
  await owner.getByText(/^Open, and nobody is on shift:.*13:00–17:00/).waitFor()
  expect(await faultsOf(owner)).toEqual([])
  await owner.getByText('As a table').click()
  await owner.getByRole('row', { name: /^Mon .*9:00–13:00.*13:00–17:00/ }).waitFor()
  await button(owner, 'Save').click()
  await owner.getByText('Saved', { exact: true }).waitFor()
  const { page: operator } = await browser.open()
  await signInToInbox(operator, relay().url, nils)
  await operator.goto(`${relay().url}/inbox/#roster`)
  await expect
    .poll(() => operator.getByRole('listitem').filter({ hasText: '–' }).count(), { timeout: 20_000 })
    .toBeGreaterThan(12)
  expect(await faultsOf(operator)).toEqual([])
  expect(troubles).toEqual([])
})
