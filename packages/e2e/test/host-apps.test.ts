// Pages that change under the widget: apps with a history of their own, bodies that are swapped, pages come back to.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply, thread } from '../kit/thread.ts'
import { launcherOn, openHome, tryOut, visitsTo } from '../kit/visits.ts'
import { askForAPerson, openPanel, search, widgetOn } from '../kit/widget.ts'

const browser = useBrowser({ isGoingBackLive: true })
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

const shop = (options: Parameters<typeof shopPage>[1] = {}) => shopPage(relay().url, options)
const visit = visitsTo(host, browser)

it('stays, with what was typed, while an app moves through its history and replaces its body', async () => {
  const { page, troubles } = await visit(shop())
  const panel = await openHome(page)
  await search(panel, 'broken plate')
  await page.evaluate(() => history.pushState({ of: 'the app' }, '', '/returns'))
  // As Turbo does it: the next page's body, whose scripts are made anew so that they run.
  await page.evaluate(() => {
    const body = document.createElement('body')
    const script = document.createElement('script')
    script.src = document.querySelector('script')?.src ?? ''
    body.append('Returns', script)
    document.documentElement.replaceChild(body, document.body)
    return new Promise((resolve) => script.addEventListener('load', resolve))
  })
  expect(await panel.getByRole('combobox').inputValue()).toBe('broken plate')
  await panel.getByRole('option').first().waitFor()
  expect(await widgetOn(page).count()).toBe(1)
  await page.goBack()
  expect(await panel.isVisible()).toBe(true)
  expect(await page.evaluate(() => history.state)).toBeNull()
  expect(troubles).toEqual([])
})

/** The questions under "On this page". */
const ofThisPage = (page: Page) =>
  widgetOn(page).locator('section', { hasText: 'On this page' }).getByRole('button').allTextContents()

it('shows the entries of the page an app has gone to, by its address or by its tag', async () => {
  const { entries } = await (await fetch(`${relay().url}/api/entries?locale=en`)).json()
  const of = (category: string): string[] =>
    entries
      .flatMap((entry: Record<string, string>) => (entry.category === category ? [entry.question] : []))
      .slice(0, 3)
  const { page } = await visit(shop())
  const panel = await openHome(page)
  expect(await ofThisPage(page)).toEqual([])
  const goTo = async (act: () => void, category: string) => {
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    await page.evaluate(act)
    await launcherOn(page).click()
    await expect.poll(() => ofThisPage(page)).toEqual(of(category))
  }
  await goTo(() => history.pushState({}, '', '/help/Returns'), 'returns')
  await goTo(() => document.scripts[0]?.setAttribute('data-topic', 'delivery'), 'delivery')
  const swapBody = () => {
    const body = document.createElement('body')
    const tag = document.createElement('script')
    tag.dataset.topic = 'payment'
    tag.src = document.scripts[0]?.src ?? ''
    body.append(tag)
    document.body.replaceWith(body)
  }
  await goTo(swapBody, 'payment')
  // Behind the open panel, too: at once with the address, with the tag alone when the visitor turns to the panel.
  await page.evaluate(() => {
    delete document.scripts[0]?.dataset.topic
    history.pushState({}, '', '/returns')
  })
  await expect.poll(() => ofThisPage(page)).toEqual(of('returns'))
  await page.evaluate(() => history.pushState({}, '', '/app'))
  await page.evaluate(() => Object.assign(location, { hash: '#/payment' }))
  await expect.poll(() => ofThisPage(page)).toEqual(of('payment'))
  await page.evaluate(() => document.scripts[0]?.setAttribute('data-topic', 'delivery'))
  await page.mouse.move(5, 5)
  await panel.getByRole('combobox').hover()
  await expect.poll(() => ofThisPage(page)).toEqual(of('delivery'))
})

/** A page that was left and come back to, not one that was loaded anew. */
const isAsItWas = (page: Page) => page.evaluate(() => 'isAsItWas' in globalThis)

it('is there again when the visitor comes back to the page, as it was left where the page was', async () => {
  const { page, troubles } = await visit(shop())
  const panel = await openHome(page)
  await search(panel, 'delivery')
  await panel.getByRole('option').first().waitFor()
  await page.evaluate(() => Object.assign(globalThis, { isAsItWas: true }))
  await page.goto(host().serve('/next', '<!doctype html><title>Next</title><link rel="icon" href="data:,">'))
  await page.goBack({ waitUntil: 'commit' })
  // Not every browser that runs these tests keeps pages it has left.
  if (await isAsItWas(page)) {
    expect(await panel.getByRole('combobox').inputValue()).toBe('delivery')
    await panel.getByRole('button', { name: 'Close' }).click()
    await panel.waitFor({ state: 'hidden' })
  } else await tryOut(page)
  expect(troubles).toEqual([])
})

it('goes on with a conversation on the page somebody comes back to, with what was said meanwhile, once', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const { page, troubles } = await visit(shop())
  const panel = await openPanel(page)
  await askForAPerson(panel, 'Is the blue one back?')
  await operator.page.getByText('Is the blue one back?').first().waitFor()
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  await panel.getByRole('textbox').fill('And the green')
  await page.evaluate(() => Object.assign(globalThis, { isAsItWas: true }))
  await page.goto(host().serve('/next', '<!doctype html><title>Next</title><link rel="icon" href="data:,">'))
  await reply(operator.page, 'On Monday.')
  await page.goBack({ waitUntil: 'commit' })
  // Not every browser that runs these tests keeps pages it has left.
  if (!(await isAsItWas(page))) await openPanel(page, /Mara|Help/)
  await panel.getByText('On Monday.').waitFor()
  expect(await panel.getByRole('textbox').inputValue()).toBe('And the green')
  await panel.getByRole('textbox').press('Enter')
  await thread(operator.page).getByText('And the green').waitFor()
  expect(await panel.getByText('On Monday.').count()).toBe(1)
  expect(await panel.getByText('Connection lost').count()).toBe(0)
  expect(troubles).toEqual([])
})
