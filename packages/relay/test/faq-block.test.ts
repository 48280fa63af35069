import type { BlockReply } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entry, faqOf } from './kit/faq.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay({ DESKBELL_ORIGINS: 'https://shop.example' })
  const delivery = Array.from({ length: 7 }, (_, at) => ({
    ...entry(`delivery-${at}`, `Delivery ${at}?`, `It is **${at}**.`),
    category: 'Delivery',
  }))
  await publish(entry('hours', 'When are you open?', 'From nine.'), ...delivery)
})
afterEach(closeRelays)

const { publish, send } = faqOf(() => relay)

const block = async (query: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${relay.url}/api/block?${query}`, { headers })
  return { status: response.status, headers: response.headers, reply: (await response.json()) as BlockReply }
}
const written = async (path: string) => (await fetch(`${relay.url}/faq/${path}`)).text()

/** The questions that a block answers. */
const questions = ({ markup }: BlockReply) =>
  [...JSON.stringify(markup).matchAll(/"itemprop":"name"\},"([^"]*)"/g)].map(([, question]) => question)

describe('an answer block', () => {
  it('answers what its topic is asked first, five where nothing else is said', async () => {
    const { reply } = await block('locale=en&topic=delivery')
    expect(questions(reply)).toEqual([0, 1, 2, 3, 4].map((at) => `Delivery ${at}?`))
    expect(questions((await block('locale=en&limit=1')).reply)).toEqual(['When are you open?'])
    expect(questions((await block('locale=en&topic=delivery&limit=50')).reply)).toHaveLength(7)
  })

  it('answers without a topic what is read most first, a topic in the owner’s order', async () => {
    await send('POST', '/api/feedback', { kind: 'read', entryId: 'delivery-3', locale: 'en' })
    const first = async (query: string) => questions((await block(`locale=en&${query}`)).reply)
    expect(await first('limit=3')).toEqual(['Delivery 3?', 'When are you open?', 'Delivery 0?'])
    expect(await first('topic=delivery&limit=2')).toEqual(['Delivery 0?', 'Delivery 1?'])
    expect(await written('en/block?limit=1')).toContain('Delivery 3?')
  })

  it('is written with a declared shadow root, drawn by the same hand', async () => {
    const html = await written('en/block?topic=delivery&limit=1')
    expect(html).toMatch(/^<deskbell-faq locale="en" topic="delivery" limit="1"><template shadowrootmode="open"><link /)
    expect(html).toContain('<summary><span itemprop="name">Delivery 0?</span></summary>')
    expect(html).toContain('<p>It is <strong>0</strong>.</p>')
    const { reply } = await block('locale=en&topic=delivery&limit=1')
    expect(JSON.stringify(reply.markup)).toContain('["p",{},"It is ",["strong",{},"0"],"."]')
  })

  it('says what it answers as schema.org does, each question by the address of its page', async () => {
    const html = await written('en/block?topic=delivery&limit=1')
    expect(html).toContain('itemscope itemtype="https://schema.org/FAQPage"')
    expect(html).toContain(`itemid="${relay.url}/faq/en/delivery-0/"`)
    expect(html).toContain('<div class="rich-text" itemprop="text"><p>It is')
  })

  it('speaks the language of the page as far as there are words, and says which answers are in another', async () => {
    const german = JSON.stringify((await block('locale=de-AT&topic=delivery')).reply)
    expect(german).toContain('Nur auf Englisch')
    expect(german).toContain('Jemanden fragen')
    expect(await written('xx/block')).toContain('lang="en"')
  })

  it('leads to a person where a topic has no answers', async () => {
    const { reply } = await block('locale=en&topic=nothing')
    expect(JSON.stringify(reply.markup)).toContain('Ask a person')
    expect(JSON.stringify(reply.markup)).not.toContain('FAQPage')
  })

  it('is for allowed pages, and within limits', async () => {
    const allowed = await block('locale=en', { origin: 'https://shop.example' })
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    expect((await block('locale=en', { origin: 'https://evil.example' })).status).toBe(403)
    for (const query of [
      'locale=en&limit=0',
      'locale=en&limit=51',
      'locale=en&limit=1e1',
      'locale=<x>',
      'locale=en&x=1',
    ]) {
      expect((await block(query)).status).toBe(400)
    }
  })
})
