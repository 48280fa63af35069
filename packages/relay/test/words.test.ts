import type { DeskStatus, OwnWords } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { entry, faqOf } from './kit/faq.ts'
import { next, visit } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeDesk)

const words: OwnWords = {
  en: { label: 'Ask us', greeting: 'Ahoy.', consent: 'We keep it **90 days**.' },
  de: { greeting: 'Moin.', question: 'Was ist passiert?' },
  'pt-BR': { greeting: 'Olá.', away: 'Voltamos já.' },
}

const putWords = (given: unknown, cookie = relay.annasCookie) =>
  fetch(`${relay.url}/api/words`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(given),
  })

const textsIn = async (locale: string) => {
  const response = await fetch(`${relay.url}/api/desk?locale=${locale}`)
  return ((await response.json()) as DeskStatus).texts
}

const launcher = async () => (await fetch(`${relay.url}/widget.js`)).text()

describe('the words of the owner', () => {
  it('are the owner’s to change', async () => {
    expect((await putWords({ words }, '')).status).toBe(401)
    expect((await putWords({ words })).status).toBe(200)
    const headers = { cookie: relay.annasCookie }
    expect(await (await fetch(`${relay.url}/api/words`, { headers })).json()).toEqual({ words, topics: [] })
  })

  it.each([
    [{ en: { greeting: '' } }],
    [{ en: { greeting: 'x'.repeat(121) } }],
    [{ en: { title: 'Ahoy.' } }],
    [{ 'not a tag': { greeting: 'Ahoy.' } }],
    [{ en: { topics: { delivery: ' ' } } }],
    [{ en: { topics: { delivery: 'x'.repeat(81) } } }],
  ])('are refused as %j', async (wrong) => {
    expect((await putWords({ words: wrong })).status).toBe(400)
  })

  it('come in the visitor’s language or not at all', async () => {
    await putWords({ words })
    expect(await textsIn('de-AT')).toMatchObject({ greeting: 'Moin.', question: 'Was ist passiert?' })
    expect(await textsIn('pt')).toMatchObject({ greeting: 'Olá.', away: { locale: 'pt-BR', text: 'Voltamos já.' } })
    const { consent: _consent, away: _away, foreignGreeting: _greeting, ...french } = await textsIn('fr')
    expect(french).toEqual({})
  })

  it('ask what it is about in the site’s language beside the widget’s own words, where they do in no nearer one', async () => {
    await putWords({ words })
    expect((await textsIn('fr')).foreignQuestion).toBeUndefined()
    await putWords({ words: { ...words, en: { question: 'Which order is it?' } } })
    expect((await textsIn('fr')).foreignQuestion).toEqual({ locale: 'en', text: 'Which order is it?' })
    expect((await textsIn('de-AT')).foreignQuestion).toBeUndefined()
    expect((await textsIn('en')).foreignQuestion).toBeUndefined()
  })

  it('greet in the site’s language beside the widget’s own words, where they do in no nearer one, from the first moment', async () => {
    await putWords({ words })
    expect((await textsIn('fr')).foreignGreeting).toEqual({ locale: 'en', text: 'Ahoy.' })
    expect((await textsIn('de-AT')).foreignGreeting).toBeUndefined()
    expect((await textsIn('en')).foreignGreeting).toBeUndefined()
    expect(await launcher()).toContain('"greeting":{"locale":"en","text":"Ahoy."}')
    await putWords({ words: { de: { greeting: 'Moin.' } } })
    expect((await textsIn('fr')).foreignGreeting).toBeUndefined()
    expect(await launcher()).not.toContain('"greeting":{')
  })

  it('say why nobody is here in the site’s language, where it is in no nearer one', async () => {
    await putWords({ words: { ...words, en: { away: 'Back in May.' } } })
    expect((await textsIn('fr')).away).toEqual({ locale: 'en', text: 'Back in May.' })
    expect((await textsIn('pt')).away).toMatchObject({ locale: 'pt-BR' })
  })

  it('say what is to be known before sending in the site’s language, where it is in no nearer one', async () => {
    await putWords({ words })
    const { consent } = await textsIn('fr')
    const children = [
      { kind: 'text', text: 'We keep it ' },
      { kind: 'strong', children: [{ kind: 'text', text: '90 days' }] },
      { kind: 'text', text: '.' },
    ]
    expect(consent).toEqual({ locale: 'en', text: [{ kind: 'paragraph', children }] })
    await putWords({ words: { ...words, fr: { consent: 'Lisez ceci.' } } })
    expect((await textsIn('fr')).consent).toMatchObject({ locale: 'fr' })
  })

  it('name the button and greet from the first byte', async () => {
    await putWords({ words })
    const script = await launcher()
    expect(script).toMatch(/"en":\{"label":"Ask us",[^}]*"greeting":"Ahoy\."\}/)
    expect(script).toMatch(/"de":\{"label":"Hilfe",[^}]*"greeting":"Moin\."\}/)
    expect(script).not.toMatch(/"fr":\{[^}]*greeting/)
  })

  it('call the topics of the answer pages, in this language and in no other', async () => {
    const { publish } = faqOf(() => relay)
    const cost = { ...entry('cost', 'What does delivery cost?', 'Six euros.'), category: 'Delivery' }
    await publish(cost, entry('hours', 'When are you open?', 'From nine to five.'))
    await putWords({ words: { de: { topics: { delivery: 'Lieferung' } } } })
    const headers = { cookie: relay.annasCookie }
    const { topics } = await (await fetch(`${relay.url}/api/words`, { headers })).json()
    expect(topics).toEqual([{ id: 'delivery', name: 'Delivery' }])
    const pageIn = async (locale: string) => (await fetch(`${relay.url}/faq/${locale}/`)).text()
    expect(await pageIn('de')).toContain('<h2><span>Lieferung</span></h2>')
    expect(await pageIn('fr')).toContain('<h2><span lang="en" dir="ltr">Delivery</span></h2>')
    expect(await textsIn('de')).toEqual({})
  })

  it('reach who is connected, as do other looks', async () => {
    const visitor = await visit(relay)
    const changed = next(visitor, 'site:changed')
    await putWords({ words })
    await changed
    const headers = { cookie: relay.annasCookie, 'content-type': 'application/json' }
    const settings = await (await fetch(`${relay.url}/api/settings`, { headers })).json()
    const again = next(visitor, 'site:changed')
    const body = JSON.stringify({ ...settings, radius: 4, launcher: 'text' })
    await fetch(`${relay.url}/api/settings`, { method: 'PUT', headers, body })
    await again
    const { look } = (await (await fetch(`${relay.url}/api/desk?locale=en`)).json()) as DeskStatus
    expect(look).toEqual({ accent: '#115e75', launcher: 'text', radius: '4px' })
  })
})

describe('the launcher', () => {
  it('knows all that the panel needs, in any language, and which way one is written', async () => {
    const script = await launcher()
    expect(script).toContain('"panel":["assets/panel-1.js","assets/styles-2.css","assets/search-4.js","assets/*-3.js"]')
    expect(script).toMatch(/"ar":\{[^}]*"dir":"rtl"/)
    expect(script.match(/"dir":/g)).toHaveLength(1)
  })

  it('falls back to a language there are words for, where the site’s is none', async () => {
    const headers = { cookie: relay.annasCookie, 'content-type': 'application/json' }
    const settings = await (await fetch(`${relay.url}/api/settings`, { headers })).json()
    const put = async (locale: string) => {
      const body = JSON.stringify({ ...settings, locale })
      expect((await fetch(`${relay.url}/api/settings`, { method: 'PUT', headers, body })).status).toBe(200)
      return launcher()
    }
    expect(await put('de-AT')).toContain('"locale":"de"')
    expect(await put('da')).toContain('"locale":"en"')
  })
})
