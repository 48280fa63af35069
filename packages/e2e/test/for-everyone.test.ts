import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser, type Visit } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty, setCapacity, setDuty, signInToInbox } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { arabic, english, type Words, walkToTheLine } from '../kit/walk.ts'
import { askToClose, openPanel, widgetOn } from '../kit/widget.ts'
import { zoneOffHalfHours } from '../kit/zones.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

async function isClean(page: Page, state: string): Promise<void> {
  expect({ state, found: await violations(page) }).toEqual({ state, found: [] })
}

async function visitShop(visit: Visit, words: Words) {
  const visitor = await browser.open(visit)
  await visitor.page.goto(host().serve(`/${words.lang}`, shopPage(relay().url, { lang: words.lang })))
  return visitor
}

it('speaks Arabic from right to left on a phone, as the whole screen', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const phone = { viewport: { width: 390, height: 844 }, phone: true, locale: 'ar' }
  const visitor = await visitShop(phone, arabic)
  const panel = await walkToTheLine(visitor.page, arabic, (state) => isClean(visitor.page, state))
  expect(await panel.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 })
  expect(await panel.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  await isClean(visitor.page, 'connected')
  await askToClose(visitor.page)
  await panel.waitFor({ state: 'hidden' })
  expect(await widgetOn(visitor.page).count()).toBe(1)
  expect(visitor.troubles).toEqual([])
  await setDuty(operator.page, false)
})

it('is walked by the keyboard alone on a desktop', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const { page, troubles } = await visitShop({}, english)
  const focused = () =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'))
  await widgetOn(page).getByRole('button').waitFor()
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Help')
  await page.keyboard.press('Enter')
  const panel = widgetOn(page).getByRole('dialog')
  await panel.getByRole('heading', { name: 'Answers' }).waitFor()
  await expect.poll(focused).toBe('Search the answers')
  await page.keyboard.type('delivery time')
  await panel.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await panel.getByText('Did this help?').waitFor()
  await expect.poll(() => page.evaluate(() => Boolean(document.activeElement?.shadowRoot?.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  await expect.poll(focused).toBe('Help')
  await page.keyboard.press('Enter')
  await tabTo(page, panel.getByRole('button', { name: /^Ask Mara/ }))
  await page.keyboard.press('Enter')
  await panel.getByRole('textbox', { name: 'Your message' }).waitFor()
  await tabTo(page, panel.getByRole('textbox', { name: 'Your message' }))
  await page.keyboard.type('Is it open on Sunday?')
  await tabTo(page, panel.getByRole('button', { name: /^Send to / }))
  await page.keyboard.press('Enter')
  await panel.getByText('You are next.').first().waitFor()
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  await tabTo(page, panel.getByRole('textbox'))
  await page.keyboard.type('Thank you')
  await page.keyboard.press('Enter')
  await operator.page.getByRole('log').getByText('Thank you').waitFor()
  expect(troubles).toEqual([])
  await setDuty(operator.page, false)
})

/** Presses Tab until the element has the focus; at most once round. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await element.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

/** From the settings on: a topic nobody has the skill for, what is said of a person, and when somebody's duty ends. */
async function lookAtForms(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a topic' }).click()
  const topic = page.getByRole('group', { name: /^Topic/ }).last()
  // The focus goes to the new topic a frame later; what is typed before that would follow it.
  await topic.locator('input:focus').waitFor()
  await topic.getByLabel('Skill it needs').fill('Repairs')
  await page.getByLabel('Longest wait').fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/^Nobody on the team has the skill/).waitFor()
  await isClean(page, 'settings, wrong')
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.goto(`${relay().url}/inbox/#team`)
  await page.getByRole('link', { name: mara.name }).click()
  await page.getByLabel('Conversations at once').waitFor()
  await isClean(page, 'person')
  await page.getByLabel('Conversations at once').fill('0')
  await page.getByLabel('Find or add a language').fill('jp')
  await page.getByLabel('Find or add a language').press('Enter')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('A whole number from 1 to 1,000.').waitFor()
  await isClean(page, 'person, wrong')
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: /on duty$/i }).click()
  await isClean(page, 'duty menu')
  await page.keyboard.press('Escape')
}

it.each(['light', 'dark'] as const)('has nothing that axe finds in the inbox, %s', async (colourScheme) => {
  const operator = await browser.open({ colourScheme })
  await operator.page.goto(`${relay().url}/inbox/`)
  await operator.page.getByRole('button', { name: 'Sign in' }).waitFor()
  await isClean(operator.page, 'sign in')
  await signInToInbox(operator.page, relay().url, mara)
  await setDuty(operator.page, true)
  // What the other cases left open is still this operator's.
  await setCapacity(operator.page, relay().url, 20)
  await isClean(operator.page, 'on duty')
  const visitor = await visitShop({}, english)
  await walkToTheLine(visitor.page, english, async () => undefined)
  await operator.page.getByRole('link', { name: /20418/ }).first().click()
  await isClean(operator.page, 'waiting')
  await operator.page.keyboard.press('n')
  await operator.page.getByRole('textbox', { name: /^Reply to/ }).waitFor()
  await isClean(operator.page, 'conversation')
  await operator.page.keyboard.press('Escape')
  await operator.page.keyboard.press('t')
  await operator.page.getByRole('dialog', { name: /^Transfer/ }).waitFor()
  await isClean(operator.page, 'transfer')
  await operator.page.keyboard.press('Escape')
  for (const place of ['entries', 'team', 'settings']) {
    await operator.page.goto(`${relay().url}/inbox/#${place}`)
    await operator.page.getByRole('heading', { level: 1 }).waitFor()
    await isClean(operator.page, place)
  }
  await lookAtForms(operator.page)
  await operator.page.goto(`${relay().url}/inbox/#waits`)
  await operator.page.getByText(/of promises kept/).waitFor()
  await expect.poll(() => operator.page.getByRole('img').locator('canvas').count()).toBe(2)
  for (const figures of await operator.page.getByText('The figures').all()) await figures.click()
  await isClean(operator.page, 'waits')
  expect(operator.troubles).toEqual([])
  await setDuty(operator.page, false)
})

it('ends duty at a time, by the keyboard alone, and asks then whether to go on', async () => {
  const { page, troubles } = await browser.open({ timezone: zoneOffHalfHours() })
  await onDuty(page, relay().url, mara)
  await page.getByRole('button', { name: /on duty$/i }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'You' }).getByLabel('On duty until').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /on duty until /i }).waitFor()
  await page.clock.install()
  await page.clock.fastForward('00:31:00')
  await page.getByText(/^You wanted to stop at/).waitFor()
  await isClean(page, 'duty is over')
  await page.getByRole('button', { name: 'Go on' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/^You wanted to stop at/).waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: /on duty$/i }).waitFor()
  expect(troubles).toEqual([])
  await setDuty(page, false)
})

it.each([
  { width: 320, height: 256 },
  { width: 844, height: 190 },
])('has room for answers where there is hardly any height: %o', async (viewport) => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const { page } = await browser.open({ viewport, phone: true })
  await page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(page)
  const room = () => panel.locator('.panel-body').evaluate((body) => body.clientHeight)
  await panel.getByRole('heading', { name: 'Answers' }).waitFor()
  await panel.getByRole('button', { name: /^Ask Mara/ }).waitFor()
  expect(await room()).toBeGreaterThanOrEqual(90)
  const field = panel.getByRole('combobox')
  await field.fill('delivery')
  await panel.getByRole('option').first().waitFor()
  expect(await room()).toBeGreaterThanOrEqual(90)
  await panel.getByRole('button', { name: 'Clear' }).tap()
  expect(await field.inputValue()).toBe('')
  await panel.getByRole('button', { name: 'Close' }).tap()
  await panel.waitFor({ state: 'hidden' })
})
