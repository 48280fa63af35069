import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/**
 * Starts the built relay with the demo shop on a free port and an empty data folder: `{ url, setUpUrl, pid, stop }`.
 * `changes` are further variables. It ends with this process at the latest. Throws where it is not built or ends before it listens.
 */
export async function startRelay(root, changes = {}) {
  const program = join(root, 'packages/relay/dist/main.js')
  if (!existsSync(program)) throw new Error('packages/relay/dist/main.js is missing: run npm run build')
  const data = mkdtempSync(join(tmpdir(), 'deskbell-screenshots-'))
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    DESKBELL_DATA: data,
    DESKBELL_DEMO: '1',
    LOG_LEVEL: 'error',
    ...changes,
  }
  const relay = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const endWithUs = () => relay.kill('SIGKILL')
  process.once('exit', endWithUs)
  const stop = async () => {
    process.off('exit', endWithUs)
    if (relay.exitCode === null && relay.signalCode === null) {
      relay.kill('SIGTERM')
      await once(relay, 'exit')
    }
    rmSync(data, { recursive: true, force: true })
  }
  try {
    return { ...(await addressesOf(relay)), pid: relay.pid, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function addressesOf(relay) {
  let url = ''
  for await (const line of createInterface({ input: relay.stdout })) {
    url ||= /^deskbell listening on (http:\/\/\S+)/.exec(line)?.[1]?.replace(/\/$/, '') ?? ''
    const [, setUpUrl] = /^ +set up +(\S+)/.exec(line) ?? []
    if (setUpUrl) return { url, setUpUrl }
  }
  throw new Error('the relay ended before it printed its set-up link')
}
