import type { Reading } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDesk, openDesk } from './kit/desk.ts'
import { borisOnDuty, type OperatorSocket, openInbox } from './kit/operators.ts'
import { question, visit, yes } from './kit/people.ts'
import type { TestRelay } from './kit/relay.ts'

let relay: TestRelay
let anna: OperatorSocket
let boris: OperatorSocket
let conversationId: string
beforeEach(async () => {
  ;({ relay, anna } = await openDesk())
  boris = await borisOnDuty(relay)
  const mara = await visit(relay)
  conversationId = yes(await mara.request('conversation:ask', question('Is the bowl back?'))).id
})
afterEach(closeDesk)

/** What an inbox is told once so many read; what it was told before may come only now. */
const told = (inbox: OperatorSocket, count: number) =>
  new Promise<Reading>((resolve) => {
    inbox.on('reading:changed', (reading) => reading.readers.length === count && resolve(reading))
  })
const reads = (inbox: OperatorSocket, id?: string) =>
  inbox.emitWithAck('reading:set', id === undefined ? {} : { conversationId: id })

describe('who reads a conversation', () => {
  it('is told to the team, and when nobody does any more', async () => {
    const borisHears = told(boris, 1)
    yes(await reads(anna, conversationId))
    expect(await borisHears).toEqual({ conversationId, readers: [anna.welcome.self.id] })
    const bothRead = told(anna, 2)
    yes(await reads(boris, conversationId))
    expect((await bothRead).readers.toSorted()).toEqual([anna.welcome.self.id, boris.welcome.self.id].toSorted())
    const annaStops = told(boris, 1)
    yes(await reads(anna))
    expect(await annaStops).toEqual({ conversationId, readers: [boris.welcome.self.id] })
  })

  it('is known to who comes later, once for two tabs of the same operator, until the last is closed', async () => {
    const tab = await openInbox(relay)
    yes(await reads(anna, conversationId))
    yes(await reads(tab, conversationId))
    const later = await openInbox(relay)
    expect(later.welcome.reading).toEqual([{ conversationId, readers: [anna.welcome.self.id] }])
    const one = told(boris, 1)
    tab.disconnect()
    expect((await one).readers).toEqual([anna.welcome.self.id])
    const none = told(boris, 0)
    anna.disconnect()
    expect(await none).toEqual({ conversationId, readers: [] })
  })

  it('is no word to the visitor, and takes no other name than a conversation’s', async () => {
    expect(await reads(anna, 'constructor')).toMatchObject({ refusal: 'malformed' })
  })
})
