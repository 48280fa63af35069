// The whole path in the other engines: an operator and a visitor, each before a browser of their own.
import { describe, expect, it, onTestFinished } from 'vitest'
import { shopPage, useHost } from '../kit/host-page.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import type { Driver } from './driver.ts'
import { openFirefox } from './firefox.ts'
import { keys, personAt } from './person.ts'
import { openWebkit } from './webkit.ts'

async function sit(open: () => Promise<Driver>, width = 1280, height = 800) {
  const driver = await open()
  onTestFinished(() => driver.close())
  await driver.resize(width, height)
  return personAt(driver)
}

const recorder = `
  troubles = []
  addEventListener('error', ({ message }) => troubles.push(message))
  addEventListener('unhandledrejection', ({ reason }) => troubles.push(String(reason)))
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => troubles.push(violatedDirective + ' ' + blockedURI))
  console.error = (...given) => troubles.push(given.join(' '))
  strikes = 0
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (...when) {
    strikes += 1
    return start.apply(this, when)
  }
  canSound = false
  const listenFor = () => {
    const audio = new AudioContext()
    audio.onstatechange = () => (canSound ||= audio.state === 'running')
  }
  addEventListener('pointerdown', listenFor, { once: true })
`

/** Drops a file of that name on the conversation. */
const drop = (
  name: string,
) => `document.querySelector('deskbell-widget').shadowRoot.querySelector('[role=log]').dispatchEvent((() => {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File(['wide;high'], '${name}', { type: 'text/csv' }))
  return new DragEvent('drop', { bubbles: true, cancelable: true, composed: true, dataTransfer })
})())`

describe.each([
  ['firefox', openFirefox],
  ['webkit', openWebkit],
] as const)('%s', (engine, open) => {
  const host = useHost()
  const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

  /** A page that allows nothing but the relay, and keeps what goes wrong on it. */
  function strictPage(): string {
    const url = relay().url
    const policy = [
      "default-src 'none'; img-src data:",
      `script-src ${url} 'nonce-ours'; connect-src ${url} ${url.replace('http', 'ws')}`,
      "require-trusted-types-for 'script'; trusted-types 'none'",
    ].join('; ')
    const html = shopPage(url, { head: `<script nonce="ours">${recorder}</script>` })
    return host().serve('/', { html, headers: { 'content-security-policy': policy } })
  }

  it('finds an answer, talks with a person, and finds the talk again', async () => {
    const operator = await sit(open)
    await operator.goto(`${relay().url}/inbox/`)
    await operator.press('input', /E-mail/)
    await operator.type(mara.email)
    await operator.press('input', /Password/)
    await operator.type(mara.password + keys.enter)
    await operator.press('button', /^Go on duty$/)
    const visitor = await sit(open)
    await visitor.goto(strictPage())
    await visitor.see('button', /^Help/)
    expect(await visitor.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, ''])
    await visitor.press('button', /^Help/)
    await visitor.see('h3', /Answers/)
    await visitor.show(`${engine}-home`)
    await visitor.type('how long delivery')
    await visitor.see('mark')
    await visitor.show(`${engine}-results`)
    await visitor.type(keys.enter)
    await visitor.press('button', /^No$/)
    await visitor.press('button', /Ask Mara/)
    await visitor.press('textarea')
    await visitor.type('Will it come on Friday?')
    await visitor.press('button', /Send to/)
    await visitor.see('*', /^You are next\.$/)
    await visitor.show(`${engine}-waiting`)
    await operator.see('*', /Will it come on Friday\?/)
    await operator.type('n')
    await operator.see('textarea', /^Reply to/)
    await operator.type(`Yes, on Friday.${keys.enter}`)
    await visitor.see('*', /^Yes, on Friday\.$/)
    // Without a device for it, Firefox makes no sound.
    const strikes = (await visitor.evaluate('canSound')) ? 3 : 0
    await expect.poll(() => visitor.evaluate('strikes')).toBe(strikes)
    await visitor.press('textarea')
    await visitor.type(`Thank you.${keys.enter}`)
    await operator.see('*', /^Thank you\.$/)
    await visitor.evaluate(drop('measures.csv'))
    await visitor.see('a', /measures\.csv/)
    await operator.show(`${engine}-inbox`)
    await visitor.goto(strictPage())
    await visitor.press('button', /^Help/)
    await visitor.see('*', /^Thank you\.$/)
    await visitor.show(`${engine}-talk`)
    expect(await visitor.evaluate('troubles')).toEqual([])
  })

  it('is the screen of a phone, from right to left', async () => {
    const visitor = await sit(open, 390, 700)
    await visitor.goto(host().serve('/ar', shopPage(relay().url, { lang: 'ar', head: `<script>${recorder}</script>` })))
    await visitor.press('.launcher')
    await visitor.see('.entry-list')
    await visitor.show(`${engine}-phone`)
    const panel = await visitor.evaluate<Record<string, number | string>>(`(() => {
      const panel = document.querySelector('deskbell-widget').shadowRoot.querySelector('[role=dialog]')
      const { left, width, bottom } = panel.getBoundingClientRect()
      return { left, direction: getComputedStyle(panel).direction, isWide: width === innerWidth, isDown: bottom === innerHeight }
    })()`)
    expect(panel).toEqual({ left: 0, direction: 'rtl', isWide: true, isDown: true })
    expect(await visitor.evaluate('troubles')).toEqual([])
  })

  it('shows answers inside a page', async () => {
    const visitor = await sit(open)
    const block = `<script type="module" src="${relay().url}/faq/block.js"></script>`
    const body = '<deskbell-faq topic="delivery" limit="3"></deskbell-faq>'
    await visitor.goto(
      host().serve('/block', shopPage(relay().url, { head: `<script>${recorder}</script>${block}`, body })),
    )
    await visitor.press('summary')
    await visitor.see('details[open] p')
    await visitor.show(`${engine}-block`)
    expect(await visitor.evaluate('troubles')).toEqual([])
  })
})
