import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { expect, it, onTestFinished } from 'vitest'
import { mara, ownedByMara, program, RelayProcess, useRelay } from '../kit/relay.ts'

const relay = useRelay({ ...ownedByMara, DESKBELL_RATE_BURST: '5000', DESKBELL_RATE_PER_SECOND: '5000' })

/** As on the command line, in a process of its own. */
function command(...words: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DESKBELL_DATA: relay().dataFolder }
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], { env }, (error, output, errors) =>
      resolve({ code: error ? Number(error.code) : 0, output: output + errors }),
    )
  })
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

interface Welcome {
  token?: string
}

async function visit(url: string, token?: string): Promise<{ socket: Socket; welcome: Welcome }> {
  const auth = { protocol: 1, locale: 'en', ...(token && { token }) }
  const socket = io(`${url}/visitor`, { auth, transports: ['websocket'], forceNew: true })
  onTestFinished(() => void socket.close())
  return { socket, welcome: await new Promise((resolve) => socket.once('visitor:welcome', resolve)) }
}

/** Sends until told to stop, one message after the other; gives how many were acknowledged. */
function keepSending(socket: Socket) {
  let acknowledged = 1
  let goesOn = true
  async function send() {
    while (goesOn) {
      const reply = await socket.emitWithAck('message:send', { id: randomUUID(), text: `number ${acknowledged + 1}` })
      if (!reply.ok) throw new Error(reply.refusal)
      acknowledged += 1
    }
  }
  const sending = send()
  return {
    count: () => acknowledged,
    stop() {
      goesOn = false
      return sending
    },
  }
}

async function askedBy(count: number) {
  const people = await Promise.all(Array.from({ length: count }, () => visit(relay().url)))
  for (const { socket } of people) {
    const first = { id: randomUUID(), text: 'number 1', before: { searches: [], entries: [] } }
    expect(await socket.emitWithAck('question:leave', first)).toMatchObject({ ok: true })
  }
  return people
}

async function backUp(): Promise<string> {
  const folder = join(emptyFolder(), 'copy')
  expect(await command('backup', folder)).toMatchObject({ code: 0, output: expect.stringContaining('To restore') })
  return folder
}

/** A relay on a copy of a backup. */
async function restored(folder: string): Promise<RelayProcess> {
  const process = new RelayProcess()
  onTestFinished(() => process.dispose())
  cpSync(folder, process.dataFolder, { recursive: true })
  await process.start()
  return process
}

it('backs up while messages come in, and starts from the copy with all that were there', async () => {
  const people = await askedBy(4)
  const sending = people.map(({ socket }) => keepSending(socket))
  await expect.poll(() => sending[0]?.count()).toBeGreaterThan(50)
  const before = sending.map(({ count }) => count())
  const folder = await backUp()
  const after = sending.map(({ count }) => count())
  await Promise.all(sending.map(({ stop }) => stop()))
  expect(after[0]).toBeGreaterThan(before[0] ?? 0)

  const { url } = await restored(folder)
  for (const [index, { welcome }] of people.entries()) {
    const seqs = await allSeqs(url, welcome.token)
    expect(seqs).toEqual(seqs.map((_, at) => at + 1))
    expect(seqs.length).toBeGreaterThan(before[index] ?? 0)
  }
})

it('has everything in the copy, for nobody else to read', async () => {
  const [visitor] = await askedBy(1)
  const authorization = `Bearer ${visitor?.welcome.token}`
  const init = { method: 'POST', headers: { authorization }, body: 'one; two' }
  const file = (await (await fetch(`${relay().url}/api/files?name=a.csv`, init)).json()) as { id: string }
  const folder = await backUp()
  for (const name of readdirSync(folder, { recursive: true }).map(String))
    expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0])
  const { url } = await restored(folder)
  // Pending, and the question itself.
  expect(await allSeqs(url, visitor?.welcome.token)).toHaveLength(2)
  expect(await (await fetch(`${url}/files/${file.id}`)).text()).toBe('one; two')
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ email: mara.email, password: mara.password })
  expect((await fetch(`${url}/api/session`, { method: 'POST', headers, body })).status).toBe(200)
})

/** The numbers of all items of a visitor's conversation, page after page. */
async function allSeqs(url: string, token: string | undefined): Promise<number[]> {
  const { socket } = await visit(url, token)
  const seqs: number[] = []
  for (;;) {
    const { value } = await socket.emitWithAck('conversation:resume', { after: seqs.at(-1) ?? 0 })
    seqs.push(...value.items.map(({ seq }: { seq: number }) => seq))
    if (!value.hasMore) return seqs
  }
}

it('refuses a folder that has something in it', async () => {
  const folder = emptyFolder()
  cpSync(join(relay().dataFolder, 'settings.json'), join(folder, 'settings.json'))
  expect(await command('backup', folder)).toEqual({ code: 1, output: `${folder} is not empty: name a new folder\n` })
})

it('prints a link for a lost password', async () => {
  const { code, output } = await command('password', mara.email)
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('/inbox/#new-password=') })
})
