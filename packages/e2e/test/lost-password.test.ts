import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { joinAndGoOnDuty, signInToInbox } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'

const browser = useBrowser()
const relay = useRelay({ ...ownedByMara, REAL_PASSWORDS: '1' })
const nils = { email: 'nils@shop.example', password: 'a-password-soon-lost', name: 'Nils' }

async function isClean(page: Page, state: string): Promise<void> {
  expect({ state, found: await violations(page) }).toEqual({ state, found: [] })
}

const lists = (page: Page) => page.getByRole('navigation', { name: 'Conversations' })
const toTeam = async (page: Page, name: string) => {
  await page.goto(`${relay().url}/inbox/#team`)
  await page.getByRole('link', { name, exact: true }).click()
}

it('lets Nils in again by a link of the owner, and nobody else who knew his password', async () => {
  const owner = (await browser.open()).page
  const old = (await browser.open()).page
  await signInToInbox(owner, relay().url, mara)
  await joinAndGoOnDuty(owner, old, relay().url, nils)
  await toTeam(owner, 'Nils')
  await owner.getByRole('button', { name: 'Make a link' }).click()
  const link = await owner.getByText('/inbox/#new-password=').textContent()
  await isClean(owner, 'a link for a lost password')

  const phone = (await browser.open({ viewport: { width: 390, height: 844 }, phone: true })).page
  await phone.goto(link ?? '')
  await phone.getByRole('heading', { name: 'A new password for Nils' }).waitFor()
  await isClean(phone, 'new password')
  await phone.getByLabel('New password', { exact: true }).fill('quite-another-password')
  await phone.keyboard.press('Enter')
  await lists(phone).waitFor()
  // The browser he was signed in at before stands at the sign-in page, without a reload.
  await old.getByRole('heading', { name: 'Sign in to your desk' }).waitFor()
  await owner.goto('about:blank')
  await owner.goto(link ?? '')
  await owner.getByRole('heading', { name: 'This link no longer works' }).waitFor()
})

it('changes a password, and ends the other browser’s session', async () => {
  const here = await browser.open()
  const there = await browser.open()
  const account = { ...nils, password: 'quite-another-password' }
  await signInToInbox(here.page, relay().url, account)
  await signInToInbox(there.page, relay().url, account)
  await here.page.goto(`${relay().url}/inbox/#account`)
  await here.page.getByLabel('Current password').fill(account.password)
  await here.page.getByLabel('New password', { exact: true }).fill(nils.password)
  await here.page.getByRole('button', { name: 'Change the password' }).click()
  await here.page.getByText('Changed. You are signed out everywhere else.').waitFor()
  await isClean(here.page, 'account')
  await there.page.getByRole('heading', { name: 'Sign in to your desk' }).waitFor()
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await here.page.getByRole('heading', { name: 'Sign in to your desk' }).waitFor()
  expect([...here.troubles, ...there.troubles]).toEqual([])
})

it('ends the session of another browser from the list of one’s own', async () => {
  const here = (await browser.open()).page
  const there = (await browser.open()).page
  await signInToInbox(here, relay().url, nils)
  await signInToInbox(there, relay().url, nils)
  await here.goto(`${relay().url}/inbox/#account`)
  const rows = here.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem')
  await rows.filter({ hasText: 'This one' }).filter({ hasText: 'Linux' }).waitFor()
  await isClean(here, 'sessions')
  await rows.filter({ hasNotText: 'This one' }).first().getByRole('button', { name: /^End/ }).click()
  await there.getByRole('heading', { name: 'Sign in to your desk' }).waitFor()
  expect(await lists(here).or(rows.first()).first().isVisible()).toBe(true)
})

it('disables Nils, who is at the sign-in page and stays there until he may again', async () => {
  const owner = (await browser.open()).page
  const out = (await browser.open()).page
  await signInToInbox(owner, relay().url, mara)
  await signInToInbox(out, relay().url, nils)
  await toTeam(owner, 'Nils')
  await owner.getByRole('button', { name: 'Disable' }).click()
  await out.getByRole('heading', { name: 'Sign in to your desk' }).waitFor()
  await out.getByLabel('E-mail').fill(nils.email)
  await out.getByLabel('Password', { exact: true }).fill(nils.password)
  await out.getByRole('button', { name: 'Sign in' }).click()
  await out.getByText(/^That e-mail and password don’t belong together/).waitFor()
  await isClean(owner, 'disabled')
  await owner.getByRole('button', { name: 'Enable again' }).click()
  await owner.getByText('Nils can sign in again.').waitFor()
  await signInToInbox(out, relay().url, nils)
})

it('removes Nils, who is at the sign-in page at once', async () => {
  const owner = (await browser.open()).page
  const gone = (await browser.open()).page
  await signInToInbox(owner, relay().url, mara)
  await signInToInbox(gone, relay().url, nils)
  await toTeam(owner, 'Nils')
  await owner.getByRole('button', { name: 'Remove from the team' }).click()
  const question = owner.getByRole('dialog')
  await isClean(owner, 'remove?')
  await question.getByRole('button', { name: 'Remove from the team' }).click()
  await owner.getByText('Nils is not on the team any more.').waitFor()
  await gone.getByRole('heading', { name: 'Sign in to your desk' }).waitFor()
  await expect.poll(() => owner.getByRole('link', { name: 'Nils' }).count()).toBe(0)
})
