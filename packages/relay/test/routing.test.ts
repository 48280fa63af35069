import type { DeskStatus, Settings } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { annaOnDuty, borisOnDuty, headOf, type OperatorSocket, openInbox } from './kit/operators.ts'
import { next, question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay({}, 'automatic')
})
afterEach(async () => {
  vi.useRealTimers()
  await closeDesk()
})

async function put(path: string, change: (before: never) => object): Promise<void> {
  const headers = { cookie: relay.annasCookie, 'content-type': 'application/json' }
  const before = path.startsWith('/api/settings') ? await (await fetch(relay.url + path, { headers })).json() : {}
  const body = JSON.stringify(change(before as never))
  const { status } = await fetch(relay.url + path, { method: 'PUT', headers, body })
  if (status !== 200) throw new Error(`${path}: ${status}`)
}

const settings = (change: Partial<Settings>) => put('/api/settings', (before: Settings) => ({ ...before, ...change }))

async function profile(inbox: OperatorSocket, name: string, change: object): Promise<void> {
  const told = new Promise<string>((resolve) =>
    inbox.on('team:changed', (team) => {
      const id = team.find((member) => member.name === name)?.id
      if (id) resolve(id)
    }),
  )
  yes(await inbox.emitWithAck('duty:set', { isOnDuty: true, until: Date.now() + 3_600_000 }))
  await put(`/api/operators/${await told}`, () => ({ capacity: 1, languages: [], skills: [], rank: 0, ...change }))
}

describe('a visitor who asks', () => {
  it('is given to who is free, and both are told at once', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const [given, moved] = [headOf(anna, ({ status }) => status === 'assigned'), next(mara, 'conversation:moved')]
    const { id } = yes(await mara.request('conversation:ask', question('Hello')))
    expect(await moved).toMatchObject({ kind: 'assigned', to: { name: 'Anna' } })
    const head = await given
    expect(head.id).toBe(id)
    expect(head.openBy).toBeGreaterThan(Date.now() + 25_000)
    const heard = new Promise((resolve) => anna.once('message:sent', resolve))
    yes(await mara.request('message:send', { id: crypto.randomUUID(), text: 'And this' }))
    expect(await heard).toMatchObject({ item: { text: 'And this' } })
  })

  it('hears who is there in the answer, and of no line that is over by then', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    const begun = yes(await mara.request('conversation:ask', question('Hello')))
    expect(begun).toMatchObject({ status: 'assigned', operator: { name: 'Anna' }, lastSeq: 2 })
  })

  it('waits at full capacity and comes when a place is free', async () => {
    const anna = await annaOnDuty(relay)
    await profile(anna, 'Anna', { capacity: 1 })
    const [mara, petr] = [await visit(relay), await visit(relay)]
    const first = yes(await mara.request('conversation:ask', question('First')))
    const told = next(petr, 'queue:moved')
    yes(await petr.request('conversation:ask', question('Second')))
    expect((await told).status.position).toBe(1)
    const moved = next(petr, 'conversation:moved')
    yes(await anna.emitWithAck('conversation:close', { conversationId: first.id }))
    expect(await moved).toMatchObject({ kind: 'assigned', to: { name: 'Anna' } })
  })

  it('is told the languages of who comes where their own is none of them, then and later', async () => {
    const anna = await annaOnDuty(relay)
    await profile(anna, 'Anna', { languages: ['sl', 'de-AT'] })
    const mara = await visit(relay)
    const moved = next(mara, 'conversation:moved')
    yes(await mara.request('conversation:ask', question('Hello')))
    const told = { kind: 'assigned', to: { name: 'Anna', speaks: ['sl', 'de-AT'] } }
    expect(await moved).toMatchObject(told)
    await profile(anna, 'Anna', { languages: ['en-GB'] })
    const { items } = yes(await mara.request('conversation:resume', { after: 1 }))
    expect(items[0]).toMatchObject({ kind: 'assigned', to: { name: 'Anna' } })
    expect(items[0]).not.toHaveProperty('to.speaks')
  })

  it('is given to who has the skill of the topic and speaks the language', async () => {
    await settings({ topics: [{ id: 'Repairs', name: 'Repairs', skill: 'repairs' }] })
    const anna = await annaOnDuty(relay)
    const boris = await borisOnDuty(relay)
    await profile(anna, 'Anna', { languages: ['sl'] })
    await profile(boris, 'Boris', { skills: ['repairs'], languages: ['en'] })
    const mara = await visit(relay)
    const moved = next(mara, 'conversation:moved')
    const asked = { ...question('Broken'), before: { searches: [], entries: [], topic: 'repairs' } }
    yes(await mara.request('conversation:ask', asked))
    expect(await moved).toMatchObject({ kind: 'assigned', to: { name: 'Boris' } })
  })
})

it('tells who would answer about a topic, and how long that takes, before anybody asks', async () => {
  await settings({ topics: [{ id: 'Repairs', name: 'Repairs', skill: 'repairs' }] })
  const anna = await annaOnDuty(relay)
  const boris = await borisOnDuty(relay)
  await profile(anna, 'Anna', { languages: ['sl'] })
  await profile(boris, 'Boris', { skills: ['repairs'], languages: ['en'] })
  const named = async (query: string) => {
    const status = (await (await fetch(`${relay.url}/api/desk?${query}`)).json()) as DeskStatus
    return [status.people.map(({ name }) => name), status.next.wait]
  }
  expect(await named('locale=sl')).toEqual([['Anna'], 'known'])
  expect(await named('locale=de')).toEqual([['Anna', 'Boris'], 'known'])
  expect(await named('locale=sl&topic=repairs')).toEqual([['Boris'], 'known'])
  yes(await boris.emitWithAck('duty:set', { isOnDuty: false }))
  expect(await named('locale=sl&topic=repairs')).toEqual([[], 'unknown'])
})

describe('a conversation that was given', () => {
  it('goes to the next when it is not opened in time, with the place of the first question', async () => {
    await settings({ openWithinSeconds: 5 })
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Hello')))
    const boris = await borisOnDuty(relay)
    const his = boris.welcome.self.id
    const taken = headOf(boris, ({ status, operatorId }) => status === 'assigned' && operatorId === his)
    const kinds: string[] = []
    mara.on('conversation:moved', (item) => kinds.push(item.kind === 'assigned' ? `to ${item.to.name}` : item.kind))
    await vi.waitFor(() => expect(kinds).toEqual(['returned', 'to Boris']), 15_000)
    expect((await taken).openBy).toBeGreaterThan(Date.now())
    expect(anna.connected).toBe(true)
  }, 20_000)

  it('stays with who opened it, also over a restart', async () => {
    await settings({ openWithinSeconds: 5 })
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('Hello')))
    const opened = yes(await anna.emitWithAck('conversation:open', { conversationId: id }))
    expect(opened.conversation).toMatchObject({ status: 'assigned' })
    expect(opened.conversation).not.toHaveProperty('openBy')
    relay = await relay.again()
    const again = await openInbox(relay)
    const head = yes(await again.emitWithAck('conversation:open', { conversationId: id })).conversation
    expect(head).toMatchObject({ status: 'assigned' })
    expect(head).not.toHaveProperty('openBy')
  })
})

describe('the switch', () => {
  it('to by hand leaves what was given with who has it, opened or not', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const given = headOf(anna, ({ openBy }) => openBy !== undefined)
    yes(await mara.request('conversation:ask', question('Hello')))
    await given
    const kept = headOf(anna, ({ openBy }) => openBy === undefined)
    await settings({ routing: 'by-hand' })
    expect(await kept).toMatchObject({ status: 'assigned', operatorId: (await given).operatorId })
  })

  it('to by hand leaves who asks in line, and back gives them out', async () => {
    const anna = await annaOnDuty(relay)
    await settings({ routing: 'by-hand' })
    const mara = await visit(relay)
    const told = next(mara, 'queue:moved')
    yes(await mara.request('conversation:ask', question('Hello')))
    expect((await told).status).toMatchObject({ position: 1, wait: 'known' })
    const given = headOf(anna, ({ status }) => status === 'assigned')
    const chosen = new Promise((resolve) => anna.once('settings:changed', resolve))
    await settings({ routing: 'automatic' })
    expect(await chosen).toEqual({ routing: 'automatic', openWithinSeconds: 30, labels: [], locales: ['en'] })
    expect((await given).openBy).toBeGreaterThan(Date.now())
  })
})
