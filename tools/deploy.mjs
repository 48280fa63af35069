// `npm run deploy -- FOLDER`: the built relay with the packages it needs and no others, to be copied to where it runs.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = join(import.meta.dirname, '..')
const [given, ...more] = process.argv.slice(2)
if (given === undefined || more.length > 0) end('How to call it: npm run deploy -- FOLDER, a new or empty one')
const folder = resolve(process.env.INIT_CWD ?? '.', given)
if (existsSync(folder) && readdirSync(folder).length > 0) end(`${folder} is not empty: name a new folder`)
process.exitCode = deploy()

/**
 * From a copy of what pnpm reads: in the workspace itself pnpm remembers a deployment as an installation without development
 * packages, and removes those before the next script.
 */
function deploy() {
  const copy = mkdtempSync(join(tmpdir(), 'deskbell-deploy-'))
  const packages = ['packages', 'examples'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}/package.json`),
  )
  const relay = ['dist', 'read-aloud.mjs', 'README.md'].map((name) => `packages/relay/${name}`)
  for (const name of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packages, ...relay]) {
    cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const words = ['--yes', packageManager, '--filter', '@deskbell/relay', '--prod', 'deploy', '--legacy', folder]
  const { status } = spawnSync('npx', words, { cwd: copy, stdio: 'inherit' })
  rmSync(copy, { recursive: true })
  return status ?? 1
}

function end(why) {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}
