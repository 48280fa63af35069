import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { annaOnDuty } from './kit/operators.ts'
import { draft, question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

const fast = { DESKBELL_RATE_BURST: '100000', DESKBELL_RATE_PER_SECOND: '100000' }

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay(fast)
})
afterEach(closeDesk)

/** Mara's conversation with Anna: the question, that Anna came, then as many messages. */
async function talk(messages: number, text = 'Hello') {
  const anna = await annaOnDuty(relay)
  const mara = await visit(relay)
  const { id: conversationId } = yes(await mara.request('conversation:ask', question('First')))
  yes(await anna.emitWithAck('conversation:take', { conversationId }))
  await Promise.all(Array.from({ length: messages }, () => mara.request('message:send', draft(text))))
  return { anna, mara, conversationId }
}

const seqs = (items: readonly { seq: number }[]) => items.map(({ seq }) => seq)
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index)

it('opens a long conversation with its last page, for operators', async () => {
  const { anna, conversationId } = await talk(248)
  const { page } = yes(await anna.emitWithAck('conversation:open', { conversationId }))
  expect(seqs(page.items)).toEqual(from(151, 250))
  expect(page.hasMore).toBe(true)
})

it('gives the pages before a place, down to the beginning, to both sides', async () => {
  const { anna, mara, conversationId } = await talk(248)
  yes(await anna.emitWithAck('note:add', { conversationId, ...draft('Between us') }))
  for (const look of [
    async (before: number) => yes(await mara.request('conversation:look-back', { before })),
    async (before: number) => yes(await anna.emitWithAck('conversation:look-back', { conversationId, before })),
  ]) {
    const pages = [await look(252), await look(152), await look(52)]
    expect(pages.map(({ items }) => seqs(items))).toEqual([from(152, 251), from(52, 151), from(1, 51)])
    expect(pages.map(({ hasMore }) => hasMore)).toEqual([true, true, false])
    expect(await look(1)).toEqual({ items: [], hasMore: false })
  }
  const { items } = yes(await mara.request('conversation:look-back', { before: 252 }))
  expect(items.at(-1)).toEqual({ kind: 'internal', seq: 251, at: expect.any(Number) })
  expect(JSON.stringify(items)).not.toContain('Between us')
})

it('keeps a page below 256 KB, whatever is in it', async () => {
  const { mara } = await talk(98, 'ß'.repeat(4_000))
  const { items, hasMore } = yes(await mara.request('conversation:look-back', { before: 101 }))
  expect(Buffer.byteLength(JSON.stringify(items))).toBeLessThanOrEqual(256 * 1024)
  expect(items.at(-1)?.seq).toBe(100)
  expect(seqs(items)).toEqual(from(100 - items.length + 1, 100))
  expect(hasMore).toBe(true)
})

it('refuses a place that is none, and who has no conversation', async () => {
  const { mara } = await talk(0)
  for (const before of [-1, 1.5, '3', null]) {
    expect(await mara.request('conversation:look-back', { before } as never)).toMatchObject({ refusal: 'malformed' })
  }
  const petr = await visit(relay)
  expect(await petr.request('conversation:look-back', { before: 9 })).toMatchObject({ refusal: 'no-conversation' })
})

it('tells both sides what is more than text in a message, in old ones too', async () => {
  const { anna, mara, conversationId } = await talk(0)
  const strong = { kind: 'strong', children: [{ kind: 'text', text: 'blue' }] }
  const tree = [{ kind: 'paragraph', children: [{ kind: 'text', text: 'The ' }, strong] }]
  const heard = new Promise((told) => anna.once('message:sent', told))
  const sent = yes(await mara.request('message:send', draft('The **blue**')))
  expect(sent).toMatchObject({ text: 'The **blue**', tree })
  expect(await heard).toMatchObject({ item: { tree } })
  yes(await anna.emitWithAck('note:add', { conversationId, ...draft('The **blue**') }))
  const { page } = yes(await anna.emitWithAck('conversation:open', { conversationId }))
  expect(page.items.slice(-2)).toMatchObject([
    { kind: 'message', tree },
    { kind: 'note', tree },
  ])
  expect(page.items[0]).not.toHaveProperty('tree')
  expect(yes(await mara.request('conversation:look-back', { before: 5 })).items[2]).toMatchObject({ tree })
})
