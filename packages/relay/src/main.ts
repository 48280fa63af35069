import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { runCommand } from './commands/command-line.ts'
import { ConfigError, readConfig } from './config.ts'
import { createLog } from './log.ts'
import { type Relay, startRelay } from './relay.ts'

/** How long a clean end may take, in ms. */
const patience = 9_000

async function main(): Promise<void> {
  const words = process.argv.slice(2)
  if (words.length > 0) return command(words)
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed unheard'))
  const built = fileURLToPath(new URL('.', import.meta.url))
  const relay = await startRelay(config, built, log)
  const end = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'the relay ends: what is being written is finished first')
    setTimeout(() => giveUp(log), patience).unref()
    void relay.stop().then(() => {
      log.info('the relay has ended')
      process.exit(0)
    })
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  // Whoever reads this may end it at once.
  process.stdout.write(welcome(relay, config.isDemo))
  log.info({ address: relay.localUrl, publicUrl: relay.url }, 'the relay listens')
}

function giveUp(log: Logger): never {
  log.error('the relay did not end in time: what was acknowledged is stored')
  process.exit(1)
}

async function command(words: readonly string[]): Promise<void> {
  const { code, text } = await runCommand({ words, environment: process.env })
  ;(code === 0 ? process.stdout : process.stderr).write(`${text}\n`)
  process.exitCode = code
}

function welcome({ localUrl, url, setUpUrl }: Relay, isDemo: boolean): string {
  const lines = [
    `deskbell listening on ${localUrl}`,
    '',
    ...(isDemo ? [`  demo shop   ${url}/demo/`] : []),
    `  inbox       ${url}/inbox/`,
    ...(setUpUrl ? [`  set up      ${setUpUrl}`] : []),
    `  snippet     <script async src="${url}/widget.js"></script>`,
    '',
  ]
  return `${lines.join('\n')}\n`
}

main().catch((error: Error & { code?: string }) => {
  process.stderr.write(`deskbell cannot start: ${reasonOf(error)}\n`)
  process.exit(1)
})

function reasonOf(error: Error & { code?: string }): string {
  if (error.code === 'EADDRINUSE') return 'PORT is in use by another program: set PORT to a free one'
  if (error.code === 'EACCES' && error.message.includes('listen')) return 'PORT may not be used by this account'
  return error instanceof ConfigError ? error.message : firstLine(error)
}

const firstLine = ({ message }: Error) => message.split('\n')[0] ?? 'unknown reason'
