// What a device is told of questions, while no page of its operator is open.
import { expect, it, vi } from 'vitest'
import { annaOnDuty, borisJoins, borisOnDuty, openInbox } from './kit/operators.ts'
import { draft, question, visit, yes } from './kit/people.ts'
import { usePushDesk } from './kit/push-desk.ts'

vi.setConfig({ testTimeout: 60_000 })

const { relay, service, device, restart, asks, takenBy, leaves, taken, told, toldOf } = usePushDesk('by-hand')

it('is told who writes to a question that its operator, and no other, has put off', async () => {
  const [anna, borissCookie] = [await annaOnDuty(relay()), await borisJoins(relay())]
  await device()
  await device(borissCookie, 'd')
  const { petr, conversationId } = await takenBy(anna)
  yes(await anna.emitWithAck('follow-up:set', { conversationId, at: Date.now() + 3_600_000 }))
  yes(await petr.request('message:send', draft('Still there?')))
  anna.close()
  await vi.waitFor(async () => {
    yes(await petr.request('message:send', draft('Anybody?')))
    expect(told()).toEqual(['/send/abc Petr answered'])
  }, 20_000)
})

it('is told once what was put off is due, also where its operator wants quiet, and colleagues who are away are not', async () => {
  const [anna, borissCookie] = [await annaOnDuty(relay()), await borisJoins(relay())]
  await device()
  await device(borissCookie, 'd')
  const { petr, conversationId: written } = await takenBy(anna)
  const [conversationId, other] = [(await takenBy(anna)).conversationId, (await takenBy(anna)).conversationId]
  const at = Date.now() + 3_600_000
  for (const id of [conversationId, written]) yes(await anna.emitWithAck('follow-up:set', { conversationId: id, at }))
  yes(await anna.emitWithAck('follow-up:set', { conversationId: other, at: at + 60_000 }))
  yes(await anna.emitWithAck('quiet:set', { quiet: {} }))
  anna.close()
  await vi.waitFor(async () => {
    yes(await petr.request('message:send', draft('Anybody?')))
    expect(told()).toEqual(['/send/abc Petr answered'])
  }, 20_000)
  vi.useFakeTimers({ toFake: ['Date'], now: at })
  await taken(2)
  vi.setSystemTime(at + 60_000)
  await taken(3)
  vi.useRealTimers()
  const due = service()
    .taken.slice(1)
    .map(({ path, alert }) => [path, alert.title, alert.conversationId])
  const title = 'Petr: time to follow up'
  expect(due).toEqual([
    ['/send/abc', title, conversationId],
    ['/send/abc', title, other],
  ])
})

it('is told once a minute who adds to a question that is nobody’s, as of a question that is left', async () => {
  await device()
  const anna = await annaOnDuty(relay())
  const petr = await visit(relay())
  yes(await petr.request('question:leave', { ...question('First'), name: 'Petr' }))
  anna.close()
  await vi.waitFor(async () => {
    yes(await petr.request('message:send', draft('Anybody?')))
    expect(told()).toEqual(['/send/abc Petr answered'])
  }, 20_000)
  yes(await petr.request('message:send', draft('Hello?')))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
  // His connection ends with the leap.
  const tab = await visit(relay(), petr.token)
  yes(await tab.request('message:send', draft('Still nobody?')))
  await taken(2)
  vi.useRealTimers()
  expect(service().taken.map(({ alert }) => alert.body)).toEqual(['Anybody?', 'Still nobody?'])
})

it('is told of who leaves the line that there is a question, with words or without', async () => {
  await device()
  const anna = await annaOnDuty(relay())
  const [writes, waits] = [await asks('First'), await asks('Second')]
  await leaves(anna)
  yes(await writes.visitor.request('question:leave', { ...question('Write to me'), name: 'Petr' }))
  yes(await waits.visitor.request('conversation:pend', {}))
  for (const { conversationId } of [writes, waits])
    await vi.waitFor(() => expect(toldOf(conversationId)).toEqual(['Petr left a question']), 20_000)
})

it('is told once what was due while no relay ran', async () => {
  await device()
  const anna = await annaOnDuty(relay())
  const [first, second] = [await takenBy(anna), await takenBy(anna)]
  const at = Date.now() + 3_600_000
  yes(await anna.emitWithAck('follow-up:set', { conversationId: first.conversationId, at }))
  yes(await anna.emitWithAck('follow-up:set', { conversationId: second.conversationId, at: at + 3_600_000 }))
  anna.close()
  vi.useFakeTimers({ toFake: ['Date'], now: at + 1_800_000 })
  await restart()
  await taken(1)
  vi.setSystemTime(at + 7_200_000)
  await restart()
  await taken(2)
  expect(service().taken.map(({ alert }) => alert.conversationId)).toEqual(
    [first, second].map((one) => one.conversationId),
  )
})

it('is told what a colleague had put off who was removed', async () => {
  await device()
  const anna = await annaOnDuty(relay())
  const boris = await borisOnDuty(relay())
  const { conversationId } = await takenBy(boris)
  const later = { conversationId, at: Date.now() + 3_600_000 }
  yes(await boris.emitWithAck('follow-up:set', later))
  await leaves(anna)
  // Taken back, it is nobody's and no news.
  yes(await boris.emitWithAck('follow-up:set', { conversationId }))
  yes(await boris.emitWithAck('follow-up:set', later))
  const next = await asks('Afterwards')
  await vi.waitFor(() => expect(toldOf(next.conversationId)).not.toEqual([]), 20_000)
  expect(toldOf(conversationId)).toEqual([])
  const headers = { cookie: relay().annasCookie }
  await fetch(`${relay().url}/api/operators/${boris.welcome.self.id}`, { method: 'DELETE', headers })
  await vi.waitFor(() => expect(toldOf(conversationId)).toEqual(['Petr left a question']), 20_000)
  const again = await openInbox(relay())
  const head = again.welcome.conversations.find(({ id }) => id === conversationId)
  expect(head).toMatchObject({ status: 'pending' })
  expect(head?.followUp).toBeUndefined()
})

it('is told who is back in the line', async () => {
  await device()
  const anna = await annaOnDuty(relay())
  const boris = await borisOnDuty(relay())
  const { conversationId } = await takenBy(boris)
  await leaves(anna)
  yes(await boris.emitWithAck('conversation:transfer', { conversationId, to: 'line' }))
  await vi.waitFor(() => expect(toldOf(conversationId)).toEqual(['Petr waits for somebody']), 20_000)
})

it('is told what is its operator’s again as who was to take it over is gone', async () => {
  await device()
  const anna = await annaOnDuty(relay())
  const boris = await borisOnDuty(relay())
  const { conversationId } = await takenBy(anna)
  const { id } = boris.welcome.self
  yes(await anna.emitWithAck('conversation:transfer', { conversationId, to: id }))
  await fetch(`${relay().url}/api/operators/${id}`, { method: 'DELETE', headers: { cookie: relay().annasCookie } })
  await vi.waitFor(() => expect(toldOf(conversationId)).toEqual(['Petr is yours: open it']), 20_000)
})

it('is told that what a colleague had put off is due who is not there', async () => {
  const [anna, borissCookie] = [await annaOnDuty(relay()), await borisJoins(relay())]
  await device()
  await device(borissCookie, 'd')
  const boris = await openInbox(relay(), borissCookie)
  yes(await boris.emitWithAck('duty:set', { isOnDuty: true }))
  const { conversationId } = await takenBy(boris)
  const at = Date.now() + 3_600_000
  yes(await boris.emitWithAck('follow-up:set', { conversationId, at }))
  for (const inbox of [boris, anna]) inbox.close()
  await vi.waitFor(async () => {
    await asks('Are both gone?')
    const paths = service().taken.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['/send/abc', '/send/abcd']))
  }, 20_000)
  expect(toldOf(conversationId)).toEqual([])
  vi.useFakeTimers({ toFake: ['Date'], now: at })
  const title = 'Petr: time to follow up'
  await vi.waitFor(() => expect(toldOf(conversationId)).toEqual([title, title]), 20_000)
})
