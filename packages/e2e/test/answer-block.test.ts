import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser, type Visit } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { hostileStyles } from '../kit/hostile-styles.ts'
import { ownedByMara, useRelay } from '../kit/relay.ts'
import { widgetOn } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

const script = () => `<script type="module" src="${relay().url}/faq/block.js"></script>`
/** As a shop's server gets it. */
const written = async (query: string, locale = 'en') =>
  (await fetch(`${relay().url}/faq/${locale}/block?${query}`)).text()

const page = (body: string, { lang = 'en', head = '' } = {}) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Plate</title><link rel="icon" href="data:,">${head}` +
  `<body><h1>Large plate</h1>${body}<p>It is thrown by hand.</p>${script()}</body></html>`

async function visitPage(html: string, visit: Visit = {}, headers: Record<string, string> = {}) {
  const visitor = await browser.open(visit)
  const open = () => visitor.page.goto(host().serve('/plate', { html, headers }))
  return { ...visitor, open, block: visitor.page.locator('deskbell-faq') }
}

/** The questions that search engines are told, by the page's own data and by its blocks. */
const toldIn = (shown: Page) =>
  shown.evaluate(() => {
    const data = [...document.querySelectorAll('script[type="application/ld+json"]')].map(
      ({ textContent }) => textContent,
    )
    const own = data.flatMap((json) => /"name":"([^"]*)"/.exec(json)?.[1] ?? [])
    const blocks = [...document.querySelectorAll('deskbell-faq')].flatMap(({ shadowRoot }) => [
      ...(shadowRoot?.querySelectorAll('[itemprop="mainEntity"] [itemprop="name"]') ?? []),
    ])
    return [...own, ...blocks.map(({ textContent }) => textContent)]
  })

it('is there before any script, and nothing moves when its own comes', async () => {
  const visitor = await visitPage(page(await written('topic=delivery&limit=4')))
  let letScriptCome = () => {}
  const seen = new Promise<void>((resolve) => {
    letScriptCome = resolve
  })
  await visitor.page.route('**/faq/block.js', async (route) => {
    await seen
    await route.continue()
  })
  await visitor.page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    const note = (list: PerformanceObserverEntryList) =>
      list.getEntries().forEach((entry) => void shifts.push(entry.startTime))
    new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true })
  })
  await visitor.page.route('**/faq/block.css*', async (route) => {
    await new Promise((later) => setTimeout(later, 300))
    await route.continue()
  })
  const loaded = visitor.open()
  await visitor.block.getByText('How long does delivery take?').waitFor()
  const isUpgraded = () => visitor.page.evaluate(() => customElements.get('deskbell-faq') !== undefined)
  expect(await isUpgraded()).toBe(false)
  const before = await visitor.block.boundingBox()
  letScriptCome()
  await loaded
  await expect.poll(isUpgraded).toBe(true)
  expect(await visitor.block.boundingBox()).toEqual(before)
  expect(await visitor.page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([])
  expect(await toldIn(visitor.page)).toHaveLength(4)
  expect(visitor.troubles).toEqual([])
})

it('is drawn by its script alike, where the server has written nothing', async () => {
  const both = `${await written('topic=returns&limit=3')}<deskbell-faq topic="returns" limit="3">Ask us.</deskbell-faq>`
  const visitor = await visitPage(page(both))
  await visitor.open()
  await visitor.block.nth(1).getByText('How do I return an item?').waitFor()
  const [one, other] = await visitor.page.evaluate(() =>
    [...document.querySelectorAll('deskbell-faq')].map(({ shadowRoot }) => ({
      words: shadowRoot?.querySelector('section')?.textContent,
      elements: [...(shadowRoot?.querySelectorAll('section *') ?? [])].map(({ localName }) => localName),
      height: shadowRoot?.host.getBoundingClientRect().height,
    })),
  )
  expect(other).toEqual(one)
  expect(visitor.troubles).toEqual([])
})

it('tells search engines each question once, whoever else on the page has told it', async () => {
  const own = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: [{ '@type': 'Question', name: 'When is shipping free?' }],
  }
  const blocks = [
    `<script type="application/ld+json">${JSON.stringify(own)}</script><script type="application/ld+json">[broken</script>`,
    await written('topic=delivery&limit=4'),
    await written('topic=delivery&limit=5'),
    '<deskbell-faq topic="delivery" limit="6"></deskbell-faq>',
  ]
  const visitor = await visitPage(page(blocks.join('')))
  await visitor.open()
  await visitor.block.last().getByText('How long does delivery take?').waitFor()
  const told = await toldIn(visitor.page)
  expect(told).toHaveLength(6)
  expect(new Set(told).size).toBe(6)
  expect(await visitor.block.locator('details').count()).toBe(15)
})

it('opens the widget for a person, and leads to one where the page has none', async () => {
  const visitor = await browser.open()
  const html = shopPage(relay().url, { body: await written('topic=delivery') }).replace('</body>', `${script()}</body>`)
  await visitor.page.goto(host().serve('/plate', html))
  await visitor.page.getByRole('link', { name: 'Ask a person' }).click()
  await widgetOn(visitor.page).getByRole('dialog').getByRole('textbox').first().waitFor()
  const calls = '<script>window.Deskbell ||= (...a) => (Deskbell.q ||= []).push(a)</script>'
  const without = await visitPage(page(await written('topic=delivery'), { head: calls }))
  await without.open()
  await without.page.getByRole('link', { name: 'Ask a person' }).click()
  await without.page.waitForURL(`${relay().url.replace('127.0.0.1', 'localhost')}/faq/en/#ask`)
  await widgetOn(without.page).getByRole('dialog').getByRole('textbox').first().waitFor()
})

it('works where the policy forbids all but the relay, with trusted types', async () => {
  const { url } = relay()
  const policy = (more: string) =>
    `default-src 'none'; img-src data:; script-src ${url}; connect-src ${url}; require-trusted-types-for 'script'; trusted-types 'none'${more}`
  const drawn = await visitPage(
    page('<deskbell-faq topic="delivery"></deskbell-faq>'),
    {},
    { 'content-security-policy': policy('') },
  )
  await drawn.open()
  await drawn.block.getByText('How long does delivery take?').click()
  await drawn.block.getByText('We ship within one working day').waitFor()
  expect(await toldIn(drawn.page)).toHaveLength(5)
  expect(drawn.troubles).toEqual([])
  // What a server has written brings its style sheet by a link; its address has the host that the relay calls its own.
  const styles = `; style-src ${url.replace('127.0.0.1', 'localhost')}`
  const served = await visitPage(
    page(await written('topic=delivery')),
    {},
    { 'content-security-policy': policy(styles) },
  )
  await served.open()
  await served.block.getByText('How long does delivery take?').waitFor()
  expect(served.troubles).toEqual([])
})

const looks = (shown: Page) =>
  shown.evaluate(() => {
    const root = document.querySelector('deskbell-faq')?.shadowRoot
    return [...(root?.querySelectorAll('section, section *') ?? [])].map((element) => {
      const { width, height } = element.getBoundingClientRect()
      const { display, visibility, color, font, letterSpacing, textTransform, direction } = getComputedStyle(element)
      return [
        element.localName,
        Math.round(width),
        Math.round(height),
        display,
        visibility,
        color,
        font,
        letterSpacing,
        textTransform,
        direction,
      ].join(' ')
    })
  })

it.each(['unsets everything', 'shouts at everything', 'has a root of 40 px'] as const)(
  'keeps its face on a page that %s',
  async (how) => {
    const block =
      `<div style="all: initial !important; display: block !important; inline-size: 600px !important">${await written('topic=delivery')}</div>`.replace(
        '<deskbell-faq',
        '<deskbell-faq style="margin: 0 !important"',
      )
    const calm = await visitPage(page(block))
    await calm.open()
    const face = await looks(calm.page)
    expect(face.length).toBeGreaterThan(20)
    const loud = await visitPage(page(block, { head: `<style>${hostileStyles[how]}</style>` }))
    await loud.open()
    expect(await looks(loud.page)).toEqual(face)
  },
)

it.each([
  { lang: 'en', scheme: 'light' },
  { lang: 'de', scheme: 'dark' },
  { lang: 'ar', scheme: 'light' },
  { lang: 'ja', scheme: 'dark' },
] as const)('is clean for axe in $lang, $scheme, open and closed', async ({ lang, scheme }) => {
  const head = `<meta name="color-scheme" content="light dark">`
  const visitor = await visitPage(page('<deskbell-faq limit="3"></deskbell-faq>', { lang, head }), {
    colourScheme: scheme,
  })
  await visitor.open()
  const first = visitor.block.locator('summary').first()
  await first.click()
  expect(await violations(visitor.page, 'deskbell-faq')).toEqual([])
  const { direction, colorScheme } = await visitor.block.locator('section').evaluate((section) => {
    const { direction: way } = getComputedStyle(section)
    return { direction: way, colorScheme: getComputedStyle(section).backgroundColor }
  })
  expect(direction).toBe(lang === 'ar' ? 'rtl' : 'ltr')
  expect(colorScheme).toBe(scheme === 'dark' ? 'rgb(31, 30, 27)' : 'rgb(255, 255, 255)')
})

it('follows its attributes, and leaves the words of the page where there is no relay', async () => {
  const visitor = await visitPage(page('<deskbell-faq topic="delivery">Write to us.</deskbell-faq>'))
  await visitor.page.route('**/api/block*', (route) => route.abort())
  await visitor.open()
  await visitor.block.getByText('Write to us.').waitFor()
  await visitor.page.unroute('**/api/block*')
  await visitor.block.evaluate((block) => block.setAttribute('topic', 'payment'))
  await visitor.block.getByText('Which payment methods do you accept?').waitFor()
})

it('shows what newer attributes ask for, though an older question fails meanwhile', async () => {
  const visitor = await visitPage(page('<deskbell-faq topic="delivery">Write to us.</deskbell-faq>'))
  let fail = (): void => undefined
  const failed = new Promise<void>((resolve) => {
    fail = resolve
  })
  await visitor.page.route('**/api/block*', async (route) => {
    if (route.request().url().includes('payment')) {
      fail()
      setTimeout(() => void route.continue(), 500)
      return
    }
    await failed
    await route.abort()
  })
  const asked = visitor.page.waitForRequest('**/api/block*')
  await visitor.open()
  await asked
  await visitor.block.evaluate((block) => block.setAttribute('topic', 'payment'))
  await visitor.block.getByText('Which payment methods do you accept?').waitFor()
})
