import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty as goOnDuty } from '../kit/inbox.ts'
import { mara } from '../kit/relay.ts'
import { reply, thread } from '../kit/thread.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'
import { useAttackedRelay } from './kit/attacked.ts'
import { noLinks, scripts } from './kit/corpus.ts'
import { onDuty, signIn } from './kit/operators.ts'
import { draft, yes } from './kit/payloads.ts'
import { visit } from './kit/people.ts'

const browser = useBrowser()
const host = useHost()
const relay = useAttackedRelay(() => ({
  DESKBELL_ORIGINS: host().url,
  DESKBELL_RATE_BURST: '1000',
}))

const goodLink = 'https://shop.example/order?x=1&y="><b>2'
const last = 'That is all.'

/** Counts calls of `hacked()` and notes every request that leaves the two servers of the test. */
async function watched(page: Page) {
  const calls: string[] = []
  const foreign: string[] = []
  await page.exposeFunction('hacked', () => calls.push('called'))
  page.on('dialog', (dialog) => void dialog.dismiss())
  const own = new Set([new URL(relay().url).port, new URL(host().url).port])
  page.on('request', (request) => {
    const url = request.url()
    if (/^(https?|wss?):/.test(url) && !own.has(new URL(url).port)) foreign.push(url)
  })
  return { calls, foreign }
}

/** What on the page, open shadow roots included, could run something. */
function dangersOn(page: Page) {
  return page.evaluate(() => {
    const found: string[] = []
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        const { attributes, localName, shadowRoot } = element
        if (shadowRoot) look(shadowRoot)
        for (const { name, value } of attributes) {
          if (name.startsWith('on') || name === 'srcdoc') found.push(`${localName} ${name}`)
          const scheme = value.replace(/[\s\p{Cc}]/gu, '').toLowerCase()
          const isAddress = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(name)
          if (isAddress && /^(javascript|vbscript|file|blob|view-source|data:text)/.test(scheme)) {
            found.push(`${localName} ${name}=${value}`)
          }
          if (isAddress && /evil\.example/.test(value)) found.push(`${localName} ${name}=${value}`)
        }
        const isForeign = ['object', 'embed', 'iframe', 'base', 'math', 'video', 'details'].includes(localName)
        if (isForeign && root !== document) found.push(localName)
      }
    }
    look(document)
    return found
  })
}

/** Where links lead and what they promise, of the messages on the page. */
function linksIn(page: Page) {
  return page
    .locator('.message-text a')
    .evaluateAll((links) =>
      links.map((link) => ({ href: link.getAttribute('href') ?? '', rel: link.getAttribute('rel') ?? '' })),
    )
}

function expectOnlyGoodLinks(links: readonly { href: string; rel: string }[]) {
  expect(links.map(({ href }) => href)).toContain('https://shop.example/order?x=1&y=')
  for (const { href, rel } of links) {
    expect(href).toMatch(/^(https?:\/\/shop\.example|mailto:)/)
    expect(rel).toBe('noopener noreferrer')
  }
}

describe('R03 and R05 what a visitor writes, in the inbox', () => {
  it('is text: in messages, names, page titles, searches and addresses', async () => {
    const operator = await browser.open()
    const { calls, foreign } = await watched(operator.page)
    await goOnDuty(operator.page, relay().url, mara)
    const { socket } = await visit(relay().url)
    const [first = '', ...rest] = [...scripts, ...noLinks]
    const before = {
      searches: scripts.slice(0, 10).map((query) => ({ query, found: 0, at: Date.now() })),
      entries: scripts.slice(10, 20).map((question, at) => ({ id: `x${at}`, question, at: Date.now() })),
      page: { title: '<img src=x onerror=hacked()>', url: 'javascript:hacked()//https://shop.example' },
      topic: '<svg onload=hacked()>',
    }
    const name = '<img src=x onerror=hacked()>'
    yes(
      await socket.emitWithAck('conversation:ask', {
        ...draft(first),
        name,
        email: "'onload='hacked`'@shop.example",
        before,
      }),
    )
    for (const text of [...rest, goodLink, last]) yes(await socket.emitWithAck('message:send', draft(text)))
    // More in line, so that names stand in the lists too.
    for (const other of ['<svg onload=hacked()>', 'javascript:hacked()', '"><script>hacked()</script>']) {
      const one = await visit(relay().url)
      const page = { title: other, url: 'data:text/html,<script>hacked()</script>' }
      const asked = { ...draft(other), name: other, before: { searches: [], entries: [], page } }
      yes(await one.socket.emitWithAck('conversation:ask', asked))
    }
    await operator.page.keyboard.press('n')
    await thread(operator.page).getByText(last).waitFor()
    const shown = await thread(operator.page).textContent()
    for (const text of ['<script>hacked()</script>', '<img src=x onerror=hacked()>', "'-hacked()-'"])
      expect(shown).toContain(text)
    expect(await operator.page.getByText('<svg onload=hacked()>').count()).toBeGreaterThan(0)
    // What the team says bears a sign that no name and no text brings along.
    await reply(operator.page, 'Good day')
    await thread(operator.page).getByText('Good day').waitFor()
    // It is there once the relay has the reply.
    await expect.poll(() => thread(operator.page).getByTitle('From the team').count()).toBe(1)
    expect(await dangersOn(operator.page)).toEqual([])
    expectOnlyGoodLinks(await linksIn(operator.page))
    expect({ calls, foreign, troubles: operator.troubles }).toEqual({ calls: [], foreign: [], troubles: [] })
  })
})

describe('R04 and R05 what an operator writes, in the widget', () => {
  it('is text too, and nothing of it reaches the shop’s page', async () => {
    const desk = await onDuty(relay().url, await signIn(relay().url))
    const visitor = await browser.open()
    const { calls, foreign } = await watched(visitor.page)
    await visitor.page.goto(host().serve('/', shopPage(relay().url)))
    const panel = await openPanel(visitor.page)
    const asked = new Promise<string>((resolve) =>
      desk.on('conversations:changed', (heads: { id: string; preview?: { text: string } }[]) => {
        const asking = heads.find(({ preview }) => preview?.text === 'Hello from the shop')
        if (asking) resolve(asking.id)
      }),
    )
    await askForAPerson(panel, 'Hello from the shop')
    const conversationId = await asked
    yes(await desk.emitWithAck('conversation:take', { conversationId }))
    for (const text of [...scripts, ...noLinks, goodLink, last]) {
      yes(await desk.emitWithAck('message:send', { conversationId, ...draft(text) }))
    }
    await panel.getByText(last).waitFor()
    const shown = await panel.textContent()
    for (const text of ['<script>hacked()</script>', '<img src=x onerror=hacked()>', "'-hacked()-'"])
      expect(shown).toContain(text)
    expect(await dangersOn(visitor.page)).toEqual([])
    expectOnlyGoodLinks(await linksIn(visitor.page))
    expect(await visitor.page.evaluate(() => document.body.textContent)).not.toContain('hacked')
    expect({ calls, foreign, troubles: visitor.troubles }).toEqual({ calls: [], foreign: [], troubles: [] })
  })
})
