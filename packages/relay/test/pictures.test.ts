import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileLimits } from '@deskbell/protocol'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backup } from '../src/commands/backup.ts'
import { accountsOf } from './kit/accounts.ts'
import { closeDesk } from './kit/desk.ts'
import { photo } from './kit/files.ts'
import { annaOnDuty, openInbox } from './kit/operators.ts'
import { next, question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'
import { pastRestoring } from './kit/restorable.ts'

let relay: TestRelay
let annasId: string
beforeEach(async () => {
  relay = await openRelay()
  annasId = (await openInbox(relay)).welcome.self.id
})
afterEach(closeDesk)

const { ask, addBoris } = accountsOf(() => relay)
const folder = () => join(relay.dataFolder, 'pictures')
const fetchPicture = (id: string) => fetch(`${relay.url}/pictures/${id}`)

async function put(id: string, bytes: Uint8Array | string, cookie = relay.annasCookie) {
  const body = typeof bytes === 'string' ? bytes : new Blob([new Uint8Array(bytes)])
  const headers = { cookie, origin: relay.url }
  const response = await fetch(`${relay.url}/api/operators/${id}/picture`, { method: 'PUT', headers, body })
  return { status: response.status, reply: (await response.json()) as Record<string, string> }
}

async function set(id: string, cookie?: string): Promise<string> {
  const { picture = '' } = (await put(id, await photo(), cookie)).reply
  return picture
}

describe('a picture of somebody', () => {
  it('is the middle of what they gave', async () => {
    const pixels = ['#f00', '#0f0', '#00f'].flatMap((colour) =>
      [...colour.slice(1)].map((part) => Number(`0x${part}${part}`)),
    )
    const three = await sharp(Uint8Array.from(pixels), { raw: { width: 3, height: 1, channels: 3 } })
      .resize({ width: 300, height: 100, kernel: 'nearest', fit: 'fill' })
      .png()
      .toBuffer()
    const { reply } = await put(annasId, three)
    const { data } = await sharp(join(folder(), reply.picture ?? ''))
      .raw()
      .toBuffer({ resolveWithObject: true })
    for (const at of [0, 95, 96 * 95, 96 * 96 - 1]) expect(data[at * 3 + 1]).toBeGreaterThan(200)
  })

  it('is small, and without the place where it was taken', async () => {
    const wide = await photo({ width: 400, height: 100 })
    expect(wide.includes('Quillfeather')).toBe(true)
    const { reply } = await put(annasId, wide)
    expect(reply).toMatchObject({ name: 'Anna', picture: expect.stringMatching(/^[\da-f-]{36}$/) })
    const path = join(folder(), reply.picture ?? '')
    expect(await sharp(path).metadata()).toMatchObject({ format: 'webp', width: 96, height: 96 })
    const kept = readFileSync(path)
    expect(kept.includes('Quillfeather')).toBe(false)
    expect(kept.length).toBeLessThan(8_000)
  })

  it('is given to any page, without cookies, as nothing but a picture, for good', async () => {
    const response = await fetchPicture(await set(annasId))
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    expect(response.headers.has('set-cookie')).toBe(false)
    for (const wrong of ['nobody', '..%2foperators.json', crypto.randomUUID()])
      expect((await fetchPicture(wrong)).status).toBe(404)
  })

  it('is told wherever their name is, and is there after a restart', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const { id: conversationId } = yes(await mara.request('conversation:ask', question('Is my parcel lost?')))
    yes(await anna.emitWithAck('conversation:take', { conversationId }))
    const people = next(mara, 'desk:changed')
    const welcome = next(mara, 'visitor:welcome')
    const picture = await set(annasId)
    expect(await people).toEqual([{ name: 'Anna', picture }])
    expect((await welcome).conversation?.operator).toEqual({ name: 'Anna', picture })
    relay = await relay.again()
    expect((await openInbox(relay)).welcome.self).toMatchObject({ name: 'Anna', picture })
    expect((await fetchPicture(picture)).status).toBe(200)
  })

  it('goes with its successor, when it is taken away, and with whose it is', async () => {
    const { id, cookie } = await addBoris()
    const first = await set(id, cookie)
    const second = await set(id)
    expect(readdirSync(folder())).toEqual([second])
    expect((await fetchPicture(first)).status).toBe(404)
    expect((await ask('DELETE', `/operators/${id}/picture`, undefined, cookie)).reply).not.toHaveProperty('picture')
    expect(readdirSync(folder())).toEqual([])
    const third = await set(id)
    expect((await ask('DELETE', `/operators/${id}`)).status).toBe(204)
    relay = await relay.again()
    expect(readdirSync(folder())).toEqual([third])
    relay = await pastRestoring(relay)
    expect(readdirSync(folder())).toEqual([])
    expect(readFileSync(join(relay.dataFolder, 'former-operators.json'), 'utf8')).not.toContain(third)
  })

  it('is one’s own to change, and an owner’s', async () => {
    const { cookie } = await addBoris()
    expect(await put(annasId, await photo(), cookie)).toMatchObject({ status: 403, reply: { refusal: 'forbidden' } })
    expect((await ask('DELETE', `/operators/${annasId}/picture`, undefined, cookie)).status).toBe(403)
    expect((await put(annasId, await photo(), '')).reply.refusal).toBe('signed-out')
    expect((await put('nobody', await photo())).reply.refusal).toBe('unknown-operator')
    expect(readdirSync(folder())).toEqual([])
  })

  it.each([
    ['a drawing of vectors', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'file-type'],
    ['a document', '%PDF-1.7 me', 'file-type'],
    ['words', 'Anna', 'file-type'],
    ['nothing', '', 'file-damaged'],
    ['half a picture', '\xff\xd8\xff\xe0 and no more', 'file-damaged'],
    ['too much', 'a'.repeat(fileLimits.bytes + 1), 'file-too-large'],
  ])('is not %s', async (_what, bytes, refusal) => {
    const before = await set(annasId)
    expect((await put(annasId, Buffer.from(bytes, 'latin1'))).reply.refusal).toBe(refusal)
    expect(readdirSync(folder())).toEqual([before])
  })

  it('is not given again and again', async () => {
    const bytes = await photo()
    for (let sent = 0; sent < fileLimits.anHour; sent += 1) await put('nobody', bytes)
    expect(await put(annasId, bytes)).toMatchObject({ status: 429, reply: { refusal: 'rate-limited' } })
  })

  it('that nobody has, as the relay was killed in between, is gone with the next start', async () => {
    const picture = await set(annasId)
    writeFileSync(join(folder(), crypto.randomUUID()), 'left behind')
    relay = await relay.again()
    expect(readdirSync(folder())).toEqual([picture])
  })

  it('is in a backup', async () => {
    const picture = await set(annasId)
    const copy = join(relay.dataFolder, '..', 'copy')
    backup.beside(relay.dataFolder, copy)
    expect(existsSync(join(copy, 'pictures', picture))).toBe(true)
  })
})
