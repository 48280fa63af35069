import { limits } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeDesk, openMailDesk } from './kit/desk.ts'
import { upload } from './kit/files.ts'
import { filesWith } from './kit/folder.ts'
import type { MailServer } from './kit/mail-server.ts'
import { annaOnDuty, type OperatorSocket } from './kit/operators.ts'
import { draft, question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let mails: MailServer
let relay: TestRelay
let anna: OperatorSocket
beforeEach(async () => {
  ;({ mails, relay } = await openMailDesk())
  anna = await annaOnDuty(relay)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await closeDesk()
})

const email = 'mara@visitor.example'
const words = 'A broken plate, see https://pills.example/now or www.pills.example. Help'

/** Mara asks, Anna takes it, answers and closes it. */
async function ended(asked: object = {}) {
  const mara = await visit(relay)
  const before = { searches: [], entries: [], timeZone: 'Asia/Tokyo' }
  const { id: conversationId } = yes(await mara.request('conversation:ask', { ...question(words), before, ...asked }))
  yes(await anna.emitWithAck('conversation:take', { conversationId }))
  yes(await anna.emitWithAck('note:add', { conversationId, ...draft('She has complained before') }))
  yes(await anna.emitWithAck('message:send', { conversationId, ...draft('A new one: https://holm.example/plates') }))
  yes(await anna.emitWithAck('conversation:close', { conversationId }))
  return { mara, conversationId, send: (to = email) => mara.request('transcript:send', { conversationId, email: to }) }
}

describe('the transcript of a conversation that ended', () => {
  it('says who wrote when in the visitor’s own time, and no note', async () => {
    const { send } = await ended({ email })
    yes(await send())
    const [mail] = mails.received
    expect(mail).toMatchObject({ from: 'help@holm.example', to: [email] })
    expect(mail?.headers.get('subject')).toMatch(/^Your conversation with Deskbell, \w+day, /)
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail?.text).toContain('Here is your conversation with Anna from Deskbell')
    expect(mail?.text).toMatch(/\d+:\d\d\s[AP]M GMT\+9 · You\r\nA broken plate, see https:\/\/pills.example\/now/)
    expect(mail?.text).toMatch(/GMT\+9 · Anna\r\nA new one: https:\/\/holm.example\/plates/)
    expect(mail?.text).not.toContain('complained')
  })

  it('names the files that were sent, and brings none', async () => {
    const mara = await visit(relay)
    const { id: conversationId } = yes(await mara.request('conversation:ask', question('A broken plate')))
    yes(await anna.emitWithAck('conversation:take', { conversationId }))
    const { body: file } = await upload(relay, { conversationId }, 'glaze.pdf', '%PDF-1.7 all glazes')
    yes(await anna.emitWithAck('message:send', { conversationId, ...draft('Look'), files: [file.id] }))
    yes(await anna.emitWithAck('conversation:close', { conversationId }))
    yes(await mara.request('transcript:send', { conversationId, email }))
    expect(mails.received[0]?.text).toContain('Look\r\nFile: glaze.pdf')
    expect(mails.received[0]?.text).not.toContain(file.id)
  })

  it('brings no web address of the visitor’s to an address that nobody knew before, and keeps none', async () => {
    const { send } = await ended()
    yes(await send())
    const [mail] = mails.received
    expect(mail?.text).toContain('A broken plate, see […] or […] Help')
    expect(mail?.text).toContain('https://holm.example/plates')
    expect(mail?.text).toContain('somebody entered your address by mistake')
    expect([...(mail?.headers.values() ?? [])].join()).not.toContain('plate')
    expect(filesWith(relay.dataFolder, [words])).not.toEqual([])
    expect(filesWith(relay.dataFolder, [email])).toEqual([])
  })

  it('is sent once in an hour, and tells when again', async () => {
    const { mara, conversationId, send } = await ended()
    yes(await send())
    const again = await send('mara@other.example')
    expect(again).toMatchObject({ refusal: 'rate-limited' })
    expect(!again.ok && again.retryAfterMs).toBeGreaterThan(3_000_000)
    expect(mails.received).toHaveLength(1)
    const now = Date.now
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 3_700_000)
    const later = await visit(relay, mara.token)
    yes(await later.request('transcript:send', { conversationId, email }))
    expect(mails.received).toHaveLength(2)
  })

  it('comes to one address three times a day, whoever wants it', async () => {
    for (const place of [1, 2, 3]) yes(await (await ended({ name: `Mara ${place}` })).send())
    expect(await (await ended()).send(email.toUpperCase())).toMatchObject({ refusal: 'rate-limited' })
    expect(mails.received).toHaveLength(3)
  })

  it('is tried five times a day for one visitor, as for addresses that do not exist', async () => {
    mails.refuse(550, 'No such mailbox')
    const { send } = await ended()
    for (const place of [1, 2, 3, 4, 5]) {
      expect(await send(`mara${place}@visitor.example`)).toMatchObject({ ok: false, refusal: 'mail-failed' })
    }
    mails.accept()
    expect(await send()).toMatchObject({ refusal: 'rate-limited' })
    expect(mails.received).toEqual([])
  })

  it('can be tried again at once where the mail server did not take it', async () => {
    mails.refuse(451, 'Try again')
    const { send } = await ended()
    expect(await send()).toMatchObject({ refusal: 'mail-failed' })
    mails.accept()
    yes(await send())
  })

  it('is refused while it goes on, where nobody answered, of somebody else’s, and after a week', async () => {
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('A broken plate')))
    const send = (conversationId: string) => mara.request('transcript:send', { conversationId, email })
    expect(await send(id)).toMatchObject({ refusal: 'no-conversation' })
    yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
    yes(await anna.emitWithAck('conversation:close', { conversationId: id }))
    expect(await send(id)).toMatchObject({ refusal: 'no-conversation' })
    const theirs = await ended()
    expect(await send(theirs.conversationId)).toMatchObject({ refusal: 'no-conversation' })
    const now = Date.now
    vi.spyOn(Date, 'now').mockImplementation(() => now() + limits.rateWithin + 1_000)
    const later = await visit(relay, theirs.mara.token)
    expect(await later.request('transcript:send', { conversationId: theirs.conversationId, email })).toMatchObject({
      refusal: 'conversation-closed',
    })
    expect(mails.received).toEqual([])
  })

  it('goes to one address and no list of them, and nowhere without a mail server', async () => {
    const { send } = await ended()
    for (const wrong of ['a@b.example,c@d.example', 'a@b.example\r\nBcc: c@d.example', 'Mara <a@b.example>', 'mara']) {
      expect(await send(wrong)).toMatchObject({ refusal: 'email-invalid' })
    }
    expect(await send([email] as never)).toMatchObject({ refusal: 'malformed' })
    relay = await openRelay()
    anna = await annaOnDuty(relay)
    expect(await (await ended()).send()).toMatchObject({ refusal: 'mail-failed' })
    expect(mails.received).toEqual([])
  })

  it('has the end of a long conversation', async () => {
    const fast = { DESKBELL_RATE_BURST: '100000', DESKBELL_RATE_PER_SECOND: '100000' }
    relay = await openRelay({ ...fast, DESKBELL_SMTP_URL: mails.url, DESKBELL_MAIL_FROM: 'help@holm.example' })
    anna = await annaOnDuty(relay)
    const { conversationId, send } = await ended({ email })
    yes(await anna.emitWithAck('conversation:reopen', { conversationId }))
    const lines = Array.from({ length: 1_010 }, (_, place) => `line ${place}.`)
    await Promise.all(lines.map((line) => anna.emitWithAck('message:send', { conversationId, ...draft(line) })))
    yes(await anna.emitWithAck('conversation:close', { conversationId }))
    yes(await send())
    const [mail] = mails.received
    expect(mail?.text).toContain('Earlier messages are left out.')
    expect(mail?.text).not.toContain('line 9.')
    expect(mail?.text).toContain('line 1009.')
  })
})
