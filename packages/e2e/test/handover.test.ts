import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations, violationsInBoth } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { joinAndGoOnDuty, onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { askForAPerson, openPanel, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))
const boris = { name: 'Boris', email: 'boris@holm.example', password: 'a different horse' }
const dora = { name: 'Dora', email: 'dora@holm.example', password: 'a different horse' }
const cleo = { name: 'Cleo', email: 'cleo@holm.example', password: 'a different horse' }

/** A visitor asks, and this operator has them. */
async function withVisitor(page: Page, words: string) {
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await askForAPerson(panel, words)
  await page.getByRole('link', { name: new RegExp(words) }).click()
  await page.getByRole('article').getByRole('button', { name: 'Take it' }).click()
  await panel.getByRole('log').getByText('Mara has joined').waitFor()
  return { visitor, panel }
}

async function handTo(page: Page, name: string): Promise<Locator> {
  await page.getByRole('article').getByText('You have this conversation').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  const dialog = page.getByRole('dialog', { name: /^Transfer/ })
  await dialog.getByRole('radio', { name: new RegExp(name) }).check()
  return dialog
}

it('hands a visitor to a colleague, who takes over by opening, and takes it back before that', async () => {
  const own = await browser.open()
  await onDuty(own.page, relay().url, mara)
  const colleague = await browser.open()
  await joinAndGoOnDuty(own.page, colleague.page, relay().url, boris)
  const { visitor, panel } = await withVisitor(own.page, 'Is the cobalt bowl back?')
  const dialog = await handTo(own.page, 'Boris')
  expect(await violationsInBoth(own.page)).toEqual([])
  await dialog.getByLabel('Note for them').fill('Knows the kiln')
  await dialog.getByRole('button', { name: 'Transfer to Boris' }).click()
  await colleague.page.getByRole('link', { name: /cobalt bowl.*From Mara/ }).waitFor()
  await own.page.getByText('Boris is asked to take over: the visitor.').waitFor()
  await own.page.keyboard.press('z')
  await own.page.getByRole('article').getByText('Mara has taken this back from Boris').waitFor()
  const again = await handTo(own.page, 'Boris')
  await again.getByRole('button', { name: 'Transfer to Boris' }).click()
  // The visitor is still with Mara.
  await write(panel, 'Hello?')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  expect(await panel.getByText(/takes over/).count()).toBe(0)
  await colleague.page.getByRole('link', { name: /From Mara/ }).click()
  await panel.getByText('Boris takes over from Mara').waitFor()
  await colleague.page.getByRole('article').getByText('Knows the kiln').waitFor()
  await own.page.getByText('The visitor is with Boris now.').waitFor()
  await colleague.page.getByRole('textbox', { name: /^Reply/ }).fill('Yes, since today')
  await colleague.page.keyboard.press('Enter')
  await panel.getByText('Yes, since today').waitFor()
  await colleague.page.keyboard.press('Escape')
  await colleague.page.keyboard.press('e')
  await colleague.page.getByRole('button', { name: 'Undo' }).waitFor()
  expect([...own.troubles, ...colleague.troubles, ...visitor.troubles]).toEqual([])
})

it('lets a colleague join, so that the visitor sees both, and stops what is written beside their words unseen', async () => {
  const own = await browser.open()
  const news = await slowNews(own.page)
  await onDuty(own.page, relay().url, mara)
  const colleague = await browser.open()
  await joinAndGoOnDuty(own.page, colleague.page, relay().url, dora)
  const { visitor, panel } = await withVisitor(own.page, 'Can I glaze it again?')
  await colleague.page.getByRole('button', { name: /^Team/ }).click()
  await colleague.page.getByRole('link', { name: /glaze/ }).click()
  await colleague.page.getByRole('article').getByText('Mara answers here.').waitFor()
  await own.page.getByRole('article').getByText('Dora is reading').waitFor()
  await own.page.keyboard.press('Escape')
  await own.page.keyboard.press('i')
  const dialog = own.page.getByRole('dialog', { name: 'Ask a colleague to join' })
  await dialog.getByRole('radio', { name: /Dora/ }).check()
  expect(await violations(own.page)).toEqual([])
  await dialog.getByRole('button', { name: 'Ask Dora to join' }).click()
  await colleague.page.getByRole('article').getByText('Mara asks you to join').waitFor()
  // Until then the visitor has heard nothing of her.
  expect(await panel.getByText(/Dora/).count()).toBe(0)
  expect(await violations(colleague.page)).toEqual([])
  await colleague.page.keyboard.press('n')
  await panel.getByRole('log').getByText('Dora has joined').waitFor()
  await panel.getByRole('heading', { name: 'Mara and Dora' }).waitFor()
  expect(await violations(visitor.page)).toEqual([])
  await colleague.page.getByRole('textbox', { name: /^Reply/ }).fill('Yes, at 1,240 degrees')
  await colleague.page.keyboard.press('Enter')
  await panel.getByText('Yes, at 1,240 degrees').waitFor()
  await own.page.getByRole('article').getByText('with Dora').waitFor()
  await own.page.getByRole('log').getByText('Yes, at 1,240 degrees').waitFor()
  news.hold()
  await colleague.page.getByRole('textbox', { name: /^Reply/ }).fill('Once')
  await colleague.page.keyboard.press('Enter')
  await panel.getByText('Once').waitFor()
  await own.page.getByRole('textbox', { name: /^Reply/ }).fill('As often as you like')
  await own.page.keyboard.press('Enter')
  news.release()
  await own.page
    .getByRole('log')
    .getByText(/^Not sent: Dora has answered meanwhile/)
    .waitFor()
  expect(await violations(own.page)).toEqual([])
  expect(await panel.getByText('As often').count()).toBe(0)
  await own.page.getByRole('button', { name: 'Send anyway' }).click()
  await panel.getByText('As often as you like').waitFor()
  await colleague.page.getByRole('article').getByRole('button', { name: 'Leave' }).click()
  await panel.getByText('Dora has left').waitFor()
  await panel.getByRole('heading', { name: 'Mara', exact: true }).waitFor()
  await own.page.keyboard.press('Escape')
  await own.page.keyboard.press('e')
  await own.page.getByRole('button', { name: 'Undo' }).waitFor()
  expect([...own.troubles, ...colleague.troubles, ...visitor.troubles]).toEqual([])
})

it('says kindly who was faster, where the page did not know yet, and leads to reading along', async () => {
  const own = await browser.open()
  const news = await slowNews(own.page)
  await onDuty(own.page, relay().url, mara)
  const colleague = await browser.open()
  await joinAndGoOnDuty(own.page, colleague.page, relay().url, cleo)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  await askForAPerson(await openPanel(visitor.page), 'Do you ship to Crete?')
  await own.page.getByRole('link', { name: /Crete/ }).waitFor()
  await colleague.page.getByRole('link', { name: /Crete/ }).waitFor()
  news.hold()
  await colleague.page.keyboard.press('n')
  await colleague.page.getByRole('article').getByText('You have this conversation').waitFor()
  await own.page.keyboard.press('n')
  news.release()
  await own.page.getByText('Cleo took this a moment ago.').waitFor()
  expect(await violations(own.page)).toEqual([])
  await own.page.getByRole('button', { name: 'Read along' }).click()
  await own.page.getByRole('article').getByText('Cleo answers here.').waitFor()
  await colleague.page.getByRole('article').getByText('Mara is reading').waitFor()
  expect([...own.troubles, ...colleague.troubles, ...visitor.troubles]).toEqual([])
})

/** A connection on which the relay's words can be kept back for a while. */
async function slowNews(page: Page) {
  let held: (() => void)[] | undefined
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      if (held) held.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  return {
    hold: () => {
      held = []
    },
    release: () => {
      const late = held ?? []
      held = undefined
      for (const send of late) send()
    },
  }
}
