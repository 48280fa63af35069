import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeDesk, openMailDesk } from './kit/desk.ts'
import { upload } from './kit/files.ts'
import type { MailServer } from './kit/mail-server.ts'
import { annaOnDuty, type OperatorSocket } from './kit/operators.ts'
import { draft, question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let mails: MailServer
let relay: TestRelay
let anna: OperatorSocket
beforeEach(async () => {
  ;({ mails, relay } = await openMailDesk())
})
afterEach(closeDesk)

/** Mara asks while nobody is there and goes; Anna comes on duty and takes the question. */
async function asked(email = 'mara@visitor.example') {
  const mara = await visit(relay)
  const { id, reference = '' } = yes(
    await mara.request('question:leave', { ...question('Ist die Glasur\nlebensmittelecht?'), email }),
  )
  mara.close()
  anna = await annaOnDuty(relay)
  yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
  return { id, reference, token: mara.token }
}

const answer = async (id: string, text: string) =>
  yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft(text) }))
const close = async (id: string) => yes(await anna.emitWithAck('conversation:close', { conversationId: id }))
const arrived = (count: number) => vi.waitFor(() => expect(mails.received).toHaveLength(count), 15_000)
const head = () =>
  new Promise<{ mailed?: { seq: number; problem?: string } }>((resolve) => {
    anna.on('conversations:changed', (heads) => {
      const changed = heads.find(({ mailed }) => mailed)
      if (changed) resolve(changed)
    })
  })

it('brings the answer with the question quoted', async () => {
  const { id, reference } = await asked()
  const told = head()
  await answer(id, 'Yes, “food-safe” it is.')
  await answer(id, 'Every glaze of ours.')
  await close(id)
  await arrived(1)
  const [mail] = mails.received
  expect(mail).toMatchObject({ from: 'help@holm.example', to: ['mara@visitor.example'] })
  expect(mail?.headers.get('subject')).toBe(`Your question ${reference} to Deskbell`)
  expect(mail?.headers.get('content-language')).toBe('en')
  expect(mail?.text).toContain('Yes, “food-safe” it is.\r\n\r\nEvery glaze of ours.')
  expect(mail?.text).toContain('> Ist die Glasur\r\n> lebensmittelecht?')
  expect(await told).toMatchObject({ mailed: { seq: 5 } })
})

it('says where the files of an answer are', async () => {
  const { id } = await asked()
  const { body: file } = await upload(relay, { conversationId: id }, 'glaze.pdf', '%PDF-1.7 all glazes')
  yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft(''), files: [file.id] }))
  await close(id)
  await arrived(1)
  expect(mails.received[0]?.text).toContain(`\r\n\r\nglaze.pdf: ${relay.url}/files/${file.id}\r\n`)
})

it('keeps one thread for one question', async () => {
  const { id } = await asked()
  await answer(id, 'Yes.')
  await close(id)
  await arrived(1)
  yes(await anna.emitWithAck('conversation:reopen', { conversationId: id }))
  await answer(id, 'All of them.')
  await close(id)
  await arrived(2)
  const [first, second] = mails.received
  const earlier = first?.headers.get('message-id')
  expect(second?.headers.get('in-reply-to')).toBe(earlier)
  expect(second?.headers.get('references')).toContain(earlier)
  expect(second?.headers.get('subject')).toBe(`Re: ${first?.headers.get('subject')}`)
  expect(second?.text).not.toContain('\r\nYes.\r\n')
})

it('sends nothing that was read in the widget', async () => {
  const { id, token } = await asked()
  const mara = await visit(relay, token)
  await answer(id, 'Yes.')
  yes(await mara.request('receipt:give', { delivered: 4, read: 4 }))
  await close(id)
  await answer((await asked('boris@visitor.example')).id, 'Also yes.')
  await relay.stop()
  expect(mails.received).toEqual([])
})

it('says what the mail server said, and leaves what it refuses for good', async () => {
  mails.refuse(550, 'No such mailbox')
  const { id } = await asked()
  const told = head()
  await answer(id, 'Yes.')
  await close(id)
  expect(await told).toMatchObject({ mailed: { seq: 4, problem: expect.stringContaining('No such mailbox') } })
})

it('keeps what was not taken yet for later', async () => {
  mails.refuse(451, 'Try again')
  const { id } = await asked()
  const told = head()
  await answer(id, 'Yes.')
  await close(id)
  expect(await told).toMatchObject({ mailed: { seq: 0, problem: expect.stringContaining('Try again') } })
})

it('goes on after a restart with what was not taken', async () => {
  mails.refuse(451, 'Try again')
  const { id } = await asked()
  const told = head()
  await answer(id, 'Yes.')
  await close(id)
  await told
  mails.accept()
  await relay.again()
  await arrived(1)
})

it('promises no mail where none can be sent, and any where it can', async () => {
  const promises = async ({ url }: TestRelay) =>
    ((await (await fetch(`${url}/api/desk?locale=en`)).json()) as { sendsMail: boolean }).sendsMail
  expect(await promises(relay)).toBe(true)
  expect(await promises(await openRelay())).toBe(false)
  await expect(openRelay({ DESKBELL_SMTP_URL: mails.url })).rejects.toThrow('go together')
})
