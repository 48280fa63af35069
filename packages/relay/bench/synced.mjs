// `node packages/relay/bench/synced.mjs`: one visitor asks and writes to the built relay under strace, one message after another,
// and before every acknowledgement on the wire SQLite's log must have been written and then synced. Exit code 1 where it was not.
import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectVisitor } from '@deskbell/client/socket'
import { io } from 'socket.io-client'

const messages = 50
const built = join(import.meta.dirname, '../dist/main.js')
const owner = { email: 'mara@shop.example', password: 'a-long-bench-password' }
const account = {
  DESKBELL_OWNER_EMAIL: owner.email,
  DESKBELL_OWNER_PASSWORD: owner.password,
  DESKBELL_OWNER_NAME: 'Mara',
}
const limits = { DESKBELL_RATE_BURST: '1000', DESKBELL_RATE_PER_SECOND: '1000' }

/** The lines of the trace of a relay to which a question and the messages were sent and acknowledged. */
async function trace(folder) {
  const file = join(folder, 'trace')
  const calls = 'trace=pwrite64,fdatasync,fsync,write,writev,sendto'
  const relay = spawn('strace', ['-D', '-f', '-y', '-s', '64', '-o', file, '-e', calls, process.execPath, built], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DESKBELL_DATA: join(folder, 'data'),
      LOG_LEVEL: 'warn',
      ...account,
      ...limits,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(relay.stdout, 'data')
  const url = /http:[\w/.:]+/.exec(String(line))[0]
  const operator = await onDuty(url)
  const visitor = connectVisitor(url, () => ({ locale: 'en' }))
  await new Promise((up) => visitor.on('visitor:welcome', up))
  const ask = { id: randomUUID(), text: 'Hello', before: { searches: [], entries: [] } }
  acknowledged(await visitor.request('conversation:ask', ask))
  for (let sent = 0; sent < messages; sent += 1)
    acknowledged(await visitor.request('message:send', { id: randomUUID(), text: `Message ${sent}` }))
  visitor.close()
  operator.close()
  relay.kill()
  relay.stdout.destroy()
  await once(relay, 'exit')
  return readFileSync(file, 'utf8').split('\n')
}

/** Somebody a visitor can ask. */
async function onDuty(url) {
  const headers = { 'content-type': 'application/json' }
  const session = await fetch(`${url}/api/session`, { method: 'POST', headers, body: JSON.stringify(owner) })
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  const operator = io(`${url}/operator`, { auth: { protocol: 1 }, extraHeaders: { cookie }, transports: ['websocket'] })
  await once(operator, 'operator:welcome')
  acknowledged(await operator.emitWithAck('duty:set', { isOnDuty: true }))
  return operator
}

function acknowledged(answer) {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal}`)
}

/** How many acknowledgements went out, and how many of them before a sync that began after the log was written. */
function judge(lines) {
  const syncing = new Set()
  let [count, early, isWritten, isSynced] = [0, 0, false, false]
  for (const line of lines) {
    const thread = line.split(' ', 1)[0]
    const isLog = line.includes('conversations.db-wal>')
    if (isLog && line.includes('pwrite64(')) isWritten = true
    if (isLog && line.includes('fdatasync(') && isWritten) syncing.add(thread)
    if (/fdatasync.*= 0$/.test(line) && syncing.delete(thread)) isSynced = true
    if (!line.includes('43/visitor,') || !line.includes('\\"ok\\":true')) continue
    count += 1
    if (!isSynced) early += 1
    isWritten = isSynced = false
  }
  return { count, early }
}

if (spawnSync('strace', ['-V']).error) {
  console.log('strace is not here: nothing was shown')
} else {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-synced-'))
  try {
    const { count, early } = judge(await trace(folder))
    console.log(`${count} acknowledgements of ${messages + 1}, ${early} of them before the sync`)
    process.exitCode = count === messages + 1 && early === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
// What the client and strace leave open would keep the process.
process.exit()
