import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { freePort } from '../kit/free-port.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { isInstalled, type Place, type ProxyName, ProxyProcess, settingsOf } from '../kit/proxy.ts'
import { mara, ownedByMara, RelayProcess } from '../kit/relay.ts'
import { reply, thread } from '../kit/thread.ts'
import { askForAPerson, openPanel, widgetOn, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()

const socketsPerAddress = 4
const ways = (['nginx', 'caddy'] as const).flatMap((name) => {
  return (['name', 'folder'] as const).map((place) => ({ name, place }))
})

it.each(ways)('the guide has settings for $name before a relay with a $place', ({ name, place }) => {
  const settings = settingsOf(name, { folder: '/tmp/kept', port: 4443, relayPort: 4601, place })
  expect(settings).toContain('127.0.0.1:4601')
  expect(settings).toContain('4443')
})

for (const { name, place } of ways) {
  if (!isInstalled(name)) {
    process.stderr.write(`Not tried with ${name} and a ${place}: ${name} or openssl is not installed here.\n`)
    continue
  }
  describe(`a relay behind ${name}, with a ${place} of its own`, () => {
    const seat = useRelayBehind(name, place)

    it('signs in by a Secure cookie, and talks by WebSocket and without, also after the relay started anew', async () => {
      const { url, relay } = seat()
      const operator = await browser.open({ trustsAnyone: true })
      await onDuty(operator.page, url, mara)
      expect(await operator.page.context().cookies()).toMatchObject([{ name: '__Host-deskbell_session', secure: true }])
      const visitor = await browser.open({ trustsAnyone: true })
      const sockets = socketsOf(visitor.page)
      await visitor.page.goto(host().serve('/', shopPage(url)))
      await talk(visitor.page, operator.page)
      expect(sockets).toEqual([`${url.replace('https', 'wss')}/socket.io/?EIO=4&transport=websocket`])
      expect([...operator.troubles, ...visitor.troubles]).toEqual([])
      await relay.stop()
      await relay.start()
      await write(widgetOn(visitor.page).getByRole('dialog'), 'Still there?')
      await thread(operator.page).getByText('Still there?').waitFor()
      const other = await browser.open({ trustsAnyone: true })
      const polled = other.page.waitForRequest((asked) =>
        asked.url().startsWith(`${url}/socket.io/?EIO=4&transport=polling`),
      )
      await other.page.goto(host().serve('/no-socket', withoutWebSocket(url)))
      await talk(other.page, operator.page)
      await polled
    }, 90_000)

    it('tells everybody whether it is well, and nobody what it measures', async () => {
      const { url } = seat()
      expect((await ask(`${url}/healthz`)).status).toBe(200)
      expect((await ask(`${url}/metrics`)).status).toBe(403)
    })

    it('sends HSTS, files compressed, and whoever forgets a slash to the right folder', async () => {
      const { url } = seat()
      const inbox = await ask(`${url}/inbox/`)
      expect(inbox.headers['strict-transport-security']).toBe('max-age=31536000')
      const script = await ask(`${url}/widget.js`, { headers: { 'accept-encoding': 'br' } })
      expect(script.headers).toMatchObject({ 'content-encoding': 'br', 'access-control-allow-origin': '*' })
      for (const path of ['/', '/inbox']) {
        const { location = '' } = (await ask(url + path)).headers
        expect(new URL(location, url + path).href).toBe(`${url}/inbox/`)
      }
    })

    it('counts connections by the address the proxy saw, whatever the visitor says of it', async () => {
      const { url } = seat()
      const knock = async (localAddress: string, said: string) => {
        const headers = { 'x-forwarded-for': said }
        return (await ask(`${url}/socket.io/?EIO=4&transport=polling`, { localAddress, headers })).status
      }
      const knocks = ['198.51.100.1', '198.51.100.2', '198.51.100.3', '198.51.100.4']
      for (const said of knocks) expect(await knock('127.0.0.2', said)).toBe(200)
      expect(await knock('127.0.0.2', '198.51.100.5')).toBe(403)
      expect(await knock('127.0.0.3', '198.51.100.1')).toBe(200)
    })
  })
}

/** A relay behind a proxy, for the tests of one block. `url` is its address for browsers, without a slash at its end. */
function useRelayBehind(name: ProxyName, place: Place) {
  const proxy = new ProxyProcess(name)
  let relay: RelayProcess | undefined
  let url = ''
  beforeAll(async () => {
    const port = await freePort()
    url = `https://localhost:${port}${place === 'folder' ? '/desk' : ''}`
    relay = new RelayProcess({
      ...ownedByMara,
      DESKBELL_PUBLIC_URL: `${url}/`,
      DESKBELL_ORIGINS: host().url,
      DESKBELL_TRUST_PROXY: '127.0.0.1',
      DESKBELL_MAX_SOCKETS_PER_ADDRESS: String(socketsPerAddress),
    })
    await relay.start()
    await proxy.start({ port, relayPort: Number(new URL(relay.url).port), place })
  })
  afterAll(async () => {
    await proxy.dispose()
    await relay?.dispose()
  })
  return () => {
    if (!relay) throw new Error('The relay starts before the first test: ask for it inside tests')
    return { relay, url }
  }
}

function withoutWebSocket(url: string) {
  const { origin } = new URL(url)
  return { html: shopPage(url), headers: { 'content-security-policy': `script-src ${origin}; connect-src ${origin}` } }
}

async function talk(visitor: Page, operator: Page): Promise<void> {
  const panel = await openPanel(visitor)
  await askForAPerson(panel, 'Hello')
  await panel.getByText('You are next.').first().waitFor()
  // Out of the field of an earlier conversation.
  await operator.keyboard.press('Escape')
  await operator.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  await reply(operator, 'Good morning')
  await panel.getByRole('log').getByText('Good morning').waitFor()
}

function socketsOf(page: Page): string[] {
  const urls: string[] = []
  page.on('websocket', (socket) => urls.push(socket.url()))
  return urls
}

interface Asked {
  status: number | undefined
  headers: IncomingHttpHeaders
}

/** One request from an address of this machine's: follows nothing, and takes any certificate. */
function ask(url: string, { localAddress = '127.0.0.1', headers = {} } = {}): Promise<Asked> {
  const options = { localAddress, headers, family: 4, rejectUnauthorized: false }
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (response) => {
      response.resume()
      resolve({ status: response.statusCode, headers: response.headers })
    })
    asked.once('error', reject).end()
  })
}
