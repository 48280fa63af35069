import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty, setCapacity } from '../kit/inbox.ts'
import { textOfNumber, writeLong, writesFast } from '../kit/long-conversation.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { thread } from '../kit/thread.ts'
import { askForAPerson, openPanel, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, ...writesFast, DESKBELL_ORIGINS: host().url }))

/** A visitor talks with Mara; both pages are left, then as many messages are written. */
async function beginLong(messages: number, answersEvery = 2) {
  const [operator, visitor] = [await browser.open(), await browser.open()]
  const shop = host().serve('/', shopPage(relay().url))
  await onDuty(operator.page, relay().url, mara)
  await setCapacity(operator.page, relay().url, 10)
  await visitor.page.goto(shop)
  const panel = await openPanel(visitor.page)
  await askForAPerson(panel, 'The very first words')
  await panel.getByText('You are next.').first().waitFor()
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  const { token } = await visitor.page.evaluate(() => JSON.parse(localStorage.getItem('deskbell') ?? '{}'))
  await visitor.page.goto('about:blank')
  await operator.page.goto('about:blank')
  await writeLong({ relayUrl: relay().url, token, account: mara, count: messages, answersEvery })
  return { operator, visitor, shop }
}

const exact = (number: number) => new RegExp(`Message ${number}\\.`)

/** The log itself in the inbox, the panel's body in the widget. */
async function scrolling(log: Locator): Promise<Locator> {
  const isInWidget = await log.evaluate((element) => element.getRootNode() instanceof ShadowRoot)
  return isInWidget ? log.locator('xpath=..') : log
}

/** Scrolls, where `top` says so, and at once tells how far a message then stands below the upper edge, in px. */
async function placeOf(log: Locator, number: number, top?: number): Promise<number> {
  const body = await scrolling(log)
  return body.evaluate(
    (element, wanted) => {
      if (wanted.top !== undefined) element.scrollTop = wanted.top
      const messages = [...element.querySelectorAll('.message')]
      const message = messages.find(({ textContent }) => textContent?.includes(`Message ${wanted.number}.`))
      const { y = Number.NaN } = message?.getBoundingClientRect() ?? {}
      return y - element.getBoundingClientRect().y
    },
    { number, top },
  )
}

async function scrollTo(log: Locator, top: number): Promise<void> {
  await placeOf(log, 0, top)
}

/** Numbers in the order of the screen. */
async function numbers(log: Locator): Promise<number[]> {
  const texts = (await log.textContent())?.match(/Message \d+\./g) ?? []
  return texts.map((text) => Number(text.slice(8, -1)))
}

const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index)

/** Goes back page by page until `begins` is seen; what was in sight before stays where it was each time. */
async function goBack(log: Locator, begins: Locator): Promise<void> {
  for (let page = 0; page < 12; page += 1) {
    if (await begins.isVisible()) return
    const [first = 0] = await numbers(log)
    const before = await placeOf(log, first, 300)
    await expect.poll(async () => (await numbers(log))[0]).toBeLessThan(first)
    await expect.poll(async () => Math.abs((await placeOf(log, first)) - before)).toBeLessThan(3)
  }
}

it('opens a long conversation at its end, and goes back to where it begins, for the visitor', async () => {
  const { visitor, shop } = await beginLong(430)
  await visitor.page.goto(shop)
  const panel = await openPanel(visitor.page, /Mara/)
  const log = panel.getByRole('log')
  await log.getByText(exact(430)).waitFor()
  await expect.poll(() => numbers(log)).toEqual(upTo(331, 430))
  await goBack(log, panel.getByText('The conversation begins here.'))
  await log.getByText('The very first words').waitFor()
  await expect.poll(() => numbers(log)).toEqual(upTo(1, 430))
  await write(panel, 'And on it goes')
  await log.getByText('And on it goes').waitFor()
  await expect.poll(() => log.getByText('And on it goes').isVisible()).toBe(true)
  // Leaving a page ends what it was fetching.
  expect(visitor.troubles.filter((each) => !each.startsWith('failed'))).toEqual([])
}, 90_000)

it('says that a page could not be loaded, and loads it when asked again', async () => {
  const { operator, visitor, shop } = await beginLong(250)
  await visitor.page.goto(shop)
  const panel = await openPanel(visitor.page, /Mara/)
  const log = panel.getByRole('log')
  await log.getByText(exact(250)).waitFor()
  await openFirst(operator.page)
  await thread(operator.page).getByText(exact(250)).waitFor()
  await relay().kill()
  await operator.page
    .getByText(/connection/i)
    .first()
    .waitFor()
  await scrollTo(log, 0)
  await scrollTo(thread(operator.page), 0)
  const again = [panel, thread(operator.page)].map((place) => place.getByRole('button', { name: 'Try again' }))
  for (const button of again) await button.waitFor()
  await relay().start()
  for (const [index, place] of [log, thread(operator.page)].entries()) {
    await expect
      .poll(
        async () => {
          if ((await again[index]?.isVisible()) === true)
            await again[index]?.click({ timeout: 1_000 }).catch(() => undefined)
          return (await numbers(place))[0]
        },
        { timeout: 40_000, interval: 500 },
      )
      .toBeLessThan(151)
  }
}, 120_000)

async function openFirst(page: Page): Promise<void> {
  await page.goto(`${relay().url}/inbox/`)
  await page.getByRole('navigation', { name: 'Conversations' }).getByRole('link').first().click()
}

it('opens a long conversation at its end, and goes back to what came before it, for the operator', async () => {
  const { operator } = await beginLong(430, 1)
  const { page } = operator
  await openFirst(page)
  const log = thread(page)
  await log.getByText(exact(430)).waitFor()
  await expect.poll(() => numbers(log)).toEqual(upTo(331, 430))
  await goBack(log, log.getByText('The very first words'))
  await expect.poll(async () => (await numbers(log))[0]).toBe(1)
  // What is far below was let go; nothing is missing between the first and the last that is shown.
  const shown = await numbers(log)
  expect(shown).toEqual(upTo(1, shown.length))
  expect(shown.length).toBeLessThan(430)
  await page.getByRole('button', { name: 'To the newest messages' }).click()
  await expect.poll(() => numbers(log)).toEqual(upTo(331, 430))
  await expect.poll(async () => (await placeOf(log, 430)) > 0).toBe(true)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await log.getByText('The very first words').waitFor()
  await opensWhereFound(page, 200)
  expect(operator.troubles).toEqual([])
}, 90_000)

/** The search leads to a message that is on neither page shown, in the middle of it all, and marks it. */
async function opensWhereFound(page: Page, number: number): Promise<void> {
  await page.keyboard.press('/')
  const field = page.getByRole('searchbox', { name: 'Search conversations' })
  const hit = page.getByRole('region', { name: 'Found' }).getByRole('link', { name: exact(number) })
  // The relay may still be reading what was said just now.
  await expect
    .poll(
      async () => {
        await field.fill('')
        await field.fill(`message ${number}`)
        return hit
          .first()
          .waitFor({ timeout: 2_000 })
          .then(
            () => true,
            () => false,
          )
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  await hit.first().press('Enter')
  const log = thread(page)
  await log.locator('[aria-current="location"]').getByText(exact(number)).waitFor()
  const height = await log.evaluate(({ clientHeight }) => clientHeight)
  const top = await placeOf(log, number)
  expect(top).toBeGreaterThan(height / 4)
  expect(top).toBeLessThan((height * 3) / 4)
}

it('opens where the unread begins when that is more than a page', async () => {
  const { operator } = await beginLong(250, 0)
  const { page } = operator
  await openFirst(page)
  const log = thread(page)
  await log.getByText('New', { exact: true }).waitFor()
  await log.getByText(exact(1)).waitFor()
  expect(await log.getByText(textOfNumber(1)).isVisible()).toBe(true)
  const start = await numbers(log)
  expect(start).toEqual(upTo(1, start.length))
  await scrollTo(log, 1_000_000)
  await expect.poll(async () => (await numbers(log)).at(-1)).toBe(250)
  const [first = 0, ...rest] = await numbers(log)
  expect([first, ...rest]).toEqual(upTo(first, 250))
}, 90_000)
