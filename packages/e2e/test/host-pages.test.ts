// What host pages do to whatever stands on them, and what the widget makes of it. One relay, one browser, a page a case.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { faceOf, hostileStyles } from '../kit/hostile-styles.ts'
import { ownedByMara, useRelay } from '../kit/relay.ts'
import { launcherOn, openHome, tryOut, visitsTo } from '../kit/visits.ts'
import { search } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

const shop = (options: Parameters<typeof shopPage>[1] = {}) => shopPage(relay().url, options)
const snippet = () => `<script async src="${relay().url}/widget.js"></script>`

const visit = visitsTo(host, browser)

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

it('stays whole in the window of a page that is zoomed', async () => {
  for (const zoom of [0.5, 1.5]) {
    const { page } = await visit(shop({ head: `<style>html { zoom: ${zoom} }</style>` }))
    const panel = await openHome(page)
    await faceOf(page)
    for (const part of [panel, launcherOn(page)]) {
      const isInside = await part.evaluate((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect()
        return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight
      })
      expect({ zoom, isInside }).toEqual({ zoom, isInside: true })
    }
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
  // The focus comes a task after the view.
  await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  expect(troubles).toEqual([])
})

it('opens for a press that begins before its look has come and ends after', async () => {
  const { page } = await visit(shop())
  let goOn = (): void => {}
  const pressed = new Promise<void>((resolve) => (goOn = resolve))
  await page.route('**/*.css', (route) => pressed.then(() => route.continue()))
  const asked = page.waitForRequest('**/*.css')
  const { x, y, width, height } = (await launcherOn(page).boundingBox()) ?? expect.fail('no launcher')
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await asked
  goOn()
  await page.locator('deskbell-widget .panel-seat').waitFor({ state: 'attached' })
  await page.mouse.up()
  await page.locator('deskbell-widget').getByRole('dialog').waitFor()
})

it('holds the keyboard while one view gives way to another', async () => {
  const { page } = await visit(shop())
  const panel = await openHome(page)
  // Right behind the work that draws a view, before anything else can happen.
  await panel.evaluate((dialog) => {
    const held: boolean[] = []
    Object.assign(globalThis, { held })
    const look = () => held.push(document.activeElement?.localName === 'deskbell-widget')
    new MutationObserver(look).observe(dialog, { attributeFilter: ['data-view'] })
  })
  await panel.locator('.entry-list button').first().press('Enter')
  await panel.getByText('Did this help?').waitFor()
  await panel.getByRole('button', { name: 'Back' }).press('Enter')
  await panel.locator('.person-bar').press('Enter')
  await expect.poll(() => panel.getAttribute('data-view')).toBe('person')
  expect(await page.evaluate('held')).toEqual([true, true, true])
})

const address = () => `${relay().url}/widget.js`
const documented = join(import.meta.dirname, '../../../docs/embed-the-widget.md')
const placements = {
  'in the head, holding the page up': () => shop({ head: `<script src="${address()}"></script>` }),
  'in the head, deferred': () => shop({ head: `<script defer src="${address()}"></script>` }),
  'as a module': () => shop({ head: `<script type="module" src="${address()}"></script>` }),
  'by a tag manager, as documented': () => {
    const [, section = ''] = readFileSync(documented, 'utf8').split('### A tag manager')
    const [tag = '', calls = ''] = [...section.matchAll(/```html\n(.*?)```/gs)].map(([, lines]) => lines)
    return shop({ head: (calls + tag).replaceAll('https://help.shop.example', relay().url) })
  },
  'long after the page': () => {
    const script = `const tag = document.createElement('script'); tag.src = '${address()}'; document.body.append(tag)`
    return shop({ body: `<script>addEventListener('load', () => setTimeout(() => { ${script} }, 300))</script>` })
  },
}

it.each(Object.entries(placements))('comes with its tag %s', async (_, html) => {
  const { page, troubles } = await visit(html().replace(/<script async .*?<\/script>/, ''))
  await tryOut(page)
  expect(troubles).toEqual([])
})

it('makes one widget of two snippets, and hints at it on the console', async () => {
  const visitor = await browser.open()
  const said: string[] = []
  visitor.page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  await visitor.page.goto(host().serve('/shop', shop({ body: snippet() })))
  await launcherOn(visitor.page).waitFor()
  await tryOut(visitor.page)
  expect(said).toEqual(['warning: Deskbell: widget.js is on this page twice'])
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

it('has edges, a mark and icons that are seen in forced colours', async () => {
  const { page } = await visit(shop(), { forcedColours: true })
  const launcher = launcherOn(page)
  const look = await launcher.evaluate((element) => {
    const { borderStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element)
    const { borderTopColor: mark } = getComputedStyle(element, '::before')
    return { borderStyle, borderTopWidth, borderTopColor, backgroundColor, mark }
  })
  expect(look).toMatchObject({ borderStyle: 'solid', borderTopWidth: '1px' })
  expect(look.borderTopColor).not.toBe(look.backgroundColor)
  expect(look.mark).not.toBe(look.backgroundColor)
  const panel = await openHome(page)
  const edge = await panel.evaluate((element) => {
    const { borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(element)
    const icons = [...element.querySelectorAll('i.icon')].map((icon) => getComputedStyle(icon).borderTopColor)
    return { borderTopStyle, isSeen: ![borderTopColor, ...icons].includes(backgroundColor), icons: icons.length > 5 }
  })
  expect(edge).toEqual({ borderTopStyle: 'solid', isSeen: true, icons: true })
})
