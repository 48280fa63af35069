import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entry, faqOf } from './kit/faq.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  const opened = await openRelay({ DESKBELL_PUBLIC_URL: 'http://help.shop.example/desk' })
  // The tests reach it past the proxy that its public address stands for.
  relay = { ...opened, url: opened.localUrl }
  await publish(
    { ...parcel, category: 'delivery' },
    { ...entry('cost', 'What does delivery cost?', 'Six euros.'), category: 'delivery' },
    entry('hours', 'When are you open?', 'From nine to five.'),
  )
})
afterEach(closeRelays)

const { publish, send, get } = faqOf(() => relay)

const parcel = {
  id: 'late-parcel',
  translations: {
    en: {
      question: 'Where is my parcel?',
      answer: 'Look at **Orders**.\n\n1. Open it\n2. Press [Track](https://track.example/)',
    },
    de: { question: 'Wo ist mein Paket?', answer: 'Unter *Bestellungen*.' },
  },
}

async function page(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${relay.url}/faq/${path}`, { headers, redirect: 'manual' })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

/** The JSON-LD of a page. */
function dataIn(html: string): unknown[] {
  const found = html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)
  return [...found].map(([, json = '']) => JSON.parse(json))
}

describe('the pages of the FAQ', () => {
  it('list all questions by category, and those without one last', async () => {
    const { status, html } = await page('en/')
    expect(status).toBe(200)
    const order = [
      '<h2><span>Delivery</span></h2>',
      'href="late-parcel/"',
      'href="cost/"',
      '<h2>Other questions</h2>',
      'href="hours/"',
    ]
    const places = order.map((piece) => html.indexOf(piece))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places).not.toContain(-1)
    expect(dataIn(html)).toEqual([])
  })

  it('give each entry a page with its answer, for people and for search engines', async () => {
    const { html } = await page('en/late-parcel/')
    expect(html).toContain('<h1>Where is my parcel?</h1>')
    expect(html).toContain('<p>Look at <strong>Orders</strong>.</p><ol start="1"><li>Open it</li>')
    expect(html).toContain('<a href="https://track.example/" rel="noopener noreferrer" target="_blank">Track</a>')
    expect(dataIn(html)).toMatchObject([
      {
        '@type': 'FAQPage',
        mainEntity: [
          {
            '@id': 'http://help.shop.example/desk/faq/en/late-parcel/',
            name: 'Where is my parcel?',
            acceptedAnswer: { text: expect.stringContaining('<strong>Orders</strong>') },
          },
        ],
      },
    ])
  })

  it('name their one address, and their addresses in other languages', async () => {
    const { html } = await page('de/late-parcel/')
    expect(html).toContain('<html lang="de" dir="ltr">')
    const at = 'http://help.shop.example/desk/faq'
    expect(html).toContain(`<link rel="canonical" href="${at}/de/late-parcel/">`)
    expect(html).toContain(`<link rel="alternate" hreflang="en" href="${at}/en/late-parcel/">`)
    expect(html).toContain(`<link rel="alternate" hreflang="x-default" href="${at}/en/late-parcel/">`)
  })

  it('link to each other by relative ways alone, so that a path in front may be taken off', async () => {
    for (const path of ['en/', 'en/late-parcel/', 'en/?q=parcel', 'en/nowhere/at/all']) {
      const { html } = await page(path)
      const ways = [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, way = '']) => way)
      expect(ways.filter((way) => way.startsWith('/'))).toEqual([])
      const { href } = new URL(ways.find((way) => way.includes('widget.js')) ?? '', `${relay.url}/desk/faq/${path}`)
      expect(href).toBe(`${relay.url}/desk/widget.js`)
    }
  })

  it('say in which language an entry is that is not translated, and that its page there counts', async () => {
    const index = await page('de/')
    expect(index.html).toContain('<a href="cost/" lang="en" dir="ltr">What does delivery cost?</a>')
    expect(index.html).toContain('<span class="only-in">Nur auf Englisch</span>')
    const { html } = await page('de/cost/')
    expect(html).toContain('Nur auf Englisch')
    expect(html).toContain('<article lang="en" dir="ltr">')
    expect(html).toContain('<link rel="canonical" href="http://help.shop.example/desk/faq/en/cost/">')
  })

  it('are there in every language of the widget, from right to left where it is written so', async () => {
    const { status, html } = await page('ar/')
    expect(status).toBe(200)
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain('dir="ltr">Where is my parcel?</a>')
  })

  it('lead to the language that is meant, and from the front to that of the browser', async () => {
    const meant = await page('de-AT/late-parcel/')
    expect([meant.status, meant.headers.get('location')]).toEqual([302, '../../de/late-parcel/'])
    const front = await page('', { 'accept-language': 'fr;q=0.8, de-CH' })
    expect([front.status, front.headers.get('location')]).toEqual([302, 'de/'])
    expect(front.headers.get('vary')).toContain('Accept-Language')
    expect((await page('en')).headers.get('location')).toBe('en/')
    expect((await page('en/cost')).headers.get('location')).toBe('cost/')
  })

  it('offer the ways of the owner where no script runs', async () => {
    const settings = await get<object>('/api/settings')
    await send('PUT', '/api/settings', { ...settings, contact: { email: 'help@shop.example', phone: '+47 55 01' } })
    const { html } = await page('en/')
    expect(html).toContain('<noscript><p>To write to us here, please allow JavaScript.</p></noscript>')
    expect(html).toMatch(/href="mailto:help@shop.example".*href="tel:\+475501"/s)
    expect(html).toMatch(/<button[^>]* hidden>Ask a person/)
  })

  it('escape what owners and visitors write', async () => {
    const hostile = '<img src=x onerror="alert(1)">'
    await publish(entry('hostile', `Why ${hostile}?`, `\`</script><script>\` ${hostile} [x](javascript:alert(1))`))
    for (const path of ['en/', 'en/hostile/', `en/?q=${encodeURIComponent(`why ${hostile}`)}`, 'en/block']) {
      const { html } = await page(path)
      expect(html).not.toMatch(/<img|<script>|href="javascript:|="[^"]*<img/)
      expect(html).toContain(path.includes('?') ? '&lt;img' : 'Why')
    }
    const [data] = dataIn((await page('en/hostile/')).html)
    expect(data).toMatchObject({ mainEntity: [{ name: `Why ${hostile}?` }] })
  })

  it('come with a strict policy, and again only where something has changed', async () => {
    const first = await page('en/')
    expect(first.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(first.headers.get('cache-control')).toBe('public, max-age=60')
    const etag = first.headers.get('etag') ?? ''
    expect((await page('en/', { 'if-none-match': etag })).status).toBe(304)
    await publish(entry('new', 'Anything new?', 'This.'))
    expect((await page('en/', { 'if-none-match': etag })).status).toBe(200)
  })

  it('are styled with the accent of the owner', async () => {
    const settings = await get<object>('/api/settings')
    await send('PUT', '/api/settings', { ...settings, accent: '#aa3355' })
    const [, address = ''] = /href="([^"]*page\.css[^"]*)"/.exec((await page('en/')).html) ?? []
    const sheet = await fetch(new URL(address, `${relay.url}/faq/en/`))
    expect(await sheet.text()).toContain(':root{--deskbell-accent:#aa3355}')
    expect(sheet.headers.get('cache-control')).toContain('immutable')
  })

  it.each(['en/none/', 'en/a/b/c', 'xx/', 'en/%2F%2Fevil.example', '%2F%2Fevil.example/', '..%2f', 'en/constructor'])(
    'say that there is no %s',
    async (path) => {
      const { status, html, headers } = await page(path)
      expect([status, headers.get('location')]).toEqual([404, null])
      expect(html).toContain('<h1>This page is not here.</h1>')
    },
  )
})

describe('the search of the pages', () => {
  it('finds as the widget does, and marks what it found', async () => {
    const { html } = await page('en/?q=parcels')
    expect(html).toContain('Answers to “parcels”')
    expect(html).toContain('<a href="late-parcel/">Where is my <mark>parcel</mark>?</a>')
    expect(html).toContain('<meta name="robots" content="noindex">')
  })

  it('tells the owner what was not found', async () => {
    const { html } = await page('en/?q=giraffe+saddle')
    expect(html).toContain('No answer for “giraffe saddle” yet.')
    expect(html).toContain('We have noted that somebody looked for it.')
    expect(JSON.stringify(await get('/api/searches?days=7'))).toContain('giraffe')
  })

  it('shows the index where nothing was typed', async () => {
    expect((await page('en/?q=')).html).toContain('<h1>Answers</h1>')
    expect((await page('en/?q[]=x&q[]=y')).html).toContain('<h1>Answers</h1>')
  })

  it('takes no more than somebody types', async () => {
    const replies = await Promise.all(Array.from({ length: 30 }, () => page('en/?q=parcel')))
    expect(replies.filter(({ status }) => status === 429).length).toBeGreaterThan(5)
    expect(replies.find(({ status }) => status === 429)?.html).toContain('That was a lot at once.')
  })
})
