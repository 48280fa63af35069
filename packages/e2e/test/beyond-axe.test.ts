import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser, type Visit } from '../kit/browser.ts'
import { contrastOf } from '../kit/contrast.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty, setDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { english, walkToTheLine } from '../kit/walk.ts'
import { openPanel, widgetOn } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

async function visitShop(visit: Visit = {}) {
  const visitor = await browser.open(visit)
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  await widgetOn(visitor.page).getByRole('button').waitFor()
  return visitor
}

/** Walks from the launcher into the conversation and looks at every state; somebody answers meanwhile. */
async function walk(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const panel = await walkToTheLine(page, english, look)
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: mara.name }).waitFor()
  await look('connected')
  await panel.getByRole('button', { name: 'More' }).click()
  await panel.getByRole('menu').waitFor()
  await look('menu')
  await panel.getByRole('menuitem').click()
  await panel.getByRole('button', { name: /^Ask something else/ }).waitFor()
  await look('ended')
  await setDuty(operator.page, false)
}

const hasFocus = (element: Locator) =>
  element.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)

it('names a field, takes the keyboard to it, and says beside it what is wrong', async () => {
  const { page } = await visitShop()
  const panel = await openPanel(page)
  await panel.getByRole('button', { name: /^Leave a question/ }).click()
  const question = panel.getByRole('textbox', { name: 'Your question' })
  await question.waitFor()
  await panel.getByRole('button', { name: 'Send the question' }).click()
  await expect.poll(() => hasFocus(question)).toBe(true)
  await question.fill('a'.repeat(5_000))
  await expect.poll(() => question.getAttribute('aria-invalid')).toBe('true')
  const described = (await question.getAttribute('aria-describedby')) ?? ''
  expect(await panel.locator(`[id="${described}"]`).textContent()).toMatch(/characters too many/)
})

it.each(['light', 'dark'] as const)('shows where fields, focus and launcher are, %s', async (colourScheme) => {
  const { page } = await visitShop({ colourScheme })
  expect(await contrastOf(widgetOn(page).locator('.launcher'))).toBeGreaterThan(3)
  const panel = await openPanel(page)
  const field = panel.getByRole('combobox')
  await expect.poll(() => hasFocus(field)).toBe(true)
  expect(await contrastOf(field, 'outlineColor')).toBeGreaterThan(3)
  expect(await contrastOf(field, 'borderTopColor')).toBeGreaterThan(3)
})

it('shows all of the panel in a low window', async () => {
  const { page } = await visitShop({ viewport: { width: 900, height: 360 } })
  const panel = await openPanel(page)
  await expect.poll(() => panel.boundingBox()).toMatchObject({ y: 8, height: 344 })
})

/** Everything that can be pressed and is smaller than 24 by 24 pixels; links in running text may be. */
const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('deskbell-widget')?.shadowRoot
    return [...(root?.querySelectorAll<HTMLElement>('button, input, textarea, summary, [role=option]') ?? [])]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => ({ name: element.ariaLabel ?? element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ name, box }) => `${name}: ${box.width} by ${box.height}`)
  })

it('has nothing to press that is under 24 pixels, in any state', async () => {
  const { page } = await visitShop()
  await walk(page, async (state) => {
    expect({ state, tooSmall: await tooSmall(page) }).toEqual({ state, tooSmall: [] })
  })
})

/** Whether what has the focus is marked: by an outline of its own or of what it lies in, or by an edge there. */
const isMarked = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement?.shadowRoot?.activeElement
    const around = [active, active?.closest('.composer'), active?.closest('.panel-body')]
    return around
      .filter((element) => element instanceof HTMLElement)
      .map((element) => getComputedStyle(element))
      .some(({ outlineStyle, outlineWidth, outlineColor, boxShadow }) => {
        const isSeen = outlineStyle !== 'none' && outlineColor !== 'rgba(0, 0, 0, 0)'
        return boxShadow.includes('inset') || (isSeen && Number.parseFloat(outlineWidth) >= 2)
      })
  })

/** Whether something else lies over the middle of what has the focus. */
const isCovered = (page: Page) =>
  page.evaluate(() => {
    const root = document.activeElement?.shadowRoot
    const { activeElement: active } = root ?? {}
    if (!root || !active) return true
    const { x, y, width, height } = active.getBoundingClientRect()
    const over = root.elementFromPoint(x + width / 2, y + height / 2)
    return !over || !(active.contains(over) || over.contains(active))
  })

const looks: readonly Visit[] = [{ colourScheme: 'light' }, { colourScheme: 'dark' }, { forcedColours: true }]
it.each(looks)('shows at every stop where the keyboard is: %o', async (look) => {
  const { page } = await visitShop(look)
  const stops = new Set<string>()
  await walk(page, async (state) => {
    if (state === 'launcher' || state === 'menu') return
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press('Tab')
      const name = await nameOfFocus(page)
      if (name === undefined) break
      stops.add(name)
      const seen = { isMarked: await isMarked(page), isCovered: await isCovered(page) }
      expect({ state, name, ...seen }).toEqual({ state, name, isMarked: true, isCovered: false })
    }
  })
  expect(stops.size).toBeGreaterThan(12)
})

/** What has the focus inside the widget; undefined where the page itself has it. */
const nameOfFocus = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement?.shadowRoot?.activeElement
    return active ? `${active.tagName} ${active.ariaLabel ?? active.textContent?.slice(0, 40)}` : undefined
  })

it('gives the focus back to where it came from: the row, the launcher', async () => {
  const { page } = await visitShop()
  const panel = await openPanel(page)
  const row = panel.locator('.entry-list button').nth(1)
  await row.focus()
  await page.keyboard.press('Enter')
  await panel.getByText('Did this help?').waitFor()
  await panel.getByRole('button', { name: 'Back' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => hasFocus(row)).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => hasFocus(widgetOn(page).locator('.launcher'))).toBe(true)
})

/** Begins to write down whatever a screen reader is told from now on; the list grows in the page. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    const root = document.querySelector('deskbell-widget')?.shadowRoot
    const live = '[role=status], [role=alert], [role=log], [aria-live]'
    if (!root) return
    new MutationObserver((changes) => {
      const regions = changes.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest(live),
      )
      for (const region of new Set(regions)) if (region?.textContent) said.push(region.textContent)
    }).observe(root, { subtree: true, childList: true, characterData: true })
  })
const said = (page: Page) => page.evaluate(() => (globalThis as unknown as { said: string[] }).said)

it('says how much was found only when that has changed, and nothing while nothing does', async () => {
  const { page } = await visitShop()
  const panel = await openPanel(page)
  await panel.getByRole('heading', { name: 'Answers' }).waitFor()
  await expect.poll(() => hasFocus(panel.getByRole('combobox'))).toBe(true)
  await listen(page)
  await page.keyboard.type('delivery', { delay: 100 })
  await panel.getByRole('option').first().waitFor()
  // Longer than the desk waits before it is asked again.
  await page.waitForTimeout(11_000)
  const found = await said(page)
  expect(found.at(-1)).toBe(await panel.locator('.results-count').textContent())
  expect(found.filter((words, index) => words === found[index - 1])).toEqual([])
  expect(found.length).toBeLessThanOrEqual('delivery'.length)
})
