import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { createSync } from '../src/store/quick-sync.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskbell-sync-'))
const file = openSync(join(folder, 'log'), 'w')
afterEach(() => vi.restoreAllMocks())
afterAll(() => {
  closeSync(file)
  rmSync(folder, { recursive: true })
})

/** How much the threads of Node's pool have to do: https://nodejs.org/api/process.html#processgetactiveresourcesinfo */
const elsewhere = () => process.getActiveResourcesInfo().filter((kind) => kind === 'FSReqCallback').length

it('leaves the main thread when a sync took longer than 1 ms, and comes back when they are quick again', async () => {
  let took = 0.2
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += took))
  const sync = createSync(file)
  const where: boolean[] = []
  for (took of [0.2, 5, 5, 0.2, 0.2]) {
    // Other tests may have left something there.
    const before = elsewhere()
    const synced = sync()
    where.push(elsewhere() > before)
    await synced
    // Node drops a request once its callback has returned.
    await setImmediate()
  }
  expect(where).toEqual([false, false, true, true, false])
})

it('rejects when the disk fails', async () => {
  const closed = openSync(join(folder, 'gone'), 'w')
  const sync = createSync(closed)
  closeSync(closed)
  await expect(sync()).rejects.toThrow('EBADF')
})
