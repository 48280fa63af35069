import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { ownedByMara, useRelay } from '../kit/relay.ts'
import { openPanel, widgetOn } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

const stored = (page: Page) =>
  page.evaluate(() => ({ local: localStorage.length, session: sessionStorage.length, cookie: document.cookie }))

/** Names of the page's own globals: those a blank page does not have. */
const globals = (page: Page) =>
  page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow))
    frame.remove()
    return Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && !/^\d+$/.test(name))
  })

it('asks for one file, keeps nothing and opens no socket before the visitor acts', async () => {
  const visitor = await browser.open()
  const requests: string[] = []
  const sockets: string[] = []
  visitor.page.on('request', (request) => requests.push(request.url()))
  visitor.page.on('websocket', (socket) => sockets.push(socket.url()))
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  await widgetOn(visitor.page).getByRole('button').waitFor()
  await visitor.page.waitForTimeout(1_500)
  expect(requests.filter((url) => url.startsWith(relay().url))).toEqual([`${relay().url}/widget.js`])
  expect(sockets).toEqual([])
  expect(await stored(visitor.page)).toEqual({ local: 0, session: 0, cookie: '' })
  expect((await globals(visitor.page)).filter((name) => !/^(on|webkit|__)/.test(name))).toEqual(['Deskbell'])
  expect(await visitor.page.context().cookies()).toEqual([])
})

it('keeps nothing after the panel was opened and read', async () => {
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await panel.getByRole('heading', { name: 'Answers' }).waitFor()
  expect(await stored(visitor.page)).toEqual({ local: 0, session: 0, cookie: '' })
  expect(await visitor.page.context().cookies()).toEqual([])
})
