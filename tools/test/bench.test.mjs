import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { benches, prepare, runAll } from '../bench.mjs'
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
    expect(() => prepare({ root, harness: root, name: 'nothing' })).toThrow('npm run bench -- search|wait|relay|inbox')
  })

  it('passes the arguments of the harness on', () => {
    expect(wordsOf('wait', ['--seeds=1'])).toEqual([
      ['run.mjs', '--engine=/desk/packages/desk/bench/engine.mjs', '--seeds=1'],
    ])
    expect(wordsOf('search', [])[0].filter((word) => word === '--engine')).toHaveLength(4)
    expect(wordsOf('relay', ['--seeds=1'])).toHaveLength(1)
    expect(wordsOf('relay', ['--seeds=1'])[0].slice(-2)).toEqual(['--', '--seeds=1'])
    expect(wordsOf('relay', ['--kills', '3'])[0][0]).toBe('load.mjs')
  })

  it('of the relay is, when nothing is asked for, the load, the storm, the kills with three seeds and the faults at length', () => {
    const [pair, storm, ...others] = wordsOf('relay', [])
    const faults = others.pop()
    expect(pair[0]).toBe('pair.mjs')
    expect(storm.slice(-2)).toEqual(['--come-back', '10000'])
    expect(others.map((words) => [words[0], ...words.slice(-4)])).toEqual(
      ['1', '2', '3'].map((seed) => ['load.mjs', '--kills', '20', '--seed', seed]),
    )
    expect(faults.slice(-2)).toEqual(['--project', 'faults'])
    expect(benches.relay.runs({ root: '/desk', args: [] }).at(-1)).toMatchObject({
      folder: '/desk',
      environment: { DESKBELL_FAULTS: 'long' },
    })
  })

  it('of the inbox needs no harness', () => {
    expect(prepare({ root: '/desk', harness: '/nowhere', name: 'inbox' })).toMatchObject({
      folder: '/desk',
      missing: [],
    })
    const [run] = benches.inbox.runs({ root: '/desk', args: [] })
    expect(run).toMatchObject({ folder: '/desk', environment: { DESKBELL_SHIFT: 'long' } })
    expect(run.words().at(-1)).toBe('packages/e2e/test/shift.test.ts')
  })

  it('goes on after a run that failed, and says which', async () => {
    const said = []
    const runs = [{ title: 'one' }, { title: 'two' }, { title: 'three' }]
    const code = async ({ title }) => (title === 'two' ? 3 : 0)
    expect(await runAll(runs, code, (line) => said.push(line))).toBe(1)
    expect(said.join('\n')).toContain('ok      one\nfailed  two\nok      three')
  })

  it('of one run says nothing itself', async () => {
    const said = []
    const failed = await runAll(
      [{ title: 'bench' }],
      async () => 1,
      (line) => said.push(line),
    )
    expect([failed, said]).toEqual([1, []])
  })
})

/** What Node is given in each run. */
function wordsOf(name, args) {
  const place = { port: 4601, data: '/tmp/data' }
  return benches[name].runs({ root: '/desk', args }).map(({ words }) => words(place))
}
