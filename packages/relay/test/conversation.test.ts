import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { annaOnDuty, borisOnDuty, headOf, idOf, openInbox } from './kit/operators.ts'
import { closeConnections, draft, next, question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeDesk)

describe('a conversation', () => {
  it('goes there and back with Anna', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('My plate is broken')))
    yes(await anna.emitWithAck('queue:take', {}))
    const heard = next(mara, 'message:sent', ({ seq }) => seq > 1)
    yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft('I am sorry about the plate') }))
    expect(await heard).toMatchObject({
      seq: 3,
      from: 'operator',
      by: { name: 'Anna' },
      text: 'I am sorry about the plate',
    })
    expect(mara.items.map((item) => item.kind)).toEqual(['message', 'assigned', 'message'])
  })

  it('tells the team where on the clock the visitor is', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const before = { searches: [], entries: [], timeZone: 'Asia/Tokyo' }
    const { id } = yes(await mara.request('conversation:ask', { ...question('Hello'), before }))
    const { conversation } = yes(await anna.emitWithAck('conversation:open', { conversationId: id }))
    expect(conversation.timeZone).toBe('Asia/Tokyo')
  })

  it('follows the visitor to another page, and to another title of it', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Hello')))
    for (const title of ['Plates', 'Plates, blue']) {
      const told = headOf(anna, ({ page }) => page?.title === title)
      yes(await mara.request('page:set', { title, url: 'https://shop.example/plates' }))
      expect((await told).page?.url).toBe('https://shop.example/plates')
    }
    expect(await mara.request('page:set', { title: 7, url: '' } as never)).toMatchObject({ refusal: 'malformed' })
  })

  it('refuses to begin while nobody is on duty', async () => {
    await openInbox(relay)
    const mara = await visit(relay)
    expect(await mara.request('conversation:ask', question('Hello?'))).toMatchObject({ refusal: 'nobody-on-duty' })
  })

  it('becomes a question with a reference number', async () => {
    const mara = await visit(relay)
    const left = yes(await mara.request('question:leave', question('Is the glaze safe?')))
    expect(left).toMatchObject({ status: 'pending', reference: expect.stringMatching(/^DE-[2-9A-Z]{5}$/) })
  })

  it('stores a message once however often it is sent', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Hello')))
    const again = draft('Are you there?')
    const replies = await Promise.all([1, 2, 3].map(() => mara.request('message:send', again)))
    expect(replies.map((reply) => yes(reply).seq)).toEqual([2, 2, 2])
    const { items } = yes(await mara.request('conversation:resume', { after: 0 }))
    expect(items).toHaveLength(2)
  })

  it('keeps one gapless order while both sides write at once', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('Hello')))
    const tab = await visit(relay, mara.token)
    yes(await anna.emitWithAck('queue:take', {}))
    const acknowledged = await Promise.all(
      Array.from({ length: 8 }, (_, number) => [
        mara.request('message:send', draft(`visitor ${number}`)),
        anna.emitWithAck('message:send', { conversationId: id, ...draft(`operator ${number}`) }),
      ]).flat(),
    )
    const { items } = yes(await anna.emitWithAck('conversation:resume', { conversationId: id, after: 0 }))
    expect(items.map((item) => item.seq)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1))
    const seqs = items.map((item) => item.seq)
    await expect.poll(() => tab.items.map((item) => item.seq)).toEqual(seqs.slice(1))
    // What a tab says itself it learns by the acknowledgement.
    const said = acknowledged.map((reply) => yes<{ seq: number }>(reply).seq)
    await expect.poll(() => mara.items).toHaveLength(10)
    expect(new Set([...mara.items.map((item) => item.seq), ...said])).toEqual(new Set(seqs))
  })

  it('goes over to Boris, who sees everything but what is a note to the visitor', async () => {
    const anna = await annaOnDuty(relay)
    const boris = await borisOnDuty(relay)
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('Can I exchange the bowl?')))
    yes(await anna.emitWithAck('queue:take', {}))
    const team = yes(await anna.emitWithAck('conversation:open', { conversationId: id }))
    expect(team.page.items).toHaveLength(2)
    const borisId = await idOf(relay, 'Boris')
    const transfer = { conversationId: id, to: borisId, note: draft('Knows exchanges best') }
    yes(await anna.emitWithAck('conversation:transfer', transfer))
    const opened = yes(await boris.emitWithAck('conversation:open', { conversationId: id }))
    expect(opened.page.items.map((item) => item.kind)).toEqual(['message', 'assigned', 'note', 'handed', 'transferred'])
    const { items } = yes(await mara.request('conversation:resume', { after: 0 }))
    expect(items.map((item) => item.kind)).toEqual(['message', 'assigned', 'internal', 'internal', 'transferred'])
    expect(JSON.stringify(items)).not.toContain('exchanges best')
  })

  it('shows a visitor nothing of an operator but name and role', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('Hello')))
    yes(await anna.emitWithAck('queue:take', {}))
    yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft('Good morning') }))
    const again = await visit(relay, mara.token)
    const { items } = yes(await again.request('conversation:resume', { after: 0 }))
    const everything = JSON.stringify([items, again.welcome, mara.items])
    for (const secret of ['anna@holm.example', await idOf(relay, 'Anna'), 'scrypt'])
      expect(everything).not.toContain(secret)
  })

  it('gives exactly what was missed after a lost connection', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('Hello')))
    yes(await anna.emitWithAck('queue:take', {}))
    mara.close()
    for (const text of ['one', 'two', 'three'])
      yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft(text) }))
    const back = await visit(relay, mara.token)
    const { items } = yes(await back.request('conversation:resume', { after: 2 }))
    expect(items.map((item) => item.kind === 'message' && item.text)).toEqual(['one', 'two', 'three'])
  })

  it('takes up again where a restart left it, places in line too', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    const petr = await visit(relay)
    yes(await mara.request('conversation:ask', question('First')))
    yes(await petr.request('conversation:ask', question('Second')))
    closeConnections()
    relay = await relay.again()
    const back = await visit(relay, petr.token)
    expect(back.welcome.token).toBeUndefined()
    expect(back.welcome.queue?.status.position).toBe(2)
    expect(yes(await back.request('conversation:resume', { after: 0 })).items).toHaveLength(1)
  })

  it('is the same conversation in every tab', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Hello')))
    const tab = await visit(relay, mara.token)
    const heard = next(mara, 'message:sent', ({ seq }) => seq > 1)
    yes(await tab.request('message:send', draft('From the other tab')))
    expect(await heard).toMatchObject({ text: 'From the other tab', seq: 2 })
  })

  it('is begun once by two tabs that send the same first question at the same time', async () => {
    await annaOnDuty(relay)
    const one = await visit(relay)
    const other = await visit(relay, one.token)
    expect(other.welcome.token).toBeUndefined()
    const asked = question('My plate is broken')
    const begun = await Promise.all([one, other].map((tab) => tab.request('conversation:ask', asked)))
    const [id] = begun.map((answer) => yes(answer).id)
    expect(begun.map((answer) => yes(answer).id)).toEqual([id, id])
    expect(yes(await one.request('conversation:resume', { after: 0 })).items).toHaveLength(1)
  })

  it('is nobody’s by the token of who left without having sent anything', async () => {
    const gone = await visit(relay)
    gone.close()
    await expect.poll(async () => (await visit(relay, gone.token)).welcome.token).toBeTypeOf('string')
  })

  it('is nobody’s by a token that only looks like that of somebody who is here', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    const [id = '', signature = ''] = mara.token.split('.')
    const other = await visit(relay)
    const [, othersSignature = ''] = other.token.split('.')
    const wrong = [
      id,
      `${id}.`,
      `${id}.${othersSignature}`,
      `${id}.${signature.slice(1)}`,
      `${mara.token}.`,
      ` ${mara.token}`,
    ]
    const foreign = await Promise.all(wrong.map((token) => visit(relay, token)))
    const begun = yes(await mara.request('conversation:ask', question('My plate is broken')))
    for (const { welcome, ...visitor } of foreign) {
      expect(welcome.token?.split('.')[0]).not.toBe(id)
      expect(await visitor.request('conversation:resume', { after: 0 })).toEqual({
        ok: false,
        refusal: 'no-conversation',
      })
      expect(await visitor.request('message:send', draft('In'))).toEqual({ ok: false, refusal: 'no-conversation' })
    }
    expect(yes(await mara.request('conversation:resume', { after: 0 })).items).toHaveLength(1)
    expect(begun.lastSeq).toBe(1)
  })

  it('stays closed when a receipt comes with the close', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('Hello')))
    yes(await anna.emitWithAck('queue:take', {}))
    yes(await mara.request('receipt:give', { delivered: 2, read: 2 }))
    yes(await anna.emitWithAck('conversation:close', { conversationId: id }))
    const again = await visit(relay, mara.token)
    expect(again.welcome.conversation).toMatchObject({ id, status: 'closed', mine: { delivered: 2, read: 2 } })
  })

  it('comes back by undoing a close', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('Hello')))
    yes(await anna.emitWithAck('queue:take', {}))
    yes(await anna.emitWithAck('conversation:close', { conversationId: id }))
    expect(await mara.request('message:send', draft('Wait'))).toMatchObject({ refusal: 'conversation-closed' })
    yes(await anna.emitWithAck('conversation:reopen', { conversationId: id }))
    expect(yes(await mara.request('message:send', draft('Thank you'))).seq).toBe(5)
  })
})
