import { type KeptDraft, limits, workLimits } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLogStore } from '../src/store/log-store.ts'
import { closeDesk, openDesk } from './kit/desk.ts'
import { filesWith } from './kit/folder.ts'
import { borisOnDuty, type OperatorSocket, openInbox } from './kit/operators.ts'
import { question, type TestVisitor, visit, yes } from './kit/people.ts'
import type { TestRelay } from './kit/relay.ts'
import { pastRestoring } from './kit/restorable.ts'

let relay: TestRelay
let anna: OperatorSocket
let boris: OperatorSocket
let mara: TestVisitor
let draft: KeptDraft
beforeEach(async () => {
  ;({ relay, anna } = await openDesk())
  boris = await borisOnDuty(relay)
  mara = await visit(relay)
  const { id } = yes(await mara.request('conversation:ask', question('Is the bowl back?')))
  draft = { conversationId: id, kind: 'message', text: 'It comes back in May' }
})
afterEach(closeDesk)

const sets = async (inbox: OperatorSocket, given: KeptDraft) => yes(await inbox.emitWithAck('draft:set', given))
const keptOf = async (cookie?: string) => (await openInbox(relay, cookie)).welcome.drafts
const heardBy = (inbox: OperatorSocket) =>
  new Promise<KeptDraft>((resolve) => {
    inbox.once('draft:changed', resolve)
  })

describe('what an operator is writing', () => {
  it('is told to their other pages, and to those they open later, also after a restart', async () => {
    const other = await openInbox(relay)
    const told = heardBy(other)
    const withGap = { ...draft, text: 'It comes back in {month}', gaps: { '{month}': 'month' } }
    await sets(anna, withGap)
    expect(await told).toEqual(withGap)
    expect(await keptOf()).toEqual([withGap])
    const note = { ...draft, kind: 'note' as const, text: 'Ask the kiln first' }
    await sets(other, note)
    await sets(anna, { ...draft, text: 'It comes back in June' })
    await relay.stop()
    relay = await relay.again()
    expect(await keptOf()).toEqual([{ ...draft, text: 'It comes back in June' }, note])
  })

  it('is gone everywhere once it is emptied', async () => {
    const other = await openInbox(relay)
    await sets(anna, draft)
    const told = new Promise((resolve) => {
      other.on('draft:changed', ({ text }) => text === '' && resolve(text))
    })
    await sets(anna, { ...draft, text: ' \n' })
    await told
    expect(await keptOf()).toEqual([])
  })

  it('is nobody else’s to read or to write', async () => {
    const heard: string[] = []
    boris.onAny((event: string, ...news: unknown[]) => heard.push(event, JSON.stringify(news)))
    mara.on('draft:changed' as 'site:changed', () => heard.push('draft:changed'))
    await sets(anna, draft)
    await sets(boris, { ...draft, text: 'Never again' })
    expect(await mara.request('draft:set' as 'typing:start', draft as never)).toMatchObject({ ok: false })
    const asAnna = { ...draft, operatorId: anna.welcome.self.id }
    expect(await boris.emitWithAck('draft:set', asAnna)).toMatchObject({ refusal: 'malformed' })
    const { page } = yes(await boris.emitWithAck('conversation:open', { conversationId: draft.conversationId }))
    expect(JSON.stringify([page, heard])).not.toContain('May')
    expect(heard).not.toContain('draft:changed')
    expect(await keptOf()).toEqual([draft])
  })

  it('has the limits of a message, and belongs to a conversation', async () => {
    const long = { ...draft, text: 'a'.repeat(limits.messageLength + 1) }
    expect(await anna.emitWithAck('draft:set', long)).toMatchObject({ refusal: 'message-too-long' })
    const notAGap = { ...draft, gaps: { month: 'month' } }
    expect(await anna.emitWithAck('draft:set', notAGap)).toMatchObject({ refusal: 'malformed' })
    const nowhere = { ...draft, conversationId: crypto.randomUUID() }
    expect(await anna.emitWithAck('draft:set', nowhere)).toMatchObject({ refusal: 'no-conversation' })
    expect(await keptOf()).toEqual([])
  })

  it('is kept of the conversations that were written in last, where there are very many', async () => {
    await relay.stop()
    const store = openLogStore(relay.dataFolder)
    const ids = Array.from({ length: workLimits.drafts + 1 }, () => crypto.randomUUID())
    ids.forEach((id, at) => void store.drafts.put('anna', { ...draft, conversationId: id }, at))
    store.drafts.put('boris', draft, 0)
    const kept = store.drafts.of('anna').map(({ conversationId }) => conversationId)
    expect(kept.toSorted()).toEqual(ids.slice(1).toSorted())
    expect(store.drafts.of('boris')).toEqual([draft])
    store.close()
  })

  it('goes with the operator', async () => {
    await sets(boris, draft)
    await sets(anna, { ...draft, text: 'In June' })
    const response = await fetch(`${relay.url}/api/operators/${boris.welcome.self.id}`, {
      method: 'DELETE',
      headers: { cookie: relay.annasCookie, origin: relay.url },
    })
    expect(response.status).toBe(204)
    relay = await pastRestoring(relay)
    await relay.stop()
    expect(filesWith(relay.dataFolder, [draft.text])).toEqual([])
    expect(filesWith(relay.dataFolder, ['In June'])).not.toEqual([])
  })
})
