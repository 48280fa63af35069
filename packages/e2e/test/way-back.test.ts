// On a phone the way back closes the panel; the router of the page behind it is not told.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { ownedByMara, useRelay } from '../kit/relay.ts'
import { launcherOn } from '../kit/visits.ts'
import { askToClose, leaveAQuestion, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

/** A router as apps have one: what it is told of, and what it keeps of the place it is at. */
const router = `
  if (!history.state) history.replaceState({ place: 0 }, '')
  told = []
  route = () => addEventListener('popstate', ({ state }) => told.push(location.pathname + ' ' + state.place))
`

interface Phone {
  /** As in every browser but Chrome, nobody is asked whether something is to be closed. */
  readonly asksNobody?: boolean
}

async function onPhone({ asksNobody = true }: Phone = {}) {
  const { page } = await browser.open({ phone: true })
  const head = `<script>${asksNobody ? 'delete window.CloseWatcher' : ''};${router}</script>`
  await page.goto(host().serve('/', shopPage(relay().url, { head })))
  const panel = await openPanel(page)
  // What listens later comes later here, as all of the page's does in browsers where capturing counts at the window.
  await page.evaluate('route()')
  return { page, panel }
}

const told = (page: Page) => page.evaluate('told')
const state = (page: Page) => page.evaluate(() => history.state)
const isMarked = async (page: Page) => 'deskbell' in (await state(page))
const deskbell = (page: Page, ...calls: string[][]) =>
  page.evaluate((given) => {
    for (const call of given) (window as unknown as { Deskbell(...call: string[]): void }).Deskbell(...call)
  }, calls)

it('closes the panel and stays on the page, without a word to its router', async () => {
  const { page, panel } = await onPhone()
  await page.goBack()
  await panel.waitFor({ state: 'hidden' })
  expect(page.url()).toBe(`${host().url}/`)
  await openPanel(page)
  expect(await isMarked(page)).toBe(true)
  await panel.getByRole('button', { name: 'Close' }).tap()
  await panel.waitFor({ state: 'hidden' })
  await expect.poll(() => state(page)).toEqual({ place: 0 })
  expect(await told(page)).toEqual([])
})

it('closes the panel over a page that has gone on, too, and takes no second press then', async () => {
  const { page, panel } = await onPhone()
  await page.evaluate(() => history.pushState({ place: 1 }, '', '/plates'))
  await page.goBack()
  await panel.waitFor({ state: 'hidden' })
  await expect.poll(() => state(page)).toEqual({ place: 0 })
  expect(await told(page)).toEqual(['/ 0'])
})

it('takes no step where the browser asks before it goes back', async () => {
  const { page, panel } = await onPhone({ asksNobody: false })
  expect(await state(page)).toEqual({ place: 0 })
  await askToClose(page)
  await panel.waitFor({ state: 'hidden' })
  await openPanel(page)
  await panel.getByRole('button', { name: 'Close' }).tap()
  await panel.waitFor({ state: 'hidden' })
  await openPanel(page)
  await askToClose(page)
  await panel.waitFor({ state: 'hidden' })
  expect(await told(page)).toEqual([])
})

it('is left alone where the router copies its mark', async () => {
  const { page, panel } = await onPhone()
  await page.evaluate(() => history.pushState({ ...history.state, place: 1 }, '', '/plates'))
  await panel.getByRole('button', { name: 'Close' }).tap()
  await panel.waitFor({ state: 'hidden' })
  // A step back would be taken a moment later.
  await page.evaluate(() => new Promise((later) => requestIdleCallback(later)))
  expect(page.url()).toBe(`${host().url}/plates`)
})

it('takes one press after a reload, where the panel is opened again', async () => {
  const { page, panel } = await onPhone()
  await page.reload()
  const steps = await page.evaluate(() => history.length)
  await openPanel(page)
  await panel.waitFor()
  expect(await page.evaluate(() => history.length)).toBe(steps)
  await page.goBack()
  await panel.waitFor({ state: 'hidden' })
  expect(await state(page)).toEqual({ place: 0 })
})

it('takes no press after a reload with a question under way', async () => {
  const { page, panel } = await onPhone()
  await leaveAQuestion(panel, 'Is the kiln open?')
  await panel.getByText('Is the kiln open?').first().waitFor()
  expect(await isMarked(page)).toBe(true)
  await page.reload()
  await launcherOn(page).waitFor()
  await expect.poll(() => state(page)).toEqual({ place: 0 })
})

it('closes what was closed and opened in one go', async () => {
  const { page, panel } = await onPhone()
  await deskbell(page, ['close'], ['open'])
  await expect.poll(() => isMarked(page)).toBe(true)
  expect(await panel.isVisible()).toBe(true)
  await page.goBack()
  await panel.waitFor({ state: 'hidden' })
  expect(await told(page)).toEqual([])
})

it('closes the panel in another language with the same step', async () => {
  const { page, panel } = await onPhone()
  const steps = () => page.evaluate(() => history.length)
  const before = await steps()
  await deskbell(page, ['locale', 'de'])
  await panel.getByLabel('Antworten durchsuchen').waitFor()
  // A step back would be taken a moment later.
  await page.evaluate(() => new Promise((later) => requestIdleCallback(later)))
  expect(await panel.isVisible()).toBe(true)
  expect(await steps()).toBe(before)
  await page.goBack()
  await panel.waitFor({ state: 'hidden' })
  expect(page.url()).toBe(`${host().url}/`)
})
