import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const relay = useRelay({ ...ownedByMara, DESKBELL_DEMO: '1' })
const places = 'conversations entries searches waits settings words hours team replies privacy alerts account'.split(
  ' ',
)
const screens = [
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
]

/** What axe finds at both widths, and whether something has to be scrolled sideways. */
async function looksRight(page: Page, state: string): Promise<void> {
  const found: unknown[] = []
  for (const screen of screens) {
    await page.setViewportSize(screen)
    found.push(...(await violations(page)), ...(await page.evaluate(sideways)))
  }
  expect({ state, found }).toEqual({ state, found: [] })
}

/** Runs in the page. */
function sideways(): string[] {
  const frames = [...document.querySelectorAll('html, .page-body, .visitor-card')]
  return frames
    .filter((frame) => frame.scrollWidth > frame.clientWidth + 1)
    .map(({ className }) => `wide: ${className}`)
}

it('speaks Arabic from right to left once it was chosen at the door', async () => {
  const { page, troubles } = await browser.open()
  await page.goto(`${relay().url}/inbox/`)
  await page.getByLabel('Language of the inbox').selectOption('العربية')
  await page.getByRole('heading', { name: 'تسجيل الدخول إلى مكتبك' }).waitFor()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await looksRight(page, 'sign-in')
  await page.reload()
  await page.getByRole('heading', { name: 'تسجيل الدخول إلى مكتبك' }).waitFor()
  expect(troubles).toEqual([])
}, 120_000)

it('follows its operator to another device, and is clean on every page', async () => {
  const first = await browser.open()
  await onDuty(first.page, relay().url, mara)
  await first.page.goto(`${relay().url}/inbox/#account`)
  await first.page.getByLabel('Language of the inbox').selectOption('العربية')
  await first.page.getByRole('heading', { name: 'حسابك' }).waitFor()
  const visitor = await browser.open()
  await visitor.page.goto(`${relay().url}/demo/?lang=en`)
  await askForAPerson(await openPanel(visitor.page), 'Where is my order?')
  const { page } = await browser.open()
  await page.goto(`${relay().url}/inbox/`)
  await page.getByLabel('E-mail').fill(mara.email)
  await page.getByLabel('Password', { exact: true }).fill(mara.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.locator('html[lang=ar]').waitFor()
  for (const place of places) {
    await page.goto(`${relay().url}/inbox/#${place}`)
    await page.locator('main').first().waitFor()
    await page.waitForLoadState('networkidle')
    await looksRight(page, place)
  }
  await page.setViewportSize(screens[0] ?? { width: 1280, height: 800 })
  await page.goto(`${relay().url}/inbox/#conversations`)
  await page.getByRole('link', { name: /Where is my order/ }).click()
  await page.getByRole('log').getByText('Where is my order?').waitFor()
  await looksRight(page, 'a conversation')
}, 240_000)
