import { screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, it } from 'vitest'
import { openChat } from './kit/panel.tsx'
import { RelayDouble } from './kit/relay-double.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const signed = { id: '4711', name: 'Mara', email: 'mara@visitor.example', hash: 'a'.repeat(64) }

it('asks for the conversation of somebody the shop vouches for, and tells no more than is needed', async () => {
  const { relay } = await openChat({ identity: { ...signed, address: 'Kiln Street 3' } as typeof signed })
  await waitFor(() => expect(relay.handshakes).toEqual([{ identity: signed }]))
})

it('tells a mere name with the first message, not before', async () => {
  const { relay, user } = await openChat({ identity: { name: 'Mara' } })
  expect(relay.handshakes).toEqual([])
  await user.type(screen.getByLabelText('Your message'), 'A broken plate{Enter}')
  await waitFor(() => expect(relay.handshakes).toMatchObject([{ identity: { name: 'Mara' } }]))
})

it('goes on in all tabs with what was begun on another device', async () => {
  const relay = new RelayDouble()
  const nothing = { delivered: 0, read: 0 }
  relay.conversation = { id: 'c', status: 'waiting', lastSeq: 0, theirs: nothing, mine: nothing }
  const { chat } = await openChat({ relay, identity: signed })
  await waitFor(() => expect(chat.conversation.stage.value).toBe('waiting'))
  expect(JSON.parse(localStorage.getItem('deskbell') ?? '{}')).toMatchObject({ token: 'new' })
})
