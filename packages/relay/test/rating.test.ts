import { limits } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDesk } from './kit/desk.ts'
import { filesWith } from './kit/folder.ts'
import type { OperatorSocket } from './kit/operators.ts'
import { closeConnections, draft, next, question, type TestVisitor, visit, yes } from './kit/people.ts'
import { closeRelays, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
let anna: OperatorSocket
beforeEach(async () => {
  ;({ relay, anna } = await openDesk())
})
afterEach(async () => {
  vi.restoreAllMocks()
  closeConnections()
  await closeRelays()
})

/** Mara asks, Anna takes it, answers and closes it. */
async function ended(): Promise<{ mara: TestVisitor; conversationId: string }> {
  const mara = await visit(relay)
  const { id: conversationId } = yes(await mara.request('conversation:ask', question('A broken plate')))
  yes(await anna.emitWithAck('conversation:take', { conversationId }))
  yes(await anna.emitWithAck('message:send', { conversationId, ...draft('A new one is on its way.') }))
  yes(await anna.emitWithAck('conversation:close', { conversationId }))
  return { mara, conversationId }
}

const comment = 'Quick, and she knew the glaze'

describe('rating a conversation that ended', () => {
  it('is acknowledged, told to the visitor’s other tabs and shown to operators', async () => {
    const { mara, conversationId } = await ended()
    const tab = await visit(relay, mara.token)
    const told = next(tab, 'visitor:welcome', ({ conversation }) => conversation?.rating !== undefined)
    const head = new Promise((resolve) => {
      anna.on('conversations:changed', (heads) => heads[0]?.rating && resolve(heads[0]))
    })
    yes(await mara.request('conversation:rate', { conversationId, solved: 'in-part', comment }))
    const rating = { solved: 'in-part', comment, at: expect.any(Number) }
    expect((await told).conversation).toMatchObject({ id: conversationId, status: 'closed', rating })
    expect(await head).toMatchObject({ id: conversationId, status: 'closed', rating })
    const opened = yes(await anna.emitWithAck('conversation:open', { conversationId }))
    expect(opened.conversation.rating).toEqual(rating)
  })

  it('is changed by another one, and kept by a relay that starts again', async () => {
    const { mara, conversationId } = await ended()
    yes(await mara.request('conversation:rate', { conversationId, solved: 'no', comment }))
    yes(await mara.request('conversation:rate', { conversationId, solved: 'yes' }))
    relay = await relay.again()
    const { welcome } = await visit(relay, mara.token)
    expect(welcome.conversation?.rating).toEqual({ solved: 'yes', at: expect.any(Number) })
  })

  it('leaves the visitor free to ask anew, also at the same moment', async () => {
    const { mara, conversationId } = await ended()
    const [, asked] = await Promise.all([
      mara.request('conversation:rate', { conversationId, solved: 'yes' }),
      mara.request('conversation:ask', question('And a cup')),
    ])
    const { id } = yes(asked)
    expect(id).not.toBe(conversationId)
    expect(yes(await mara.request('message:send', draft('A blue one')))).toMatchObject({ seq: 2 })
    expect(await mara.request('conversation:rate', { conversationId, solved: 'no' })).toMatchObject({
      refusal: 'no-conversation',
    })
  })

  it('is refused while it goes on, where nobody answered, and of somebody else’s', async () => {
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('A broken plate')))
    const rate = (conversationId: string) => mara.request('conversation:rate', { conversationId, solved: 'yes' })
    expect(await rate(id)).toMatchObject({ refusal: 'no-conversation' })
    yes(await mara.request('conversation:close', {}))
    expect(await rate(id)).toMatchObject({ refusal: 'no-conversation' })
    const { conversationId } = await ended()
    expect(await rate(conversationId)).toMatchObject({ refusal: 'no-conversation' })
  })

  it('is refused when a week has passed', async () => {
    const { mara, conversationId } = await ended()
    const now = Date.now
    vi.spyOn(Date, 'now').mockImplementation(() => now() + limits.rateWithin + 1_000)
    const later = await visit(relay, mara.token)
    expect(await later.request('conversation:rate', { conversationId, solved: 'yes' })).toMatchObject({
      refusal: 'conversation-closed',
    })
  })

  it('is in the export, and gone with the visitor', async () => {
    const { mara, conversationId } = await ended()
    yes(await mara.request('conversation:rate', { conversationId, solved: 'no', comment }))
    const headers = { cookie: relay.annasCookie, origin: relay.url }
    const url = `${relay.url}/api/visitors/${conversationId}`
    const exported = (await (await fetch(url, { headers })).json()) as { conversations: object[] }
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/)
    expect(exported.conversations).toMatchObject([{ rating: { solved: 'no', comment, at } }])
    expect(filesWith(relay.dataFolder, [comment])).not.toEqual([])
    expect((await fetch(url, { method: 'DELETE', headers })).ok).toBe(true)
    expect(filesWith(relay.dataFolder, [comment])).toEqual([])
  })

  it('says no more than a comment of 1,000 characters, and nothing that is no answer', async () => {
    const { mara, conversationId } = await ended()
    const rate = (said: object) => mara.request('conversation:rate', { conversationId, ...said } as never)
    expect(await rate({ solved: 'yes', comment: 'x'.repeat(1_001) })).toMatchObject({ refusal: 'message-too-long' })
    expect(await rate({ solved: 'yes', comment: ' ' })).toMatchObject({ refusal: 'message-empty' })
    expect(await rate({ solved: 'splendid' })).toMatchObject({ refusal: 'malformed' })
    expect(await rate({})).toMatchObject({ refusal: 'malformed' })
    yes(await rate({ solved: 'yes', comment: 'x'.repeat(1_000) }))
  })
})
