import type { Settings } from '@deskbell/protocol'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { entry, faqOf } from './kit/faq.ts'
import { type OperatorSocket, openInbox } from './kit/operators.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeRelays)

const { send, get, publish } = faqOf(() => relay)
const inGerman = { de: { question: 'Kann ich es zurückgeben?', answer: 'Ja.' } }

const change = async (changes: Partial<Settings>) =>
  send('PUT', '/api/settings', { ...(await get<Settings>('/api/settings')), ...changes })

const toldBy = (inbox: OperatorSocket) =>
  new Promise<readonly string[]>((resolve) => inbox.once('settings:changed', ({ locales }) => resolve(locales)))

it('speaks its main language and those of its entries, told anew where an entry brings another', async () => {
  const inbox = await openInbox(relay)
  expect(inbox.welcome.settings.locales).toEqual(['en'])
  const told = toldBy(inbox)
  await publish({ ...entry('returns', 'Can I return it?', 'Yes.'), translations: inGerman })
  expect(await told).toEqual(['en', 'de'])
})

it('speaks what the owner names, the main language in any case', async () => {
  await publish({ ...entry('returns', 'Can I return it?', 'Yes.'), translations: inGerman })
  const inbox = await openInbox(relay)
  const told = toldBy(inbox)
  expect(await change({ locales: ['pl', 'fr'] })).toMatchObject({ status: 200, body: { locales: ['pl', 'fr'] } })
  expect(await told).toEqual(['en', 'pl', 'fr'])
  expect((await openInbox(relay)).welcome.settings.locales).toEqual(['en', 'pl', 'fr'])
})

it('is told once with other settings, and with the same languages too', async () => {
  const inbox = await openInbox(relay)
  const heard: unknown[] = []
  inbox.on('settings:changed', ({ locales, labels }) => heard.push([locales, labels]))
  await change({ locales: ['pl'], labels: ['Returns'] })
  await change({ labels: ['Warranty'] })
  const spoken = ['en', 'pl']
  await expect.poll(() => heard.at(-1)).toEqual([spoken, ['Warranty']])
  expect(heard).toEqual([
    [spoken, ['Returns']],
    [spoken, ['Warranty']],
  ])
})
