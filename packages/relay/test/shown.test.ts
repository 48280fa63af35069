import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountsOf, boris } from './kit/accounts.ts'
import { closeDesk } from './kit/desk.ts'
import { annaOnDuty, openInbox } from './kit/operators.ts'
import { next, question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeDesk)

const { ask, addBoris, signIn } = accountsOf(() => relay)
const annasId = async () => (await openInbox(relay)).welcome.self.id
const show = (id: string, shown: object, cookie?: string) => ask('PUT', `/operators/${id}/shown`, shown, cookie)

describe('what visitors see of an operator', () => {
  it('is their own to change, and an owner’s', async () => {
    const { id, cookie } = await addBoris()
    const own = { name: 'Borja', role: 'Returns' }
    expect(await show(id, own, cookie)).toMatchObject({ status: 200, reply: own })
    expect((await show(id, { name: 'Boris' })).reply).not.toHaveProperty('role')
    relay = await relay.again()
    expect((await signIn(boris.password)).reply).toMatchObject({ operator: { name: 'Boris' } })
  })

  it('is told to colleagues, to who looks on and to who is answered, at once', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const looking = await visit(relay)
    const { id: conversationId } = yes(await mara.request('conversation:ask', question('Is my parcel lost?')))
    yes(await anna.emitWithAck('conversation:take', { conversationId }))
    const colleagues = new Promise((resolve) =>
      anna.on('team:changed', ([one]) => one?.name === 'Anni' && resolve(one)),
    )
    const people = next(looking, 'desk:changed')
    const welcome = next(mara, 'visitor:welcome')
    expect((await show(await annasId(), { name: 'Anni', role: 'Parcels' })).status).toBe(200)
    const anni = { name: 'Anni', role: 'Parcels' }
    expect(await colleagues).toMatchObject(anni)
    expect(await people).toEqual([anni])
    expect((await welcome).conversation).toMatchObject({ id: conversationId, status: 'assigned', operator: anni })
  })

  it('keeps who waits in line where they are', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Hello')))
    const people = next(mara, 'desk:changed')
    let isWelcomed = false
    mara.on('visitor:welcome', () => {
      isWelcomed = true
    })
    await show(await annasId(), { name: 'Anni' })
    await people
    expect(isWelcomed).toBe(false)
  })

  it.each(['Anna', 'ANNA', 'Ａｎｎａ', 'An\u200bna', '  Anna '])('is no colleague’s name: %s', async (name) => {
    const { id, cookie } = await addBoris()
    expect(await show(id, { name }, cookie)).toMatchObject({ status: 409, reply: { refusal: 'name-taken' } })
    expect((await show(id, { name: 'BORIS' }, cookie)).status).toBe(200)
  })

  it('is no colleague’s name for who joins, whose invitation goes on working', async () => {
    const { reply } = await ask('POST', '/invitations')
    const join = (name: string) => ask('POST', '/join', { ...boris, token: reply.url?.split('#join=')[1], name }, '')
    expect(await join('anna')).toMatchObject({ status: 409, reply: { refusal: 'name-taken' } })
    expect((await join('Boris')).status).toBe(200)
    // Without one, nobody learns who is on the team.
    expect((await join('anna')).reply.refusal).toBe('link-used')
  })

  it('is a name, and of no more than it may be', async () => {
    const id = await annasId()
    const wrong = [{}, { name: '' }, { name: '\u202e' }, { name: 'a'.repeat(61) }, { name: { a: 1 } }]
    const more = [
      { name: 'Anni', role: 'a'.repeat(500) },
      { name: 'Anni', isOwner: true },
      { name: 'Anni', id: 'x' },
    ]
    for (const shown of [...wrong, ...more]) expect((await show(id, shown)).reply.refusal).toMatch(/malformed|too-long/)
    expect((await show('nobody', { name: 'Anni' })).reply.refusal).toBe('unknown-operator')
  })
})
