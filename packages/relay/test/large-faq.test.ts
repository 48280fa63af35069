import { createSearch, loadLexicons, searchableOf } from '@deskbell/faq'
import { type EntriesReply, type EntryReply, limits, type SearchReply } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entry, faqOf } from './kit/faq.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeRelays)

const { get, publish, found } = faqOf(() => relay)

describe('a FAQ too large for a page', () => {
  const things = ['plate', 'bowl', 'cup', 'vase', 'jug', 'lamp', 'tile', 'pot', 'mug', 'tray']
  const doings = [
    'clean',
    'repair',
    'return',
    'heat',
    'store',
    'paint',
    'glue',
    'pack',
    'send',
    'insure',
    'stack',
    'dry',
  ]
  const faq = doings.flatMap((doing) =>
    things.flatMap((thing) =>
      ['blue', 'old', 'broken'].map((kind) => ({
        ...entry(`${doing}-${kind}-${thing}`, `How do I ${doing} a ${kind} ${thing}?`, `You ${doing} it with care.`),
        category: thing,
      })),
    ),
  )
  const queries = ['return plate', 'brokn cup', 'repair', 'old lamps dry', 'insure', 'weather tomorrow', 'p']

  /** What a page with these entries finds, as the widget searches. */
  async function onPage({ entries }: EntriesReply, query: string) {
    const lexicons = await loadLexicons(['en'])
    return createSearch(entries.map(searchableOf), { locale: 'en', lexicons }).search(query, limits.resultsListed)
  }

  it('is searched by the relay, and finds the same as a page does', async () => {
    await publish(...faq.slice(0, limits.entriesOnPage))
    const whole = await get<EntriesReply>('/api/entries?locale=en')
    expect(whole).toMatchObject({ isWhole: true })
    expect(whole.entries).toHaveLength(limits.entriesOnPage)
    for (const query of queries) {
      const expected = (await onPage(whole, query)).map(({ id }) => id)
      expect(await found(query)).toEqual(expected)
    }
    expect(await found('return plate')).not.toEqual([])
  })

  it('travels zipped', async () => {
    await publish(...faq.slice(0, limits.entriesOnPage))
    const zipped = await fetch(`${relay.url}/api/entries?locale=en`, { headers: { 'accept-encoding': 'gzip' } })
    const plain = await fetch(`${relay.url}/api/entries?locale=en`, { headers: { 'accept-encoding': 'identity' } })
    expect([zipped, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual(['gzip', null])
    expect(zipped.headers.get('vary')).toContain('Accept-Encoding')
    expect(await zipped.json()).toEqual(await plain.json())
  })

  it('sends a page what home shows: the first, and some of each category', async () => {
    await publish(...faq)
    const { isWhole, entries } = await get<EntriesReply>('/api/entries?locale=en')
    expect(isWhole).toBe(false)
    expect(entries.length).toBeLessThan(50)
    expect(entries.slice(0, 8).map(({ id }) => id)).toEqual(faq.slice(0, 8).map(({ id }) => id))
    for (const thing of things) expect(entries.filter(({ category }) => category === thing).length).toBeGreaterThan(2)
  })

  it('brings entries with its results, and near ones where there are none', async () => {
    await publish(...faq)
    const ask = (q: string) => get<SearchReply>(`/api/search?locale=en&q=${q}`)
    const { results, near } = await ask('glue%20broken%20jug')
    expect(results[0]).toMatchObject({ id: 'glue-broken-jug', locale: 'en', question: 'How do I glue a broken jug?' })
    expect(near).toEqual([])
  })

  it('brings one entry that a page was not given, and says where there is none', async () => {
    await publish(...faq)
    const asked = (id: string) => get<EntryReply>(`/api/entry?locale=en&id=${id}`)
    expect(await asked('glue-broken-jug')).toMatchObject({ entry: { id: 'glue-broken-jug', locale: 'en' } })
    expect(await asked('gone')).toEqual({})
    expect((await fetch(`${relay.url}/api/entry?locale=en&id=`)).status).toBe(400)
  })

  it('is too large by its weight too', async () => {
    const heavy = Array.from({ length: 20 }, (_, at) => entry(`heavy-${at}`, `Question ${at}?`, noise(at, 8_000)))
    await publish(...heavy)
    expect((await get<EntriesReply>('/api/entries?locale=en')).isWhole).toBe(false)
  })
})

/** Words no two of which are alike, so that they weigh what they are long. */
function noise(seed: number, length: number): string {
  let state = seed + 1
  const letters = Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647
    return String.fromCharCode(97 + (state % 26))
  })
  return letters.join('')
}
