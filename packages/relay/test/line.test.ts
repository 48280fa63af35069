import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { annaOnDuty, borisOnDuty, openInbox } from './kit/operators.ts'
import { next, question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(async () => {
  vi.useRealTimers()
  await closeDesk()
})

const desk = async () =>
  (await (await fetch(`${relay.url}/api/desk?locale=en`)).json()) as {
    people: { name: string }[]
    next: { position: number; wait: string }
    line: { isFormFirst: boolean }
  }

describe('the line', () => {
  it('tells everybody their own place and moves them up', async () => {
    const anna = await annaOnDuty(relay)
    const [mara, petr] = [await visit(relay), await visit(relay)]
    const maraIs = next(mara, 'queue:moved')
    yes(await mara.request('conversation:ask', question('First')))
    expect((await maraIs).status).toMatchObject({ position: 1, wait: 'known' })
    const petrIs = next(petr, 'queue:moved')
    yes(await petr.request('conversation:ask', question('Second')))
    expect(await petrIs).toMatchObject({ status: { position: 2 }, reason: 'joined', behind: 0 })
    const petrMoves = next(petr, 'queue:moved')
    yes(await anna.emitWithAck('queue:take', {}))
    expect(await petrMoves).toMatchObject({ status: { position: 1 }, reason: 'moved-up' })
  })

  it('is told within two seconds that the last operator left', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Hello')))
    const people = next(mara, 'desk:changed')
    const moved = next(mara, 'queue:moved', ({ reason }) => reason !== 'joined')
    yes(await anna.emitWithAck('duty:set', { isOnDuty: false }))
    expect(await people).toEqual([])
    expect(await moved).toMatchObject({ reason: 'operator-left', who: { name: 'Anna' }, status: { wait: 'unknown' } })
  })

  it('names who came when the wait shortens', async () => {
    await annaOnDuty(relay)
    const waiting = [await visit(relay), await visit(relay), await visit(relay), await visit(relay), await visit(relay)]
    for (const visitor of waiting) yes(await visitor.request('conversation:ask', question('Hello')))
    const last = waiting.at(-1) as (typeof waiting)[number]
    const moved = new Promise((resolve) =>
      last.on('queue:moved', (news) => news.reason === 'operator-came' && resolve(news)),
    )
    await borisOnDuty(relay)
    expect(await moved).toMatchObject({ who: { name: 'Boris' } })
  })

  it('turns a place into a question in one request', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('Hello')))
    const changed = new Promise((resolve) =>
      anna.on('conversations:changed', (heads) => {
        const question = heads.find(({ status }) => status === 'pending')
        if (question) resolve(question)
      }),
    )
    const pended = yes(await mara.request('conversation:pend', { email: 'mara@post.example' }))
    expect(pended).toMatchObject({ id, status: 'pending', email: 'mara@post.example' })
    expect(await changed).toMatchObject({ id, reference: pended.reference })
  })

  it('frees the place of a visitor who leaves', async () => {
    await annaOnDuty(relay)
    const [mara, petr] = [await visit(relay), await visit(relay)]
    yes(await mara.request('conversation:ask', question('First')))
    yes(await petr.request('conversation:ask', question('Second')))
    const moved = next(petr, 'queue:moved', ({ reason }) => reason !== 'joined')
    yes(await mara.request('conversation:close', {}))
    expect((await moved).status.position).toBe(1)
  })

  it('stores what was promised beside the conversation', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Hello')))
    const taken = yes(await anna.emitWithAck('queue:take', {}))
    expect(taken.promised?.highSeconds).toBeGreaterThan(taken.promised?.lowSeconds ?? Number.NaN)
  })

  it('offers the form first to whoever would wait beyond the limit', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    const maraIs = next(mara, 'queue:moved')
    yes(await mara.request('conversation:ask', question('Hello')))
    expect((await maraIs).isFormFirst).toBe(false)
    expect((await desk()).line).toEqual({ isFormFirst: false })
    for (let others = 0; others < 20; others += 1) {
      yes(await (await visit(relay)).request('conversation:ask', question('Hello')))
    }
    expect((await desk()).line).toEqual({ isFormFirst: true })
  })

  it('offers the form first to whoever has waited beyond the limit', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Hello')))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 })
    const isFirst = new Promise((resolve) => mara.on('queue:moved', (news) => news.isFormFirst && resolve(true)))
    yes(await (await visit(relay)).request('conversation:ask', question('Hello')))
    expect(await isFirst).toBe(true)
  })

  it('is empty for the one who takes from it in vain', async () => {
    const anna = await annaOnDuty(relay)
    expect(await anna.emitWithAck('queue:take', {})).toMatchObject({ refusal: 'nobody-waits' })
  })

  it('is on the desk page before any socket', async () => {
    expect(await desk()).toMatchObject({ people: [], next: { wait: 'unknown', reason: 'nobody-on-duty' } })
    await annaOnDuty(relay)
    expect(await desk()).toMatchObject({ people: [{ name: 'Anna' }], next: { position: 1, wait: 'known' } })
  })

  it('loses Anna at once when she signs out', async () => {
    const anna = await openInbox(relay)
    yes(await anna.emitWithAck('duty:set', { isOnDuty: true }))
    const gone = new Promise((resolve) => anna.once('disconnect', resolve))
    await fetch(`${relay.url}/api/session`, { method: 'DELETE', headers: { cookie: relay.annasCookie } })
    await gone
    expect((await desk()).people).toEqual([])
  })
})
