import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Conversation, type NewItem, restore } from '@deskbell/desk'
import { afterEach, expect, it } from 'vitest'
import { newCard } from '../src/desk/card.ts'
import { openWaits } from '../src/desk/waits.ts'
import { openLogStore } from '../src/store/log-store.ts'

const folders: string[] = []
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

const minute = 60_000
const morning = Date.UTC(2026, 0, 5, 9)
const before = { searches: [], entries: [] }
const anna = { id: 'anna', capacity: 1, isOnDuty: true, isPresent: true }

/** A store in which Anna has had so many conversations, one after another, and has one more since `morning`. */
function storeWith(conversations: number, minutes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-waits-'))
  folders.push(folder)
  const store = openLogStore(folder)
  const begins = Array.from({ length: conversations + 1 }, (_, index) => morning - index * 2 * minutes * minute)
  store.commit(
    begins.map((at, index) => {
      const closedAt = at + minutes * minute
      const head = { id: `conversation ${index}`, visitorId: `visitor ${index}`, locale: 'en', isVisitorPresent: true }
      const taken = { ...head, operatorId: 'anna', askedAt: at, assignedAt: at, lastSeq: 2 }
      const items: NewItem[] = [
        { seq: 1, at, kind: 'message', id: `message ${index}`, from: 'visitor', text: 'Hello' },
        { seq: 2, at, kind: 'assigned', to: 'anna' },
      ]
      const running: Conversation = { ...taken, status: 'assigned' }
      if (index === 0) return { conversation: running, card: newCard(before, {}), items }
      const closed: Conversation = { ...taken, status: 'closed', closedAt, lastSeq: 3 }
      const all = [...items, { seq: 3, at: closedAt, kind: 'closed' as const, by: 'anna' }]
      return { conversation: closed, card: newCard(before, {}), items: all }
    }),
  )
  return store
}

function waitAfterRestart(conversations: number, minutes: number): number {
  const store = storeWith(conversations, minutes)
  const desk = restore(
    store.open().map(({ conversation }) => conversation),
    [anna],
  )
  const waits = openWaits(store, { desk, now: morning, isByHand: () => true })
  const status = waits.next({ needs: [], priority: 1 }, morning)
  store.close()
  if (status.wait !== 'known') throw new Error(status.reason)
  return status.likelySeconds
}

it('a relay that starts again knows how long conversations took', () => {
  expect(waitAfterRestart(30, 30)).toBeGreaterThan(3 * waitAfterRestart(0, 30))
  expect(waitAfterRestart(30, 1)).toBeLessThan(0.5 * waitAfterRestart(0, 1))
})
