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
