import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Database from 'libsql'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dayOf } from '../src/store/day.ts'
import type { ConversationWrite } from '../src/store/group-writer.ts'
import { openLearningStore } from '../src/store/learning-store.ts'
import { openLogStore } from '../src/store/log-store.ts'
import { filesWith } from './kit/folder.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

const day = 86_400_000
const minute = 60_000

let relay: TestRelay
let now: number
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  vi.setSystemTime(new Date(2026, 4, 4, 12))
  now = Date.now()
  relay = await openRelay()
  await relay.stop()
})
afterEach(async () => {
  await closeRelays()
  vi.useRealTimers()
})

/** A conversation whose last word is so many days old. */
function old(days: number, text: string, status: 'closed' | 'pending' = 'closed'): ConversationWrite {
  const at = now - days * day
  const nothing = { delivered: 0, read: 0 }
  const head = { id: randomUUID(), visitorId: randomUUID(), lastSeq: 1, locale: 'en', isVisitorPresent: false }
  const message = { kind: 'message' as const, seq: 1, at, id: randomUUID(), from: 'visitor' as const, text }
  return {
    conversation: { ...head, status, askedAt: at, ...(status === 'closed' && { closedAt: at }) },
    card: {
      before: { searches: [], entries: [] },
      preview: { from: 'visitor', text, at },
      visitorHas: nothing,
      operatorHas: nothing,
    },
    items: [message],
  }
}

function store(...writes: ConversationWrite[]): void {
  const log = openLogStore(relay.dataFolder)
  log.commit(writes)
  log.close()
}

const keepFor = (retentionDays: number) =>
  fetch(`${relay.url}/api/privacy`, {
    method: 'PUT',
    headers: { cookie: relay.annasCookie, origin: relay.url, 'content-type': 'application/json' },
    body: JSON.stringify({ retentionDays }),
  })

const left = (...texts: string[]) => filesWith(relay.dataFolder, texts)
const gone = (...texts: string[]) => vi.waitFor(() => expect(left(...texts)).toEqual([]), { timeout: 15_000 })

it('erases what ended a year ago, and keeps what is younger', async () => {
  store(old(366, 'The kiln of last spring'), old(364, 'The kiln of this spring'))
  relay = await relay.again()
  await vi.advanceTimersByTimeAsync(minute)
  await gone('The kiln of last spring')
  expect(left('The kiln of this spring')).not.toEqual([])
})

it('keeps counts of votes as long as those of searches', async () => {
  const votes = (days: number) => {
    const log = openLogStore(relay.dataFolder)
    openLearningStore(log.database).addHelpfulness(
      { entryId: 'glaze', locale: 'en', helped: false },
      dayOf(now - days * day),
    )
    log.close()
  }
  const days = () => {
    const database = new Database(join(relay.dataFolder, 'conversations.db'), { readonly: true })
    const rows = database.prepare('SELECT day FROM helpfulness').pluck().all()
    database.close()
    return rows
  }
  votes(91)
  votes(89)
  expect(days()).toHaveLength(2)
  relay = await relay.again()
  await vi.advanceTimersByTimeAsync(minute)
  await vi.waitFor(() => expect(days()).toEqual([dayOf(now - 89 * day)]), { timeout: 15_000 })
})

it('comes back every night', async () => {
  store(old(364.5, 'Almost a year of glaze'))
  relay = await relay.again()
  await vi.advanceTimersByTimeAsync(14 * 60 * minute)
  expect(left('Almost a year of glaze')).not.toEqual([])
  await vi.advanceTimersByTimeAsync(26 * 60 * minute)
  await gone('Almost a year of glaze')
})

it('keeps as long as the owner says', async () => {
  store(old(31, 'A month and a day'), old(29, 'Not yet a month'))
  relay = await relay.again()
  expect((await keepFor(0)).status).toBe(400)
  expect((await keepFor(30)).status).toBe(200)
  relay = await relay.again()
  await vi.advanceTimersByTimeAsync(minute)
  await gone('A month and a day')
  expect(left('Not yet a month')).not.toEqual([])
})

it('erases questions that nobody spoke of any more', async () => {
  store(old(400, 'The question nobody answered', 'pending'), old(10, 'The question of last week', 'pending'))
  relay = await relay.again()
  await vi.advanceTimersByTimeAsync(minute)
  await gone('The question nobody answered')
  expect(left('The question of last week')).not.toEqual([])
})

it('lets the relay answer meanwhile', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) => old(400, `Old words ${index}`))
  store(...many)
  relay = await relay.again()
  const database = new Database(join(relay.dataFolder, 'conversations.db'), { readonly: true })
  const count = database.prepare('SELECT count(*) AS count FROM items')
  const left = () => (count.get() as { count: number }).count
  const seen = new Set([left()])
  await vi.advanceTimersByTimeAsync(minute)
  while (left() > 0) {
    seen.add(left())
    await setImmediate()
  }
  database.close()
  // A hundred conversations at a time, and everybody else's turn in between.
  expect(seen.size).toBeGreaterThan(20)
  await gone('Old words')
})
