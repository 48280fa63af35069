import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../src/commands/command-line.ts'
import { anna, closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeRelays)

const command = (...words: string[]) => runCommand({ words, environment: { DESKBELL_DATA: relay.dataFolder } })
const note = () => join(relay.dataFolder, 'commands.secret')

describe('a command', () => {
  it('is run by the relay that uses the folder', async () => {
    const { code, text } = await command('password', anna.email)
    expect({ code, text }).toMatchObject({
      code: 0,
      text: expect.stringContaining(`${relay.url}/inbox/#new-password=`),
    })
  })

  it('opens the store itself while no relay does', async () => {
    await relay.stop()
    const { code, text } = await command('password', anna.email)
    expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('/inbox/#new-password=') })
    expect(await relay.again()).toBeDefined()
  })

  it('says in one line why it is refused', async () => {
    const refusal = { code: 1, text: 'no operator has this e-mail address' }
    expect(await command('password', 'nobody@holm.example')).toEqual(refusal)
    await relay.stop()
    expect(await command('password', 'nobody@holm.example')).toEqual(refusal)
  })

  it('tells how it is called', async () => {
    for (const words of [['dance'], ['password'], ['password', anna.email, 'more']]) {
      expect(await command(...words)).toMatchObject({ code: 2, text: expect.stringContaining('password EMAIL') })
    }
  })

  it('wants a data folder that is there', async () => {
    const environment = { DESKBELL_DATA: join(relay.dataFolder, 'none') }
    const { code, text } = await runCommand({ words: ['password', anna.email], environment })
    expect({ code, text }).toMatchObject({ code: 1, text: expect.stringContaining('set DESKBELL_DATA') })
    expect(existsSync(environment.DESKBELL_DATA)).toBe(false)
  })
})

describe('the door for commands', () => {
  it('has a secret that only this account may read, new at every start, gone at a clean end', async () => {
    expect(statSync(note()).mode & 0o777).toBe(0o600)
    const first = readFileSync(note(), 'utf8')
    relay = await relay.again()
    expect(readFileSync(note(), 'utf8')).not.toBe(first)
    await relay.stop()
    expect(existsSync(note())).toBe(false)
  })

  it('does not keep the relay from a clean end where the folder is gone', async () => {
    renameSync(relay.dataFolder, `${relay.dataFolder}-aside`)
    writeFileSync(relay.dataFolder, '')
    await expect(relay.stop()).resolves.toBeUndefined()
  })

  it('stays shut to who does not know it', async () => {
    const { port } = JSON.parse(readFileSync(note(), 'utf8')) as { port: number }
    const body = JSON.stringify({ name: 'password', argument: anna.email })
    const knock = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })
    expect((await knock({})).status).toBe(403)
    expect((await knock({ authorization: 'Bearer guess' })).status).toBe(403)
  })

  it('tells when the folder is used by a relay that cannot be asked', async () => {
    rmSync(note())
    expect(await command('password', anna.email)).toMatchObject({
      code: 1,
      text: expect.stringContaining('takes no commands'),
    })
  })
})

describe('a backup', () => {
  it('leaves nothing behind that could be taken for one', async () => {
    const folder = join(relay.dataFolder, '..', 'copy')
    mkdirSync(join(relay.dataFolder, 'unreadable.json'))
    expect(await command('backup', folder)).toMatchObject({ code: 1 })
    expect(readdirSync(folder)).toEqual([])
  })
})
