import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { OperatorConversation, VisitorItem } from '@deskbell/protocol'
import Database from 'libsql'
import { afterEach, expect, it, vi } from 'vitest'
import { eraseVisitors } from '../src/privacy/erase.ts'
import { openLogStore } from '../src/store/log-store.ts'
import { migrate } from '../src/store/schema.ts'
import { closeDesk } from './kit/desk.ts'
import { filesWith } from './kit/folder.ts'
import { annaOnDuty, type OperatorSocket, openInbox } from './kit/operators.ts'
import { closeConnections, draft, question, type TestVisitor, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'
import { asksIn, getAsAnna, storedIn } from './kit/waits.ts'

afterEach(closeDesk)

const day = 86_400_000
/** The first with waits, the first that knows when duty ends, and the first with an index of what was said, message by message. */
const [withWaits, withEndsOfDuty, withEarlierIndex] = [3, 4, 9]
const versions = Array.from({ length: newestVersion() }, (_, index) => index + 1)

function newestVersion(): number {
  const database = new Database(':memory:')
  migrate(database)
  const [{ user_version }] = database.pragma('user_version') as [{ user_version: number }]
  database.close()
  return user_version
}

/** The store as a relay of that version would have it: made by its own steps, with as much as its tables have room for. */
function takeBackTo(version: number, { dataFolder }: TestRelay): void {
  const today = join(dataFolder, 'conversations.db')
  const earlier = join(dataFolder, 'earlier.db')
  const database = new Database(earlier)
  migrate(database, version)
  database.exec(`ATTACH '${today}' AS today`)
  for (const table of ['conversations', 'items', 'duty', 'waits', 'sessions', 'secrets']) {
    const columns = columnsOf(database, table).join(', ')
    if (columns) database.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM today.${table}`)
  }
  database.exec('DETACH today')
  database.close()
  for (const part of ['', '-wal', '-shm']) rmSync(today + part, { force: true })
  renameSync(earlier, today)
}

/** None where there is no such table. */
function columnsOf(database: Database.Database, table: string): string[] {
  const columns = database.prepare(`SELECT name FROM pragma_table_info('${table}', 'main')`).all() as { name: string }[]
  return columns.map(({ name }) => name)
}

/** A visitor whom Anna has answered, who has read that and written again, and another who waits. */
async function aDaysWork(relay: TestRelay, anna: OperatorSocket) {
  const { visitor, id } = await asksIn(relay)
  yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
  yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft('What is it about?') }))
  const last = draft('About the engraving')
  const { seq } = yes(await visitor.request('message:send', last))
  yes(await visitor.request('receipt:give', { delivered: seq, read: seq - 1 }))
  yes(await anna.emitWithAck('receipt:give', { conversationId: id, delivered: seq, read: seq }))
  const waiting = await visit(relay)
  const { id: waitingId } = yes(await waiting.request('conversation:ask', question('Is anybody there?')))
  yes(await anna.emitWithAck('duty:set', { isOnDuty: true, until: Date.now() + day }))
  return { visitor, id, last, seq, waiting, waitingId }
}

async function itemsOf(visitor: TestVisitor): Promise<readonly VisitorItem[]> {
  return yes(await visitor.request('conversation:resume', { after: 0 })).items
}

const headOf = ({ welcome }: OperatorSocket, id: string): OperatorConversation | undefined =>
  welcome.conversations.find((conversation) => conversation.id === id)

it.each(versions)('opens a store of version %i with all that is in it', async (version) => {
  let relay = await openRelay()
  const { visitor, id, last, seq, waiting, waitingId } = await aDaysWork(relay, await annaOnDuty(relay))
  const { welcome } = await visit(relay, visitor.token)
  const inbox = await openInbox(relay)
  const items = await itemsOf(visitor)
  await relay.stop()
  closeConnections()
  const waits = storedIn(relay)
  takeBackTo(version, relay)
  relay = await relay.again()

  const back = await visit(relay, visitor.token)
  expect(await itemsOf(back)).toEqual(items)
  expect(back.welcome.conversation).toEqual(welcome.conversation)
  expect(back.welcome.conversation).toMatchObject({
    mine: { delivered: seq, read: seq - 1 },
    theirs: { delivered: seq, read: seq },
  })
  const inboxAfter = await openInbox(relay)
  expect(headOf(inboxAfter, id)).toEqual(headOf(inbox, id))
  expect(headOf(inboxAfter, waitingId)).toMatchObject({ status: 'waiting', position: 1 })
  expect(inboxAfter.welcome.team.find(({ id: each }) => each === inbox.welcome.self.id)).toMatchObject({
    isOnDuty: true,
    ...(version >= withEndsOfDuty && { until: expect.any(Number) }),
  })
  expect(waits).toHaveLength(2)
  expect(storedIn(relay)).toEqual(version >= withWaits ? waits : [])
  const found = await (await getAsAnna(relay, '/api/conversations?q=engraving')).json()
  expect(found).toMatchObject({ found: [{ conversation: { id } }] })
  // A try of a message that got in already, and what comes after it.
  expect(yes(await back.request('message:send', last)).seq).toBe(seq)
  expect(yes(await back.request('message:send', draft('Thank you'))).seq).toBe(seq + 1)
  const stillWaiting = await visit(relay, waiting.token)
  yes(await inboxAfter.emitWithAck('queue:take', {}))
  expect((await itemsOf(stillWaiting)).map(({ kind }) => kind)).toEqual(['message', 'assigned'])
})

it('takes what was due before devices were told of it for told', () => {
  const database = new Database(':memory:')
  const before = Date.now()
  migrate(database)
  const { until } = database.prepare('SELECT until FROM due_told').get() as { until: number }
  expect(until).toBeGreaterThanOrEqual(before)
  database.close()
})

it('leaves a store as it was when a step fails', () => {
  const database = new Database(':memory:')
  migrate(database, withWaits)
  database.exec('CREATE TABLE labels (label TEXT)')
  const inIt = () => database.prepare('SELECT name FROM sqlite_schema').all()
  const before = inIt()
  expect(() => migrate(database)).toThrow('labels')
  expect(database.pragma('user_version')).toEqual([{ user_version: withWaits }])
  expect(inIt()).toEqual(before)
  database.close()
})

/** A store whose index is that of an earlier version, with a word that stands nowhere else. */
async function withWordIndexedEarlier(word: string) {
  const relay = await openRelay()
  const { id } = await aDaysWork(relay, await annaOnDuty(relay))
  await relay.stop()
  closeConnections()
  takeBackTo(withEarlierIndex, relay)
  const database = new Database(join(relay.dataFolder, 'conversations.db'))
  database.prepare('INSERT INTO said (rowid, terms) SELECT id, ? FROM items').run(word)
  database.close()
  return { id, relay: await relay.again() }
}

it('lets go of an earlier index once it reads into its own', async () => {
  const { id, relay } = await withWordIndexedEarlier('quillfeather')
  const find = async (q: string) => (await getAsAnna(relay, `/api/conversations?q=${q}`)).json()
  await vi.waitFor(async () => expect(await find('engraving')).toMatchObject({ isReading: false }))
  expect(await find('quillfeather')).toMatchObject({ found: [] })
  expect(await find('engraving')).toMatchObject({ found: [{ conversation: { id } }] })
  const database = new Database(join(relay.dataFolder, 'conversations.db'))
  expect(database.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'said%'`).all()).toEqual([])
  database.close()
})

it('lets go of an earlier index with the first that is erased', async () => {
  const { id, relay } = await withWordIndexedEarlier('quillfeather')
  expect(filesWith(relay.dataFolder, ['quillfeather'])).not.toEqual([])
  const headers = { cookie: relay.annasCookie, origin: relay.url }
  expect((await fetch(`${relay.url}/api/visitors/${id}`, { method: 'DELETE', headers })).ok).toBe(true)
  expect(filesWith(relay.dataFolder, ['quillfeather', 'engraving'])).toEqual([])
})

it('lets go of a large earlier index piece by piece before it erases', async () => {
  const { id, relay } = await withWordIndexedEarlier('quillfeather')
  await relay.stop()
  const store = openLogStore(relay.dataFolder)
  const isThere = () => store.database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'said'`).get() !== undefined
  const pieces = vi.spyOn(store.personal, 'dropEarlier')
  const wasThere: boolean[] = []
  vi.spyOn(store.personal, 'erase').mockImplementation(() => void wasThere.push(isThere()))
  await eraseVisitors({ store }, [store.conversation(id)?.conversation.visitorId ?? ''])
  expect(wasThere).toEqual([false])
  expect(pieces.mock.calls.length).toBeGreaterThan(1)
  store.close()
})
