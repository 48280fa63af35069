import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Logger } from 'pino'
import { writeSynced } from '../store/durable-file.ts'
import { hashOf, newToken } from '../store/session-store.ts'
import { CommandRefused, type Ground } from './command.ts'
import { commands } from './table.ts'

/** Says where the running relay takes commands, and with what secret. Only the relay's account may read it. */
const note = 'commands.secret'

/** How a command went: what is printed, or the one line of a no. */
export type Outcome = { ok: true; text: string } | { ok: false; why: string }

/**
 * Takes commands for the running relay, on loopback and on a port of its own, so that no proxy leads to it. The secret is new
 * at every start and gone at a clean end.
 */
export async function openDoor(ground: Ground, dataFolder: string, log: Logger): Promise<{ close(): Promise<void> }> {
  const secret = newToken()
  const server = createServer(async (request, response) => {
    if (!isSecret(request, secret)) return void response.writeHead(403).end()
    const outcome = await run(ground, JSON.parse(await text(request)) as { name: string; argument: string }, log)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(outcome))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const path = join(dataFolder, note)
  // Written anew, never over: a file that was there may be somebody else's to read.
  rmSync(path, { force: true })
  writeSynced(path, JSON.stringify({ port: (server.address() as AddressInfo).port, secret }))
  return {
    async close() {
      forget(path, log)
      const closed = once(server, 'close')
      // A command that runs is finished first.
      server.close()
      await closed
    },
  }
}

/** The secret is worth nothing from now on, so an end is clean also where the folder is out of reach. */
function forget(path: string, log: Logger): void {
  try {
    rmSync(path, { force: true })
  } catch (error) {
    log.warn({ err: error }, 'the note for commands could not be removed')
  }
}

function isSecret(request: IncomingMessage, secret: string): boolean {
  const given = request.headers.authorization ?? ''
  return timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(`Bearer ${secret}`)))
}

/** Runs a command that works inside. Never throws: an unexpected error is logged, and its caller told so. */
async function run(
  ground: Ground,
  { name, argument }: { name: string; argument: string },
  log: Logger,
): Promise<Outcome> {
  const command = commands.get(name)
  if (!command || !('inside' in command)) return { ok: false, why: `the relay that runs knows no command ${name}` }
  try {
    const printed = await command.inside(ground, argument)
    log.info({ command: name }, 'a command was run')
    return { ok: true, text: printed }
  } catch (error) {
    if (error instanceof CommandRefused) return { ok: false, why: error.message }
    log.error({ err: error, command: name }, 'a command failed')
    return { ok: false, why: 'the relay could not do it: its log says why' }
  }
}

/** Has the relay that uses a data folder run a command. */
export async function knock(dataFolder: string, name: string, argument: string): Promise<Outcome> {
  try {
    const { port, secret } = JSON.parse(readFileSync(join(dataFolder, note), 'utf8')) as {
      port: number
      secret: string
    }
    const headers = { authorization: `Bearer ${secret}` }
    const body = JSON.stringify({ name, argument })
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })
    return (await response.json()) as Outcome
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES')
      return { ok: false, why: `${join(dataFolder, note)} may be read by the relay's account only` }
    return { ok: false, why: `a relay uses ${dataFolder} but takes no commands: it may be starting, or elsewhere` }
  }
}
