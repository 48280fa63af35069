import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { mara } from '../kit/relay.ts'
import { useAttackedRelay } from './kit/attacked.ts'
import { onDuty, send, signIn } from './kit/operators.ts'
import { draft, question, yes } from './kit/payloads.ts'
import { asking, historyOf, knock, textsOf, visit } from './kit/people.ts'

const relay = useAttackedRelay()

interface Database {
  exec(sql: string): void
  close(): void
}

/** The relay's own driver: another program at its database. */
function openDatabase(folder: string): Database {
  const load = createRequire(join(import.meta.dirname, '../../relay/package.json'))
  const Driver = load('libsql') as new (path: string) => Database
  return new Driver(join(folder, 'conversations.db'))
}

const { email, password } = mara
const refused = { ok: false, refusal: 'storage-failed' }

it('R27 a store that can’t be written: refusals by name, nothing acknowledged that isn’t kept, and then it goes on', async () => {
  const { url, dataFolder } = relay()
  await onDuty(url, await signIn(url))
  const petr = await asking(url, 'Hello')
  const intruder = openDatabase(dataFolder)
  intruder.exec('BEGIN IMMEDIATE')
  const unkept = draft('Is anybody there?')
  expect(await petr.socket.emitWithAck('message:send', unkept)).toEqual(refused)
  const eve = await visit(url)
  const first = question('Me too')
  expect(await eve.socket.emitWithAck('conversation:ask', first)).toEqual(refused)
  expect(petr.heard.filter(([event]) => event === 'message:sent')).toHaveLength(1)
  expect(textsOf(await historyOf(petr))).toEqual(['Hello'])
  intruder.exec('ROLLBACK')
  intruder.close()
  yes(await petr.socket.emitWithAck('message:send', unkept))
  yes(await eve.socket.emitWithAck('conversation:ask', first))
  expect(textsOf(await historyOf(petr))).toEqual(['Hello', 'Is anybody there?'])
  expect(textsOf(await historyOf(eve))).toEqual(['Me too'])
  // The kill proves what was told: nothing of it was only in memory.
  await relay().kill()
  await relay().start()
  expect(textsOf(await historyOf(await visit(url, petr.token)))).toEqual(['Hello', 'Is anybody there?'])
})

it('R27 what an operator does while the store can’t be written is refused, and what is done after it is kept', async () => {
  const { url, dataFolder } = relay()
  const desk = await onDuty(url, await signIn(url))
  const intruder = openDatabase(dataFolder)
  intruder.exec('BEGIN IMMEDIATE')
  expect(await desk.emitWithAck('duty:set', { isOnDuty: false })).toEqual(refused)
  expect((await send(`${url}/api/session`, 'POST', { email, password })).status).toBe(503)
  intruder.exec('ROLLBACK')
  intruder.close()
  const cookie = await signIn(url)
  yes(await desk.emitWithAck('duty:set', { isOnDuty: false, backAt: Date.now() + 3_600_000 }))
  await relay().kill()
  await relay().start()
  expect((await fetch(`${url}/api/session`, { headers: { cookie } })).status).toBe(200)
  const again = knock(url, '/operator', { headers: { cookie } })
  const { team } = await new Promise<{ team: unknown }>((resolve) => again.once('operator:welcome', resolve))
  expect(team).toMatchObject([{ isOnDuty: false }])
})
