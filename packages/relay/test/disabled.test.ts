import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../src/commands/command-line.ts'
import { accountsOf, boris } from './kit/accounts.ts'
import { closeDesk } from './kit/desk.ts'
import { annaOnDuty, borisOnDuty, openInbox } from './kit/operators.ts'
import { question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeDesk)

const { ask, isIn, addBoris, signIn } = accountsOf(() => relay)
const disable = (id: string, isDisabled = true, cookie?: string) =>
  ask('PUT', `/operators/${id}/disabled`, { isDisabled }, cookie)

describe('who is disabled', () => {
  it('is cut off at once, stays on the list, and what was theirs waits again', async () => {
    const inbox = await borisOnDuty(relay)
    const { id } = inbox.welcome.self
    const visitor = await visit(relay)
    const { id: conversationId } = yes(await visitor.request('conversation:ask', question('Is my parcel lost?')))
    yes(await inbox.emitWithAck('conversation:take', { conversationId }))
    const cutOff = new Promise((resolve) => inbox.once('disconnect', resolve))
    expect(await disable(id)).toMatchObject({ status: 200, reply: { isDisabled: true } })
    await cutOff
    const annas = await annaOnDuty(relay)
    yes(await annas.emitWithAck('queue:take', {}))
    const { page } = yes(await annas.emitWithAck('conversation:open', { conversationId }))
    expect(page.items).toContainEqual(expect.objectContaining({ kind: 'assigned', to: { id, name: 'Boris' } }))
    expect(annas.welcome.team).toContainEqual(expect.objectContaining({ id, isDisabled: true, isOnDuty: false }))
  })

  it('can’t come in, by no way, until allowed again', async () => {
    const { id, cookie } = await addBoris()
    const { reply: link } = await ask('POST', `/operators/${id}/password-link`, {})
    await disable(id)
    expect((await signIn(boris.password)).reply.refusal).toBe('wrong-credentials')
    expect(await isIn(cookie)).toBe(false)
    await expect(openInbox(relay, cookie)).rejects.toThrow('signed-out')
    const token = link.url?.split('#new-password=')[1]
    expect((await ask('POST', '/new-password', { token, password: boris.password }, '')).reply.refusal).toBe(
      'link-used',
    )
    expect((await ask('POST', `/operators/${id}/password-link`, {})).reply.refusal).toBe('unknown-operator')
    const environment = { DESKBELL_DATA: relay.dataFolder }
    const { code, text } = await runCommand({ words: ['password', boris.email], environment })
    expect([code, text]).toEqual([1, expect.stringContaining('disabled')])
    relay = await relay.again()
    expect((await signIn(boris.password)).status).toBe(401)
    expect(await disable(id, false)).toMatchObject({ status: 200 })
    const again = await openInbox(relay, (await signIn(boris.password)).cookie)
    yes(await again.emitWithAck('duty:set', { isOnDuty: true }))
  })

  it('is neither oneself nor the last owner who may sign in', async () => {
    const { id, cookie } = await addBoris()
    const annas = (await openInbox(relay)).welcome.self.id
    expect((await disable(annas)).reply.refusal).toBe('forbidden')
    await ask('PUT', `/operators/${id}/role`, { isOwner: true })
    // Both at once: one of them stays.
    const both = await Promise.all([disable(id), disable(annas, true, cookie)])
    expect(both.map(({ status }) => status === 200).toSorted()).toEqual([false, true])
  })

  it('doesn’t count as an owner', async () => {
    const { id } = await addBoris()
    const annas = (await openInbox(relay)).welcome.self.id
    await ask('PUT', `/operators/${id}/role`, { isOwner: true })
    await disable(id)
    expect((await ask('PUT', `/operators/${annas}/role`, { isOwner: false })).reply.refusal).toBe('last-owner')
    expect((await ask('DELETE', `/operators/${annas}`)).reply.refusal).toBe('last-owner')
  })
})
