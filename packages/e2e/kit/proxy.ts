import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

export type ProxyName = 'nginx' | 'caddy'
/** The relay has a name of its own, or a folder of the shop. */
export type Place = 'name' | 'folder'

const guide = readFileSync(join(import.meta.dirname, '../../../docs/host-the-relay.md'), 'utf8')
const startsWithin = 10_000

/** Whether this machine can run it, and make the certificate it needs. */
export function isInstalled(name: ProxyName): boolean {
  return [name, 'openssl'].every((program) => spawnSync(program, ['version']).error === undefined)
}

/** A real proxy with TLS, by a certificate nobody has signed, set up word for word as docs/host-the-relay.md says. */
export class ProxyProcess {
  readonly #folder = mkdtempSync(join(tmpdir(), 'deskbell-proxy-'))
  readonly #name: ProxyName
  #child: ChildProcess | undefined

  constructor(name: ProxyName) {
    this.#name = name
  }

  /** Resolves once it takes connections; throws where it ends or stays silent instead. */
  async start(given: { port: number; relayPort: number; place: Place }): Promise<void> {
    certify(this.#folder)
    const file = join(this.#folder, 'proxy.conf')
    writeFileSync(file, settingsOf(this.#name, { folder: this.#folder, ...given }))
    const words =
      this.#name === 'nginx' ? ['-c', file, '-p', this.#folder] : ['run', '--adapter', 'caddyfile', '--config', file]
    const env = { ...process.env, XDG_DATA_HOME: this.#folder, XDG_CONFIG_HOME: this.#folder }
    const child = spawn(this.#name, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    // A test run that dies takes its proxy along.
    const endWithUs = () => child.kill('SIGTERM')
    process.once('exit', endWithUs)
    child.once('exit', () => process.off('exit', endWithUs))
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)))
    const until = Date.now() + startsWithin
    while (!(await isOpen(given.port))) {
      if (child.exitCode !== null || Date.now() > until)
        throw new Error(`${this.#name} does not start:\n${said.join('')}`)
      await setTimeout(50)
    }
  }

  async dispose(): Promise<void> {
    const child = this.#child
    if (child && child.exitCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    }
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

function certify(folder: string): void {
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')]
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  execFileSync('openssl', ['req', ...kind, ...names, ...files], { stdio: 'ignore' })
}

/** A proxy with its files in `folder` that listens on `port` and leads to `relayPort`. */
interface Seat {
  folder: string
  port: number
  relayPort: number
  place: Place
}

/** The guide's settings for this seat; throws where the guide has none, or others than are known here. */
export function settingsOf(name: ProxyName, seat: Seat): string {
  return name === 'nginx' ? nginxFile(seat) : caddyFile(seat)
}

function nginxFile({ folder, port, relayPort, place }: Seat): string {
  const certificate = `ssl_certificate ${folder}/certificate.pem;\n  ssl_certificate_key ${folder}/key.pem;`
  const listen = `listen 127.0.0.1:${port} ssl http2;`
  const relay = ['127.0.0.1:4600', `127.0.0.1:${relayPort}`] as const
  const inGuide = blockOf('nginx', place)
  const server =
    place === 'name'
      ? changed(inGuide, [
          relay,
          ['listen 443 ssl http2;', listen],
          ['server_name help.shop.example;', 'server_name localhost;'],
          [/ssl_certificate .*;\n {2}ssl_certificate_key .*;/, certificate],
        ])
      : `server {\n${listen}\n${certificate}\n${changed(inGuide, [relay])}\n}`
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (one) => `${one}_temp_path ${folder}/${one};`,
  )
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off; pid ${folder}/pid; error_log stderr; events {}
    http { access_log off; ${temporary.join(' ')}\n${server}\n}`
}

function caddyFile({ folder, port, relayPort, place }: Seat): string {
  const head = `https://localhost:${port} {\n  bind 127.0.0.1\n  tls ${folder}/certificate.pem ${folder}/key.pem`
  const site = changed(blockOf('caddyfile', place), [
    ['127.0.0.1:4600', `127.0.0.1:${relayPort}`],
    [/^\S*shop\.example \{/, head],
  ])
  return `{\n  admin off\n  auto_https disable_redirects\n}\n${site}\n`
}

/** The guide's settings: those of the relay's own name come first. */
function blockOf(language: string, place: Place): string {
  const blocks = [...guide.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\n\`\`\``, 'gs'))].map(([, text]) => text)
  const block = blocks[place === 'name' ? 0 : 1]
  if (block === undefined) throw new Error(`The guide has no ${language} settings for a ${place}`)
  return block
}

function changed(text: string, changes: readonly (readonly [from: string | RegExp, to: string])[]): string {
  return changes.reduce((before, [from, to]) => {
    const after = before.replace(from, () => to)
    if (after === before) throw new Error(`The guide's settings hold no ${from}`)
    return after
  }, text)
}
