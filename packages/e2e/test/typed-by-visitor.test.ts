import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser, type WatchedPage } from '../kit/browser.ts'
import { crash, crashAndReload } from '../kit/crash.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty, setCapacity } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply, thread } from '../kit/thread.ts'
import { askForAPerson, openPanel, widgetOn, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))
const kept = 'Kept, goes out when you are back online'

async function operatorOnDuty(): Promise<Page> {
  const { page } = await browser.open()
  await onDuty(page, relay().url, mara)
  await setCapacity(page, relay().url, 20)
  return page
}

async function visit(page: Page): Promise<Page> {
  await page.goto(host().serve('/', shopPage(relay().url)))
  return page
}

async function asking(page: Page): Promise<Locator> {
  const panel = await openPanel(await visit(page))
  await panel.getByRole('button', { name: /^(Ask|Leave) / }).click()
  await panel.getByRole('textbox', { name: 'Your message' }).waitFor()
  return panel
}

/** Whoever else waits. */
async function take(operator: Page, words: string): Promise<void> {
  await operator.getByRole('link', { name: new RegExp(words) }).click()
  await operator.getByRole('button', { name: 'Take it' }).click()
}

async function talking(operator: Page, visitor: WatchedPage, hello: string): Promise<Locator> {
  const panel = await openPanel(await visit(visitor.page))
  await askForAPerson(panel, hello)
  await take(operator, hello)
  await thread(operator).getByText(hello).waitFor()
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  return panel
}

/** The panel of a conversation that the launcher knows of. */
async function goOn(page: Page, label = /Mara/): Promise<Locator> {
  return openPanel(await visit(page), label)
}

const field = (panel: Locator) => panel.getByRole('textbox').last()
const textsOf = async (log: Locator) => (await log.textContent())?.match(/[a-z]+ \d+\./g) ?? []

it('keeps what is half typed over a reload and a crash of the tab, and for no other tab', async () => {
  await operatorOnDuty()
  const { page, openTab } = await browser.open()
  const panel = await asking(page)
  await field(panel).pressSequentially('The plate is bro')
  await page.reload()
  expect(await field(await asking(page)).inputValue()).toBe('The plate is bro')
  const other = await asking(await openTab())
  expect(await field(other).inputValue()).toBe('')
  await field(other).pressSequentially('Another plate')
  const read = await crashAndReload(page)
  await expect.poll(() => read(openedDraft), { timeout: 30_000 }).toBe('The plate is bro')
}, 60_000)

/** Presses the launcher, once, and the way to a person, as far as they are there, and reads what stands in the field. */
const openedDraft = `(() => {
  const root = document.querySelector('deskbell-widget')?.shadowRoot
  const field = root?.querySelector('textarea')
  if (field) return field.value
  const [launcher, ...others] = [...(root?.querySelectorAll('button') ?? [])]
  const way = others.find((button) => /^(Ask|Leave) /.test(button.querySelector('b')?.textContent ?? ''))
  if (way) return way.click()
  if (!window.isPressed) launcher?.click()
  window.isPressed = launcher !== undefined
  return root?.innerHTML
})()`

it('keeps the first question where the relay is away and the tab crashes, and sends it, once, with nothing done for it', async () => {
  const operator = await operatorOnDuty()
  const { page, openTab } = await browser.open()
  const panel = await asking(page)
  await relay().kill()
  await field(panel).fill('Is the glaze food safe?')
  await panel.getByRole('button', { name: /^Send/ }).click()
  await panel.getByText(kept).waitFor()
  await write(panel, 'The blue one')
  await panel.getByRole('log').getByText('The blue one').waitFor()
  await crash(page)
  const tabs = [await visit(await openTab()), await visit(await openTab())]
  await relay().start()
  for (const tab of tabs) await visit(tab)
  const asked = operator.getByRole('link', { name: /Is the glaze food safe|The blue one/ })
  await asked.first().waitFor()
  // Longer than the tabs take to come back.
  await operator.waitForTimeout(6_000)
  expect(await asked.count()).toBe(1)
  await asked.click()
  await operator.getByRole('button', { name: 'Take it' }).click()
  await thread(operator).getByText('The blue one').waitFor()
  for (const tab of tabs) {
    const again = await openPanel(tab, /Mara/)
    await again.getByRole('log').getByText('The blue one').waitFor()
  }
}, 60_000)

it('lets two tabs write at once: neither takes anything from the other, and each message goes out once, in order', async () => {
  const operator = await operatorOnDuty()
  const visitor = await browser.open()
  const one = await talking(operator, visitor, 'Two tabs')
  const other = await goOn(await visitor.openTab())
  await relay().kill()
  await one.getByText(/No connection since/).waitFor()
  await other.getByText(/No connection since/).waitFor()
  for (const number of [1, 2, 3]) {
    await write(one, `one ${number}.`)
    await write(other, `other ${number}.`)
  }
  await field(one).pressSequentially('And one')
  await field(other).pressSequentially('And another')
  const all = ['one 1.', 'other 1.', 'one 2.', 'other 2.', 'one 3.', 'other 3.']
  await expect.poll(() => textsOf(one.getByRole('log'))).toEqual(all)
  await expect.poll(() => textsOf(other.getByRole('log'))).toEqual(all)
  await relay().start()
  for (const log of [thread(operator), one.getByRole('log'), other.getByRole('log')])
    await expect.poll(() => textsOf(log), { timeout: 30_000 }).toEqual(all)
  await expect.poll(() => one.getByText(kept).count(), { timeout: 30_000 }).toBe(0)
  expect(await Promise.all([one, other].map((tab) => field(tab).inputValue()))).toEqual(['And one', 'And another'])
}, 90_000)

it('sends after a day without a connection, in the order written, whatever happened to tab and clock', async () => {
  const operator = await operatorOnDuty()
  const visitor = await browser.open()
  await visitor.page.clock.install()
  const panel = await talking(operator, visitor, 'A long way')
  await relay().kill()
  await panel.getByText(/No connection since/).waitFor()
  await write(panel, 'day 1.')
  await visitor.page.clock.fastForward('24:00:00')
  await write(panel, 'day 2.')
  await crash(visitor.page)
  // This tab's clock is a day behind what was written last.
  const tab = await visitor.openTab()
  await relay().start()
  const again = await goOn(tab)
  await write(again, 'day 3.')
  await expect.poll(() => textsOf(thread(operator)), { timeout: 30_000 }).toEqual(['day 1.', 'day 2.', 'day 3.'])
  await expect.poll(() => textsOf(again.getByRole('log'))).toEqual(['day 1.', 'day 2.', 'day 3.'])
}, 90_000)

it('opens on the conversation, however soon after the page the launcher is pressed', async () => {
  const operator = await operatorOnDuty()
  const { page, ...visitor } = await browser.open()
  await talking(operator, { page, ...visitor }, 'In a hurry')
  await page.route(/assets\/chat-/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  for (const ms of [0, 500]) {
    await visit(page)
    await page.waitForTimeout(ms)
    await widgetOn(page).getByRole('button').first().click()
    const panel = widgetOn(page).getByRole('dialog')
    await panel.getByRole('heading', { name: 'Mara' }).waitFor()
    await panel.getByRole('button', { name: 'Back' }).click()
    await panel.getByRole('button', { name: /Back to Mara/ }).waitFor()
    await reply(operator, `And now? ${ms}`)
    await panel.getByRole('button', { name: /1 new message|unread/ }).waitFor()
  }
}, 60_000)
