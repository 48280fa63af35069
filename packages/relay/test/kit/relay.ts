import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Agent } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Settings } from '@deskbell/protocol'
import pino from 'pino'
import { readConfig } from '../../src/config.ts'
import { hashPassword } from '../../src/passwords.ts'
import { type Relay, startRelay } from '../../src/relay.ts'
import { sessionCookie } from '../../src/sessions.ts'
import { openLogStore } from '../../src/store/log-store.ts'
import { openSessionStore } from '../../src/store/session-store.ts'

/** The smallest set of built files a relay serves. */
function builtFolder(root: string): string {
  const built = join(root, 'built')
  for (const folder of ['assets', 'inbox/assets', 'demo', '../faq'])
    mkdirSync(join(built, 'public', folder), { recursive: true })
  writeFileSync(join(built, 'launcher.js'), 'document.title=__DESKBELL__.siteName')
  writeFileSync(
    join(built, 'widget-manifest.json'),
    JSON.stringify({
      'src/panel/panel.tsx': { file: 'assets/panel-1.js', assets: ['assets/styles-2.css'] },
      'src/search/search.ts': { file: 'assets/search-4.js' },
      '../locales/src/widget/en.json': { file: 'assets/en-3.js' },
    }),
  )
  writeFileSync(join(built, 'public/assets/panel-1.js'), 'export {}')
  writeFileSync(join(built, 'public/assets/panel-1.js.br'), brotliCompressSync('export {}'))
  writeFileSync(join(built, 'public/assets/panel-1.js.gz'), gzipSync('export {}'))
  for (const name of ['page.css', 'page.js', 'block.css', 'block.js'])
    writeFileSync(join(built, 'faq', name), `/* ${name} */`)
  writeFileSync(join(built, 'public/assets/.hidden'), 'no')
  writeFileSync(join(built, 'public/inbox/index.html'), '<!doctype html><title>Inbox</title>')
  return built
}

export const anna = { email: 'anna@holm.example', password: 'correct horse battery', name: 'Anna' }

export interface TestRelay extends Relay {
  dataFolder: string
  /** Of a session that Anna began before the relay started. */
  annasCookie: string
  /** Stops, and starts again on the same data. */
  again(): Promise<TestRelay>
}

/** Makes Anna the owner of a data folder; gives her id. */
export async function writeOwner(dataFolder: string, routing: Settings['routing'], capacity = 3): Promise<string> {
  const owner = { id: randomUUID(), name: anna.name, email: anna.email, isOwner: true, capacity }
  const passwordHash = await hashPassword(anna.password)
  mkdirSync(dataFolder)
  writeFileSync(join(dataFolder, 'settings.json'), JSON.stringify({ routing }))
  writeFileSync(join(dataFolder, 'operators.json'), JSON.stringify([{ ...owner, passwordHash }]))
  return owner.id
}

/** Begins a session in the store of a relay that does not run; gives its cookie. */
function beginSession(dataFolder: string, ownerId: string): string {
  const store = openLogStore(dataFolder)
  const { token, expiresAt } = openSessionStore(store.database).begin(ownerId, Date.now())
  store.close()
  return sessionCookie(token, expiresAt, false).split(';')[0] ?? ''
}

const started: { stop(): Promise<void> }[] = []
const folders: string[] = []

/** A real relay on a free port with Anna as its owner, whose operators take from the line themselves unless said otherwise. */
export async function openRelay(
  environment: Record<string, string> = {},
  routing: Settings['routing'] = 'by-hand',
  pushAgent?: Agent,
): Promise<TestRelay> {
  const root = mkdtempSync(join(tmpdir(), 'deskbell-relay-'))
  folders.push(root)
  const built = builtFolder(root)
  const annasCookie = beginSession(join(root, 'data'), await writeOwner(join(root, 'data'), routing))
  const start = async (): Promise<TestRelay> => {
    const config = readConfig({
      PORT: '0',
      DESKBELL_DATA: join(root, 'data'),
      ...environment,
    })
    const relay = await startRelay(config, built, pino({ level: 'silent' }), pushAgent)
    const running = {
      ...relay,
      dataFolder: config.dataFolder,
      annasCookie,
      async again() {
        await relay.stop()
        return start()
      },
    }
    started.push(relay)
    return running
  }
  return start()
}

export async function closeRelays(): Promise<void> {
  for (const relay of started.splice(0)) await relay.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}
