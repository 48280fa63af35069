// Who does not want to be disturbed hears their own visitors only, as long as a colleague hears the others.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { joinAndGoOnDuty, onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { askForAPerson, openPanel, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))
const boris = { name: 'Boris', email: 'boris@holm.example', password: 'a different horse' }

/** What was struck. */
const countStrikes = () => {
  Object.assign(globalThis, { strikes: 0 })
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (...when) {
    Object.assign(globalThis, { strikes: strikes + 1 })
    return start.apply(this, when)
  }
}
declare const strikes: number
const struck = (page: Page) => page.evaluate(() => strikes)

async function asks(words: string) {
  const { page } = await browser.open()
  await page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(page)
  await askForAPerson(panel, words)
  return panel
}

it('keeps what is nobody’s from who wants quiet, and rings for their own', async () => {
  const own = await browser.open()
  await own.page.addInitScript(countStrikes)
  await onDuty(own.page, relay().url, mara)
  const colleague = await browser.open()
  await colleague.page.addInitScript(countStrikes)
  await joinAndGoOnDuty(own.page, colleague.page, relay().url, boris)

  await own.page.keyboard.press('Control+k')
  await own.page.getByRole('combobox', { name: 'Search or do anything' }).fill('disturb')
  await own.page.keyboard.press('Enter')
  await colleague.page.getByRole('img', { name: /^Mara, on duty.*do not disturb until/ }).waitFor()
  await own.page.getByRole('button', { name: /Do not disturb until/ }).click()
  await own.page.getByLabel('Do not disturb').waitFor()
  expect(await violations(own.page)).toEqual([])
  await own.page.keyboard.press('Escape')

  const panel = await asks('Is the kiln open?')
  await expect.poll(() => struck(colleague.page)).toBe(4)
  await own.page.getByRole('link', { name: /Is the kiln open/ }).click()
  expect(await struck(own.page)).toBe(0)
  await own.page.getByRole('article').getByRole('button', { name: 'Take it' }).click()
  await panel.getByRole('log').getByText('Mara has joined').waitFor()
  await write(panel, 'Hello?')
  await expect.poll(() => struck(own.page)).toBe(2)
  expect(await struck(colleague.page)).toBe(4)
  expect([...own.troubles, ...colleague.troubles]).toEqual([])
}, 60_000)
