// An answer that comes while the visitor looks elsewhere is told by the page's title and one bell, unless they want neither.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply } from '../kit/thread.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

/** A bell is three tones. */
const counting = `<script>
  strikes = 0
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (...when) {
    strikes += 1
    return start.apply(this, when)
  }
</script>`
const bells = (page: Page) => page.evaluate<number>('strikes / 3')
/** While one sounds there is no other. */
const silence = (page: Page) =>
  expect.poll(() => page.evaluate('navigator.locks.query().then(({ held }) => held)'), soon).toEqual([])
const soon = { timeout: 15_000 }

/** A browser without windows takes every tab to be in front; so the page is told what it would be told of another tab. */
const look = (page: Page, isHere: boolean) =>
  page.evaluate((isInFront) => {
    document.hasFocus = () => isInFront
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: isInFront ? 'visible' : 'hidden' })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, isHere)

it('counts in the title and rings once, and does neither once it is switched off', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const { page, troubles } = await browser.open()
  await page.goto(host().serve('/', shopPage(relay().url, { head: counting })))
  const panel = await openPanel(page)
  await askForAPerson(panel, 'Is the kiln open?')
  await panel.getByText('You are next.').first().waitFor()
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  await expect.poll(() => bells(page), soon).toBe(1)
  await silence(page)

  await look(page, false)
  await reply(operator.page, 'It is.')
  await expect.poll(() => page.title(), soon).toBe('(1) Shop')
  await reply(operator.page, 'Until six.')
  await expect.poll(() => page.title(), soon).toBe('(2) Shop')
  await expect.poll(() => bells(page), soon).toBe(2)
  await silence(page)

  await look(page, true)
  await expect.poll(() => page.title(), soon).toBe('Shop')
  await panel.getByRole('button', { name: 'More' }).click()
  await panel.getByRole('menuitemcheckbox', { name: 'Alert me to new messages' }).click()
  await look(page, false)
  await reply(operator.page, 'On Sundays too.')
  await panel.getByText('On Sundays too.').waitFor()
  expect(await page.title()).toBe('Shop')
  expect(await bells(page)).toBe(2)
  expect(troubles).toEqual([])
})
