import type { OperatorId, PushDevice } from '@deskbell/protocol'
import type Database from 'libsql'
import { hashOf } from './session-store.ts'
import { transact, writer } from './transact.ts'

/** Of one session: a browser has one, and may have been reset a few times. */
const devicesOfSession = 3

/** The devices that operators want to be told on, each for as long as its session lasts. */
export interface PushStore {
  put(device: PushDevice, sessionToken: string): void
  of(operatorId: OperatorId, now: number): PushDevice[]
  remove(endpoint: string): void
  /** Of what was put off, all that was due by then has been told, in ms since 1970. */
  toldUntil(): number
  setToldUntil(moment: number): void
}

interface Row {
  endpoint: string
  p256dh: string
  auth: string
  locale: string
  is_wordless: number
}

export function openPushStore(database: Database.Database): PushStore {
  const put = writer(
    database,
    `INSERT OR REPLACE INTO push_devices (endpoint, session, p256dh, auth, locale, is_wordless) VALUES (?1, ?2, ?3, ?4, ?5,
       coalesce(?6, (SELECT is_wordless FROM push_devices WHERE session = ?2 ORDER BY rowid DESC LIMIT 1), 0))`,
  )
  const trim = writer(
    database,
    `DELETE FROM push_devices WHERE session = ?1 AND rowid NOT IN
       (SELECT rowid FROM push_devices WHERE session = ?1 ORDER BY rowid DESC LIMIT ${devicesOfSession})`,
  )
  const remove = writer(database, 'DELETE FROM push_devices WHERE endpoint = ?')
  const of = database.prepare(
    `SELECT endpoint, p256dh, auth, locale, is_wordless FROM push_devices JOIN sessions ON token_hash = session
     WHERE operator_id = ? AND expires_at > ?`,
  )
  const until = database.prepare('SELECT until FROM due_told')
  const setUntil = writer(database, 'UPDATE due_told SET until = ?')
  return {
    toldUntil: () => (until.get() as { until: number }).until,
    setToldUntil: (moment) => void setUntil(moment),
    put: ({ endpoint, keys, locale, isWordless }, sessionToken) =>
      transact(database, () => {
        const session = hashOf(sessionToken)
        put(endpoint, session, keys.p256dh, keys.auth, locale, isWordless === undefined ? null : Number(isWordless))
        trim(session)
      }),
    of: (operatorId, now) =>
      (of.all(operatorId, now) as Row[]).map(({ endpoint, locale, is_wordless, ...keys }) => ({
        ...{ endpoint, keys, locale, isWordless: is_wordless === 1 },
      })),
    remove: (endpoint) => void remove(endpoint),
  }
}
