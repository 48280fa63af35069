import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewItem } from '@deskbell/desk'
import type { Attached, ConversationId, Origin, StoredFile } from '@deskbell/protocol'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newCard } from '../src/desk/card.ts'
import { type LogStore, openLogStore } from '../src/store/log-store.ts'

/** More than are filed at once, in each of two conversations that take turns. */
const many = 700

let folder: string
let store: LogStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskbell-items-'))
  store = openLogStore(folder)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

function openAgain(): void {
  store.close()
  store = openLogStore(folder)
}

/** A conversation; what is added at once is a commit of its own. */
function talk() {
  const id: ConversationId = randomUUID()
  const said: NewItem[] = []
  function add(...items: NewItem[]): void {
    said.push(...items)
    const head = { id, visitorId: id, lastSeq: said.length, locale: 'en', askedAt: 1, isVisitorPresent: false }
    const card = newCard({ searches: [], entries: [] }, {})
    store.commit([{ conversation: { ...head, status: 'pending' }, card, items }])
  }
  const written = (seq: number, more = {}): NewItem => ({
    ...{ kind: 'message', id: randomUUID(), seq, at: seq, from: 'visitor', text: `${seq}` },
    ...more,
  })
  return {
    ...{ id, said, add },
    say: (more: { files?: readonly Attached[]; of?: Origin } = {}) => add(written(said.length + 1, more)),
    sayMany(count: number) {
      const before = said.length
      add(...Array.from({ length: count }, (_, index) => written(before + index + 1)))
    },
  }
}

function twoThatTakeTurns() {
  const talks = [talk(), talk()] as const
  for (let times = 0; times < many / 10; times += 1) for (const each of talks) each.sayMany(10)
  return talks
}

/** All of it, page by page, from the first and from the last. */
function readWhole(id: ConversationId) {
  const forth: NewItem[] = []
  for (let hasMore = true; hasMore; ) {
    const page = store.itemsAfter(id, forth.at(-1)?.seq ?? 0)
    forth.push(...page.items)
    hasMore = page.hasMore
  }
  let back: NewItem[] = []
  for (let hasMore = true; hasMore; ) {
    const page = store.itemsBefore(id, back[0]?.seq ?? many + 1)
    back = [...page.items, ...back]
    hasMore = page.hasMore
  }
  return { forth, back }
}

it('gives each conversation its own, in order, filed or not', () => {
  const talks = twoThatTakeTurns()
  for (const open of [() => {}, openAgain]) {
    open()
    for (const { id, said } of talks) {
      expect(readWhole(id)).toEqual({ forth: said, back: said })
      expect([...store.seqs(id).values()]).toEqual(said.map(({ seq }) => seq))
      for (const item of [said[0], said[many / 2], said[many - 1]] as Extract<NewItem, { kind: 'message' }>[]) {
        expect(store.itemAt(id, item.seq)).toEqual(item)
        expect(store.seqOf(id, item.id)).toBe(item.seq)
      }
      expect(store.itemAt(id, many + 1)).toBeUndefined()
    }
  }
})

it('loses none that comes after the last ones were erased', () => {
  const [first, last] = twoThatTakeTurns()
  openAgain()
  store.personal.erase([last.id])
  const next = talk()
  for (let seq = 1; seq <= many; seq += 1) next.say()
  first.say()
  expect(readWhole(last.id)).toEqual({ forth: [], back: [] })
  expect(store.itemsAfter(next.id, 0).items).toEqual(next.said.slice(0, 200))
  expect(readWhole(next.id).forth).toEqual(next.said)
  expect(readWhole(first.id).forth).toEqual(first.said)
})

it.each([false, true])('takes a deleted file out of its message, and puts it back (filed: %s)', async (isFiled) => {
  const one = talk()
  one.say()
  const file: StoredFile = { id: randomUUID(), name: 'vase.jpg', type: 'image/jpeg', bytes: 3 }
  const part = store.files.newPart()
  writeFileSync(part, 'jpg')
  await store.files.keep({ ...file, conversationId: one.id, uploader: 'visitor', at: Date.now() }, { bytes: part })
  one.say({ files: [file] })
  if (isFiled) openAgain()
  store.files.delete(file.id, Date.now())
  expect(store.itemAt(one.id, 2)).toMatchObject({ files: [{ id: file.id, isDeleted: true }] })
  expect(store.itemAt(one.id, 1)).toEqual(one.said[0])
  expect(store.files.restore(file.id, one.id)).toEqual(file)
  expect(store.itemAt(one.id, 2)).toEqual(one.said[1])
})

it.each([false, true])('takes what was merged out again, and no more (filed: %s)', (isFiled) => {
  const [from, into] = [talk(), talk()]
  from.say()
  into.say()
  into.say({ of: { conversationId: from.id, seq: 1 } })
  if (isFiled) openAgain()
  into.add({ kind: 'parted', by: 'anna', reference: 'K7M2QP', from: from.id, seq: 3, at: 3 })
  expect(store.itemsAfter(into.id, 0).items).toMatchObject([
    { text: '1' },
    { kind: 'internal', seq: 2 },
    { kind: 'parted' },
  ])
  expect(store.itemsAfter(from.id, 0).items).toEqual(from.said)
})
