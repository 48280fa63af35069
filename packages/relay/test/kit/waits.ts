import type { Wait } from '@deskbell/desk'
import type { WaitsReport } from '@deskbell/protocol'
import Database from 'libsql'
import { openWaitStore } from '../../src/store/wait-store.ts'
import { next, question, visit, yes } from './people.ts'
import type { TestRelay } from './relay.ts'

/** The waits in the database of a relay, as another process would read it. */
export function storedIn({ dataFolder }: TestRelay): Wait[] {
  const database = new Database(`${dataFolder}/conversations.db`)
  const waits = openWaitStore(database).between(0, Number.MAX_SAFE_INTEGER)
  database.close()
  return waits
}

export function getAsAnna({ url, annasCookie }: TestRelay, path: string): Promise<Response> {
  return fetch(url + path, { headers: { cookie: annasCookie } })
}

export async function reportOf(relay: TestRelay): Promise<WaitsReport> {
  return (await (await getAsAnna(relay, '/api/waits?days=7&zone=Europe/Berlin')).json()) as WaitsReport
}

/** A visitor in line, and what they were told there first. */
export async function asksIn(relay: TestRelay) {
  const visitor = await visit(relay)
  const told = next(visitor, 'queue:moved')
  const { id } = yes(await visitor.request('conversation:ask', question('Hello')))
  return { visitor, id, told: await told }
}
