import type { Draft } from '@deskbell/protocol'
import { screen, waitFor } from '@testing-library/preact'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openChat } from './kit/panel.tsx'
import { anna, RelayDouble } from './kit/relay-double.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const none = { delivered: 0, read: 0 }

describe('without a connection', () => {
  it('keeps the question and sends it, once, as soon as there is one', async () => {
    const relay = new RelayDouble()
    relay.goDown()
    const { user } = await openChat({ relay })
    await user.type(screen.getByLabelText('Your message'), 'A broken plate{Enter}')
    relay.goDown()
    expect(await screen.findByText('Kept, goes out when you are back online')).toBeTruthy()
    expect(screen.getByText('No connection just now. It goes out as soon as there is one.')).toBeTruthy()
    relay.comeUp()
    await waitFor(() => expect(relay.texts()).toEqual(['A broken plate']))
    expect(await screen.findByText('The connection is back.')).toBeTruthy()
  })

  it('keeps a question that was never sent across a reload, under the same id and the same visitor', async () => {
    const relay = new RelayDouble()
    relay.on('conversation:ask', () => ({ ok: false, refusal: 'unreachable' }))
    const { chat, reload } = await openChat({ relay })
    chat.conversation.ask('A broken plate')
    await waitFor(() => expect(relay.asked).toHaveLength(1))
    await reload()
    await waitFor(() => expect(relay.asked).toHaveLength(2))
    const [first, second] = relay.asked.map(({ payload }) => (payload as { id: string }).id)
    expect(second).toBe(first)
    expect(relay.handshakes).toEqual([{}, { token: 'new' }])
  })

  it('lets Mara write on, and sends everything in order afterwards', async () => {
    const { user, relay, chat } = await openChat()
    chat.conversation.ask('A broken plate')
    await screen.findByText('A broken plate')
    relay.annaJoins()
    await screen.findByLabelText('Write to Anna')
    relay.goDown()
    expect(await screen.findByText(/No connection since .* Write on, nothing is lost\./)).toBeTruthy()
    await user.type(screen.getByLabelText('Write to Anna'), 'Of course.{Enter}The sand one.{Enter}')
    expect(await screen.findByText('Kept, goes out when you are back online')).toBeTruthy()
    relay.comeUp()
    await waitFor(() => expect(relay.texts()).toEqual(['A broken plate', 'Of course.', 'The sand one.']))
    expect(screen.getAllByText('Of course.')).toHaveLength(1)
  })

  it('goes on in the field and the list that were there before the question had arrived', async () => {
    const { user, relay, chat } = await openChat()
    relay.goDown()
    chat.conversation.ask('A broken plate')
    const bubble = await screen.findByText('A broken plate')
    const field = screen.getByLabelText('Add a detail')
    await user.type(field, 'It is the sand one')
    relay.on('conversation:ask', ((draft: Draft) => {
      relay.add({ ...draft, kind: 'message', from: 'visitor' } as never)
      relay.annaJoins()
      relay.conversation = { id: 'one', status: 'assigned', lastSeq: 2, operator: anna, theirs: none, mine: none }
      return { ok: true, value: relay.conversation }
    }) as never)
    relay.comeUp()
    expect(await screen.findByText('Anna has joined')).toBeTruthy()
    expect(screen.getByText('A broken plate')).toBe(bubble)
    expect(screen.getByLabelText('Write to Anna')).toBe(field)
    expect(document.activeElement).toBe(field)
    expect(field).toHaveProperty('value', 'It is the sand one')
  })

  it('reads the whole conversation again on the next page', async () => {
    const { relay, chat, reload } = await openChat()
    chat.conversation.ask('A broken plate')
    await screen.findByText('A broken plate')
    relay.annaJoins()
    if (relay.conversation)
      relay.conversation = { ...relay.conversation, status: 'assigned', lastSeq: 2, operator: { name: 'Anna' } }
    await reload()
    expect(await screen.findByText('A broken plate')).toBeTruthy()
    expect(await screen.findByLabelText('Write to Anna')).toBeTruthy()
  })

  it('begins anew where the relay does not know the visitor, with what was not sent in the field', async () => {
    const lost = { id: crypto.randomUUID(), writtenAt: 1, kind: 'message', text: 'Are you there?' }
    localStorage.setItem('deskbell', JSON.stringify({ token: 'forgotten' }))
    localStorage.setItem(`deskbell-letter-${lost.id}`, JSON.stringify({ letter: lost }))
    const { relay } = await openChat()
    expect(await screen.findByText('This conversation is no longer there. You can start a new one.')).toBeTruthy()
    expect(screen.getByLabelText('Your message')).toHaveProperty('value', 'Are you there?')
    expect(localStorage.length).toBe(0)
    expect(relay.asked).toEqual([])
  })

  it('says that a reload forgets where the browser keeps nothing', async () => {
    const setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    vi.stubGlobal('localStorage', { getItem: () => null, setItem, removeItem: setItem })
    const { chat } = await openChat()
    chat.conversation.ask('A broken plate')
    expect(await screen.findByText(/after a reload this conversation is gone from here/)).toBeTruthy()
    vi.unstubAllGlobals()
  })
})
