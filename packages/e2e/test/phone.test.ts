import type { CDPSession, Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty, setCapacity, setDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply, thread } from '../kit/thread.ts'
import { openPanel, widgetOn, write } from '../kit/widget.ts'

const browser = useBrowser({ chainsScrolls: true })
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

const upright = { width: 390, height: 844 }
const turned = { width: 844, height: 390 }
const long = `<h1>Shop</h1>${'<p>A cup.</p>'.repeat(200)}`

/** A long page of the shop on a phone, the panel open on it. */
async function onPhone() {
  const visitor = await browser.open({ viewport: upright, phone: true })
  await visitor.page.goto(host().serve('/', shopPage(relay().url, { body: long })))
  const panel = await openPanel(visitor.page)
  const cdp = await visitor.page.context().newCDPSession(visitor.page)
  return { ...visitor, panel, cdp }
}

/** The visitor talks with Mara, who has said more than fits on the screen. */
async function talkOnPhone() {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  await setCapacity(operator.page, relay().url, 20)
  const visitor = await onPhone()
  const { panel } = visitor
  await panel.getByRole('button', { name: /^Ask Mara/ }).tap()
  await panel.getByRole('textbox', { name: 'Your message' }).fill('A cup arrived broken')
  await panel.getByRole('button', { name: /^Send to / }).tap()
  await panel.getByText('You are next.').first().waitFor()
  await operator.page.getByText('A cup arrived broken').first().waitFor()
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  for (let number = 1; number <= 14; number += 1) await reply(operator.page, `Answer ${number}.\nOn two lines.`)
  await panel.getByText('Answer 14.').waitFor()
  return { ...visitor, operator }
}

/** What a keyboard on the screen leaves: Chromium shows none here, so the page is told of it as it would be. */
async function showKeyboard(page: Page, left: { height: number; offsetTop?: number }): Promise<void> {
  await page.evaluate(({ height, offsetTop = 0 }) => {
    const view = window.visualViewport
    if (!view) return
    Object.defineProperties(view, {
      height: { configurable: true, get: () => height },
      offsetTop: { configurable: true, get: () => offsetTop },
    })
    view.dispatchEvent(new Event('resize'))
    view.dispatchEvent(new Event('scroll'))
  }, left)
}

/** Where an element's upper and lower edges are on the page's own viewport, in px. */
const edges = (element: Locator) =>
  element.evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect()
    return { top: Math.round(top), bottom: Math.round(bottom) }
  })

const middleOf = async (element: Locator) => {
  const { x, y, width, height } = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
}

/** A finger that goes down there, moves by so many px, and is lifted. */
async function swipe(cdp: CDPSession, { x, y }: { x: number; y: number }, distance: number): Promise<void> {
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  for (let step = 1; step <= 10; step += 1) {
    const touchPoints = [{ x, y: Math.round(y + (distance * step) / 10) }]
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints })
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

it('keeps the field and the last message above a keyboard on the screen', async () => {
  const { page, panel } = await talkOnPhone()
  const [field, last] = [panel.getByRole('textbox'), panel.getByText('Answer 14.')]
  await field.tap()
  for (const left of [{ height: 480 }, { height: 420, offsetTop: 90 }]) {
    await showKeyboard(page, left)
    const { offsetTop = 0 } = left
    await expect.poll(() => edges(panel)).toEqual({ top: offsetTop, bottom: offsetTop + left.height })
    await expect.poll(async () => (await edges(field)).bottom).toBeLessThanOrEqual(offsetTop + left.height)
    await expect.poll(async () => (await edges(last)).bottom).toBeLessThan((await edges(field)).top)
    expect((await edges(last)).top).toBeGreaterThan(offsetTop + 56)
  }
  await showKeyboard(page, { height: upright.height })
  await expect.poll(() => edges(panel)).toEqual({ top: 0, bottom: upright.height })
  await expect.poll(async () => (await edges(last)).bottom).toBeLessThan((await edges(field)).top)
})

it('keeps clear of what the phone itself covers', async () => {
  const { panel, cdp } = await onPhone()
  await cdp.send('Emulation.setSafeAreaInsetsOverride', { insets: { top: 47, bottom: 34, left: 0, right: 0 } })
  await expect.poll(async () => (await edges(panel.locator('.panel-head'))).top).toBe(47)
  await expect.poll(async () => (await edges(panel.locator('.panel-foot'))).bottom).toBe(upright.height - 34)
})

it('has no field that a phone would zoom in on', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const { panel } = await onPhone()
  const sizes = async () =>
    panel
      .locator('input:visible, textarea:visible')
      .evaluateAll((fields) => fields.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)))
  expect(await sizes()).toEqual([16])
  await panel.getByRole('button', { name: /^Ask Mara/ }).tap()
  await panel.getByRole('textbox', { name: 'Your message' }).waitFor()
  expect(Math.min(...(await sizes()))).toBeGreaterThanOrEqual(16)
  await setDuty(operator.page, false)
  await panel.getByRole('textbox', { name: 'Your question' }).waitFor()
  expect(Math.min(...(await sizes()))).toBeGreaterThanOrEqual(16)
})

it('leaves the page behind where it was, wherever it is swiped', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const { page } = await browser.open({ viewport: upright, phone: true })
  await page.goto(host().serve('/', shopPage(relay().url, { body: long })))
  await widgetOn(page).getByRole('button').waitFor()
  await page.evaluate(() => scrollTo(0, 300))
  const panel = await openPanel(page)
  await panel.getByRole('heading', { name: 'Answers' }).waitFor()
  const cdp = await page.context().newCDPSession(page)
  const stays = async (parts: readonly string[]) => {
    for (const part of parts) {
      for (const distance of [-300, 300, 300]) await swipe(cdp, await middleOf(panel.locator(part)), distance)
      expect({ part, top: await page.evaluate(() => scrollY) }).toEqual({ part, top: 300 })
    }
  }
  await stays(['.panel-head', 'input', '.panel-body', '.panel-foot'])
  await panel.getByRole('button', { name: /^Ask Mara/ }).press('Enter')
  const field = panel.getByRole('textbox', { name: 'Your message' })
  await field.waitFor()
  await stays(['.panel-body', 'textarea', '.panel-foot'])
  await field.fill('A cup arrived broken')
  await field.press('Enter')
  await panel.getByText('You are next.').first().waitFor()
  await stays(['.panel-body', 'textarea', '.panel-foot'])
  await operator.page.getByText('A cup arrived broken').first().waitFor()
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  // A tap would only end the movement that the last swipe began.
  await panel.getByRole('button', { name: 'Close' }).press('Enter')
  await expect.poll(() => page.evaluate(() => history.state)).toBe(null)
  await expect
    .poll(async () => {
      await swipe(cdp, { x: 100, y: 500 }, -200)
      return page.evaluate(() => scrollY)
    })
    .toBeGreaterThan(300)
})

it('keeps what is typed, and the end of the conversation, when it is turned', async () => {
  const { page, panel } = await talkOnPhone()
  const [field, last] = [panel.getByRole('textbox'), panel.getByText('Answer 14.')]
  await field.fill('The handle is')
  for (const viewport of [turned, upright]) {
    await page.setViewportSize(viewport)
    await showKeyboard(page, viewport)
    await expect.poll(() => edges(panel)).toEqual({ top: 0, bottom: viewport.height })
    expect(await panel.evaluate((element) => element.clientWidth)).toBe(viewport.width)
    await expect.poll(async () => (await edges(last)).bottom).toBeLessThan((await edges(field)).top)
    await showKeyboard(page, { height: viewport.height / 2 })
    await expect.poll(async () => (await edges(field)).bottom).toBeLessThanOrEqual(viewport.height / 2)
    await expect.poll(async () => (await edges(last)).bottom).toBeLessThan((await edges(field)).top)
    expect(await field.inputValue()).toBe('The handle is')
  }
  await field.press('End')
  await field.pressSequentially(' gone')
  expect(await field.inputValue()).toBe('The handle is gone')
})

it('copies a message that is touched', async () => {
  const { page, panel } = await talkOnPhone()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await panel.getByText('Answer 13.').tap()
  await panel.getByRole('button', { name: 'Copy' }).tap()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Answer 13.\nOn two lines.')
})

/** As a phone does it: out of sight no timer runs, and no socket hears. */
async function sleep({ page }: { page: Page }): Promise<void> {
  await page.clock.install()
  // Further ahead than a loaded machine takes to ask for it: a clock can't be stopped in the past.
  await page.clock.pauseAt(Date.now() + 10_000)
  await turnTo(page, 'hidden')
  await page.context().setOffline(true)
}

const turnTo = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((wanted) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => wanted })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)

it('is back at once when the phone wakes up', async () => {
  const { page, panel, operator } = await talkOnPhone()
  await write(panel, 'Before sleeping')
  await sleep({ page })
  await relay().kill()
  await relay().start()
  await reply(operator.page, 'While it slept')
  await thread(operator.page).getByText('While it slept').waitFor()
  await page.context().setOffline(false)
  expect(await panel.getByText('While it slept').count()).toBe(0)
  await turnTo(page, 'visible')
  await panel.getByText('While it slept').waitFor()
  expect(await panel.getByText('Before sleeping').count()).toBe(1)
})

it.each([upright, { width: 1280, height: 800 }])(
  'leaves who types in the field of each view that comes: %o',
  async (viewport) => {
    const operator = await browser.open()
    await onDuty(operator.page, relay().url, mara)
    await setCapacity(operator.page, relay().url, 20)
    const { page } = await browser.open({ viewport })
    await page.goto(host().serve('/', shopPage(relay().url)))
    const panel = await openPanel(page)
    await panel.getByRole('button', { name: /^Ask Mara/ }).click()
    await panel.getByRole('textbox', { name: 'Your message' }).click()
    const asked = `A plate, ${viewport.width} wide`
    await page.keyboard.type(asked)
    await page.keyboard.press('Enter')
    await page.keyboard.type('It ')
    await panel.getByText('You are next.').first().waitFor()
    await page.keyboard.type('arrived ')
    await operator.page.getByText(asked).first().waitFor()
    await operator.page.keyboard.press('n')
    await panel.getByRole('heading', { name: 'Mara' }).waitFor()
    await page.keyboard.type('broken')
    expect(await panel.getByRole('textbox').inputValue()).toBe('It arrived broken')
  },
)
