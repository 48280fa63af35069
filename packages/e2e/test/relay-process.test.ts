import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ownedByMara, RelayProcess, useRelay } from '../kit/relay.ts'

const relay = useRelay(ownedByMara)

const health = async (url: string) => (await fetch(`${url}/healthz`)).json()

describe('the built relay', () => {
  it('says first where it listens, and is well there', async () => {
    expect(relay().output).toMatch(/^deskbell listening on http:\/\//)
    expect(await health(relay().url)).toEqual({ status: 'ok' })
  })

  it('begins the inbox with a handful of files', async () => {
    const page = await (await fetch(`${relay().url}/inbox/`)).text()
    expect(page.match(/assets\/[^"]+/g)?.length).toBeLessThan(6)
  })

  it('ends cleanly when asked to', async () => {
    expect(await relay().stop()).toBe(0)
    await expect(health(relay().url)).rejects.toThrow()
    expect(relay().output).toMatch(/"the relay listens".*"SIGTERM".*"the relay ends:.*"the relay has ended"/s)
    await relay().start()
  })

  it('comes back on its address after a crash', async () => {
    const { url } = relay()
    await relay().kill()
    await relay().start()
    expect(relay().url).toBe(url)
    expect(await health(url)).toEqual({ status: 'ok' })
  })

  it('is degraded while its disk is full, that of its log too, and well again after', async () => {
    const full = new RelayProcess()
    onTestFinished(() => full.dispose())
    const log = join(full.dataFolder, 'log')
    await full.start({}, log)
    const limitFiles = (bytes: number | 'unlimited') =>
      execFileSync('prlimit', ['--pid', String(full.pid), `--fsize=${bytes}:unlimited`])
    const statuses = async () => [(await fetch(`${full.url}/healthz`)).status, await health(full.url)]
    // Enough for the file that health writes, and too little for SQLite.
    limitFiles(100)
    for (let asked = 0; asked < 3; asked += 1) {
      await expect.poll(statuses, { timeout: 10_000 }).toEqual([503, { status: 'degraded' }])
    }
    limitFiles('unlimited')
    await expect.poll(statuses, { timeout: 10_000 }).toEqual([200, { status: 'ok' }])
    expect(readFileSync(log, 'utf8')).toContain('"the data folder can be written again"')
  })

  it('names the variable that is wrong and does not start', async () => {
    const wrong = new RelayProcess({ DESKBELL_RATE_BURST: 'plenty' })
    onTestFinished(() => wrong.dispose())
    await expect(wrong.start()).rejects.toThrow('DESKBELL_RATE_BURST')
  })
})
