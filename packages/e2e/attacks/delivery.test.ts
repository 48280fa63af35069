import type { Socket } from 'socket.io-client'
import { afterEach, describe, expect, it } from 'vitest'
import { useAttackedRelay } from './kit/attacked.ts'
import { onDuty, signIn } from './kit/operators.ts'
import { draft, question, yes } from './kit/payloads.ts'
import { asking, historyOf, textsOf, visit } from './kit/people.ts'

const relay = useAttackedRelay({ DESKBELL_RATE_BURST: '1000', DESKBELL_RATE_PER_SECOND: '1000' })
let cookie = ''

async function deskOpen() {
  cookie ||= await signIn(relay().url)
  return onDuty(relay().url, cookie)
}
/** What Mara has room for is given back, before the sockets close. */
const taken: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const giveBack of taken.splice(0)) await giveBack()
})

/** A conversation that Mara has taken. */
async function talking(desk: Socket, text: string) {
  const visitor = await asking(relay().url, text)
  yes(await desk.emitWithAck('conversation:take', { conversationId: visitor.id }))
  taken.push(async () => desk.connected && desk.emitWithAck('conversation:close', { conversationId: visitor.id }))
  return visitor
}

describe('R22 the same message sent again', () => {
  it('is stored once and keeps its number: in sequence, at the same time, from another tab, after a reconnection', async () => {
    const petr = await talking(await deskOpen(), 'Hello')
    const once = draft('Only once')
    const first = yes<{ seq: number }>(await petr.socket.emitWithAck('message:send', once))
    expect(yes(await petr.socket.emitWithAck('message:send', once))).toMatchObject({ seq: first.seq })
    const parallel = draft('At the same time')
    const tab = await visit(relay().url, petr.token)
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? petr : tab).socket.emitWithAck('message:send', parallel)),
    )
    expect(new Set(replies.map((reply) => yes<{ seq: number }>(reply).seq)).size).toBe(1)
    petr.socket.close()
    const back = await visit(relay().url, petr.token)
    expect(yes(await back.socket.emitWithAck('message:send', once))).toMatchObject({ seq: first.seq })
    expect(textsOf(await historyOf(back))).toEqual(['Hello', 'Only once', 'At the same time'])
  })

  it('begins one conversation, however often it is the first', async () => {
    await deskOpen()
    const { socket, token } = await asking(relay().url, 'Earlier')
    yes(await socket.emitWithAck('conversation:close', {}))
    const tab = await visit(relay().url, token)
    const first = question('Hello')
    const replies = await Promise.all(
      [socket, tab.socket, socket].map((at) => at.emitWithAck('conversation:ask', first)),
    )
    expect(new Set(replies.map((reply) => yes<{ id: string }>(reply).id)).size).toBe(1)
    expect(textsOf(await historyOf({ socket }))).toEqual(['Hello'])
  })
})

describe('R24 both sides writing at once', () => {
  it('have one order without a gap, everywhere', async () => {
    const desk = await deskOpen()
    const petr = await talking(desk, 'Hello')
    const told: number[] = []
    desk.on('message:sent', ({ conversationId, item }) => {
      if (conversationId === petr.id) told.push(item.seq)
    })
    const sent = Array.from({ length: 60 }, (_, at) =>
      at % 2
        ? petr.socket.emitWithAck('message:send', draft(`visitor ${at}`))
        : desk.emitWithAck('message:send', { conversationId: petr.id, ...draft(`operator ${at}`) }),
    )
    // Who sends hears of the own message by its acknowledgement.
    const own = (await Promise.all(sent)).map((reply) => yes<{ seq: number }>(reply).seq)
    const [ofVisitor, ofOperator] = [own.filter((_, at) => at % 2), own.filter((_, at) => at % 2 === 0)]
    const history = await historyOf(petr)
    expect(history.map(({ seq }) => seq)).toEqual(history.map((_, at) => at + 1))
    const ofDesk = yes<{ items: { seq: number; text?: string }[] }>(
      await desk.emitWithAck('conversation:resume', { conversationId: petr.id, after: 0 }),
    ).items
    expect(ofDesk.map(({ seq, text }) => [seq, text])).toEqual(history.map(({ seq, text }) => [seq, text]))
    await expect.poll(() => told).toEqual(ofVisitor)
    const heard = petr.heard.flatMap(([event, item]) => (event === 'message:sent' ? (item as { seq: number }).seq : []))
    expect(heard.slice(-ofOperator.length)).toEqual(ofOperator)
    for (const seqs of [ofVisitor, ofOperator]) expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
  })
})

describe('R25 a connection that is cut', () => {
  it('gets exactly what was said meanwhile', async () => {
    const desk = await deskOpen()
    const petr = await talking(desk, 'Hello')
    const last = (await historyOf(petr)).at(-1)?.seq ?? 0
    petr.socket.io.engine.close()
    for (const text of ['one', 'two', 'three']) {
      yes(await desk.emitWithAck('message:send', { conversationId: petr.id, ...draft(text) }))
    }
    const back = await visit(relay().url, petr.token)
    expect(textsOf(await historyOf(back, last))).toEqual(['one', 'two', 'three'])
  })
})

describe('R23 kill -9 right after the acknowledgement', () => {
  it('loses nothing that was acknowledged', async () => {
    await deskOpen()
    const petr = await asking(relay().url, 'Hello')
    const eve = await asking(relay().url, 'Hello')
    let [mine, hers] = [petr, eve]
    const kept: string[] = ['Hello']
    for (let round = 1; round <= 3; round += 1) {
      const texts = Array.from({ length: 10 }, (_, at) => `round ${round}, message ${at}`)
      // Hers are on their way when the relay dies.
      for (const text of texts) hers.socket.emit('message:send', draft(text))
      const acknowledged = texts.map((text) => mine.socket.emitWithAck('message:send', draft(text)).then(yes))
      await Promise.all(acknowledged)
      await relay().kill()
      kept.push(...texts)
      await relay().start()
      mine = { ...petr, ...(await visit(relay().url, petr.token)) }
      hers = { ...eve, ...(await visit(relay().url, eve.token)) }
      const history = await historyOf(mine)
      expect(textsOf(history)).toEqual(kept)
      expect(history.map(({ seq }) => seq)).toEqual(history.map((_, at) => at + 1))
    }
  })
})

describe('R26 a clean end and a new start', () => {
  it('keep the conversations, the order of the line, tokens and sessions', async () => {
    const desk = await deskOpen()
    const petr = await talking(desk, 'Talking')
    const line = []
    for (const text of ['First', 'Second', 'Third']) line.push(await asking(relay().url, text))
    const ended = new Promise((resolve) => petr.socket.once('disconnect', resolve))
    const before = Date.now()
    expect(await relay().stop()).toBe(0)
    expect(Date.now() - before).toBeLessThan(10_000)
    expect(await ended).toMatch(/io server disconnect|transport close/)
    await relay().start()

    const again = await visit(relay().url, petr.token)
    expect(again.welcome.conversation).toMatchObject({ id: petr.id, status: 'assigned' })
    expect(textsOf(await historyOf(again))).toEqual(['Talking'])
    // With the session from before.
    const mara = await onDuty(relay().url, cookie)
    for (const { id, token } of line) {
      expect((await visit(relay().url, token)).welcome.conversation).toMatchObject({ id, status: 'waiting' })
    }
    const ids = new Set(line.map(({ id }) => id))
    const order: string[] = []
    for (
      let reply = await mara.emitWithAck('queue:take', {});
      reply.ok;
      reply = await mara.emitWithAck('queue:take', {})
    ) {
      if (ids.has(reply.value.id)) order.push(reply.value.id)
      yes(await mara.emitWithAck('conversation:close', { conversationId: reply.value.id }))
    }
    expect(order).toEqual(line.map(({ id }) => id))
  })
})
