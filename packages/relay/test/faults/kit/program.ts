import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { signIn } from '../../kit/operators.ts'
import { writeOwner } from '../../kit/relay.ts'

const built = join(import.meta.dirname, '../../../dist/main.js')
const shiftedClock = join(import.meta.dirname, 'shifted-clock.mjs')
const cheapPasswords = join(import.meta.dirname, '../../kit/cheap-passwords.mjs')
const startsWithin = 15_000
// One machine plays every visitor.
const noLimits = {
  DESKBELL_MAX_SOCKETS_PER_ADDRESS: '10000',
  DESKBELL_RATE_BURST: '1000000',
  DESKBELL_RATE_PER_SECOND: '1000000',
}

/** The built relay as a process on a data folder of its own, always on the same port, that faults are done to. */
export class Program {
  readonly #root: string
  readonly dataFolder: string
  readonly #clock: string
  readonly #port: number
  readonly #pace: number
  #child: ChildProcess | undefined
  /** Of a session that Anna began at the first start: not before, as whoever has the store open keeps SQLite from mending it. */
  annasCookie = ''
  /** All it wrote so far, over all its starts. */
  output = ''

  private constructor(port: number, root: string, pace: number) {
    this.#port = port
    this.#root = root
    this.#pace = pace
    this.dataFolder = join(root, 'data')
    this.#clock = join(root, 'clock')
  }

  /** Not started yet; gone after the test. `pace`: how many times as fast its timers run. */
  static async make({ pace = 1 } = {}): Promise<Program> {
    if (!existsSync(built)) throw new Error('The relay is not built: run npm run build')
    const program = new Program(await freePort(), mkdtempSync(join(tmpdir(), 'deskbell-faults-')), pace)
    onTestFinished(() => program.#dispose())
    program.setClock(0)
    await writeOwner(program.dataFolder, 'by-hand', 100)
    return program
  }

  /** Another process for the same data folder. */
  another(): Program {
    const another = new Program(this.#port, this.#root, this.#pace)
    onTestFinished(() => another.#dispose())
    return another
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Resolves with how long it took, in ms, once it listens; throws with what it wrote where it ends instead. */
  async start(): Promise<number> {
    const began = performance.now()
    const from = this.output.length
    const child = this.#spawn()
    const ended = once(child, 'exit').then(() => false)
    const listens = async () => {
      while (!this.output.slice(from).includes('deskbell listening on')) await pause(5)
      return true
    }
    const isUp = await Promise.race([listens(), ended, pause(startsWithin).then(() => false)])
    if (!isUp) throw new Error(`The relay did not start:\n${this.output.slice(from)}`)
    const took = performance.now() - began
    this.annasCookie ||= await signIn(this)
    return took
  }

  /** A start that must fail: its exit code and the lines it wrote to standard error. */
  async startInVain(): Promise<{ code: number | null; lines: string[] }> {
    const from = this.output.length
    const child = this.#spawn()
    // Closed after all it wrote was read.
    await once(child, 'close', { signal: AbortSignal.timeout(startsWithin) })
    return { code: child.exitCode, lines: this.output.slice(from).trimEnd().split('\n') }
  }

  #spawn(): ChildProcess {
    const environment = Object.entries(process.env).filter(
      ([name]) => !/^(DESKBELL_|LOG_LEVEL|NODE_OPTIONS|VITEST)/.test(name),
    )
    const child = spawn(process.execPath, ['--import', shiftedClock, '--import', cheapPasswords, built], {
      env: {
        ...Object.fromEntries(environment),
        ...noLimits,
        PORT: String(this.#port),
        DESKBELL_DATA: this.dataFolder,
        LOG_LEVEL: 'warn',
        CLOCK_OFFSET: this.#clock,
        CLOCK_PACE: String(this.#pace),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (this.output += String(chunk)))
    this.#child = child
    return child
  }

  /** Sends a signal; resolves when it was sent. */
  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal)
  }

  /** Ends it; gives its exit code and how long that took, in ms. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<{ code: number | null; took: number }> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null)
      return { code: child?.exitCode ?? null, took: 0 }
    const began = performance.now()
    // Closed after all it wrote was read.
    const ended = once(child, 'close')
    child.kill(signal)
    await ended
    return { code: child.exitCode, took: performance.now() - began }
  }

  /** Its clock is so many ms off from now on; negative: back. */
  setClock(offset: number): void {
    writeFileSync(`${this.#clock}.new`, String(offset))
    renameSync(`${this.#clock}.new`, this.#clock)
  }

  /** From now on no file grows beyond so many bytes, as on a full disk (Linux: prlimit). */
  limitFiles(bytes: number | 'unlimited'): void {
    execFileSync('prlimit', ['--pid', String(this.#child?.pid), `--fsize=${bytes}:unlimited`])
  }

  async #dispose(): Promise<void> {
    this.signal('SIGCONT')
    await this.end('SIGKILL')
    rmSync(this.#root, { recursive: true, force: true })
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
