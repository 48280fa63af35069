import type { SightingsReply } from '@deskbell/protocol'
import { afterEach, expect, it } from 'vitest'
import { Sightings } from '../src/watch/sightings.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

afterEach(closeRelays)

const shop = 'https://shop.example'

function load({ url }: TestRelay, path: string, headers: Record<string, string>) {
  return fetch(url + path, { headers })
}

async function seen({ url, annasCookie }: TestRelay) {
  const response = await fetch(`${url}/api/sightings`, { headers: { cookie: annasCookie } })
  return ((await response.json()) as SightingsReply).sightings.map(({ origin, isAllowed }) => [origin, isAllowed])
}

it('says on which sites the widget was last loaded, and whether they may use the desk', async () => {
  const relay = await openRelay({ DESKBELL_ORIGINS: shop })
  expect(await seen(relay)).toEqual([])
  await load(relay, '/widget.js', { referer: `${shop}/cart?token=secret` })
  await load(relay, '/widget.js', { referer: 'http://localhost:3000/' })
  expect(await seen(relay)).toEqual([
    ['http://localhost:3000', false],
    [shop, true],
  ])
})

it('knows a site whose pages name themselves to nobody once the panel was opened there', async () => {
  const relay = await openRelay({ DESKBELL_ORIGINS: shop })
  await load(relay, '/widget.js', {})
  await load(relay, '/api/desk?locale=en', { origin: 'https://stranger.example' })
  await load(relay, '/api/desk?locale=en', { origin: shop })
  expect(await seen(relay)).toEqual([[shop, true]])
})

it('is told to owners only', async () => {
  const relay = await openRelay()
  expect((await load(relay, '/api/sightings', {})).status).toBe(401)
})

it('remembers the latest few, and nothing that is no site', () => {
  const sightings = new Sightings()
  for (const odd of ['null', 'about:blank', 'javascript:alert(1)', 'x', `https://${'a'.repeat(300)}.example`]) {
    sightings.note(odd, 0)
  }
  for (let number = 0; number < 1_000; number += 1) sightings.note(`https://shop-${number}.example/page`, number)
  const listed = sightings.list(4_999)
  expect(listed).toHaveLength(20)
  expect(listed[0]).toEqual({ origin: 'https://shop-999.example', secondsAgo: 4 })
})
