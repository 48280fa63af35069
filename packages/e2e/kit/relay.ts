import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

export const program = join(import.meta.dirname, '../../relay/dist/main.js')
const cheapPasswords = new URL('../../relay/test/kit/cheap-passwords.mjs', import.meta.url).href
const startsWithin = 30_000
const endsWithin = 15_000

/** Variables of the relay by name, such as `DESKBELL_ORIGINS`. Nothing of the tester's own DESKBELL_ settings gets through. */
export type RelayEnvironment = Readonly<Record<string, string>>

/** As the settings have it. */
export type Routing = 'automatic' | 'by-hand'

/** The built relay as a process of its own, on a data folder of its own. With REAL_PASSWORDS its hashes cost what they do in earnest. */
export class RelayProcess {
  readonly dataFolder = mkdtempSync(join(tmpdir(), 'deskbell-e2e-'))
  readonly #env: RelayEnvironment
  #child: ChildProcess | undefined
  #output = ''
  #url = ''

  /** Unless said otherwise, operators take from the line themselves. */
  constructor(env: RelayEnvironment = {}, routing: Routing = 'by-hand') {
    this.#env = env
    writeFileSync(join(this.dataFolder, 'settings.json'), JSON.stringify({ routing }))
  }

  /** Where it listens, such as `http://127.0.0.1:40123`; the same after a restart. */
  get url() {
    return this.#url
  }

  /** All it wrote so far, over all its starts. */
  get output() {
    return this.#output
  }

  get pid() {
    return this.#child?.pid
  }

  /**
   * Resolves once it listens; throws with its output where it ends or stays silent instead. Starts on the port it had.
   * `log`: a file that its standard error goes to.
   */
  async start(changes: RelayEnvironment = {}, log?: string) {
    if (!existsSync(program)) throw new Error('The relay is not built: run npm run build')
    const port = this.#url === '' ? '0' : new URL(this.#url).port
    const child = spawn(process.execPath, ['--import', cheapPasswords, program], {
      env: { ...bareEnvironment(), DESKBELL_DATA: this.dataFolder, PORT: port, ...this.#env, ...changes },
      stdio: ['ignore', 'pipe', log === undefined ? 'pipe' : openSync(log, 'a')],
    })
    this.#child = child
    // A test run that dies takes its relay along.
    const killWithUs = () => child.kill('SIGKILL')
    process.once('exit', killWithUs)
    child.once('exit', () => process.off('exit', killWithUs))
    this.#url = await this.#listening(child)
  }

  /** Ends it as an operating system would: SIGTERM, then the code it exits with. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM')
  }

  /** Ends it as a crash would. */
  async kill() {
    await this.#end('SIGKILL')
  }

  /** Stops it for good and removes its data. */
  async dispose() {
    if (this.#child) await this.#end('SIGKILL')
    rmSync(this.dataFolder, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    // Closed after all it wrote was read.
    const ended = once(child, 'close', { signal: AbortSignal.timeout(endsWithin) })
    child.kill(signal)
    await ended.catch(() => {
      child.kill('SIGKILL')
      throw new Error(`The relay did not end within ${endsWithin} ms of ${signal}:\n${this.#output}`)
    })
    return child.exitCode
  }

  #listening(child: ChildProcess): Promise<string> {
    const from = this.#output.length
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`The relay ${why}:\n${this.#output.slice(from)}`))
      const timer = setTimeout(() => {
        child.kill('SIGKILL')
        fail(`did not listen within ${startsWithin} ms`)
      }, startsWithin)
      const read = (chunk: Buffer) => {
        this.#output += chunk.toString()
        const [, url] = /^deskbell listening on (http:\/\/\S+)/m.exec(this.#output.slice(from)) ?? []
        if (url === undefined) return
        clearTimeout(timer)
        resolve(url.replace(/\/$/, ''))
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.once('exit', (code) => {
        clearTimeout(timer)
        fail(`ended with ${code} before it listened`)
      })
    })
  }
}

function bareEnvironment() {
  const ours = /^(DESKBELL_|PORT$|HOST$|LOG_LEVEL$|NODE_OPTIONS$|VITEST)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))
}

/** The first owner of a fresh relay. */
export const mara = { email: 'mara@shop.example', password: 'correct-horse-battery', name: 'Mara' }

/** The variables that make `mara` the owner of a fresh relay. */
export const ownedByMara: RelayEnvironment = {
  DESKBELL_OWNER_EMAIL: mara.email,
  DESKBELL_OWNER_PASSWORD: mara.password,
  DESKBELL_OWNER_NAME: mara.name,
}

/** One relay for a test file, gone after its last test. Pass a function where the variables are known only once a host is up. */
export function useRelay(env: RelayEnvironment | (() => RelayEnvironment) = {}, routing: Routing = 'by-hand') {
  let relay: RelayProcess | undefined
  beforeAll(async () => {
    relay = new RelayProcess(typeof env === 'function' ? env() : env, routing)
    await relay.start()
  })
  afterAll(async () => {
    await relay?.dispose()
  })
  return () => {
    if (!relay) throw new Error('The relay starts before the first test: ask for it inside tests')
    return relay
  }
}
