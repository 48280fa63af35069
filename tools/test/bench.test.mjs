import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { benches, prepare } from '../bench.mjs'
import { plant } from './tree.mjs'

const harness = {
  'bench/wait-time/run.mjs': 'run()\n',
  'bench/relay-load/load.mjs': 'load()\n',
  'bench/relay-load/package.json': '{ "dependencies": { "ws": "^8.18.0", "@socket.io/admin": "^1.0.0" } }',
}

describe('a bench', () => {
  it('works on a copy of its harness', () => {
    const root = plant(harness)
    const { folder, missing } = prepare({ root, harness: join(root, 'bench'), name: 'wait' })
    expect(folder).toBe(join(root, 'node_modules/.cache/bench/wait-time'))
    expect(existsSync(join(folder, 'run.mjs'))).toBe(true)
    expect(missing).toEqual([])
  })

  it('installs the packages its harness asks for and has not got', () => {
    const root = plant({ ...harness, 'bench/relay-load/node_modules/@socket.io/admin/index.js': '' })
    expect(prepare({ root, harness: join(root, 'bench'), name: 'relay' }).missing).toEqual(['ws@^8.18.0'])
  })

  it('says in one line what it lacks', () => {
    const root = plant(harness)
    expect(() => prepare({ root, harness: join(root, 'elsewhere'), name: 'wait' })).toThrow(
      /No harness in .*wait-time: set/,
    )
    expect(() => prepare({ root, harness: root, name: 'nothing' })).toThrow('npm run bench -- search|wait|relay')
  })

  it('passes the arguments of the harness on', () => {
    const given = { root: '/desk', args: ['--seeds=1'], port: 4601, data: '/tmp/data' }
    expect(benches.wait.command(given)).toEqual([
      'run.mjs',
      '--engine=/desk/packages/desk/bench/engine.mjs',
      '--seeds=1',
    ])
    expect(benches.search.command(given).filter((word) => word === '--engine')).toHaveLength(4)
    expect(benches.relay.command(given).slice(-2)).toEqual(['--', '--seeds=1'])
    expect(benches.relay.command({ ...given, args: ['--kills', '3'] })[0]).toBe('load.mjs')
  })
})
