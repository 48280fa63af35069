import { randomUUID } from 'node:crypto'
import type { Attached } from '@deskbell/protocol'
import { afterEach, expect, it } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { fetchFile, photo, upload } from './kit/files.ts'
import { annaOnDuty, openInbox } from './kit/operators.ts'
import { draft, next, question, visit, yes } from './kit/people.ts'
import { openRelay } from './kit/relay.ts'
import { pastRestoring } from './kit/restorable.ts'

afterEach(closeDesk)

it('puts a deleted file back on both sides, also when the relay has ended in between', async () => {
  let relay = await openRelay()
  const deleting = await annaOnDuty(relay)
  let mara = await visit(relay)
  const { id: conversationId } = yes(await mara.request('conversation:ask', question('It came broken')))
  const { body: file } = await upload(relay, mara, 'plate.jpg', await photo())
  const { seq } = yes(await mara.request('message:send', { ...draft('Here'), files: [file.id] }))
  yes(await deleting.emitWithAck('file:delete', { conversationId, id: file.id }))

  relay = await relay.again()
  const anna = await annaOnDuty(relay)
  mara = await visit(relay, mara.token)
  const told = next(mara, 'file:changed')
  const elsewhere = { conversationId: randomUUID(), id: file.id }
  expect(await anna.emitWithAck('file:restore', elsewhere)).toMatchObject({ refusal: 'no-conversation' })
  yes(await anna.emitWithAck('file:restore', { conversationId, id: file.id }))
  expect(await told).toEqual(file)
  const { items } = yes(await mara.request('conversation:resume', { after: seq - 1 }))
  expect(items).toMatchObject([{ text: 'Here', files: [file] }])
  relay = await pastRestoring(relay)
  expect((await fetchFile(relay, file.id)).status).toBe(200)
})

it('tells of what was deleted and restored also who was away meanwhile', async () => {
  const relay = await openRelay()
  const [anna, colleague] = [await annaOnDuty(relay), await openInbox(relay)]
  const mara = await visit(relay)
  const { id: conversationId } = yes(await mara.request('conversation:ask', question('It came broken')))
  const { body: file } = await upload(relay, mara, 'plate.jpg', await photo())
  yes(await mara.request('message:send', { ...draft('Here'), files: [file.id] }))
  const here = { conversationId, id: file.id }
  const tells = async (now: Attached) => {
    const back = await visit(relay, mara.token)
    await expect.poll(() => back.files).toEqual([now])
    for (const [event, more] of [
      ['conversation:open', {}],
      ['conversation:resume', { after: 2 }],
    ] as const) {
      const told = new Promise((resolve) => colleague.once('file:changed', resolve))
      yes(await colleague.emitWithAck(event as 'conversation:open', { conversationId, ...more }))
      expect(await told).toEqual({ conversationId, file: now })
    }
  }
  yes(await anna.emitWithAck('file:delete', here))
  await tells({ id: file.id, isDeleted: true })
  yes(await anna.emitWithAck('file:restore', here))
  await tells(file as unknown as Attached)
})

it('deletes and restores nothing that was not sent', async () => {
  const relay = await openRelay()
  const anna = await annaOnDuty(relay)
  const mara = await visit(relay)
  const { id: conversationId } = yes(await mara.request('conversation:ask', question('It came broken')))
  yes(await anna.emitWithAck('conversation:take', { conversationId }))
  const { body: file } = await upload(relay, { conversationId }, 'plate.jpg', await photo())
  const here = { conversationId, id: file.id }
  yes(await anna.emitWithAck('file:delete', here))
  expect(await anna.emitWithAck('file:restore', here)).toMatchObject({ refusal: 'file-gone' })
  const told = next(mara, 'message:sent', (item) => 'text' in item && item.text === 'Like this')
  yes(await anna.emitWithAck('message:send', { conversationId, ...draft('Like this'), files: [file.id] }))
  await told
  expect(mara.files).toEqual([])
})
