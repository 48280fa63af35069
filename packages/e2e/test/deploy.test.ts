import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../../..')

it('a deployed folder holds what a relay needs, and starts', async () => {
  const home = mkdtempSync(join(tmpdir(), 'deskbell-deploy-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const folder = join(home, 'deskbell')
  execFileSync(process.execPath, [join(root, 'tools/deploy.mjs'), folder], { stdio: 'ignore' })
  expect(readdirSync(folder).sort()).toEqual(['README.md', 'dist', 'node_modules', 'package.json', 'read-aloud.mjs'])
  for (const only of ['vite', 'smtp-server', '@deskbell'])
    expect(existsSync(join(folder, 'node_modules', only))).toBe(false)
  const environment = { PATH: process.env.PATH, PORT: '0', DESKBELL_DATA: join(home, 'data'), DESKBELL_DEMO: '1' }
  const relay = spawn(process.execPath, [join(folder, 'dist/main.js')], { cwd: home, env: environment })
  onTestFinished(() => void relay.kill('SIGKILL'))
  const [first] = (await once(relay.stdout, 'data')) as [Buffer]
  const [, url] = /listening on (\S+)/.exec(first.toString()) ?? []
  for (const path of ['healthz', 'widget.js', 'inbox/', 'demo/', 'api/search?locale=ja&q=返品']) {
    expect((await fetch(`${url}/${path}`)).status).toBe(200)
  }
  relay.kill('SIGTERM')
  expect(await once(relay, 'exit')).toEqual([0, null])
}, 120_000)
