import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser, type Visit } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty, setCapacity } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { thread } from '../kit/thread.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const environment = () => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url })
const calm = useRelay(environment)
// A relay of its own: one that has seen short conversations promises short waits.
const crowded = useRelay(environment)

interface Look {
  visit: Visit
  lang: string
}

/** Mara answers one at a time, and has one. */
async function busyOperator(relayUrl: string): Promise<Page> {
  const { page } = await browser.open()
  await onDuty(page, relayUrl, mara)
  await setCapacity(page, relayUrl, 1)
  await inLine(relayUrl, 'Is the shop open today?')
  await page.getByRole('link', { name: /Is the shop open/ }).waitFor()
  await page.keyboard.press('n')
  await thread(page).getByText('Is the shop open today?').waitFor()
  return page
}

async function visitShop(relayUrl: string, { visit = {}, lang = 'en' }: Partial<Look> = {}) {
  const visitor = await browser.open(visit)
  await visitor.page.goto(host().serve(`/${lang}`, shopPage(relayUrl, { lang })))
  return { ...visitor, panel: await openPanel(visitor.page, /./) }
}

async function inLine(relayUrl: string, text: string, visit: Visit = {}) {
  const visitor = await visitShop(relayUrl, { visit })
  await askForAPerson(visitor.panel, text)
  await visitor.panel.locator('.wait-notice').waitFor()
  return visitor
}

/** Whether the form comes first or not. */
async function joinInAnyCase(relayUrl: string): Promise<void> {
  const { panel } = await visitShop(relayUrl)
  await panel.getByRole('button', { name: /^Ask / }).click()
  const field = panel.getByRole('textbox', { name: /^Your (message|question)$/ })
  await field.fill('Do you have cups?')
  const anyway = panel.getByRole('button', { name: 'Wait in line anyway' })
  if (await anyway.isVisible()) await anyway.click()
  await panel.getByRole('button', { name: /^Send to / }).click()
  await panel.locator('.wait-notice').waitFor()
}

/** What the relay tells whoever would ask now, in seconds. */
async function wouldWait(relayUrl: string): Promise<number> {
  return (await (await fetch(`${relayUrl}/api/desk?locale=en`)).json()).next.likelySeconds
}

async function isClean(page: Page, state: string): Promise<void> {
  expect({ state, found: await violations(page) }).toEqual({ state, found: [] })
}

it('lets a visitor leave the line in one tap, and makes a question of it without typing anything again', async () => {
  const operator = await busyOperator(calm().url)
  const { page, panel, troubles } = await inLine(calm().url, 'My plate is broken')
  await panel.getByText('You are next.').first().waitFor()
  const inList = operator.getByRole('link', { name: /My plate is broken/ })
  await inList.waitFor()
  await panel.getByRole('button', { name: 'Leave the line' }).click()
  await panel.getByText('You have left the line.').waitFor()
  await isClean(page, 'left')
  await inList.waitFor({ state: 'detached' })
  await panel.getByRole('button', { name: /^Ask something else/ }).click()
  await panel.getByRole('textbox', { name: 'Your message' }).fill('Do you repair cups?')
  await panel.getByRole('button', { name: /^Send to / }).click()
  await panel.getByRole('button', { name: 'Leave it as a question instead' }).click()
  await panel.getByText('Your question is with us.').waitFor()
  await panel.getByRole('log').getByText('Do you repair cups?').waitFor()
  const reference = (await panel.getByText(/^HC-[0-9A-Z]{5}$/).textContent()) ?? ''
  await operator.keyboard.press('Escape')
  await operator.keyboard.press('4')
  await operator.getByRole('link', { name: /Do you repair cups/ }).click()
  await operator.getByText(reference).first().waitFor()
  expect(troubles).toEqual([])
})

const looks: readonly Look[] = [
  { visit: { colourScheme: 'light' }, lang: 'en' },
  { visit: { colourScheme: 'dark', viewport: { width: 390, height: 844 }, phone: true }, lang: 'en' },
  { visit: { colourScheme: 'light', locale: 'ar', viewport: { width: 390, height: 844 }, phone: true }, lang: 'ar' },
]

it('offers a question first where the line is beyond the limit, and staying in it second', async () => {
  const { url } = crowded()
  await busyOperator(url)
  // With some to spare, so that those who come and go here don't shorten it below the limit.
  while ((await wouldWait(url)) < 20 * 60) await joinInAnyCase(url)
  for (const look of looks) {
    const visitor = await visitShop(url, look)
    await joinsAnyway(visitor.page, visitor.panel)
    await visitor.page.reload()
    await turnsIntoAQuestion(visitor.page, await openPanel(visitor.page, /\d/))
    expect(visitor.troubles).toEqual([])
  }
}, 120_000)

/** The form, with the second way below it, which takes the words along. */
async function joinsAnyway(page: Page, panel: Locator): Promise<void> {
  await panel.locator('.person-bar').click()
  await panel.locator('.question-form textarea').fill('Where is order 20418?')
  await isClean(page, 'form first')
  const ways = panel.locator('.send-bar button')
  expect(await ways.count()).toBe(2)
  await ways.last().click()
  const field = panel.locator('.asking textarea')
  expect(await field.inputValue()).toBe('Where is order 20418?')
  await isClean(page, 'asking beyond the limit')
  await panel.locator('.send-bar button').click()
  await panel.locator('.wait-notice').waitFor()
  await panel.locator('.choices').waitFor()
  expect(await panel.locator('.later').count()).toBe(0)
  await isClean(page, 'staying')
}

/** Another page knows nothing of the decision: the question is offered first, in line too, and takes one tap. */
async function turnsIntoAQuestion(page: Page, panel: Locator): Promise<void> {
  const later = panel.locator('.later')
  await later.waitFor()
  await isClean(page, 'offered in line')
  await later.locator('button').first().click()
  await panel.locator('.registered').waitFor()
  await panel.getByRole('log').getByText('Where is order 20418?').waitFor()
}

it('tells who waits, and who comes, when somebody is back, in their own time zone', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, calm().url, mara)
  const visit = { timezone: 'Asia/Tokyo', colourScheme: 'dark' } as const
  const waiting = await inLine(calm().url, 'Is it glazed?', visit)
  const looking = await visitShop(calm().url, { visit })
  await looking.panel.getByRole('button', { name: /^Ask Mara/ }).waitFor()
  const backAt = await goAwayUntil(operator.page)
  const time = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', timeZone: 'Asia/Tokyo' }).format(
    backAt,
  )
  await waiting.panel.getByText('Nobody is here right now.').waitFor({ timeout: 2_000 })
  await waiting.panel.getByText(new RegExp(`We are back .*${time}, your time`)).waitFor({ timeout: 2_000 })
  await isClean(waiting.page, 'deserted')
  const leave = looking.panel.getByRole('button', { name: /^Leave a question/ })
  await leave.waitFor({ timeout: 15_000 })
  expect(await leave.textContent()).toMatch(new RegExp(`They are back .*${time}$`))
  await isClean(looking.page, 'home, nobody')
  await leave.click()
  await looking.panel.getByText(new RegExp(`We are back .*${time}, your time`)).waitFor()
  await isClean(looking.page, 'form, nobody')
  expect([...waiting.troubles, ...looking.troubles]).toEqual([])
})

/** In the duty menu: the last hour there is to choose, and away. Gives it in ms since 1970. */
async function goAwayUntil(operator: Page): Promise<number> {
  await operator.getByRole('button', { name: /on duty$/i }).click()
  const menu = operator.getByRole('dialog', { name: 'You' })
  const hours = menu.getByLabel('Back at')
  const last = await hours.locator('option').last().getAttribute('value')
  await hours.selectOption(last)
  await menu.getByRole('button', { name: 'Go away' }).click()
  return Number(last)
}
