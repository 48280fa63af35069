import { describe, expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { findBrowser } from '../kit/find-browser.ts'
import { useHost } from '../kit/host-page.ts'

const browser = useBrowser()
const host = useHost()

const head = '<meta charset="utf-8"><title>Anna’s shop</title><link rel="icon" href="data:,">'
const page = (body: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`

describe('the browser', () => {
  it('opens the pages of a shop', async () => {
    const start = host().serve('/', page('<h1>Lamps</h1><a href="/cart">Cart</a>'))
    host().serve('/cart', page('<h1>Your cart</h1>'))
    const visitor = await browser.open()
    await visitor.page.goto(start)
    expect(await visitor.page.title()).toBe('Anna’s shop')
    await visitor.page.getByRole('link', { name: 'Cart' }).click()
    await visitor.page.getByRole('heading', { name: 'Your cart' }).waitFor()
    expect(visitor.troubles).toEqual([])
  })

  it('is what a visitor has in hand', async () => {
    const start = host().serve('/', page('<h1>Lamps</h1>'))
    const visitor = await browser.open({ phone: true, locale: 'de-AT', colourScheme: 'dark', timezone: 'Asia/Tokyo' })
    await visitor.page.goto(start)
    const seen = await visitor.page.evaluate(() => ({
      width: innerWidth,
      locale: navigator.language,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
      touch: navigator.maxTouchPoints > 0,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }))
    expect(seen).toMatchObject({ locale: 'de-AT', dark: true, touch: true, zone: 'Asia/Tokyo' })
  })

  it('tells what goes wrong on a page', async () => {
    const script =
      'console.error("oh"); fetch("/nothing"); fetch("http://127.0.0.1:1/").catch(() => {}); throw new Error("ah")'
    const start = host().serve('/', page(`<script>${script}</script>`))
    const visitor = await browser.open()
    await visitor.page.goto(start, { waitUntil: 'networkidle' })
    const troubles = visitor.troubles.join('\n')
    for (const trouble of ['console: oh', 'uncaught: ah', 'answered 404: GET', 'failed: GET http://127.0.0.1:1/']) {
      expect(troubles).toContain(trouble)
    }
  })

  it('keeps the content security policy of a page', async () => {
    const headers = { 'content-security-policy': "default-src 'none'" }
    const start = host().serve('/', { html: page('<script>document.title = "Boris was here"</script>'), headers })
    const visitor = await browser.open()
    await visitor.page.goto(start)
    expect(await visitor.page.title()).toBe('Anna’s shop')
    expect(visitor.troubles.join('\n')).toContain('Content Security Policy')
  })

  it('must be there', async () => {
    await expect(findBrowser({ DESKBELL_CHROMIUM: '/no/such/browser' })).rejects.toThrow(
      'DESKBELL_CHROMIUM names no file',
    )
  })
})

describe('axe', () => {
  const bad = '<p style="color: #ccc; background: #fff">Pale</p><img src="data:," /><my-box></my-box>'
  const tiny = '<button style="width:9px;height:9px;padding:0">a</button>'
  const script = `customElements.define('my-box', class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<input />${tiny.repeat(2)}' }
  })`

  it('finds what is wrong on a page and inside open shadow roots', async () => {
    const visitor = await browser.open()
    await visitor.page.goto(host().serve('/', page(`${bad}<script>${script}</script>`)))
    const found = await violations(visitor.page)
    const rules = found.map((one) => one.rule)
    expect(rules).toEqual(expect.arrayContaining(['color-contrast', 'image-alt', 'label', 'target-size']))
    expect(found.find((one) => one.rule === 'label')?.where).toEqual(['my-box input'])
  })

  it('looks inside one element where asked', async () => {
    const visitor = await browser.open()
    await visitor.page.goto(host().serve('/', page(`${bad}<script>${script}</script>`)))
    const rules = (await violations(visitor.page, 'my-box')).map((one) => one.rule)
    expect(rules).toContain('label')
    expect(rules).not.toContain('image-alt')
  })

  it('runs under a strict policy and finds nothing on a good page', async () => {
    const headers = { 'content-security-policy': "default-src 'none'" }
    const visitor = await browser.open()
    await visitor.page.goto(host().serve('/', { html: page('<h1>Lamps</h1>'), headers }))
    expect(await violations(visitor.page)).toEqual([])
  })
})
