import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'
import { lockFolder } from '../src/store/lock.ts'
import { openLogStore } from '../src/store/log-store.ts'
import { openSettingsStore } from '../src/store/settings-store.ts'
import { annaOnDuty } from './kit/operators.ts'
import { closeConnections, draft, question, visit, yes } from './kit/people.ts'
import { closeRelays, openRelay } from './kit/relay.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'deskbell-store-'))
  folders.push(made)
  return made
}
afterEach(async () => {
  closeConnections()
  await closeRelays()
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

describe('the settings files', () => {
  it('come back from the last good copy when one is damaged', () => {
    const where = folder()
    const { settings } = openSettingsStore(where, () => {})
    settings.update((data) => void Object.assign(data, { siteName: 'Holm' }))
    settings.update((data) => void Object.assign(data, { siteName: 'Holm Ceramics' }))
    writeFileSync(join(where, 'settings.json'), '{"siteName": "Ho')
    expect(openSettingsStore(where, () => {}).settings.data.siteName).toBe('Holm')
  })

  it('refuse to start empty when there is no good copy', () => {
    const where = folder()
    writeFileSync(join(where, 'operators.json'), '')
    expect(() => openSettingsStore(where, () => {})).toThrow(/operators.json is damaged/)
  })

  it('are readable JSON', () => {
    const where = folder()
    openSettingsStore(where, () => {}).settings.update((data) => void Object.assign(data, { siteName: 'Holm' }))
    expect(JSON.parse(readFileSync(join(where, 'settings.json'), 'utf8'))).toMatchObject({ siteName: 'Holm' })
  })
})

describe('the data folder', () => {
  it('belongs to one relay at a time', () => {
    const where = folder()
    const unlock = lockFolder(where)
    expect(() => lockFolder(where)).toThrow(/another relay uses the data folder/)
    unlock()
    lockFolder(where)()
  })

  it('of a newer Deskbell is refused', () => {
    const where = folder()
    const database = new Database(join(where, 'conversations.db'))
    database.exec('PRAGMA user_version = 99')
    database.close()
    expect(() => openLogStore(where)).toThrow(/newer Deskbell/)
  })
})

describe('what was said', () => {
  it('is in the head of an open conversation after a restart', async () => {
    const relay = await openRelay()
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('Hello')))
    yes(await anna.emitWithAck('queue:take', {}))
    for (const text of ['Is it open?', 'Today, I mean']) yes(await mara.request('message:send', draft(text)))
    closeConnections()
    const again = await annaOnDuty(await relay.again())
    const { conversation } = yes(await again.emitWithAck('conversation:open', { conversationId: id }))
    expect(conversation).toMatchObject({ lastSeq: 4, preview: { from: 'visitor', text: 'Today, I mean' } })
  })

  it('stands in the lists without its marks', async () => {
    const relay = await openRelay()
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Two things:\n\n- **today**\n- the `blue` one')))
    const head = yes(await anna.emitWithAck('queue:take', {}))
    expect(head).toMatchObject({ preview: { text: 'Two things: today the blue one' } })
  })
})

describe('a store that cannot be written', () => {
  it('acknowledges nothing, and recovers', async () => {
    const relay = await openRelay()
    await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Hello')))
    // Another writer holds the database: every commit of the relay fails until it lets go.
    const intruder = new Database(join(relay.dataFolder, 'conversations.db'))
    intruder.exec('BEGIN IMMEDIATE')
    const again = draft('Is anybody there?')
    expect(await mara.request('message:send', again)).toMatchObject({ refusal: 'storage-failed' })
    intruder.exec('ROLLBACK')
    intruder.close()
    expect(yes(await mara.request('message:send', again)).seq).toBe(2)
    expect(yes(await mara.request('conversation:resume', { after: 0 })).items).toHaveLength(2)
  })
})

describe('the environment', () => {
  it('has defaults for everything', () => {
    expect(readConfig({})).toMatchObject({ port: 4600, host: '127.0.0.1', dataFolder: './data', isDemo: false })
  })

  it.each([
    [{ PORT: 'http' }, 'PORT is not a whole number'],
    [{ PORT: '70000' }, 'PORT is above 65535'],
    [{ DESKBELL_DEMO: 'yes' }, 'DESKBELL_DEMO is neither 0 nor 1'],
    [{ DESKBELL_ORIGINS: 'shop.example' }, 'DESKBELL_ORIGINS holds something that is no origin'],
    [{ DESKBELL_PUBLIC_URL: 'help' }, 'DESKBELL_PUBLIC_URL is not an address'],
    [{ DESKBELL_OWNER_EMAIL: 'anna@holm.example' }, 'go together'],
  ])('names what is wrong in %j', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(ConfigError)
    expect(() => readConfig(environment)).toThrow(message)
  })
})
