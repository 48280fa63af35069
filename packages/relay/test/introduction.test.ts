import type { AsksFor, DeskStatus, OpenedConversation } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { annaOnDuty } from './kit/operators.ts'
import { next, question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeDesk)

async function settle(asksFor: AsksFor): Promise<void> {
  const headers = { cookie: relay.annasCookie, 'content-type': 'application/json' }
  const settings = await (await fetch(`${relay.url}/api/settings`, { headers })).json()
  const body = JSON.stringify({ ...settings, asksFor })
  expect((await fetch(`${relay.url}/api/settings`, { method: 'PUT', headers, body })).status).toBe(200)
}

const deskStatus = async () => (await (await fetch(`${relay.url}/api/desk?locale=en`)).json()) as DeskStatus

describe('what the owner asks visitors for', () => {
  it('is nothing at first, and reaches pages that are open', async () => {
    expect(await deskStatus()).not.toHaveProperty('asksFor')
    const changed = next(await visit(relay), 'site:changed')
    await settle({ name: 'required' })
    await changed
    expect(await deskStatus()).toMatchObject({ asksFor: { name: 'required' } })
  })

  it('is needed to begin, in line and with a question', async () => {
    await annaOnDuty(relay)
    await settle({ name: 'required', email: 'required' })
    const visitor = await visit(relay)
    const asks = (said: object) => visitor.request('conversation:ask', { ...question('Hello'), ...said })
    expect(await asks({})).toMatchObject({ refusal: 'name-missing' })
    expect(await asks({ name: ' ' })).toMatchObject({ refusal: 'name-missing' })
    expect(await asks({ name: 'Ines' })).toMatchObject({ refusal: 'email-missing' })
    expect(await visitor.request('question:leave', question('Hello'))).toMatchObject({ refusal: 'name-missing' })
    const said = { name: 'Ines', email: 'ines@visitor.example' }
    expect(await asks({ ...said, name: 'ANNA' })).toMatchObject({ refusal: 'name-taken' })
    expect(yes(await asks(said))).toMatchObject({ status: 'waiting', ...said })
  })

  it('is not asked again of who is in line, nor where it may be left out', async () => {
    await annaOnDuty(relay)
    await settle({ name: 'optional', email: 'optional' })
    const visitor = await visit(relay)
    yes(await visitor.request('conversation:ask', question('Hello')))
    await settle({ name: 'required', email: 'required' })
    expect(yes(await visitor.request('question:leave', question('I must go')))).toMatchObject({ status: 'pending' })
  })

  it('stands on the card, is found by operators, and comes back to the visitor who asks again', async () => {
    const anna = await annaOnDuty(relay)
    await settle({ name: 'required', email: 'optional' })
    const visitor = await visit(relay)
    const said = { name: 'Ines Berg', email: 'ines@visitor.example' }
    const { id } = yes(await visitor.request('conversation:ask', { ...question('My parcel is wet'), ...said }))
    const { conversation }: OpenedConversation = yes(
      await anna.emitWithAck('conversation:open', { conversationId: id }),
    )
    expect(conversation).toMatchObject(said)
    const headers = { cookie: relay.annasCookie }
    const found = await fetch(`${relay.url}/api/conversations?q=berg`, { headers })
    expect(await found.text()).toContain(id)
    const exported = await fetch(`${relay.url}/api/visitors/${id}`, { headers })
    expect(await exported.text()).toContain('Ines Berg')
    yes(await visitor.request('conversation:close', {}))
    expect((await visit(relay, visitor.token)).welcome.conversation).toMatchObject({ status: 'closed', ...said })
  })
})
