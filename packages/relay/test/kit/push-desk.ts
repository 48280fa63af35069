import type { PushDevice } from '@deskbell/protocol'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { closeDesk } from './desk.ts'
import type { OperatorSocket } from './operators.ts'
import { question, visit, yes } from './people.ts'
import { openPushService, type Taken } from './push-service.ts'
import { openRelay, type TestRelay } from './relay.ts'

/** Before each test a relay, and the push service of its operators' browsers. */
export function usePushDesk(routing: 'by-hand' | 'automatic') {
  let relay: TestRelay
  let service: Awaited<ReturnType<typeof openPushService>>
  beforeEach(async () => {
    service = await openPushService()
    relay = await openRelay({}, routing, service.agent)
  })
  afterEach(async () => {
    vi.useRealTimers()
    await closeDesk()
    service.close()
  })

  const call = (method: string, body?: unknown, cookie = relay.annasCookie) =>
    fetch(`${relay.url}/api/push`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })

  async function asks(text: string) {
    const visitor = await visit(relay)
    const { id: conversationId } = yes(await visitor.request('conversation:ask', { ...question(text), name: 'Petr' }))
    return { visitor, conversationId }
  }

  return {
    relay: () => relay,
    service: () => service,
    call,
    /** A device of Anna's, or of whose the cookie is, at an address that ends so. */
    device: (cookie = relay.annasCookie, ending = '', more: Partial<PushDevice> = {}) =>
      call('PUT', { ...service.device, ...more, endpoint: service.device.endpoint + ending }, cookie),
    restart: async () => {
      relay = await relay.again()
    },
    /** Another relay instead, whose operators take from the line themselves. */
    openByHand: async () => {
      relay = await openRelay({}, 'by-hand', service.agent)
    },
    asks,
    /** Petr asks, and an operator has him. */
    async takenBy(operator: OperatorSocket) {
      const { visitor: petr, conversationId } = await asks('First')
      yes(await operator.emitWithAck('conversation:take', { conversationId }))
      return { petr, conversationId }
    },
    /** Closes a page and waits until the relay knows: its operator, on duty with nobody quiet, is told who asks. */
    async leaves(inbox: OperatorSocket) {
      inbox.close()
      await vi.waitFor(async () => {
        await asks('Is she gone?')
        expect(service.taken).not.toEqual([])
      }, 20_000)
    },
    ...readings(() => service.taken),
  }
}

/** What the devices were told. */
function readings(all: () => readonly Taken[]) {
  return {
    taken: (count: number) => vi.waitFor(() => expect(all()).toHaveLength(count), 20_000),
    /** All that was told of one conversation. */
    toldOf: (conversationId: string) =>
      all().flatMap(({ alert }) => (alert.conversationId === conversationId ? [alert.title] : [])),
    told: () => all().map(({ path, alert }) => `${path} ${alert.title}`),
  }
}
