import type { Receipts } from '@deskbell/protocol'
import { screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type OpenChat, openChat } from './kit/panel.tsx'
import { anna, boris } from './kit/relay-double.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => void vi.restoreAllMocks())

async function inLine(): Promise<OpenChat> {
  const opened = await openChat()
  opened.chat.conversation.ask('A broken plate')
  await screen.findByText('A broken plate')
  await waitFor(() => expect(opened.chat.conversation.letters.value).toEqual([]))
  return opened
}

async function withAnna(): Promise<OpenChat> {
  const opened = await inLine()
  opened.relay.annaJoins()
  await screen.findByRole('heading', { name: /Anna/ })
  return opened
}

const log = () => within(screen.getByRole('log'))

function putInFront(isInFront: boolean): void {
  vi.spyOn(document, 'hasFocus').mockReturnValue(isInFront)
  dispatchEvent(new Event(isInFront ? 'focus' : 'blur'))
}

describe('a page behind another window', () => {
  it('has read nothing, though it is visible, until it is in front again', async () => {
    const { relay, chat } = await withAnna()
    const { unread } = chat.conversation.reading
    const furthest = () =>
      Math.max(...relay.asked.map(({ event, payload }) => (event === 'receipt:give' ? (payload as Receipts).read : 0)))
    putInFront(false)
    relay.annaSays('Which colour is it?')
    await log().findByText('Which colour is it?')
    expect(unread.value).toHaveLength(1)
    expect(furthest()).toBe(2)
    putInFront(true)
    await waitFor(() => expect(furthest()).toBe(3))
    expect(unread.value).toEqual([])
  })
})

describe('a screen reader', () => {
  const told = () => screen.getAllByRole('status').map(({ textContent }) => textContent)

  it('is told once who has joined, when the line gives way to the conversation', async () => {
    const { relay } = await inLine()
    expect(told()).not.toContain('Anna has joined')
    relay.annaJoins()
    await waitFor(() => expect(told().filter((words) => words === 'Anna has joined')).toHaveLength(1))
    // A log that was there before reads it out itself.
    relay.add({ kind: 'transferred', by: anna, to: boris } as never)
    await log().findByText('Boris takes over from Anna')
    expect(told()).not.toContain('Boris takes over from Anna')
  })

  it('is told who has joined and written while the connection was away', async () => {
    const { relay } = await inLine()
    relay.goDown()
    const [seq, at] = [relay.items.length + 1, Date.now()]
    relay.items.push({ kind: 'assigned', to: anna, seq, at })
    relay.items.push({ kind: 'message', id: 'hello', from: 'operator', by: anna, text: 'Hello', seq: seq + 1, at })
    relay.comeUp()
    await screen.findByText('Hello')
    await waitFor(() => expect(told().filter((words) => words === 'Anna has joined')).toHaveLength(1))
  })

  it('is told that it has ended', async () => {
    const { relay } = await withAnna()
    relay.add({ kind: 'closed', by: anna } as never)
    await waitFor(() => expect(told().filter((words) => words?.startsWith('Conversation ended'))).toHaveLength(1))
  })

  it.each([
    ['is told at once', true, 1],
    ['is told nothing by the tabs behind it', false, 0],
  ])('%s that a message was not taken', async (_says, isInFront, alerts) => {
    const { relay, chat } = await withAnna()
    putInFront(isInFront)
    relay.on('message:send', () => ({ ok: false, refusal: 'forbidden' }))
    chat.conversation.say('The sand one')
    await screen.findByText(/^Not sent/)
    expect(screen.queryAllByRole('alert')).toHaveLength(alerts)
  })
})
