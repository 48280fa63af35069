import type { WaitsReport } from '@deskbell/protocol'
import { afterEach, expect, it, vi } from 'vitest'
import { closeConnections, next, question, type TestVisitor, visit, yes } from '../kit/people.ts'
import { anna as account } from '../kit/relay.ts'
import { Anna } from './kit/anna.ts'
import { Program } from './kit/program.ts'
import { noHarm, Traffic } from './kit/traffic.ts'

afterEach(closeConnections)

const hour = 3_600_000
const minute = 60_000
/** Wrong passwords a name may be tried with in 15 minutes. */
const wrongAllowed = 5

/** Asks, and is told the place in line. */
async function asks(visitor: TestVisitor) {
  const told = next(visitor, 'queue:moved')
  const { id } = yes(await visitor.request('conversation:ask', question('Hello')))
  return { id, told: (await told).status }
}

async function signIn({ url }: Program, password: string): Promise<{ status: number; retryAfterMs?: number }> {
  const headers = { 'content-type': 'application/json', origin: url }
  const body = JSON.stringify({ email: account.email, password })
  const response = await fetch(`${url}/api/session`, { method: 'POST', headers, body })
  return { ...((await response.json()) as object), status: response.status }
}

async function waitsOf({ url, annasCookie }: Program): Promise<WaitsReport> {
  const response = await fetch(`${url}/api/waits?days=7&zone=UTC`, { headers: { cookie: annasCookie } })
  return (await response.json()) as WaitsReport
}

it('keeps the line, its waits, presence and limits, and loses nothing, when its clock is set back by an hour', async () => {
  const program = await Program.make()
  await program.start()
  const traffic = await Traffic.on(program)
  const anna = await Anna.on(program)
  const take = async (who: Anna, conversationId: string) =>
    yes(await who.request('conversation:take', { conversationId }))
  const answer = async (who: Anna, conversationId: string) =>
    yes(await who.request('message:send', { conversationId, id: crypto.randomUUID(), text: 'Hello' }))

  const back = await visit(program)
  const { id: returning } = await asks(back)
  await take(anna, returning)
  await answer(anna, returning)
  const first = await visit(program)
  const { id: firstId } = await asks(first)
  for (let time = 0; time < wrongAllowed; time += 1) expect((await signIn(program, 'wrong')).status).toBe(401)

  program.setClock(-hour)
  const acknowledged = traffic.count('ok')
  const second = await visit(program)
  const { id: secondId, told } = await asks(second)
  expect(told.position).toBe(2)
  if (told.wait === 'known') expect([told.lowSeconds >= 0, told.highSeconds <= hour / 1000]).toEqual([true, true])
  yes(await anna.request('conversation:transfer', { conversationId: returning, to: 'line' }))
  const line = [returning, firstId, secondId]
  await expect.poll(() => line.map((id) => anna.heads.get(id)?.position)).toEqual([1, 2, 3])

  const { status, retryAfterMs = 0 } = await signIn(program, 'wrong')
  expect(status).toBe(429)
  expect(retryAfterMs).toBeLessThanOrEqual(3 * minute)
  program.setClock(-hour + retryAfterMs + 1_000)
  expect((await signIn(program, account.password)).status).toBe(200)

  second.close()
  await vi.waitFor(() => expect(anna.heads.get(secondId)?.isVisitorConnected).toBe(false), { timeout: 15_000 })
  await traffic.until(() => traffic.count('ok') > acknowledged + 50)
  const { messages, ...harm } = await traffic.settle()
  expect(harm).toEqual(noHarm)
  expect(messages).toBeGreaterThan(50)

  // Started again, its clock still behind.
  const again = await Anna.on(program)
  expect(line.map((id) => again.heads.get(id)?.position)).toEqual([1, 2, 3])
  for (const id of line) {
    await take(again, id)
    await answer(again, id)
  }
  const report = await waitsOf(program)
  expect(report.outcomes).toEqual({ served: report.total.waits, left: 0, question: 0, 'nobody-came': 0 })
  expect(report.total.waits + report.atOnce).toBe(14)
})
