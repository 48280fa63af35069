import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { useAttackedRelay } from './kit/attacked.ts'
import { scripts } from './kit/corpus.ts'
import { png, upload } from './kit/files.ts'
import { onDuty, signIn } from './kit/operators.ts'
import { draft, yes } from './kit/payloads.ts'
import { asking } from './kit/people.ts'
import { exchange } from './kit/raw.ts'

// Each test brings about five people into line from one address.
const relay = useAttackedRelay({ DESKBELL_MAX_SOCKETS_PER_ADDRESS: '500' })

/** A visitor with a conversation; an operator must be on duty for it. */
async function visitor() {
  const mara = await onDuty(relay().url, await signIn(relay().url))
  const petr = await asking(relay().url, 'It came broken')
  return {
    mara,
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
const served = (id: string) => fetch(`${relay().url}/files/${id}`)

describe('a file that is something else than it says', () => {
  it('is refused where it is markup, whatever its name and type', async () => {
    const { petr } = await visitor()
    const bom = '\ufeff'
    const markup = [
      '<svg xmlns="http://www.w3.org/2000/svg" onload="hacked()"/>',
      '<?xml version="1.0"?><svg/>',
      '<!doctype html><p>x',
      `${bom}<script>hacked()</script>`,
      '\n\t <html>',
      '<!-- x --><svg/>',
    ]
    for (const bytes of markup) {
      const [name, type] =
        [
          ['x.png', 'image/png'],
          ['x.svg', 'image/svg+xml'],
          ['x.txt', 'text/plain'],
        ][markup.indexOf(bytes) % 3] ?? []
      const sent = await upload(relay().url, {
        token: petr.token,
        name: name ?? '',
        bytes,
        headers: { 'content-type': type },
      })
      expect([bytes, sent.status, sent.body.refusal]).toEqual([bytes, 415, 'file-type'])
    }
    expect(inFolder()).toEqual([])
  })

  it.each([
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'file-type'],
    ['an archive', Buffer.from('PK\x03\x04 word/document.xml\0', 'latin1'), 'file-type'],
    ['a text in no encoding', Buffer.from([0x68, 0xff, 0xfe, 0x69]), 'file-type'],
    ['the beginning of a picture', Buffer.from('\x89PNG\r\n\x1a\n<svg onload=hacked()>', 'latin1'), 'file-damaged'],
    ['half a picture', png(64).subarray(0, 30), 'file-damaged'],
    ['nothing', Buffer.alloc(0), 'file-damaged'],
  ])('is refused where it is %s', async (_what, bytes, refusal) => {
    const { send } = await visitor()
    expect((await send('plate.png', bytes)).body.refusal).toBe(refusal)
    expect(inFolder()).toEqual([])
  })

  it('is only its picture where something hides in or behind it', async () => {
    const { send } = await visitor()
    const hidden = scripts.join('\n')
    const { body } = await send(
      'x.html',
      Buffer.concat([png(16, hidden), Buffer.from(`${hidden}PK word/document.xml`)]),
    )
    expect(body).toMatchObject({ name: 'x.html.webp', type: 'image/webp' })
    for (const name of inFolder()) {
      const bytes = readFileSync(join(relay().dataFolder, 'files', name), 'latin1')
      expect(bytes).not.toMatch(/hacked|script|word.document/)
    }
  })

  it('is given to be kept, without a right to anything, where it may also be a page', async () => {
    const { send } = await visitor()
    for (const [name, begins] of [
      ['x.pdf', '%PDF-1.7\n'],
      ['x.txt', 'Hello '],
    ] as const) {
      const { body } = await send(name, `${begins}${scripts.join('\n').replaceAll('\u0000', '')}`)
      const { headers } = await served(body.id)
      expect(headers.get('content-disposition')).toMatch(/^attachment;/)
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-type')).toMatch(/^(application\/pdf|text\/plain; charset=utf-8)$/)
      expect(headers.get('set-cookie')).toBeNull()
    }
  })
})

describe('a name', () => {
  it.each([
    '../../settings.json',
    '..\\..\\main.js',
    '/etc/passwd',
    'C:\\windows\\win.ini',
    '.htaccess',
    '....//....//x',
    'invoice\u202efdp.exe',
    'a\r\nSet-Cookie: deskbell_session=x',
    'a"; filename="evil.exe',
    'x\u0000.pdf',
    'CON',
    '%2e%2e%2fx',
    '<img src=x onerror=hacked()>',
    `${'x'.repeat(290)}.exe`,
    '',
  ])('is harmless: %j', async (given) => {
    const { send } = await visitor()
    const names = readdirSync(relay().dataFolder)
    const { body } = await send(given, '%PDF-1.7 x')
    expect(body.name).toMatch(/^[^\\/:*?"<>|\p{Cc}\u202e.][^\\/:*?"<>|\p{Cc}\u202e]{0,95}\.pdf$/u)
    const { headers } = await served(body.id)
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\\]+\.pdf"; filename\*=UTF-8''[\w.%!~-]+$/,
    )
    expect(headers.get('set-cookie')).toBeNull()
    expect(readdirSync(relay().dataFolder)).toEqual(names)
    expect(inFolder()).toContain(body.id)
  })
})

describe('what is another’s', () => {
  it('is not sent, and nothing is put beside it', async () => {
    const { mara, petr, send } = await visitor()
    const olga = await asking(relay().url, 'Mine came broken too')
    const { body } = await send('x.pdf', '%PDF-1.7 of Petr')
    for (const files of [
      [body.id],
      [body.id, body.id],
      [randomUUID()],
      ['../settings.json'],
      body.id,
      [{ id: body.id }],
      [],
    ]) {
      const reply = await olga.socket.emitWithAck('message:send', { ...draft('x'), files })
      expect([files, reply.ok]).toEqual([files, false])
    }
    expect(
      await mara.emitWithAck('message:send', { conversationId: petr.id, ...draft('x'), files: [body.id] }),
    ).toMatchObject({ ok: false })
    for (const token of [
      '',
      'x',
      `${petr.token}x`,
      petr.token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      olga.id,
      '__proto__',
    ]) {
      const sent = await upload(relay().url, { token, name: 'x.pdf', bytes: '%PDF-1.7' })
      expect([token, sent.status]).toEqual([token, 403])
    }
    yes(await petr.socket.emitWithAck('message:send', { ...draft('x'), files: [body.id] }))
  })

  it('is an operator’s way too: without their cookie, or from a foreign page, it is closed', async () => {
    const { petr } = await visitor()
    const path = `${relay().url}/api/conversations/${petr.id}/files?name=x.pdf`
    const cookie = await signIn(relay().url)
    const post = (headers: Record<string, string>) => fetch(path, { method: 'POST', headers, body: '%PDF-1.7' })
    expect((await post({})).status).toBe(401)
    expect((await post({ authorization: `Bearer ${petr.token}` })).status).toBe(401)
    expect((await post({ cookie, origin: 'https://evil.example' })).status).toBe(403)
    expect((await petr.socket.emitWithAck('file:delete', { conversationId: petr.id, id: randomUUID() })).ok).toBe(false)
    expect(inFolder()).toEqual([])
  })

  it.each([
    '/files/',
    '/files/..%2fsettings.json',
    '/files/../settings.json',
    '/files/%2e%2e/operators.json',
    '/files/x',
    `/files/${randomUUID()}`,
    `/files/${randomUUID()}/thumbnail`,
    '/files/__proto__',
    '/files/%00',
  ])('is not found by guessing: %s', async (path) => {
    const answer = await exchange(relay().url, [`GET ${path} HTTP/1.1`, 'Host: x'])
    expect(answer).toMatch(/^HTTP\/1\.1 (400|404) /)
    expect(answer).not.toMatch(/passwordHash|siteName/)
  })
})
