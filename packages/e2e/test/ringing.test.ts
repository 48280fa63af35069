// Nobody who waits is missed because an operator has not clicked yet: the bell rings from the sign-in on, or the inbox says it can't.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty, signInToInbox } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

/** What was struck while the browser really played. */
const countStrikes = () => {
  Object.assign(globalThis, { strikes: 0 })
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (...when) {
    if (this.context.state === 'running') Object.assign(globalThis, { strikes: strikes + 1 })
    return start.apply(this, when)
  }
}
declare const strikes: number
const struck = (page: Page) => page.evaluate(() => strikes)

/** As a browser that plays nothing before a click, whatever this one has heard played before. */
const blockSounds = () => {
  const resume = AudioContext.prototype.resume
  const isBlocked = () => !navigator.userActivation.hasBeenActive
  AudioContext.prototype.resume = function () {
    return isBlocked() ? new Promise(() => undefined) : resume.call(this)
  }
  globalThis.AudioContext = class extends AudioContext {
    constructor() {
      super()
      const block = () => isBlocked() && void this.suspend()
      block()
      // One that was about to begin does so all the same, and tells of it late on a busy machine.
      this.addEventListener('statechange', block)
      addEventListener('click', () => setTimeout(() => this.dispatchEvent(new Event('statechange'))))
    }
    override get state() {
      return isBlocked() ? 'suspended' : super.state
    }
  }
}

async function visitorAsks(text: string) {
  const { page } = await browser.open()
  await page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(page)
  await askForAPerson(panel, text)
  return panel
}

it('rings from the sign-in on, before any other click', async () => {
  await onDuty((await browser.open()).page, relay().url, mara)
  const { page, troubles } = await browser.open()
  await page.addInitScript(countStrikes)
  await signInToInbox(page, relay().url, mara)
  await visitorAsks('Is the kiln open?')
  await expect.poll(() => struck(page)).toBe(4)
  expect(troubles).toEqual([])
})

it('says that it is silent until there is a click or a key', async () => {
  const { page, openTab } = await browser.open()
  await onDuty(page, relay().url, mara)
  const tab = await openTab()
  await tab.addInitScript(countStrikes)
  await tab.addInitScript(blockSounds)
  await tab.goto(`${relay().url}/inbox/`)
  const button = tab.getByRole('button', { name: 'Turn sounds on' })
  await button.click()
  await button.waitFor({ state: 'detached' })
  await visitorAsks('And on Sundays?')
  await expect.poll(() => struck(tab)).toBe(4)
})

it('rings for a question that is left, and counts it until it is opened', async () => {
  const { page } = await browser.open()
  await page.addInitScript(countStrikes)
  await onDuty(page, relay().url, mara)
  const before = Number(/^\((\d+)\)/.exec(await page.title())?.[1] ?? 0)
  const panel = await visitorAsks('Do you glaze in blue?')
  await expect.poll(() => struck(page)).toBe(4)
  await panel.getByRole('button', { name: 'Leave it as a question instead' }).click()
  await expect.poll(() => struck(page)).toBe(8)
  expect(await page.title()).toContain(`(${before + 1})`)
  await page.keyboard.press('4')
  await page.getByRole('link', { name: /Do you glaze in blue/ }).click()
  await expect.poll(() => page.title()).not.toContain(`(${before + 1})`)
})
