import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Anna } from './kit/anna.ts'
import { isLong } from './kit/length.ts'
import { Program } from './kit/program.ts'
import { noHarm, Traffic } from './kit/traffic.ts'

const lasting = isLong ? 10_000 : 1_500

/** How often the log says so. */
const said = (program: Program, words: string) => program.output.split(words).length - 1

/** Changes the site's name; gives the status of the answer and the name that is in use after it. */
async function rename({ url, annasCookie }: Program, siteName: string): Promise<{ status: number; siteName: string }> {
  const headers = { 'content-type': 'application/json', origin: url, cookie: annasCookie }
  const settings = (await (await fetch(`${url}/api/settings`, { headers })).json()) as { siteName: string }
  const body = JSON.stringify({ ...settings, siteName })
  const { status } = await fetch(`${url}/api/settings`, { method: 'PUT', headers, body })
  const after = (await (await fetch(`${url}/api/settings`, { headers })).json()) as { siteName: string }
  return { status, siteName: after.siteName }
}

describe('while nothing can be written', () => {
  it('refuses what a full disk does not take, loses nothing it acknowledged, and recovers', async () => {
    const program = await Program.make()
    await program.start()
    const traffic = await Traffic.on(program)
    const anna = await Anna.on(program)
    await pause(500)
    program.limitFiles(0)
    await traffic.until(() => traffic.count('storage-failed') > 0)
    expect(await anna.request('duty:set', { isOnDuty: false })).toEqual({ ok: false, refusal: 'storage-failed' })
    // What was acknowledged before the disk was full has come by then.
    const acknowledged = traffic.count('ok')
    expect(await rename(program, 'Full')).toEqual({ status: 503, siteName: 'Deskbell' })
    await pause(lasting)
    expect(traffic.count('ok')).toBe(acknowledged)
    expect(said(program, 'could not be stored')).toBe(1)
    program.limitFiles('unlimited')
    const { messages, ...harm } = await traffic.settle()
    expect(harm).toEqual(noHarm)
    expect(messages).toBeGreaterThan(acknowledged)
    expect(said(program, 'can be stored again')).toBe(1)
    expect(await rename(program, 'Empty')).toEqual({ status: 200, siteName: 'Empty' })
  })

  it('has all it acknowledged when it is killed with a full disk', async () => {
    const program = await Program.make()
    await program.start()
    const traffic = await Traffic.on(program)
    await pause(500)
    program.limitFiles(0)
    await traffic.until(() => traffic.count('storage-failed') > 0)
    await program.end('SIGKILL')
    await program.start()
    const { messages, ...harm } = await traffic.settle()
    expect(harm).toEqual(noHarm)
    expect(messages).toBeGreaterThan(40)
  })

  it('loses nothing while a file is in the place of the data folder', async () => {
    const program = await Program.make()
    await program.start()
    const traffic = await Traffic.on(program)
    const elsewhere = `${program.dataFolder}.away`
    renameSync(program.dataFolder, elsewhere)
    writeFileSync(program.dataFolder, '')
    await pause(lasting)
    expect(await rename(program, 'Away')).toEqual({ status: 503, siteName: 'Deskbell' })
    rmSync(program.dataFolder)
    renameSync(elsewhere, program.dataFolder)
    const { messages, ...harm } = await traffic.settle()
    expect(harm).toEqual(noHarm)
    expect(messages).toBeGreaterThan(40)
  })
})
