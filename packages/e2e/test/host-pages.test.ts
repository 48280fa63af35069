// What host pages do to whatever stands on them, and what the widget makes of it. One relay, one browser, a page a case.
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser, type Visit } from '../kit/browser.ts'
import { type HostPage, shopPage, useHost } from '../kit/host-page.ts'
import { faceOf, hostileStyles } from '../kit/hostile-styles.ts'
import { ownedByMara, useRelay } from '../kit/relay.ts'
import { openPanel, search, widgetOn } from '../kit/widget.ts'

const browser = useBrowser({ isGoingBackLive: true })
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

const shop = (options: Parameters<typeof shopPage>[1] = {}) => shopPage(relay().url, options)
const snippet = () => `<script async src="${relay().url}/widget.js"></script>`

async function visit(html: HostPage | string, who: Visit = {}) {
  const visitor = await browser.open(who)
  await visitor.page.goto(host().serve('/shop', html))
  await launcherOn(visitor.page).waitFor()
  return visitor
}

const launcherOn = (page: Page): Locator => widgetOn(page).locator('.launcher')

/** Opens the panel and waits for the answers. */
async function openHome(page: Page): Promise<Locator> {
  const panel = await openPanel(page, /./)
  await panel.locator('.entry-list').first().waitFor()
  return panel
}

/** The page with its panel open and nothing in it that still comes. */
async function openOn(html: string): Promise<Page> {
  const { page, troubles } = await visit(html)
  const panel = await openHome(page)
  await panel.locator('.person-bar').waitFor()
  // A click waits until what is clicked stands still; where nothing can be clicked.
  await panel.getByRole('heading').first().click()
  expect(troubles).toEqual([])
  return page
}

it('looks the same on a page whose styles are hostile', async () => {
  const plain = await faceOf(await openOn(shop()))
  expect(plain.length).toBeGreaterThan(40)
  for (const [name, css] of Object.entries(hostileStyles)) {
    const face = await faceOf(await openOn(shop({ head: `<style>${css}</style>` })))
    expect({ name, face }).toEqual({ name, face: plain })
  }
})

it.each([
  ['left to right on a page from right to left', '<html lang="ar" dir="rtl"', 'data-locale="en"', 'ltr'],
  ['from right to left on a page left to right', '<html lang="en" dir="ltr"', 'data-locale="ar"', 'rtl'],
])('reads %s', async (_, html, attributes, direction) => {
  const { page, troubles } = await visit(shop({ attributes }).replace('<html lang="en"', html))
  const panel = await openHome(page)
  expect(await panel.evaluate((element) => getComputedStyle(element).direction)).toBe(direction)
  const isAtEnd = (box: { x: number } | null) => (direction === 'ltr' ? (box?.x ?? 0) > 640 : (box?.x ?? 999) < 640)
  expect(isAtEnd(await launcherOn(page).boundingBox())).toBe(true)
  expect(isAtEnd(await panel.boundingBox())).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(troubles).toEqual([])
})

it('runs under a policy of nonces, where what was trusted may load more', async () => {
  const policy = `default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic'; connect-src ${relay().url}; img-src data:`
  const html = shop({ attributes: 'nonce="r4nd0m"' })
  const { page, troubles } = await visit({ html, headers: { 'content-security-policy': policy } })
  const panel = await openHome(page)
  await search(panel, 'delivery')
  await panel.getByRole('option').first().waitFor()
  expect(troubles).toEqual([])
})

it('can be reached again after the page has shown a modal dialog', async () => {
  const body = '<dialog><form method="dialog"><button>Close the size chart</button></form></dialog>'
  const { page, troubles } = await visit(shop({ body }))
  const panel = await openHome(page)
  await page.evaluate(() => document.querySelector('dialog')?.showModal())
  await page.getByRole('button', { name: 'Close the size chart' }).click()
  await search(panel, 'delivery')
  await panel.getByRole('option').first().click()
  await panel.getByText('Did this help?').waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  expect(troubles).toEqual([])
})

it('lets no key typed in it reach the hotkeys of the page', async () => {
  const head = `<script>
    pressed = []
    for (const type of ['keydown', 'keypress', 'keyup']) {
      window.addEventListener(type, ({ key }) => pressed.push(type + ' ' + key))
      document.addEventListener(type, (event) => { if (event.key === 's') event.preventDefault() })
    }
  </script>`
  const { page } = await visit(shop({ head }))
  const panel = await openHome(page)
  await page.keyboard.type('send it back')
  await panel.getByRole('option').first().waitFor()
  expect(await panel.getByRole('combobox').inputValue()).toBe('send it back')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  expect(await page.evaluate('pressed')).toEqual([])
  // On the page itself they are still its own.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('x')
  expect(await page.evaluate('pressed')).toEqual(['keydown x', 'keypress x', 'keyup x'])
})

/** Presses the launcher, however the page has it, and finds the answers. */
async function works(page: Page): Promise<void> {
  const panel = await openHome(page)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  expect(await widgetOn(page).count()).toBe(1)
}

const address = () => `${relay().url}/widget.js`
const placements = {
  'in the head, holding the page up': () => shop({ head: `<script src="${address()}"></script>` }),
  'in the head, deferred': () => shop({ head: `<script defer src="${address()}"></script>` }),
  'by a tag manager': () => {
    const script = `const tag = document.createElement('script'); tag.async = true; tag.src = '${address()}'`
    return shop({ head: `<script>${script}; document.querySelector('script').before(tag)</script>` })
  },
  'long after the page': () => {
    const script = `const tag = document.createElement('script'); tag.src = '${address()}'; document.body.append(tag)`
    return shop({ body: `<script>addEventListener('load', () => setTimeout(() => { ${script} }, 300))</script>` })
  },
}

it.each(Object.entries(placements))('comes with its tag %s', async (_, html) => {
  const { page, troubles } = await visit(html().replace(snippet(), ''))
  await works(page)
  expect(troubles).toEqual([])
})

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

it('is there again when the visitor comes back to the page, as it was left where the page was', async () => {
  const { page, troubles } = await visit(shop())
  const panel = await openHome(page)
  await search(panel, 'delivery')
  await panel.getByRole('option').first().waitFor()
  await page.evaluate(() => Object.assign(globalThis, { isAsItWas: true }))
  await page.goto(host().serve('/next', '<!doctype html><title>Next</title><link rel="icon" href="data:,">'))
  await page.goBack()
  // Not every browser that runs these tests keeps pages it has left.
  if (await page.evaluate(() => 'isAsItWas' in globalThis)) {
    expect(await panel.getByRole('combobox').inputValue()).toBe('delivery')
    await page.keyboard.press('Escape')
  }
  await works(page)
  expect(troubles).toEqual([])
})

it('is not printed', async () => {
  const { page } = await visit(shop())
  const panel = await openHome(page)
  await page.emulateMedia({ media: 'print' })
  expect(await launcherOn(page).isVisible()).toBe(false)
  expect(await panel.isVisible()).toBe(false)
})

it('moves nothing where the visitor wants less motion', async () => {
  const { page } = await visit(shop(), { reducedMotion: true })
  await openHome(page)
  const moving = await page.evaluate(() => {
    const root = document.querySelector('deskbell-widget')?.shadowRoot
    const seconds = (times: string) => Math.max(...times.split(',').map(Number.parseFloat))
    return [...(root?.querySelectorAll('.deskbell, .deskbell *') ?? [])]
      .map((element) => ({ name: `${element.localName}.${element.classList}`, style: getComputedStyle(element) }))
      .filter(({ style }) => Math.max(seconds(style.transitionDuration), seconds(style.animationDuration)) > 0.01)
      .map(({ name }) => name)
  })
  expect(moving).toEqual([])
})

/** The lightness (0 to 255) of what an element is painted with. */
const backgroundOf = (part: Locator) =>
  part.evaluate((element) => {
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(element)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? []
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  })

it('is dark where the system is, whatever scheme the page has', async () => {
  const head = '<style>:root { color-scheme: only light }</style>'
  const dark = await visit(shop({ head }), { colourScheme: 'dark' })
  expect(await backgroundOf(await openHome(dark.page))).toBeLessThan(64)
  const light = await visit(shop({ head: '<style>:root { color-scheme: only dark }</style>' }))
  expect(await backgroundOf(await openHome(light.page))).toBeGreaterThan(192)
})

it('has edges and a mark that are seen in forced colours', async () => {
  const { page } = await visit(shop(), { forcedColours: true })
  const launcher = launcherOn(page)
  const look = await launcher.evaluate((element) => {
    const { borderStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element)
    const mark = element.querySelector('svg')
    return { borderStyle, borderTopWidth, borderTopColor, backgroundColor, mark: mark && getComputedStyle(mark).fill }
  })
  expect(look).toMatchObject({ borderStyle: 'solid', borderTopWidth: '1px' })
  expect(look.borderTopColor).not.toBe(look.backgroundColor)
  expect(look.mark).not.toBe(look.backgroundColor)
  const panel = await openHome(page)
  const edge = await panel.evaluate((element) => {
    const { borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(element)
    return { borderTopStyle, isSeen: borderTopColor !== backgroundColor }
  })
  expect(edge).toEqual({ borderTopStyle: 'solid', isSeen: true })
})
