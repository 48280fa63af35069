import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/**
 * `/widget.js` as the built relay serves it for a new desk, its words and settings in front; a Buffer, not compressed.
 * Starts the relay on a free port with a data folder of its own and ends it. Throws where it is not built or does not listen.
 */
export async function servedLauncher(root) {
  const program = join(root, 'packages/relay/dist/main.js')
  if (!existsSync(program)) throw new Error('packages/relay/dist/main.js is missing: run npm run build')
  const data = mkdtempSync(join(tmpdir(), 'deskbell-size-'))
  const env = { PATH: process.env.PATH, PORT: '0', DESKBELL_DATA: data, LOG_LEVEL: 'error' }
  const relay = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const answer = await fetch(`${await addressOf(relay)}/widget.js`)
    if (!answer.ok) throw new Error(`the relay answered ${answer.status} for /widget.js`)
    return Buffer.from(await answer.arrayBuffer())
  } finally {
    if (relay.exitCode === null) {
      relay.kill('SIGKILL')
      await once(relay, 'exit')
    }
    rmSync(data, { recursive: true, force: true })
  }
}

async function addressOf(relay) {
  for await (const line of createInterface({ input: relay.stdout })) {
    const [, url] = /^deskbell listening on (http:\/\/\S+)/.exec(line) ?? []
    if (url) return url.replace(/\/$/, '')
  }
  throw new Error('the relay ended before it listened')
}
