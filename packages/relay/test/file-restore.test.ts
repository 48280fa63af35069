import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { fetchFile, photo, upload } from './kit/files.ts'
import { annaOnDuty } from './kit/operators.ts'
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
