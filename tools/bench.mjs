// `npm run bench -- search|wait|relay [arguments of the harness]`: the engines that ship, run by the harness in DESKBELL_BENCH.
// `npm run bench -- inbox`: two operators and twenty visitors for ten minutes; needs no harness.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where the harness names no packages of its own, its README does; these are the engines we run beside ours. */
export const benches = {
  search: { folder: 'faq-search', packages: ['fuse.js@7.5.0', 'minisearch@7.2.0'], runs: once(searchCommand) },
  wait: { folder: 'wait-time', packages: [], runs: once(waitCommand) },
  relay: { folder: 'relay-load', packages: [], runs: relayRuns },
  inbox: { packages: [], runs: inboxRuns },
}

/** A bench of one run. `words`: what Node is given in the harness's folder, for a free port and an empty data folder. */
function once(command) {
  return ({ root, args }) => [{ title: 'bench', words: (place) => command({ root, args, ...place }) }]
}

function searchCommand({ root, args }) {
  const rivals = ['fuse-tuned', 'minisearch', 'ngram-tfidf'].map((name) => `engines/${name}.mjs`)
  const engines = [join(root, 'packages/faq/bench/engine.mjs'), ...rivals].flatMap((engine) => ['--engine', engine])
  return ['--expose-gc', 'run.mjs', ...engines, ...args]
}

function waitCommand({ root, args }) {
  return ['run.mjs', `--engine=${join(root, 'packages/desk/bench/engine.mjs')}`, ...args]
}

const owner = {
  DESKBELL_OWNER_EMAIL: 'mara@shop.example',
  DESKBELL_OWNER_PASSWORD: 'a-long-bench-password',
  DESKBELL_OWNER_NAME: 'Mara',
}
// One machine plays every visitor, so the limits per address and per session are out of the way.
const noLimits = {
  DESKBELL_MAX_SOCKETS_PER_ADDRESS: 100_000,
  DESKBELL_RATE_BURST: 1_000_000,
  DESKBELL_RATE_PER_SECOND: 1_000_000,
}

const load = ['--visitors', '50', '--rate', '500', '--seconds', '5']
const chaos = ['--visitors', '20', '--rate', '150', '--seconds', '60', '--kills', '20']

/** With arguments the one run they ask for; without, all a relay has to stand: load, kills with three seeds, the faults at length. */
function relayRuns({ root, args }) {
  if (args.length > 0) return once(relayCommand)({ root, args })
  const run = (title, args) => ({ title, words: (place) => relayCommand({ root, args, ...place }) })
  return [
    run('beside a bare Socket.IO relay', load),
    run('a chat while 10,000 come back', ['--come-back', '10000']),
    ...['1', '2', '3'].map((seed) => run(`killed 20 times, seed ${seed}`, [...chaos, '--seed', seed])),
    {
      title: 'the faults at length',
      folder: root,
      environment: { DESKBELL_FAULTS: 'long' },
      words: () => [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'faults'],
    },
  ]
}

/** The test of the inbox that is part of `npm test`, ten minutes long. */
function inboxRuns({ root }) {
  const test = ['run', '--project', 'e2e', 'packages/e2e/test/shift.test.ts']
  const words = () => [join(root, 'node_modules/vitest/vitest.mjs'), ...test]
  return [{ title: 'a shift', folder: root, environment: { DESKBELL_SHIFT: 'long' }, words }]
}

/** A bare Socket.IO relay and ours in turn; with `--kills N` ours alone, killed N times; with `--come-back N` ours
 * alone, N visitors losing their connection together. The adapter finds the owner in its environment. */
function relayCommand({ root, args, port, data }) {
  const settings = { PORT: port, DESKBELL_DATA: data, LOG_LEVEL: 'warn', ...owner, ...noLimits }
  const words = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  const start = [...words, 'node', join(root, 'packages/relay/dist/main.js')].join(' ')
  const url = `http://127.0.0.1:${port}`
  const adapter = join(root, 'packages/relay/bench/adapter.mjs')
  if (args.includes('--kills')) return ['load.mjs', '--url', url, '--adapter', adapter, '--start', start, ...args]
  if (args.includes('--come-back'))
    return [join(root, 'packages/relay/bench/storm.mjs'), '--url', url, '--start', start, ...args]
  const side = ['--target', start, '--target-url', url, '--target-adapter', adapter]
  return ['pair.mjs', '--rounds', '3', ...side, '--', ...args]
}

/** Copies a harness below node_modules/.cache and installs its packages there. Throws one line where the harness is missing. */
export function prepare({ root, harness, name }) {
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
  if (!bench) throw new Error(`Say which bench: npm run bench -- ${Object.keys(benches).join('|')}`)
  if (bench.folder === undefined) return { bench, folder: root, missing: [] }
  const from = join(harness, bench.folder)
  if (!existsSync(from))
    throw new Error(`No harness in ${from}: set DESKBELL_BENCH to the folder that has ${bench.folder}`)
  const folder = join(root, 'node_modules/.cache/bench', bench.folder)
  cpSync(from, folder, { recursive: true, force: true })
  makeWritable(folder)
  const missing = packagesOf(folder, bench).filter((one) => !existsSync(join(folder, 'node_modules', nameOf(one))))
  return { bench, folder, missing }
}

/** A harness may be read-only where it comes from; its copy takes packages and the next copy. */
function makeWritable(folder) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o600)
    if (entry.isDirectory() && entry.name !== 'node_modules') makeWritable(path)
  }
}

function packagesOf(folder, bench) {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return bench.packages
  return Object.entries(JSON.parse(readFileSync(manifest, 'utf8')).dependencies ?? {}).map((pair) => pair.join('@'))
}

const nameOf = (versioned) => versioned.replace(/(?<=.)@.*$/, '')

async function run(name, args) {
  const root = process.cwd()
  const harness = resolve(root, process.env.DESKBELL_BENCH ?? '../shared/bench')
  const { bench, folder, missing } = prepare({ root, harness, name })
  if (missing.length > 0) install(folder, missing)
  const failed = await runAll(bench.runs({ root, args }), (one) => runOne(one, folder))
  return failed === 0 ? 0 : 1
}

/** One after another, whatever became of those before; several are named, and counted up at the end. Gives how many failed. */
export async function runAll(runs, runOne, say = console.log) {
  const lines = []
  let failed = 0
  for (const each of runs) {
    if (runs.length > 1) say(`\n== ${each.title}`)
    const code = await runOne(each)
    if (code !== 0) failed += 1
    lines.push(`${code === 0 ? 'ok    ' : 'failed'}  ${each.title}`)
  }
  if (runs.length > 1) say(['', ...lines].join('\n'))
  return failed
}

async function runOne({ words, environment, folder }, harness) {
  const data = mkdtempSync(join(tmpdir(), 'deskbell-bench-'))
  try {
    const command = words({ port: await freePort(), data })
    const env = { ...process.env, ...owner, ...environment }
    return await exitCodeOf(spawn(process.execPath, command, { cwd: folder ?? harness, stdio: 'inherit', env }))
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

function install(folder, packages) {
  const command = [
    'install',
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--prefix',
    folder,
    ...packages,
  ]
  const { status } = spawnSync('npm', command, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`Could not install ${packages.join(' ')} in ${folder}`)
}

const exitCodeOf = (child) => new Promise((done) => child.on('exit', (code) => done(code ?? 1)))

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [name = '', ...args] = process.argv.slice(2)
  try {
    process.exitCode = await run(name, args)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
