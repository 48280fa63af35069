import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeDesk, openDesk } from './kit/desk.ts'
import { upload } from './kit/files.ts'
import { borisOnDuty, idOf, type OperatorSocket, openInbox } from './kit/operators.ts'
import { draft, question, visit, yes } from './kit/people.ts'
import type { TestRelay } from './kit/relay.ts'

let relay: TestRelay
let anna: OperatorSocket
let boris: OperatorSocket
let conversationId: string
beforeEach(async () => {
  ;({ relay, anna } = await openDesk())
  boris = await borisOnDuty(relay)
  const petr = await visit(relay)
  // A question is anybody's to answer: items 1 and 2.
  ;({ id: conversationId } = yes(await petr.request('question:leave', question('Is the blue one back?'))))
})
afterEach(closeDesk)

const said = async (operator = anna) => {
  const { page } = yes(await operator.emitWithAck('conversation:open', { conversationId }))
  return page.items.flatMap((item) => (item.kind === 'message' ? item.text : []))
}

it("refuses a reply once beside a colleague's that its writer has not seen, and names whose", async () => {
  const reply = { conversationId, ...draft('No') }
  yes(await boris.emitWithAck('message:send', { conversationId, ...draft('Yes'), seenSeq: 2 }))
  const refusal = await anna.emitWithAck('message:send', { ...reply, seenSeq: 2 })
  expect(refusal).toEqual({ ok: false, refusal: 'unseen-reply', detail: await idOf(relay, 'Boris') })
  expect(await said()).toEqual(['Is the blue one back?', 'Yes'])
  expect(yes(await anna.emitWithAck('message:send', { ...reply, seenSeq: 3 }))).toMatchObject({ seq: 4 })
})

it('takes one of two replies that come at once', async () => {
  const answers = [anna, boris].map((one) =>
    one.emitWithAck('message:send', { conversationId, ...draft('Yes'), seenSeq: 2 }),
  )
  expect((await Promise.all(answers)).map(({ ok }) => ok).sort()).toEqual([false, true])
})

it('takes a reply again whose acknowledgement was lost, whoever has answered since', async () => {
  const reply = { conversationId, ...draft('Yes'), seenSeq: 2 }
  yes(await anna.emitWithAck('message:send', reply))
  yes(await boris.emitWithAck('message:send', { conversationId, ...draft('From Friday on'), seenSeq: 3 }))
  expect(yes(await anna.emitWithAck('message:send', reply))).toMatchObject({ seq: 3 })
  expect(await said()).toHaveLength(3)
})

it('knows after a restart what was answered, and refuses a file alone', async () => {
  yes(await boris.emitWithAck('message:send', { conversationId, ...draft('Yes'), seenSeq: 2 }))
  const again = await relay.again()
  const page = await openInbox(again)
  const { body } = await upload(again, { conversationId, cookie: again.annasCookie }, 'note.txt', 'Yes')
  const file = { conversationId, ...draft(''), files: [body.id] }
  expect(await page.emitWithAck('message:send', { ...file, seenSeq: 2 })).toMatchObject({ refusal: 'unseen-reply' })
  expect(yes(await page.emitWithAck('message:send', { ...file, seenSeq: 3 }))).toMatchObject({ seq: 4 })
})

it('compares nothing where nothing is said of what was seen, nor with a note or words of one’s own', async () => {
  yes(await boris.emitWithAck('message:send', { conversationId, ...draft('Yes') }))
  yes(await anna.emitWithAck('message:send', { conversationId, ...draft('Also in green') }))
  yes(await boris.emitWithAck('note:add', { conversationId, ...draft('She is new') }))
  yes(await anna.emitWithAck('message:send', { conversationId, ...draft('And red'), seenSeq: 2 }))
  expect(await said()).toEqual(['Is the blue one back?', 'Yes', 'Also in green', 'And red'])
})

it('tells nobody else what was answered last', async () => {
  yes(await boris.emitWithAck('message:send', { conversationId, ...draft('Yes'), seenSeq: 2 }))
  const { conversation } = yes(await anna.emitWithAck('conversation:open', { conversationId }))
  expect(conversation).not.toHaveProperty('answered')
})
