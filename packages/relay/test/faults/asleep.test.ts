import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { closeConnections, question, visit, yes } from '../kit/people.ts'
import { Anna } from './kit/anna.ts'
import { isLong } from './kit/length.ts'
import { Program } from './kit/program.ts'
import { Tab } from './kit/tab.ts'
import { noHarm, Traffic } from './kit/traffic.ts'

afterEach(closeConnections)

const hour = 3_600_000
/** Longer than Anna's page waits for an answer; at length, than Socket.IO waits for its own pings (25 s and 20 s). */
const asleep = isLong ? 60_000 : 7_000
/** The relay has to give up a frozen tab, which takes it as long. */
const pace = isLong ? 1 : 8
const frozen = 60_000 / pace

it('goes on where it was after an hour asleep, and nobody has lost a place', async () => {
  const program = await Program.make()
  await program.start()
  const traffic = await Traffic.on(program)
  const anna = await Anna.on(program)
  const ids: string[] = []
  const visitors = [await visit(program), await visit(program)]
  for (const visitor of visitors) ids.push(yes(await visitor.request('conversation:ask', question('Hello'))).id)
  const [, reloading] = visitors
  const assigned = () => [...anna.heads.values()].filter(({ status }) => status === 'assigned').length
  await expect.poll(() => assigned()).toBe(10)

  program.signal('SIGSTOP')
  program.setClock(hour)
  // The page is loaded anew meanwhile: both the end and the new beginning wait for the relay.
  reloading?.close()
  const again = visit(program, reloading?.token)
  await pause(asleep)
  program.signal('SIGCONT')

  const { welcome } = await again
  expect(welcome).toMatchObject({ conversation: { id: ids[1], status: 'waiting' }, queue: { status: { position: 2 } } })
  const acknowledged = traffic.count('ok')
  await traffic.until(() => traffic.count('ok') > acknowledged + 100)
  expect(traffic.count('unreachable')).toBeGreaterThan(0)
  await expect.poll(() => ids.map((id) => anna.heads.get(id)?.position)).toEqual([1, 2])
  await expect.poll(assigned).toBe(10)
  const { messages, ...harm } = await traffic.settle()
  expect(harm).toEqual(noHarm)
  expect(messages).toBeGreaterThan(100)
})

it('has everything when a frozen tab that the relay gave up is thawed, and its place in line', async () => {
  const program = await Program.make({ pace })
  await program.start()
  const anna = await Anna.on(program)
  const talking = await Tab.on(program)
  const fetched = await Tab.on(program)
  const waiting = await Tab.on(program)
  const tabs = [talking, fetched, waiting]
  const say = async ({ id }: Tab, text: string) =>
    yes(await anna.request('message:send', { conversationId: id, id: randomUUID(), text }))
  yes(await anna.request('conversation:take', { conversationId: talking.id }))
  await say(talking, 'Before')
  await expect.poll(() => talking.told.shown).toEqual(['Hello', 'Before'])

  for (const tab of tabs) tab.freeze()
  talking.say('Typed')
  const texts = Array.from({ length: 10 }, (_, index) => `Message ${index}`)
  yes(await anna.request('conversation:take', { conversationId: fetched.id }))
  for (const text of texts) {
    await say(talking, text)
    await say(fetched, text)
    await pause(frozen / texts.length)
  }
  const connected = () => tabs.map(({ id }) => anna.heads.get(id)?.isVisitorConnected)
  await expect.poll(connected).toEqual([false, false, false])
  for (const tab of tabs) tab.thaw()

  const back = { timeout: 20_000 }
  await vi.waitFor(() => expect(fetched.told.shown).toEqual(['Hello', ...texts]), back)
  await vi.waitFor(() => expect(talking.told.shown).toEqual(['Hello', 'Before', ...texts, 'Typed']), back)
  await vi.waitFor(() => expect(waiting.told.connected).toBe(2), back)
  await expect
    .poll(() => anna.heads.get(waiting.id))
    .toMatchObject({ status: 'waiting', position: 1, isVisitorConnected: true })
  await say(talking, 'After')
  await expect.poll(() => talking.told.shown.at(-1)).toBe('After')
})
