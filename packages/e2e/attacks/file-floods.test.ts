import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { useAttackedRelay } from './kit/attacked.ts'
import { png, upload } from './kit/files.ts'
import { onDuty, signIn } from './kit/operators.ts'
import { draft, yes } from './kit/payloads.ts'
import { asking } from './kit/people.ts'
import { dial } from './kit/raw.ts'
import { workOf } from './kit/work.ts'

const relay = useAttackedRelay()

/** A visitor with a conversation; an operator must be on duty for it. */
async function visitor() {
  await onDuty(relay().url, await signIn(relay().url))
  const petr = await asking(relay().url, 'It came broken')
  return {
    petr,
    send: (name: string, bytes: Uint8Array | string) => upload(relay().url, { token: petr.token, name, bytes }),
  }
}
const all = () => readdirSync(join(relay().dataFolder, 'files'))
let before: string[]
beforeEach(() => {
  before = all()
})
/** What this test left. */
const inFolder = () => all().filter((name) => !before.includes(name))

describe('a file that is too much', () => {
  it('is refused before it is read, and cut where it says less than it is', async () => {
    const { petr, send } = await visitor()
    expect(await send('x.txt', 'x'.repeat(10 * 1024 * 1024 + 1))).toMatchObject({
      status: 413,
      body: { refusal: 'file-too-large' },
    })
    const socket = await dial(relay().url)
    const lines = [
      'POST /api/files?name=x.txt HTTP/1.1',
      'Host: x',
      `Authorization: Bearer ${petr.token}`,
      'Transfer-Encoding: chunked',
      '',
      '',
    ]
    socket.write(lines.join('\r\n'))
    let said = ''
    socket.on('data', (data: Buffer) => {
      said += data.toString('latin1')
    })
    const mebibyte = `100000\r\n${'x'.repeat(1024 * 1024)}\r\n`
    for (let sent = 0; sent < 12 && said === ''; sent += 1)
      await new Promise((resolve) => socket.write(mebibyte, resolve))
    await expect.poll(() => said).toMatch(/^HTTP\/1\.1 413 /)
    socket.destroy()
    await expect.poll(inFolder).toEqual([])
  })

  it('is refused where it would fill the memory, and others are served meanwhile', async () => {
    const { petr, send } = await visitor()
    const bomb = png(40_000)
    expect(bomb.length).toBeLessThan(300_000)
    const sending = Array.from({ length: 5 }, () => send('bomb.png', bomb))
    const begun = workOf(relay())
    yes(await petr.socket.emitWithAck('message:send', draft('Still here')))
    expect(workOf(relay()) - begun).toBeLessThan(1_500)
    for (const sent of await Promise.all(sending)) expect(sent.body.refusal).toBe('file-damaged')
    // As large as a picture may be, it is taken; one bit a pixel.
    expect((await send('large.png', png(7_000))).status).toBe(200)
  })

  it('is a thousand: some are taken, the rest refused, and others are served meanwhile', async () => {
    const { petr, send } = await visitor()
    const olga = await asking(relay().url, 'Hello')
    const sending = Array.from({ length: 1_000 }, (_, index) => send(`${index}.txt`, `Number ${index}`))
    const begun = workOf(relay())
    yes(await olga.socket.emitWithAck('message:send', draft('Still here')))
    expect(workOf(relay()) - begun).toBeLessThan(1_500)
    const replies = await Promise.all(sending)
    const taken = replies.filter(({ status }) => status === 200)
    expect(taken.length).toBeLessThanOrEqual(31)
    expect(taken.length).toBeGreaterThan(0)
    expect(new Set(replies.map(({ body }) => body.refusal))).toEqual(new Set([undefined, 'rate-limited']))
    expect(inFolder()).toHaveLength(taken.length)
    yes(await petr.socket.emitWithAck('message:send', draft('Me too')))
  })
})
