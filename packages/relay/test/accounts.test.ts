import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountsOf, boris } from './kit/accounts.ts'
import { closeDesk } from './kit/desk.ts'
import { filesWith } from './kit/folder.ts'
import { annaOnDuty, borisOnDuty, type OperatorSocket, openInbox } from './kit/operators.ts'
import { closeConnections, question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'
import { pastRestoring } from './kit/restorable.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeDesk)

const { ask, isIn, addBoris, signIn } = accountsOf(() => relay)
const annasId = async () => (await ask('GET', '/operators')).reply[0 as never] as unknown as { id: string }
const ended = (socket: OperatorSocket) => new Promise((resolve) => socket.once('disconnect', resolve))

describe('an operator', () => {
  it('changes neither the team nor the settings', async () => {
    const { id, cookie } = await addBoris()
    const { id: owner } = await annasId()
    const { reply: settings } = await ask('GET', '/settings')
    const profile = { capacity: 9, languages: [], skills: [], rank: 0 }
    const tries = [
      ['PUT', '/settings', settings],
      ['POST', '/invitations', {}],
      ['PUT', `/operators/${id}`, profile],
      ['PUT', `/operators/${id}/role`, { isOwner: true }],
      ['PUT', `/operators/${owner}/disabled`, { isDisabled: true }],
      ['PUT', `/operators/${id}/disabled`, { isDisabled: true }],
      ['PUT', `/operators/${owner}/shown`, { name: 'Nobody' }],
      ['DELETE', `/operators/${owner}`],
      ['DELETE', `/operators/${owner}/sessions`],
      ['POST', `/operators/${owner}/password-link`, {}],
      ['POST', '/entries/import', []],
      ['PUT', '/entries/x', {}],
      ['DELETE', '/entries/x'],
      ['GET', '/entries/x/versions?locale=en'],
      ['POST', '/entries/x/confirm', { locale: 'en' }],
      ['GET', '/entry-changes'],
      ['POST', '/entry-changes/1/undo'],
    ] as const
    for (const [method, path, body] of tries) {
      const { status, reply } = await ask(method, path, body, cookie)
      expect([method, path, status, reply.refusal]).toEqual([method, path, 403, 'forbidden'])
    }
    expect(await isIn(relay.annasCookie)).toBe(true)
  })

  it('chooses the language of their inbox, which every device is told and the account keeps', async () => {
    const { cookie } = await addBoris()
    const inbox = await openInbox(relay, cookie)
    const told = new Promise((resolve) => inbox.on('team:changed', (team) => resolve(team[1]?.locale)))
    expect((await ask('PUT', '/locale', { locale: 'de' }, cookie)).status).toBe(200)
    expect(await told).toBe('de')
    const { reply } = await signIn(boris.password)
    expect(reply).toMatchObject({ operator: { locale: 'de' } })
    expect(await annasId()).not.toHaveProperty('locale')
    expect((await ask('PUT', '/locale', { locale: 'no language' }, cookie)).reply.refusal).toBe('malformed')
  })

  it('becomes an owner by one, and is told at once', async () => {
    const { id, cookie } = await addBoris()
    const inbox = await openInbox(relay, cookie)
    const told = new Promise((resolve) => inbox.on('team:changed', (team) => team[1]?.isOwner && resolve(team)))
    expect((await ask('PUT', `/operators/${id}/role`, { isOwner: true })).status).toBe(200)
    await told
    expect((await ask('POST', '/invitations', {}, cookie)).status).toBe(200)
  })
})

describe('a desk', () => {
  it('always has an owner', async () => {
    const { id } = await annasId()
    const lastOwner = { status: 409, reply: { refusal: 'last-owner' } }
    expect(await ask('PUT', `/operators/${id}/role`, { isOwner: false })).toMatchObject(lastOwner)
    expect(await ask('DELETE', `/operators/${id}`)).toMatchObject(lastOwner)
  })

  it('has one also when an owner steps back while the other is removed', async () => {
    const { id } = await addBoris()
    const { id: owner } = await annasId()
    await ask('PUT', `/operators/${id}/role`, { isOwner: true })
    // Two connections that stand already, so that both requests come in one turn of the relay.
    await Promise.all([annasId(), annasId()])
    await Promise.all([ask('DELETE', `/operators/${id}`), ask('PUT', `/operators/${owner}/role`, { isOwner: false })])
    const left = JSON.parse(readFileSync(join(relay.dataFolder, 'operators.json'), 'utf8')) as { isOwner: boolean }[]
    expect(left.some(({ isOwner }) => isOwner)).toBe(true)
  })
})

describe('who is removed', () => {
  it('is cut off at once, and keeps only the name', async () => {
    const inbox = await borisOnDuty(relay)
    const visitor = await visit(relay)
    const { id: conversationId } = yes(await visitor.request('conversation:ask', question('Is my parcel lost?')))
    yes(await inbox.emitWithAck('conversation:take', { conversationId }))
    const cutOff = ended(inbox)
    const [, { id }] = (await ask('GET', '/operators')).reply as unknown as { id: string }[] &
      [{ id: string }, { id: string }]
    expect((await ask('DELETE', `/operators/${id}`)).status).toBe(204)
    await cutOff
    expect((await signIn(boris.password)).status).toBe(401)
    // The visitor is in line again, at the place of the first asking.
    const annas = await annaOnDuty(relay)
    yes(await annas.emitWithAck('queue:take', {}))
    const { page } = yes(await annas.emitWithAck('conversation:open', { conversationId }))
    expect(page.items).toContainEqual(expect.objectContaining({ kind: 'assigned', to: { id, name: 'Boris' } }))
    const again = await openInbox(relay)
    expect(again.welcome.formerOperators).toEqual([{ id, name: 'Boris' }])
    relay = await pastRestoring(relay)
    expect(filesWith(relay.dataFolder, [boris.email])).toEqual([])
    expect((await ask('POST', `/operators/${id}/restore`)).reply).toMatchObject({ refusal: 'unknown-operator' })
    expect((await openInbox(relay)).welcome.formerOperators).toEqual([{ id, name: 'Boris' }])
  })

  it('is on the team again where that is taken back, also when the relay has ended in between', async () => {
    const { id, cookie } = await addBoris()
    const profile = { capacity: 2, languages: ['de'], skills: ['Returns'], rank: -1 }
    await ask('PUT', `/operators/${id}`, profile)
    await ask('DELETE', `/operators/${id}`)
    expect((await ask('GET', '/operators')).reply).toHaveLength(1)
    relay = await relay.again()
    expect((await ask('POST', `/operators/${id}/restore`, {}, cookie)).status).toBe(401)
    const inbox = await openInbox(relay)
    const told = new Promise((resolve) => inbox.once('team:changed', (team) => resolve(team[1])))
    expect(await ask('POST', `/operators/${id}/restore`)).toMatchObject({ status: 200, reply: profile })
    expect(await told).toMatchObject({ id, name: 'Boris', ...profile })
    relay = await pastRestoring(relay)
    const again = await openInbox(relay, (await signIn(boris.password)).cookie)
    yes(await again.emitWithAck('duty:set', { isOnDuty: true }))
    expect(again.welcome.formerOperators).toEqual([])
  })

  it('is not restored where somebody else has the address by now', async () => {
    const { id } = await addBoris()
    await ask('DELETE', `/operators/${id}`)
    await addBoris()
    expect((await ask('POST', `/operators/${id}/restore`)).reply).toMatchObject({ refusal: 'email-taken' })
  })

  it('stays, and can go on, where that could not be stored', async () => {
    const inbox = await borisOnDuty(relay)
    const [, { id }] = (await ask('GET', '/operators')).reply as unknown as [object, { id: string }]
    const inTheWay = join(relay.dataFolder, 'operators.json.new')
    mkdirSync(inTheWay)
    const cutOff = ended(inbox)
    expect((await ask('DELETE', `/operators/${id}`)).status).toBeGreaterThanOrEqual(500)
    await cutOff
    rmdirSync(inTheWay)
    const again = await openInbox(relay, (await signIn(boris.password)).cookie)
    yes(await again.emitWithAck('duty:set', { isOnDuty: true }))
    expect((await ask('GET', '/operators')).reply).toHaveLength(2)
    expect((await ask('DELETE', `/operators/${id}`)).status).toBe(204)
  })

  it('can be invited again', async () => {
    const { id } = await addBoris()
    await ask('DELETE', `/operators/${id}`)
    expect((await addBoris()).id).not.toBe(id)
    expect((await signIn(boris.password)).status).toBe(200)
  })

  it('leaves nobody waiting whose account was taken out by hand', async () => {
    const inbox = await borisOnDuty(relay)
    const visitor = await visit(relay)
    const { id: conversationId } = yes(await visitor.request('conversation:ask', question('Hello')))
    yes(await inbox.emitWithAck('conversation:take', { conversationId }))
    closeConnections()
    await relay.stop()
    const path = join(relay.dataFolder, 'operators.json')
    writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, 'utf8')).slice(0, 1)))
    relay = await relay.again()
    const annas = await annaOnDuty(relay)
    expect(yes(await annas.emitWithAck('conversation:take', { conversationId })).status).toBe('assigned')
  })
})

describe('signing out everywhere', () => {
  it('ends all sessions of an operator, by themselves or by an owner', async () => {
    const { id, cookie } = await addBoris()
    const { cookie: other } = await signIn(boris.password)
    const inbox = await openInbox(relay, other)
    const cutOff = ended(inbox)
    expect((await ask('DELETE', `/operators/${id}/sessions`, undefined, cookie)).status).toBe(204)
    await cutOff
    expect([await isIn(cookie), await isIn(other), await isIn(relay.annasCookie)]).toEqual([false, false, true])
    const { cookie: again } = await signIn(boris.password)
    await ask('DELETE', `/operators/${id}/sessions`)
    expect(await isIn(again)).toBe(false)
  })
})
