import { randomUUID } from 'node:crypto'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { basename, join } from 'node:path'
import type { OperatorItem, VisitorItem } from '@deskbell/protocol'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { fetchFile, kept, photo, upload } from './kit/files.ts'
import { filesWith } from './kit/folder.ts'
import { annaOnDuty, type OperatorSocket } from './kit/operators.ts'
import { draft, next, question, type TestVisitor, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'
import { pastRestoring } from './kit/restorable.ts'

let relay: TestRelay
let anna: OperatorSocket
let mara: TestVisitor
let conversationId: string
beforeEach(async () => {
  relay = await openRelay({ DESKBELL_ORIGINS: 'https://shop.example' })
  anna = await annaOnDuty(relay)
  mara = await visit(relay)
  conversationId = yes(await mara.request('conversation:ask', question('It came broken'))).id
  yes(await anna.emitWithAck('conversation:take', { conversationId }))
})
afterEach(closeDesk)

const inFolder = () => readdirSync(join(relay.dataFolder, 'files'))
const uploaded = async (name = 'plate.jpg', bytes: Uint8Array | string = '') =>
  (await upload(relay, mara, name, bytes === '' ? await photo() : bytes)).body
const send = (id: string, text = '') => mara.request('message:send', { ...draft(text), files: [id] })
const filesOf = (item: VisitorItem | OperatorItem) => (item.kind === 'message' ? item.files : undefined)

describe('a picture', () => {
  it('reaches the other side with a message, and is there after a restart', async () => {
    const heard = new Promise<{ item: OperatorItem }>((resolve) => anna.once('message:sent', resolve))
    const file = await uploaded('broken plate.jpg')
    expect(file).toMatchObject({ name: 'broken plate.jpg', type: 'image/jpeg', size: { width: 60, height: 40 } })
    const said = yes(await send(file.id))
    expect(filesOf(said)).toEqual([file])
    expect(filesOf((await heard).item)).toEqual([file])
    relay = await relay.again()
    const again = await visit(relay, mara.token)
    const page = yes(await again.request('conversation:resume', { after: said.seq - 1 }))
    expect(page.items).toEqual([said])
    expect(await fetchFile(relay, file.id)).toMatchObject({ status: 200 })
  })

  it('is written anew, without the place where it was taken', async () => {
    const given = await photo()
    expect(given.includes('Quillfeather')).toBe(true)
    const { id, bytes: counted } = await uploaded('plate.jpg', given)
    const { bytes, headers } = await fetchFile(relay, id)
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('content-disposition')).toContain('inline')
    expect(bytes.length).toBe(counted)
    expect((await kept(relay, id)).exif).toBeUndefined()
    expect(filesWith(relay.dataFolder, ['Quillfeather'])).toEqual([])
  })

  it('stands as the phone was held, and is no larger than it need be', async () => {
    const large = await photo({ width: 4_000, height: 3_000, orientation: 6 })
    const { id, size } = await uploaded('tall.jpg', large)
    expect(size).toEqual({ width: 1_920, height: 2_560 })
    expect((await fetchFile(relay, id, '/thumbnail')).headers.get('content-type')).toBe('image/webp')
    expect(await kept(relay, `${id}.thumbnail`)).toMatchObject({ format: 'webp', width: 480, height: 640 })
  })

  it.each(['png', 'webp', 'gif'] as const)('may be a %s, which becomes a WebP', async (format) => {
    const { name, type, id } = await uploaded(`shot.${format}`, await photo({ format }))
    expect({ name, type }).toEqual({ name: 'shot.webp', type: 'image/webp' })
    expect((await kept(relay, id)).format).toBe('webp')
  })

  it('that moves still moves', async () => {
    const frames = ['#a00', '#0a0', '#00a'].map((name) => join(relay.dataFolder, `${name}.png`))
    for (const path of frames)
      writeFileSync(path, await photo({ width: 20, height: 10, format: 'png', background: basename(path, '.png') }))
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const { id, size } = await uploaded('moves.gif', moving)
    expect(size).toEqual({ width: 20, height: 10 })
    expect((await kept(relay, id)).pages).toBe(3)
  })
})

describe('another file', () => {
  it('is given as it came, to be kept, not shown', async () => {
    const { id, name } = await uploaded('Rechnung «März».pdf', '%PDF-1.7 an invoice')
    expect(name).toBe('Rechnung «März».pdf')
    const { headers, bytes } = await fetchFile(relay, id)
    expect(bytes.toString()).toBe('%PDF-1.7 an invoice')
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Rechnung _M_rz_.pdf"; filename*=UTF-8''Rechnung%20%C2%ABM%C3%A4rz%C2%BB.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect((await fetchFile(relay, id, '/thumbnail')).status).toBe(404)
  })

  it('may be a table as text', async () => {
    const { id, name, type } = await uploaded('orders.csv', 'nr;città\n1;Forlì\n')
    expect({ name, type }).toEqual({ name: 'orders.csv', type: 'text/plain' })
    expect((await fetchFile(relay, id)).headers.get('content-type')).toBe('text/plain; charset=utf-8')
  })
})

describe('an operator', () => {
  it('sends files too, with a text', async () => {
    const { body } = await upload(relay, { conversationId }, 'manual.pdf', '%PDF-1.7 how to glue a plate')
    const heard = next(mara, 'message:sent', ({ seq }) => seq > 1)
    yes(await anna.emitWithAck('message:send', { conversationId, ...draft('Like this'), files: [body.id] }))
    expect(await heard).toMatchObject({ text: 'Like this', files: [body], by: { name: 'Anna' } })
  })

  it('deletes what was sent by mistake, on both sides and on the disk', async () => {
    const { id } = await uploaded('the wrong one.pdf', '%PDF-1.7 my bank statement')
    const { seq } = yes(await send(id, 'Here'))
    const told = next(mara, 'file:changed')
    expect(yes(await anna.emitWithAck('file:delete', { conversationId, id }))).toBeNull()
    expect(await told).toEqual({ id, isDeleted: true })
    yes(await anna.emitWithAck('file:delete', { conversationId, id }))
    const { items } = yes(await mara.request('conversation:resume', { after: seq - 1 }))
    expect(items).toMatchObject([{ text: 'Here', files: [{ id, isDeleted: true }] }])
    expect((await fetchFile(relay, id)).status).toBe(404)
    relay = await pastRestoring(relay)
    expect(inFolder()).toEqual([])
    anna = await annaOnDuty(relay)
    expect(await anna.emitWithAck('file:restore', { conversationId, id })).toMatchObject({ refusal: 'file-gone' })
  })

  it('who is signed out sends and deletes nothing', async () => {
    expect(await upload(relay, { conversationId, cookie: 'deskbell_session=no' }, 'a.txt', 'a')).toMatchObject({
      status: 401,
      body: { refusal: 'signed-out' },
    })
  })

  it('sees in the list that files came', async () => {
    const changed = new Promise<{ preview?: object }>((resolve) =>
      anna.on('conversations:changed', ([head]) => head?.preview?.files && resolve(head)),
    )
    yes(await send((await uploaded()).id))
    expect((await changed).preview).toMatchObject({ text: '', files: 1 })
  })
})

describe('a message', () => {
  it('names files once, of its own side and conversation only', async () => {
    const { id } = await uploaded()
    yes(await send(id))
    expect(await send(id)).toMatchObject({ refusal: 'file-gone' })
    expect(await send(randomUUID())).toMatchObject({ refusal: 'file-gone' })
    const { body: annas } = await upload(relay, { conversationId }, 'a.txt', 'Not yet sent')
    expect(await send(annas.id)).toMatchObject({ refusal: 'file-gone' })
  })

  it('sent again is the same message with the same files', async () => {
    const message = { ...draft(''), files: [(await uploaded()).id] }
    const both = await Promise.all([mara.request('message:send', message), mara.request('message:send', message)])
    const all = [...both, await mara.request('message:send', message)].map(yes)
    const [{ seq, files } = {}] = all.filter((item) => item.kind === 'message')
    expect(files).toHaveLength(1)
    for (const item of all) expect(item).toMatchObject({ seq, files })
  })

  it('without text and without files is still none', async () => {
    expect(await mara.request('message:send', draft(''))).toMatchObject({ refusal: 'message-empty' })
    expect(await mara.request('message:send', { ...draft(''), files: [] })).toMatchObject({ refusal: 'malformed' })
  })
})

describe('a file that no message names', () => {
  it('is gone after an hour, and what is named stays', async () => {
    const [kept, left] = [await uploaded(), await uploaded('left.pdf', '%PDF-1.7 x')]
    yes(await send(kept.id))
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
    try {
      relay = await relay.again()
      vi.setSystemTime(Date.now() + 62 * 60_000)
      await vi.advanceTimersByTimeAsync(600_000)
      await expect.poll(() => inFolder().sort()).toEqual([kept.id, `${kept.id}.thumbnail`].sort())
    } finally {
      vi.useRealTimers()
    }
    expect((await fetchFile(relay, left.id)).status).toBe(404)
  })

  it('whose upload broke off leaves nothing', async () => {
    const headers = { authorization: `Bearer ${mara.token}`, 'content-length': '100000' }
    const sending = request(`${relay.url}/api/files?name=a.txt`, { method: 'POST', headers })
    sending.on('error', () => {})
    sending.write('Half of it')
    await expect.poll(() => inFolder()).toHaveLength(1)
    sending.destroy()
    await expect.poll(() => inFolder()).toEqual([])
  })

  it('left by a relay that was killed is swept up', async () => {
    const { id } = await uploaded()
    await relay.stop()
    const orphan = join(relay.dataFolder, 'files', randomUUID())
    writeFileSync(orphan, 'half')
    utimesSync(orphan, 0, 0)
    relay = await relay.again()
    await expect.poll(() => inFolder().sort()).toEqual([id, `${id}.thumbnail`].sort())
  })
})

it('goes with the conversation when the visitor is erased', async () => {
  const { id } = await uploaded('secret.pdf', '%PDF-1.7 the bank statement of Mara')
  yes(await send(id))
  const response = await fetch(`${relay.url}/api/visitors/${conversationId}`, {
    ...{ method: 'DELETE', headers: { cookie: relay.annasCookie, origin: relay.url } },
  })
  expect(response.status).toBe(200)
  expect(inFolder()).toEqual([])
  expect(filesWith(relay.dataFolder, ['bank statement', 'secret.pdf', id])).toEqual([])
  expect((await fetchFile(relay, id)).status).toBe(404)
})

it('is in what a visitor is given of all that is known of them', async () => {
  const { id, name } = await uploaded('plate.jpg')
  yes(await send(id))
  const response = await fetch(`${relay.url}/api/visitors/${conversationId}`, {
    headers: { cookie: relay.annasCookie },
  })
  const { conversations } = (await response.json()) as { conversations: { items: { files?: object[] }[] }[] }
  const files = conversations[0]?.items.flatMap((item) => item.files ?? [])
  expect(files).toMatchObject([{ name, url: `${relay.url}/files/${id}` }])
})

it('can be sent from allowed pages only', async () => {
  const from = (origin: string, method = 'OPTIONS') =>
    fetch(`${relay.url}/api/files?name=a.txt`, { method, headers: { origin, authorization: `Bearer ${mara.token}` } })
  const allowed = await from('https://shop.example')
  expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization')
  expect((await from('https://evil.example', 'POST')).status).toBe(403)
})
