import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty, setCapacity } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { listenTo, spokenOn } from '../kit/spoken.ts'
import { closeByKey, reply, thread } from '../kit/thread.ts'
import { askForAPerson, openPanel, widgetOn, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

/** A visitor on a strict page talks with Mara. */
async function talk() {
  const [operator, visitor] = [await browser.open(), await browser.open()]
  const policy = `default-src 'none'; script-src ${relay().url}; connect-src ${relay().url} ${relay().url.replace('http', 'ws')}; img-src data:; trusted-types 'none'; require-trusted-types-for 'script'`
  const page = { html: shopPage(relay().url), headers: { 'content-security-policy': policy } }
  await onDuty(operator.page, relay().url, mara)
  await setCapacity(operator.page, relay().url, 20)
  await visitor.page.goto(host().serve('/', page))
  const panel = await openPanel(visitor.page)
  await askForAPerson(panel, 'A cup arrived broken')
  await panel.getByText('You are next.').first().waitFor()
  await operator.page.getByText('A cup arrived broken').first().waitFor()
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  return { operator, visitor, panel }
}

/** What kinds of elements a message is drawn with, in order. */
const drawnWith = (message: Locator) =>
  message.evaluate((element) => [...element.querySelectorAll('.message-text *')].map(({ localName }) => localName))

const mine = 'It is **order 10231**, see https://shop.example/orders.\n- a cup\n- `X-12`'
const theirs = 'Please:\n1. take a **photo**\n2. send it\nas [we describe](https://shop.example/broken)'

it('draws bold, lists, code and links on both sides, at once and after a reload', async () => {
  const { operator, visitor, panel } = await talk()
  await write(panel, mine)
  await reply(operator.page, theirs)
  const inWidget = (words: string) => panel.locator('.message', { hasText: words })
  const inInbox = (words: string) => thread(operator.page).locator('.message', { hasText: words })
  const list = ['div', 'p', 'ol', 'li', 'strong', 'li', 'p', 'a']
  const look = async () => {
    for (const own of [inWidget('order 10231'), inInbox('order 10231')]) {
      await own.locator('strong').waitFor()
      expect(await drawnWith(own)).toEqual(['div', 'p', 'strong', 'a', 'ul', 'li', 'li', 'code'])
    }
    for (const other of [inWidget('take a photo'), inInbox('take a photo')]) {
      await other.locator('strong').waitFor()
      expect(await drawnWith(other)).toEqual(list)
      expect(await other.getByRole('link').getAttribute('href')).toBe('https://shop.example/broken')
    }
  }
  await look()
  await visitor.page.reload()
  await operator.page.reload()
  await widgetOn(visitor.page).getByRole('button', { name: /^Help/ }).click()
  await look()
  expect(visitor.troubles).toEqual([])
})

it('opens where what is new begins, and says so', async () => {
  const { operator, visitor, panel } = await talk()
  await reply(operator.page, 'Seen already')
  await panel.getByText('Seen already').waitFor()
  await panel.getByRole('button', { name: 'Close' }).click()
  await panel.waitFor({ state: 'hidden' })
  for (let number = 1; number <= 12; number += 1) await reply(operator.page, `Answer ${number}.\nOn two lines.`)
  await widgetOn(visitor.page)
    .getByRole('button', { name: /12 unread/ })
    .click()
  const mark = panel.getByText('New', { exact: true })
  await mark.waitFor()
  const belowEdge = () =>
    mark.evaluate((element) => {
      const { y = Number.NaN } = element.closest('.panel-body')?.getBoundingClientRect() ?? {}
      return element.getBoundingClientRect().y - y
    })
  await expect.poll(belowEdge).toBeCloseTo(8, 0)
  await reply(operator.page, 'One more')
  await panel.getByRole('button', { name: '1 new message' }).click()
  await panel.getByText('One more').waitFor()
  await panel.getByRole('button', { name: 'Close' }).click()
  await widgetOn(visitor.page).getByRole('button', { name: /^Help/ }).click()
  await panel.getByText('One more').waitFor()
  expect(await mark.count()).toBe(0)
})

it('shows the end of a conversation to who has read as far as that', async () => {
  const { operator, visitor, panel } = await talk()
  await panel.getByRole('button', { name: 'Close' }).click()
  await panel.waitFor({ state: 'hidden' })
  for (let number = 1; number <= 12; number += 1) await reply(operator.page, `Answer ${number}.\nOn two lines.`)
  await widgetOn(visitor.page)
    .getByRole('button', { name: /12 unread/ })
    .click()
  await panel.getByText('New', { exact: true }).waitFor()
  await write(panel, 'Thank you')
  await thread(operator.page).getByText('Thank you').waitFor()
  await closeByKey(operator.page)
  const rating = panel.getByRole('heading', { name: 'Did Mara solve it?' })
  await rating.waitFor()
  await expect.poll(async () => ((await rating.boundingBox())?.y ?? 0) < 600).toBe(true)
})

it('has a screen reader read out what Mara says and what failed, each once, and nothing of how own words get on', async () => {
  const { operator, visitor, panel } = await talk()
  await panel.getByText('Mara has read your question.').waitFor()
  await listenTo(visitor.page)
  const heard = async () => (await spokenOn(visitor.page)).map((words) => words.replace(/ [\d:]+$/, ''))
  await write(panel, 'The blue one')
  await thread(operator.page).getByText('The blue one').waitFor()
  await panel.getByText(/^Read /).waitFor()
  await operator.page.getByRole('textbox', { name: /^Reply to/ }).pressSequentially('I look')
  await panel.getByText('Mara is writing').waitFor()
  expect(await heard()).toEqual([])
  await reply(operator.page, 'I send another')
  await panel.getByText('I send another').waitFor()
  await reply(operator.page, 'It leaves today')
  await panel.getByText('It leaves today').waitFor()
  await write(panel, 'Thank you')
  await thread(operator.page).getByText('Thank you').waitFor()
  await expect.poll(heard).toEqual(['Mara: I send another', 'Mara: It leaves today'])
  const film = { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('a film') }
  await panel.locator('input[type=file]').setInputFiles(film)
  await panel.getByText(/^Not sent\./).waitFor()
  await expect.poll(async () => (await heard()).slice(2)).toEqual([await panel.getByRole('alert').textContent()])
})

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

it('lets each message be copied as it was written, by the pointer and by the keyboard, on both sides', async () => {
  const { operator, visitor, panel } = await talk()
  await write(panel, mine)
  await reply(operator.page, 'Thank you')
  for (const [page, log, field] of [
    [visitor.page, panel.getByRole('log'), panel.getByRole('textbox')],
    [operator.page, thread(operator.page), operator.page.getByRole('textbox', { name: /^Reply to/ })],
  ] as const) {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const messages = log.locator('.message')
    const copy = log.getByRole('button', { name: 'Copy' })
    const newest = messages.filter({ hasText: 'Thank you' })
    await newest.waitFor()
    expect(await copy.count()).toBe(0)
    await messages.filter({ hasText: 'order 10231' }).hover()
    await copy.click()
    await log.getByText('Copied').waitFor({ state: 'attached' })
    expect(await copied(page)).toBe(mine)
    await page.mouse.move(0, 0)
    await field.focus()
    // Beside the field there are buttons.
    for (let step = 0; step < 3 && !(await isFocused(newest)); step += 1) await page.keyboard.press('Shift+Tab')
    expect(await isFocused(newest)).toBe(true)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => isFocused(messages.first())).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => copied(page)).toBe('A cup arrived broken')
  }
  expect([...visitor.troubles, ...operator.troubles]).toEqual([])
})

const isFocused = (element: Locator) =>
  element.evaluate((one) => (one.getRootNode() as Document | ShadowRoot).activeElement === one)

it('puts an emoji where the caret is, by the keyboard and by the pointer, on both sides', async () => {
  const { operator, visitor, panel } = await talk()
  for (const [page, face, field] of [
    [visitor.page, panel, panel.getByRole('textbox')],
    [operator.page, operator.page, operator.page.getByRole('textbox', { name: /^Reply to/ })],
  ] as const) {
    const button = face.getByRole('button', { name: 'Insert an emoji' })
    const picker = face.getByRole('group', { name: 'Insert an emoji' })
    await field.fill('Well!')
    await field.press('ArrowLeft')
    await button.click()
    await expect.poll(() => isFocused(picker.getByRole('button', { name: '😀' }))).toBe(true)
    expect(await violations(page)).toEqual([])
    for (const key of ['ArrowDown', 'ArrowRight', 'End', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key)
    await page.keyboard.press('Enter')
    await picker.waitFor({ state: 'detached' })
    await page.keyboard.type(' ')
    await expect.poll(() => field.inputValue()).toBe('Well📱 !')
    await button.click()
    await page.keyboard.press('Escape')
    await picker.waitFor({ state: 'detached' })
    expect(await isFocused(field)).toBe(true)
    await button.click()
    await picker.getByRole('button', { name: '🎁' }).click()
    await expect.poll(() => field.inputValue()).toBe('Well📱 🎁!')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => field.inputValue()).toBe('Well📱 !')
    await page.keyboard.press('Enter')
    await face.getByRole('log').getByText('Well📱 !').first().waitFor()
  }
  expect([...visitor.troubles, ...operator.troubles]).toEqual([])
})
