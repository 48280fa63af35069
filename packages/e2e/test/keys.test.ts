// Every key that the list of keys names does what it says there.
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { setDuty, signInToInbox } from '../kit/inbox.ts'
import { hasFocus } from '../kit/keyboard.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { changeSettings } from '../kit/settings.ts'
import { pageOfInes } from '../kit/signed-in.ts'
import { thread } from '../kit/thread.ts'
import { askForAPerson, leaveAQuestion, openPanel, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

type Checks = Readonly<Record<string, () => Promise<unknown>>>
interface Around {
  page: Page
  /** What Mara's own visitor sees. */
  panel: Locator
}

const replyField = (page: Page) => page.getByRole('textbox', { name: /^Reply to/ })

/** Ines has left a question and asks another, which is Mara's; somebody else waits. */
async function desk(page: Page): Promise<Around> {
  await signInToInbox(page, relay().url, mara)
  await changeSettings(relay().url, mara, { labels: ['Kiln'] })
  const id = randomUUID()
  const canned = { id, name: 'Late parcel', texts: { en: 'From {one} to {two}.' } }
  await page.request.put(`${relay().url}/api/canned-replies/${id}`, { data: canned })
  const shop = host().serve('/', shopPage(relay().url))
  const own = host().serve('/own', await pageOfInes(page, relay().url))
  const [phone, laptop, other] = [await browser.open(), await browser.open(), await browser.open()]
  await phone.page.goto(shop)
  const left = await openPanel(phone.page)
  await leaveAQuestion(left, 'Is the cobalt bowl back?')
  await page.getByRole('button', { name: /^Questions 1/ }).waitFor()
  await setDuty(page, true)
  await laptop.page.goto(shop)
  await askForAPerson(await openPanel(laptop.page), 'How long is delivery?')
  await page.getByRole('link', { name: /How long is delivery/ }).click()
  await page.getByRole('article').getByRole('button', { name: 'Take it' }).click()
  for (const one of [phone, laptop]) await one.page.goto(own)
  const panel = await openPanel(laptop.page)
  await openPanel(phone.page)
  await page.getByRole('button', { name: 'Bring a question in here' }).waitFor()
  await other.page.goto(shop)
  await askForAPerson(await openPanel(other.page), 'Is the kiln open?')
  await page.getByRole('link', { name: /Is the kiln open/ }).waitFor()
  return { page, panel }
}

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const at = (page: Page, text: RegExp) => thread(page).getByText(text).first().waitFor()
const leaveField = async (page: Page) => {
  await press(page, 'Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('TEXTAREA')
}
/** It opens what is called so, and Escape closes that. */
const opens = (page: Page, key: string, name: string | RegExp) => async () => {
  await press(page, key)
  const opened = page.getByRole('dialog', { name })
  await opened.waitFor()
  await press(page, 'Escape')
  await opened.waitFor({ state: 'detached' })
}
const leadsTo = (page: Page, key: string, list: string) => async () => {
  await press(page, key)
  await page.locator(`[data-list="${list}"] :focus`).waitFor()
}
const goesTo = (page: Page, key: string, hash: string) => async () => {
  await press(page, 'g', key)
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(hash)
}

function ofLists({ page, panel }: Around): Checks {
  return {
    'J: Next conversation': async () => {
      await page.goto(`${relay().url}/inbox/#conversations`)
      await page.getByRole('article').waitFor({ state: 'detached' })
      await press(page, 'j')
      await at(page, /Is the kiln open/)
      await press(page, 'j')
      await at(page, /How long is delivery/)
    },
    'K: Previous': async () => {
      await press(page, 'k')
      await at(page, /Is the kiln open/)
    },
    'N: Open what is new for you, or take the next': async () => {
      await press(page, 'n')
      await hasFocus(replyField(page))
      await leaveField(page)
    },
    '/: Search conversations': async () => {
      await press(page, '/')
      await hasFocus(page.getByRole('searchbox', { name: 'Search conversations' }))
      await press(page, 'ArrowDown')
    },
    '1: Waiting': leadsTo(page, '1', 'waiting'),
    '2: Mine': leadsTo(page, '2', 'mine'),
    '3: Questions': leadsTo(page, '3', 'questions'),
    '4: Team': leadsTo(page, '4', 'team'),
    '5: Closed': leadsTo(page, '5', 'closed'),
    'U: Next unread': async () => {
      await write(panel, 'Still there?')
      await page.getByRole('link', { name: /Still there/ }).waitFor()
      await press(page, 'u')
      await at(page, /Still there/)
    },
  }
}

function ofConversation({ page }: Around): Checks {
  return {
    'R: Write a reply': async () => {
      await press(page, 'r')
      await hasFocus(replyField(page))
      await leaveField(page)
    },
    'M: Write a note': async () => {
      await press(page, 'm')
      await hasFocus(page.getByRole('textbox', { name: 'Note for your team' }))
      await press(page, 'Escape')
      await hasFocus(replyField(page))
      await leaveField(page)
    },
    'T: Transfer': opens(page, 't', /^Transfer/),
    'I: Ask a colleague to join': opens(page, 'i', 'Ask a colleague to join'),
    'B: Bring a question in here': opens(page, 'b', 'Bring a question in here'),
    'F: Put off until later': opens(page, 'f', 'Put off until'),
    'L: Label, or close with a reason': opens(page, 'l', 'What was it about?'),
    'C: Visitor’s card': async () => {
      const card = page.getByRole('complementary', { name: 'About Ines' })
      await page.setViewportSize({ width: 390, height: 844 })
      await card.waitFor({ state: 'hidden' })
      await press(page, 'c')
      await card.waitFor()
      await press(page, 'c')
      await card.waitFor({ state: 'hidden' })
      await page.setViewportSize({ width: 1280, height: 800 })
    },
    'E: Close': async () => {
      await press(page, 'e')
      await page.getByText('Conversation with Ines closed.').waitFor()
    },
    'Z: Undo': async () => {
      await press(page, 'z')
      await replyField(page).waitFor()
    },
  }
}

function ofWriting({ page, panel }: Around): Checks {
  const selected = () =>
    replyField(page).evaluate(({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
      value.slice(selectionStart, selectionEnd),
    )
  return {
    '↵: Send': async () => {
      await press(page, 'r')
      await hasFocus(replyField(page))
      await page.keyboard.type('Two days')
      await press(page, 'Enter')
      await panel.getByText('Two days').waitFor()
    },
    '⇧ ↵: New line': async () => {
      await page.keyboard.type('One')
      await press(page, 'Shift+Enter')
      await page.keyboard.type('Two')
      expect(await replyField(page).inputValue()).toBe('One\nTwo')
      await replyField(page).fill('')
    },
    'Ctrl J: Insert an answer': opens(page, 'Control+j', 'Insert an answer'),
    '/: Insert a canned reply': async () => {
      await hasFocus(replyField(page))
      await press(page, '/')
      await page.getByRole('option', { name: /Late parcel/ }).waitFor()
      await press(page, 'Enter')
      await hasFocus(replyField(page))
    },
    'Tab: Next gap of a canned reply': async () => {
      await expect.poll(selected).toBe('{one}')
      await press(page, 'Tab')
      expect(await selected()).toBe('{two}')
    },
    'Esc: Back to the lists, draft kept': async () => {
      await press(page, 'Escape')
      await page.locator('.lists :focus').waitFor()
      expect(await replyField(page).inputValue()).toBe('From {one} to {two}.')
    },
  }
}

function ofPlaces({ page }: Around): Checks {
  return {
    'G E: Entries': goesTo(page, 'e', '#entries'),
    'G W: Waits': goesTo(page, 'w', '#waits'),
    'G S: Settings': goesTo(page, 's', '#settings'),
    'G C: Conversations': goesTo(page, 'c', '#conversations'),
    'Ctrl K: Search or do anything': opens(page, 'Control+k', 'Search or do anything'),
    'G A: Go away or on duty': async () => {
      await press(page, 'g', 'a')
      await page.getByRole('button', { name: /^Mara Away/ }).waitFor()
      await press(page, 'g', 'a')
      await page.getByRole('button', { name: /^Mara On duty/ }).waitFor()
    },
    '?: These keys': opens(page, '?', 'Everything by keyboard'),
  }
}

/** What stands in the list of keys, row by row. */
async function listed(page: Page): Promise<string[]> {
  await press(page, '?')
  const rows = page.getByRole('dialog', { name: 'Everything by keyboard' }).locator('dl > div')
  await rows.first().waitFor()
  return rows.evaluateAll((all) =>
    all.map((row) => {
      const keys = [...row.querySelectorAll('kbd')].map(({ textContent }) => textContent).join(' ')
      return `${keys}: ${row.querySelector('dd')?.textContent}`
    }),
  )
}

it('does what it says, each of them', async () => {
  const { page, troubles } = await browser.open()
  const around = await desk(page)
  const checks: Checks = { ...ofLists(around), ...ofConversation(around), ...ofWriting(around), ...ofPlaces(around) }
  for (const [key, check] of Object.entries(checks)) {
    await check().catch((cause: unknown) => {
      throw new Error(`${key} does something else`, { cause })
    })
  }
  expect((await listed(page)).toSorted()).toEqual(Object.keys(checks).toSorted())
  expect(troubles).toEqual([])
}, 180_000)
