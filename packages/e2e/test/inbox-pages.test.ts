import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { cookieOf } from '../kit/account.ts'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { onDuty, signInToInbox } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const relay = useRelay({ ...ownedByMara, DESKBELL_DEMO: '1' })
const nils = { email: 'nils@shop.example', password: 'a-password-of-nils', name: 'Nils' }
const desk = { width: 1280, height: 800 }
/** 1280 px at 400 % are as wide. */
const narrow = { width: 320, height: 640 }

/** What axe finds on a state in light on a desk and in dark on the narrowest screen, and what is cut off there. */
async function looksRight(page: Page, state: string): Promise<void> {
  const found: unknown[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(colorScheme === 'light' ? desk : narrow)
    found.push(...(await violations(page)))
    found.push(...(await page.evaluate(sideways)))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(desk)
  expect({ state, found }).toEqual({ state, found: [] })
}

/** Runs in the page: what has to be scrolled sideways to be read. The line of a menu may be; what one looks at may not. */
function sideways(): string[] {
  const frames = [...document.querySelectorAll('html, .page-body, .visitor-card, dialog[open]')]
  return frames
    .filter((frame) => frame.scrollWidth > frame.clientWidth + 1)
    .map(({ className }) => `wide: ${className}`)
}

const at = async (page: Page, hash: string) => {
  await page.goto(`${relay().url}/inbox/${hash}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const owner = async () => {
  const { page } = await browser.open()
  await signInToInbox(page, relay().url, mara)
  return page
}

beforeAll(async () => {
  const headers = { 'content-type': 'application/json', origin: relay().url }
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(relay().url + path, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(body) })
  const invited = await post('/api/invitations', {}, await cookieOf(relay().url, mara))
  const { url } = await invited.json()
  const joined = await post('/api/join', { token: url.split('#join=')[1], ...nils })
  expect(joined.status).toBe(200)
})

it('is clean before sign-in, with faults, with a pause, and behind links', async () => {
  const { page } = await browser.open()
  await at(page, '')
  await press(page, 'Sign in')
  await page.getByText('Write your e-mail and your password.').waitFor()
  await looksRight(page, 'sign-in, nothing written')
  await page.getByLabel('E-mail').fill('nobody@shop.example')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  const pause = page.getByText(/^Too many tries/)
  await expect.poll(() => press(page, 'Sign in').then(() => pause.isVisible()), { timeout: 20_000 }).toBe(true)
  await looksRight(page, 'sign-in, a pause')
  for (const [link, head] of [
    ['#join=used-long-ago', 'This invitation no longer works'],
    ['#new-password=used-long-ago', 'This link no longer works'],
  ]) {
    await at(page, link ?? '')
    await page.getByRole('heading', { name: head ?? '' }).waitFor()
    await looksRight(page, link ?? '')
  }
}, 60_000)

it('is clean where an owner looks after the team and an account', async () => {
  const page = await owner()
  await at(page, '#team')
  await press(page, 'Add an operator')
  await page.getByText('/inbox/#join=').waitFor()
  await looksRight(page, 'team, an invitation')
  await page.getByRole('link', { name: 'Nils', exact: true }).click()
  await press(page, 'Make a link')
  await page.getByText('/inbox/#new-password=').waitFor()
  await page.getByText('Owner', { exact: true }).click()
  await page.getByText('Nils is an owner now.').waitFor()
  await looksRight(page, 'a person, a link, a role changed')
  await press(page, 'Undo')
  await page.getByText('Nils is an operator now.').waitFor()
  await press(page, 'Remove from the team')
  await looksRight(page, 'remove?')
  await press(page, 'Cancel')
  await at(page, '#account')
  await press(page, 'Change the password')
  await page.getByText('Write the password you have now.').waitFor()
  await looksRight(page, 'account, nothing written')
}, 60_000)

it('is clean where an owner looks after privacy and the site', async () => {
  const page = await owner()
  await at(page, '#privacy')
  await page.getByLabel('Erase conversations after').fill('0')
  await press(page, 'Save')
  await looksRight(page, 'privacy, a fault')
  await page.getByLabel('Erase conversations after').fill('90')
  await press(page, 'Save')
  await page.getByRole('dialog', { name: 'Keep conversations for 90 days only?' }).waitFor()
  await looksRight(page, 'fewer days?')
  await press(page, 'Cancel')
  await press(page, 'Show the secret')
  await press(page, 'Make a new one…')
  await looksRight(page, 'a new secret?')
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new one', exact: true }).click()
  await page.getByText('This is the new secret.').waitFor()
  await looksRight(page, 'privacy, a new secret')
  for (const place of ['settings', 'words', 'hours', 'waits', 'learned', 'searches']) {
    await at(page, `#${place}`)
    await page.waitForLoadState('networkidle')
    await looksRight(page, place)
  }
  await page.route('**/api/privacy', (route) => route.abort())
  await at(page, '#privacy')
  await page.getByText('Is the network there?').waitFor()
  await looksRight(page, 'privacy, no answer')
}, 60_000)

it('tells an operator behind a link to a page of the owners whom to ask', async () => {
  const { page } = await browser.open()
  await signInToInbox(page, relay().url, nils)
  await at(page, '#team')
  await page.getByText('Ask Mara if something', { exact: false }).waitFor()
  await looksRight(page, 'for owners')
  await page.getByRole('link', { name: 'Your account' }).click()
  await page.getByLabel('Current password').waitFor()
  await looksRight(page, 'an operator’s account')
})

it('erases a visitor by the keyboard alone, and gives the focus back where it was not done', async () => {
  const { page } = await browser.open()
  await onDuty(page, relay().url, mara)
  const visitor = await browser.open()
  await visitor.page.goto(`${relay().url}/demo/?lang=en`)
  await askForAPerson(await openPanel(visitor.page), 'Please forget me')
  await page.getByRole('link', { name: /Please forget me/ }).click()
  const erase = page.getByRole('button', { name: 'Erase…' })
  const question = page.getByRole('dialog', { name: /^Erase everything/ })
  await erase.focus()
  await page.keyboard.press('Enter')
  await question.waitFor()
  await looksRight(page, 'erase?')
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  expect(await erase.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await question.waitFor()
  // The way out has the focus; what erases is one step behind it.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText(/^Everything about .* is erased/).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
}, 60_000)

it('does anything by its name, by the keyboard alone', async () => {
  const page = await owner()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Search or do anything' })
  await palette.getByRole('option').first().waitFor()
  await looksRight(page, 'palette')
  await page.keyboard.type('qqqq')
  await palette.getByText('Nothing is called like “qqqq”.').waitFor()
  await looksRight(page, 'palette, nothing found')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('priv')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Privacy', level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('all keys')
  await page.keyboard.press('Enter')
  const keys = page.getByRole('dialog', { name: 'Everything by keyboard' })
  await keys.getByText('Search or do anything').waitFor()
  await looksRight(page, 'all keys')
  await page.keyboard.press('Control+k')
  expect(await palette.count()).toBe(0)
})
