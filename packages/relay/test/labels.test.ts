import type { FoundConversations, OperatorConversation, Settings } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDesk, openDesk } from './kit/desk.ts'
import { filesWith } from './kit/folder.ts'
import { annaOnDuty, borisOnDuty, type OperatorSocket } from './kit/operators.ts'
import { question, visit, yes } from './kit/people.ts'
import type { TestRelay } from './kit/relay.ts'

let relay: TestRelay
let anna: OperatorSocket
beforeEach(async () => {
  ;({ relay, anna } = await openDesk())
  await own(['Returns', 'Warranty', 'Krügerglasur'])
})
afterEach(closeDesk)

const ask = (path: string, method = 'GET', body?: object) =>
  fetch(relay.url + path, {
    method,
    headers: { cookie: relay.annasCookie, origin: relay.url, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })

/** The owner's labels from now on. */
async function own(labels: readonly string[]): Promise<Response> {
  const settings = (await (await ask('/api/settings')).json()) as Settings
  return ask('/api/settings', 'PUT', { ...settings, labels })
}

async function asks(text: string): Promise<string> {
  const visitor = await visit(relay)
  return yes(await visitor.request('conversation:ask', question(text))).id
}

async function closed(text: string, labels: readonly string[] = [], labeller = anna): Promise<string> {
  const conversationId = await asks(text)
  yes(await labeller.emitWithAck('labels:set', { conversationId, labels }))
  yes(await anna.emitWithAck('conversation:close', { conversationId }))
  return conversationId
}

const headOf = async (conversationId: string): Promise<OperatorConversation> =>
  yes(await anna.emitWithAck('conversation:open', { conversationId })).conversation

/** Once all that was said is read. */
async function find(query: Record<string, string>): Promise<string[]> {
  const response = await ask(`/api/conversations?${new URLSearchParams(query)}`)
  const { found, isReading } = (await response.json()) as FoundConversations
  return isReading ? find(query) : found.map(({ conversation }) => conversation.id)
}

describe('labels', () => {
  it('are told to operators, and anew when the owner changes them', async () => {
    const boris = await borisOnDuty(relay)
    expect(boris.welcome.settings.labels).toEqual(['Returns', 'Warranty', 'Krügerglasur'])
    const told = new Promise((resolve) => boris.once('settings:changed', resolve))
    await own(['Returns'])
    expect(await told).toMatchObject({ labels: ['Returns'] })
  })

  it('are put on a conversation by anybody on the team, while it runs and when it is over', async () => {
    const boris = await borisOnDuty(relay)
    const conversationId = await asks('A broken plate')
    yes(await anna.emitWithAck('conversation:take', { conversationId }))
    const told = new Promise((resolve) => {
      boris.on('conversations:changed', (heads) => heads[0]?.labels && resolve(heads[0].labels))
    })
    yes(await anna.emitWithAck('labels:set', { conversationId, labels: ['Returns'] }))
    expect(await told).toEqual(['Returns'])
    yes(await anna.emitWithAck('conversation:close', { conversationId }))
    yes(await boris.emitWithAck('labels:set', { conversationId, labels: ['Warranty', 'Returns'] }))
    expect(await headOf(conversationId)).toMatchObject({ status: 'closed', labels: ['Warranty', 'Returns'] })
  })

  it('are there after a restart, and leave neither word nor place in the conversation', async () => {
    const conversationId = await closed('A broken plate', ['Returns'])
    const { lastSeq } = await headOf(conversationId)
    yes(await anna.emitWithAck('labels:set', { conversationId, labels: ['Warranty'] }))
    relay = await relay.again()
    anna = await annaOnDuty(relay)
    expect(await headOf(conversationId)).toMatchObject({ lastSeq, labels: ['Warranty'] })
  })

  it('are the owner’s own, and those a conversation had before', async () => {
    const conversationId = await closed('A broken plate', ['Returns'])
    const set = (labels: string[]) => anna.emitWithAck('labels:set', { conversationId, labels })
    expect(await set(['Made up'])).toEqual({ ok: false, refusal: 'malformed', detail: 'labels' })
    expect(await set(['Returns', 'Returns'])).toMatchObject({ refusal: 'malformed' })
    await own(['Warranty'])
    yes(await set(['Returns', 'Warranty']))
    yes(await set(['Warranty']))
    expect(await set(['Returns'])).toMatchObject({ refusal: 'malformed' })
  })

  it('are not told to the visitor', async () => {
    const visitor = await visit(relay)
    const { id: conversationId } = yes(await visitor.request('conversation:ask', question('A broken plate')))
    yes(await anna.emitWithAck('labels:set', { conversationId, labels: ['Returns'] }))
    const { welcome } = await visit(relay, visitor.token)
    expect(JSON.stringify(welcome)).not.toContain('Returns')
  })

  it('find the conversations that have them, with words and without, and no longer those that lost them', async () => {
    const plate = await closed('A broken plate', ['Returns', 'Warranty'])
    const bowl = await closed('A broken bowl', ['Returns'])
    await closed('A broken mug')
    const open = await asks('A broken jug')
    yes(await anna.emitWithAck('labels:set', { conversationId: open, labels: ['Returns'] }))
    expect(await find({ label: 'Returns' })).toEqual([open, bowl, plate])
    expect(await find({ label: 'Warranty' })).toEqual([plate])
    expect(await find({ label: 'Warranty', operator: 'nobody' })).toEqual([])
    expect(await find({ q: 'broken', label: 'Returns' })).toEqual([open, bowl, plate])
    yes(await anna.emitWithAck('labels:set', { conversationId: plate, labels: [] }))
    expect(await find({ label: 'Returns' })).toEqual([open, bowl])
    expect(await find({ q: 'plate', label: 'Warranty' })).toEqual([])
    yes(await anna.emitWithAck('conversation:reopen', { conversationId: bowl }))
    expect(await find({ label: 'Returns' })).toEqual([open, bowl])
    expect(await find({ q: 'returns jug' })).toEqual([open])
    expect(await find({ q: 'bowl', label: 'Returns' })).toEqual([bowl])
  })

  it('are found page after page', async () => {
    // One operator alone would have asked for more than is answered at once.
    const boris = await borisOnDuty(relay)
    const ids: string[] = []
    for (let number = 0; number < 32; number += 1) ids.unshift(await closed(`Saucer ${number}`, ['Returns'], boris))
    const first = (await (await ask('/api/conversations?label=Returns')).json()) as FoundConversations
    expect(first.found).toHaveLength(30)
    expect(await find({ label: 'Returns', next: first.next ?? '' })).toEqual(ids.slice(30))
  })

  it('go with their conversation when it is erased', async () => {
    const id = await closed('A broken plate', ['Krügerglasur'])
    await own([])
    await own([])
    const store = `${relay.dataFolder}/`
    expect(filesWith(store, ['Krügerglasur'])).not.toEqual([])
    expect((await ask(`/api/visitors/${id}`, 'DELETE')).ok).toBe(true)
    expect(filesWith(store, ['Krügerglasur'])).toEqual([])
  })
})

describe('why a conversation is closed', () => {
  const reason = 'Refund agreed with the kiln'

  it('is told to operators and not to the visitor, and found', async () => {
    const visitor = await visit(relay)
    const { id: conversationId } = yes(await visitor.request('conversation:ask', question('A broken plate')))
    yes(await anna.emitWithAck('conversation:close', { conversationId, reason: `  ${reason} ` }))
    const { items } = yes(await anna.emitWithAck('conversation:resume', { conversationId, after: 0 }))
    expect(items.at(-1)).toMatchObject({ kind: 'closed', reason })
    const theirs = yes(await visitor.request('conversation:resume', { after: 0 })).items
    expect(theirs.at(-1)).toMatchObject({ kind: 'closed' })
    expect(JSON.stringify(theirs)).not.toContain('kiln')
    expect(await find({ q: 'refund plate' })).toEqual([conversationId])
    const response = await ask('/api/conversations?q=refund')
    expect(((await response.json()) as FoundConversations).found).toMatchObject([{ said: { text: reason } }])
  })

  it('is short', async () => {
    const conversationId = await asks('A broken plate')
    const close = (why: string) => anna.emitWithAck('conversation:close', { conversationId, reason: why })
    expect(await close('w'.repeat(201))).toMatchObject({ refusal: 'malformed' })
    expect(await close(' ')).toMatchObject({ refusal: 'malformed' })
    expect((await close('w'.repeat(200))).ok).toBe(true)
  })

  it('goes with the conversation when it is erased', async () => {
    const conversationId = await asks('A broken plate')
    yes(await anna.emitWithAck('conversation:close', { conversationId, reason }))
    expect(await find({ q: 'kiln' })).toEqual([conversationId])
    const store = `${relay.dataFolder}/`
    expect(filesWith(store, ['kiln'])).not.toEqual([])
    expect((await ask(`/api/visitors/${conversationId}`, 'DELETE')).ok).toBe(true)
    expect(filesWith(store, ['kiln'])).toEqual([])
  })
})
