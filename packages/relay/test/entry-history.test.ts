import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EntriesList, Entry, EntryChangesReply, EntryVersionsReply } from '@deskbell/protocol'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { entry, faqOf } from './kit/faq.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeRelays)

const { send, get, publish } = faqOf(() => relay)
const inGerman = (of: Entry, question: string): Entry => ({
  ...of,
  translations: { ...of.translations, de: { question, answer: 'Ja.' } },
})
const returns = inGerman(
  { ...entry('returns', 'Can I return it?', 'Yes.', ['refund']), category: 'orders' },
  'Geht das?',
)
const delivery = entry('delivery', 'When will it arrive?', 'Soon.', ['post'])

const save = (one: Entry) => send('PUT', `/api/entries/${one.id}`, one)
const remove = (id: string) => send('DELETE', `/api/entries/${id}`)
const entries = async () => (await get<EntriesList>('/api/all-entries')).entries
const changes = async () => (await get<EntryChangesReply>('/api/entry-changes')).changes
const undo = (id: number | undefined) => send('POST', `/api/entry-changes/${id}/undo`)
const versions = async (id: string, locale: string) =>
  (await get<EntryVersionsReply>(`/api/entries/${id}/versions?locale=${locale}`)).versions

it('keeps every publication of a text: who, when, and the words', async () => {
  const begun = Date.now()
  await save(returns)
  await save(inGerman(returns, 'Kann ich es zurückgeben?'))
  await save(returns)
  const german = await versions('returns', 'de')
  expect(german.map(({ words }) => words?.question)).toEqual(['Geht das?', 'Kann ich es zurückgeben?', 'Geht das?'])
  const anna = (await get<{ operator: { id: string } }>('/api/session')).operator.id
  expect(german[0]?.by).toEqual({ at: expect.any(Number), operatorId: anna, kind: 'saved' })
  expect(german[0]?.by?.at).toBeGreaterThanOrEqual(begun)
  // English was written once: what did not change has no new version.
  expect(await versions('returns', 'en')).toHaveLength(1)
})

it('keeps nothing where nothing was changed', async () => {
  await save(returns)
  await save(returns)
  expect((await publish(returns)).body).toEqual({ added: 0, changed: 0, unchanged: 1 })
  expect(await changes()).toHaveLength(1)
})

it('takes an import back as one step, and that again', async () => {
  await save(returns)
  const { body } = await publish(inGerman({ ...returns, category: 'else' }, 'Neu?'), delivery)
  expect(body).toMatchObject({ added: 1, changed: 1 })
  const after = await entries()
  expect((await undo(body.changeId)).body).toEqual({ undone: 2, kept: 0 })
  expect(await entries()).toEqual([returns])
  const [undoing, imported] = await changes()
  expect([undoing?.kind, imported?.kind, imported?.isStanding]).toEqual(['undone', 'imported', false])
  await undo(undoing?.id)
  expect(await entries()).toEqual(after)
})

it('keeps what was changed since an import that is taken back', async () => {
  await save(returns)
  const { body } = await publish(inGerman(returns, 'Neu?'), delivery)
  await save(inGerman(returns, 'Von Hand?'))
  expect((await undo(body.changeId)).body).toEqual({ undone: 1, kept: 1 })
  expect(await entries()).toEqual([inGerman(returns, 'Von Hand?')])
  expect((await undo(body.changeId)).body).toEqual({ undone: 0, kept: 2 })
})

it('brings a deleted entry back with all its languages, and says what it was', async () => {
  await publish(returns, delivery)
  await remove('returns')
  expect(await entries()).toEqual([delivery])
  const [deletion] = await changes()
  expect(deletion).toMatchObject({ kind: 'deleted', entries: 1, entryId: 'returns', question: 'Can I return it?' })
  await undo(deletion?.id)
  expect(await entries()).toEqual([delivery, returns])
})

it('knows what was there before the history began, and what was changed in the file', async () => {
  await relay.stop()
  const file = join(relay.dataFolder, 'entries.json')
  writeFileSync(file, JSON.stringify([delivery]))
  relay = await relay.again()
  await save({ ...delivery, translations: { en: { question: 'When?', answer: 'Soon.' } } })
  expect(await versions('delivery', 'en')).toEqual([
    {
      changeId: expect.any(Number),
      by: expect.objectContaining({ kind: 'saved' }),
      words: { question: 'When?', answer: 'Soon.' },
    },
    { changeId: expect.any(Number), words: { question: 'When will it arrive?', answer: 'Soon.', keywords: ['post'] } },
  ])
  await relay.stop()
  writeFileSync(file, readFileSync(file, 'utf8').replace('Soon.', 'Late.'))
  relay = await relay.again()
  await remove('delivery')
  const [deletion] = await changes()
  await undo(deletion?.id)
  expect((await entries())[0]?.translations.en?.answer).toBe('Late.')
})

it('knows which languages are older than the original, until they are written anew or found still right', async () => {
  const outdated = () => get('/api/outdated-entries')
  const inTurkish = {
    ...returns,
    translations: { ...returns.translations, tr: { question: 'Olur mu?', answer: 'Evet.' } },
  }
  const changed = (answer: string, keywords: string[] = []): Entry => ({
    ...inTurkish,
    translations: { ...inTurkish.translations, en: { question: 'Can I return it?', answer, keywords } },
  })
  await publish(inTurkish, delivery)
  await save(changed('Yes.', ['other keywords']))
  expect(await outdated()).toEqual({})
  await save(changed('Within 30 days.'))
  expect(await outdated()).toEqual({ returns: ['de', 'tr'] })
  await save(inGerman(changed('Within 30 days.'), 'Geht das 30 Tage lang?'))
  expect(await outdated()).toEqual({ returns: ['tr'] })
  expect((await send('POST', '/api/entries/returns/confirm', { locale: 'tr' })).status).toBe(204)
  expect(await outdated()).toEqual({})
  const [confirmation, german, english] = await changes()
  expect([confirmation?.kind, confirmation?.isStanding]).toEqual(['confirmed', false])
  await undo(english?.id)
  expect(await outdated()).toEqual({ returns: ['de', 'tr'] })
  await undo(german?.id)
  expect(await outdated()).toEqual({ returns: ['tr'] })
  expect((await send('POST', '/api/entries/returns/confirm', { locale: 'fr' })).status).toBe(400)
})

it('lists changes newest first, a page at a time', async () => {
  for (let number = 0; number < 51; number += 1) await save(entry('delivery', `When? ${number}`, 'Soon.'))
  const first = await get<EntryChangesReply>('/api/entry-changes')
  expect(first.changes.map(({ question }) => question).slice(0, 2)).toEqual(['When? 50', 'When? 49'])
  expect([first.changes.length, first.hasMore]).toEqual([50, true])
  const rest = await get<EntryChangesReply>(`/api/entry-changes?before=${first.changes.at(-1)?.id}`)
  expect(rest).toMatchObject({ changes: [{ question: 'When? 0' }], hasMore: false })
})

it('refuses to undo what is no change', async () => {
  await save(delivery)
  for (const id of ['0', '7000', '-1', '1.5', 'x', '1e400']) {
    expect((await send('POST', `/api/entry-changes/${id}/undo`)).status).toBe(400)
  }
  expect(await entries()).toEqual([delivery])
})

it('keeps an import of 2,000 entries in 3 languages, and takes it back, without a long halt', async () => {
  const words = (locale: string, index: number) => ({ question: `${locale} ${index}?`, answer: 'Answer. '.repeat(20) })
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    id: `e${index}`,
    translations: { en: words('en', index), de: words('de', index), fr: words('fr', index) },
  }))
  const { body } = await publish(...many)
  const before = process.cpuUsage()
  expect((await undo(body.changeId)).body).toEqual({ undone: 2_000, kept: 0 })
  // What it costs, whatever else the machine does.
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(5_000)
  expect(await entries()).toEqual([])
})
