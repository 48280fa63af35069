import pino from 'pino'
import { expect, it, onTestFinished, vi } from 'vitest'
import { Archive } from '../src/archive/archive.ts'
import type { ArchiveStore, Hit } from '../src/store/archive-store.ts'

/** Said at a place, each in a conversation of its own. */
const hit = (place: number, text: string): Hit => ({
  place,
  conversationId: `conversation-${place}`,
  item: { seq: 2, at: 0, kind: 'message', from: 'visitor', id: `message-${place}`, text },
})

/** A store where every look takes longer than a page is looked for. */
function slowStore(hits: readonly Hit[]): ArchiveStore {
  let now = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now)
  onTestFinished(() => clock.mockRestore())
  return {
    unread: () => [],
    add: () => {},
    closed: () => [],
    find(_match, _which, { before, most }) {
      now += 1000
      return hits.filter(({ place }) => place < before).slice(0, most)
    },
  }
}

it('comes to a long word by `next`, past pages of others that begin alike', async () => {
  const alike = Array.from({ length: 500 }, (_, index) => hit(501 - index, 'The dishwater is cold'))
  const archive = new Archive(slowStore([...alike, hit(1, 'The dishwasher leaks')]), pino({ level: 'silent' }))
  onTestFinished(() => archive.close())
  const first = await archive.find({ q: 'dishwasher' })
  expect(first).toEqual({ found: [], next: '302', isReading: false })
  const second = await archive.find({ q: 'dishwasher', next: 302 })
  expect(second).toEqual({ found: [], next: '102', isReading: false })
  const third = await archive.find({ q: 'dishwasher', next: 102 })
  expect(third.found.map(({ id }) => id)).toEqual(['conversation-1'])
  expect(third.next).toBeUndefined()
})
