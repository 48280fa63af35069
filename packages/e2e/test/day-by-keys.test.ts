// A day at the desk without the mouse: by the keys, by Tab and by the palette.
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { joinAndGoOnDuty } from '../kit/inbox.ts'
import { doByName, hasFocus, pressButton, tabTo } from '../kit/keyboard.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { thread } from '../kit/thread.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))
const boris = { name: 'Boris', email: 'boris@holm.example', password: 'a different horse' }
const file = { name: 'kiln.txt', mimeType: 'text/plain', buffer: Buffer.from('1200 degrees') }
const replyField = (page: Page) => page.getByRole('textbox', { name: /^Reply to/ })

async function signIn(page: Page): Promise<void> {
  await page.goto(`${relay().url}/inbox/`)
  await tabTo(page, page.getByLabel('E-mail'))
  await page.keyboard.type(mara.email)
  await tabTo(page, page.getByLabel('Password', { exact: true }))
  await page.keyboard.type(mara.password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Conversations' }).waitFor()
}

async function visitorAsks(words: string) {
  const { page } = await browser.open()
  await page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(page)
  await askForAPerson(panel, words)
  return panel
}

async function answer(page: Page, panel: Locator): Promise<void> {
  const { keyboard } = page
  await keyboard.press('n')
  await hasFocus(replyField(page))
  await keyboard.type('Until six.')
  await keyboard.press('Enter')
  await panel.getByText('Until six.').waitFor()
  await keyboard.press('/')
  await page.getByRole('option', { name: /Late parcel/ }).waitFor()
  await keyboard.type('late')
  await keyboard.press('Enter')
  await hasFocus(replyField(page))
  await keyboard.press('Enter')
  await panel.getByText('It is late.').waitFor()
  const chooser = page.waitForEvent('filechooser')
  await doByName(page, 'attach', 'Attach a file')
  await (await chooser).setFiles(file)
  await page.getByRole('button', { name: 'Remove kiln.txt' }).waitFor()
  await hasFocus(replyField(page))
  await keyboard.press('Enter')
  await panel.getByText('kiln.txt').waitFor()
  await keyboard.press('Escape')
}

async function noteAndHandOver(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('m')
  await hasFocus(page.getByRole('textbox', { name: 'Note for your team' }))
  await keyboard.type('Knows the kiln')
  await keyboard.press('Enter')
  await thread(page).getByText('Knows the kiln').waitFor()
  await keyboard.press('Escape')
  await hasFocus(replyField(page))
  await keyboard.press('Escape')
  await keyboard.press('t')
  await pressButton(page, page.getByRole('button', { name: 'Transfer to Boris' }))
  await page.getByText('Boris is asked to take over: the visitor.').waitFor()
  await keyboard.press('z')
  await replyField(page).waitFor()
}

async function putOffAndClose(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('f')
  await pressButton(page, page.getByRole('button', { name: /^In an hour/ }))
  await page.getByText('Conversation with the visitor put off; it comes back to you.').waitFor()
  await keyboard.press('z')
  await hasFocus(replyField(page))
  await keyboard.press('Escape')
  await keyboard.press('e')
  await page.getByText('Conversation with the visitor closed.').waitFor()
  await keyboard.press('z')
  await replyField(page).waitFor()
}

async function searchAndBlock(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('/')
  await hasFocus(page.getByRole('searchbox', { name: 'Search conversations' }))
  await keyboard.type('kiln')
  await page.locator('.lists mark').first().waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await page.getByRole('article').waitFor()
  await doByName(page, 'block', 'Block… The visitor')
  await pressButton(page, page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }))
  await page.getByText(/^Blocked until/).waitFor()
  await doByName(page, 'unblock', 'Unblock The visitor')
  await page.getByText('The visitor can write again.').waitFor()
}

it('takes, answers, hands over, puts off, closes, searches and blocks without the mouse', async () => {
  const { page, troubles } = await browser.open()
  await signIn(page)
  const id = randomUUID()
  const late = { id, name: 'Late parcel', texts: { en: 'It is late.' } }
  await page.request.put(`${relay().url}/api/canned-replies/${id}`, { data: late })
  await page
    .getByText(/^Nobody waits/)
    .first()
    .waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByRole('button', { name: 'Mara On duty' }).waitFor()
  await joinAndGoOnDuty(page, (await browser.open()).page, relay().url, boris)
  const panel = await visitorAsks('Is the kiln open?')
  await page.getByRole('link', { name: /kiln open/ }).waitFor()
  await answer(page, panel)
  await noteAndHandOver(page)
  await putOffAndClose(page)
  await searchAndBlock(page)
  await doByName(page, 'sign out', 'Sign out')
  await page.getByLabel('E-mail').waitFor()
  expect(troubles).toEqual([])
}, 120_000)
