import type { Rating } from '@deskbell/protocol'
import { screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, describe, expect, it } from 'vitest'
import { type OpenChat, openChat } from './kit/panel.tsx'
import { anna, type RelayDouble } from './kit/relay-double.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

async function talking(): Promise<OpenChat> {
  const opened = await openChat()
  const { relay, chat } = opened
  chat.conversation.ask('A broken plate')
  await screen.findByText('A broken plate')
  relay.annaJoins()
  relay.annaSays('A new one is on its way.')
  await screen.findByText('A new one is on its way.')
  await waitFor(() => expect(chat.conversation.letters.value).toEqual([]))
  return opened
}

/** Anna has answered and closed it; the relay takes ratings and tells every tab. */
async function ended(): Promise<OpenChat> {
  const opened = await talking()
  const { relay } = opened
  takeRatings(relay)
  relay.add({ kind: 'closed', by: anna } as never)
  await screen.findByRole('heading', { name: 'Did Anna solve it?' })
  return opened
}

function takeRatings(relay: RelayDouble): void {
  relay.on('conversation:rate', (({ conversationId: id, ...said }: Rating & { conversationId: string }) => {
    const { conversation: known = { theirs: none, mine: none }, people, items } = relay
    const rating = { ...said, at: Date.now() }
    const conversation = { ...known, id, status: 'closed' as const, lastSeq: items.length, rating }
    relay.conversation = conversation
    relay.tell('visitor:welcome', { people, conversation })
    return { ok: true, value: null }
  }) as never)
}

const none = { delivered: 0, read: 0 }
const rated = (relay: RelayDouble) =>
  relay.asked.filter(({ event }) => event === 'conversation:rate').map(({ payload }) => payload)
const choice = (name: string) => within(screen.getByRole('group', { name: 'Did Anna solve it?' })).getByText(name)

describe('a conversation that ended', () => {
  it('asks whether it is solved, takes it in one tap, and asks for more only then', async () => {
    const { user, relay, chat } = await ended()
    expect(screen.queryByLabelText(/Anything to add/)).toBeNull()
    await user.click(choice('In part'))
    expect(await screen.findByText('Thank you. That helps whoever asks next.')).toBeTruthy()
    expect(choice('In part').getAttribute('aria-pressed')).toBe('true')
    await user.type(screen.getByLabelText(/Anything to add/), 'The glaze differs')
    await user.click(screen.getByText('Send to Anna'))
    expect(await screen.findByText('Sent')).toBeTruthy()
    const conversationId = chat.conversation.head.value?.id
    expect(rated(relay)).toEqual([
      { conversationId, solved: 'in-part' },
      { conversationId, solved: 'in-part', comment: 'The glaze differs' },
    ])
  })

  it('shows on the next page what was said, and changes it without losing the comment', async () => {
    const { user, relay, reload } = await ended()
    await user.click(choice('No'))
    await user.type(await screen.findByLabelText(/Anything to add/), 'It broke again')
    await user.click(screen.getByText('Send to Anna'))
    await screen.findByText('Sent')
    const again = await reload()
    again.chat.conversation.readAgain()
    const field = (await screen.findByLabelText(/Anything to add/)) as HTMLTextAreaElement
    expect(field.value).toBe('It broke again')
    expect(choice('No').getAttribute('aria-pressed')).toBe('true')
    await user.click(choice('Yes'))
    await waitFor(() => expect(rated(relay).at(-1)).toMatchObject({ solved: 'yes', comment: 'It broke again' }))
  })

  it('keeps the choice while there is no connection, and tells it when there is', async () => {
    const { user, relay } = await ended()
    relay.goDown()
    await user.click(choice('Yes'))
    expect(await screen.findByText(/It goes out as soon as there is one/)).toBeTruthy()
    expect(choice('Yes').getAttribute('aria-pressed')).toBe('true')
    expect(rated(relay)).toEqual([])
    relay.comeUp()
    await waitFor(() => expect(rated(relay)).toMatchObject([{ solved: 'yes' }]))
    expect(await screen.findByText('Thank you. That helps whoever asks next.')).toBeTruthy()
  })

  it('keeps a comment half typed over a reload, without sending it, until it is sent', async () => {
    const { user, relay, reload } = await ended()
    await user.click(choice('No'))
    await user.type(await screen.findByLabelText(/Anything to add/), 'The box was')
    expect(localStorage.getItem('deskbell-rating')).toBeNull()
    const again = await reload()
    again.chat.conversation.readAgain()
    expect(await screen.findByLabelText(/Anything to add/)).toHaveProperty('value', 'The box was')
    expect(rated(relay)).toHaveLength(1)
    await again.user.click(screen.getByText('Send to Anna'))
    await screen.findByText('Sent')
    expect(rated(relay).at(-1)).toMatchObject({ solved: 'no', comment: 'The box was' })
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('tells after a reload what was chosen while there was no connection', async () => {
    const { user, relay, reload } = await ended()
    relay.goDown()
    await user.click(choice('Yes'))
    await screen.findByText(/It goes out as soon as there is one/)
    expect(rated(relay)).toEqual([])
    const again = await reload()
    relay.comeUp()
    await waitFor(() => expect(again.chat.conversation.head.value?.status).toBe('closed'))
    again.chat.conversation.readAgain()
    await waitFor(() => expect(rated(relay)).toMatchObject([{ solved: 'yes' }]))
    await waitFor(() => expect(Object.keys(sessionStorage)).toEqual([]))
  })

  it('says why it was not taken', async () => {
    const { user, relay } = await ended()
    relay.on('conversation:rate', () => ({ ok: false, refusal: 'conversation-closed' }))
    await user.click(choice('Yes'))
    expect(await screen.findByText('This conversation has ended. You can start a new one.')).toBeTruthy()
    expect(choice('Yes').getAttribute('aria-pressed')).toBe('false')
  })

  it('is shown once to who comes back and has not seen its end', async () => {
    const { relay, context } = await talking()
    const { navigation } = context
    navigation.go({ name: 'home' })
    relay.add({ kind: 'closed', by: anna } as never)
    navigation.go({ name: 'person' })
    expect(await screen.findByRole('heading', { name: 'Did Anna solve it?' })).toBeTruthy()
    navigation.go({ name: 'home' })
    navigation.go({ name: 'person' })
    expect(await screen.findByLabelText('Your message')).toBeTruthy()
  })

  it('gives way to what who comes back looks for', async () => {
    const { relay, context } = await talking()
    context.navigation.go({ name: 'home' })
    relay.add({ kind: 'closed', by: anna } as never)
    context.trail.searched('delivery', 1)
    context.navigation.go({ name: 'person' })
    expect(await screen.findByLabelText('Your message')).toBeTruthy()
  })

  it('is not shown again to who has seen it', async () => {
    const { context } = await ended()
    context.navigation.go({ name: 'home' })
    context.navigation.go({ name: 'person' })
    expect(await screen.findByLabelText('Your message')).toBeTruthy()
  })

  it('is shown again where it went on and has ended again', async () => {
    const { relay, context, chat } = await ended()
    context.navigation.go({ name: 'home' })
    relay.add({ kind: 'reopened', by: anna } as never)
    relay.add({ kind: 'closed', by: anna } as never)
    context.navigation.go({ name: 'person' })
    expect(chat.conversation.stage.value).toBe('ended')
    expect(await screen.findByRole('heading', { name: 'Did Anna solve it?' })).toBeTruthy()
  })

  it('is not rated where nobody answered', async () => {
    const { chat } = await openChat()
    chat.conversation.ask('A broken plate')
    await screen.findByText('A broken plate')
    chat.conversation.end()
    expect(await screen.findByText('You have left the line.')).toBeTruthy()
    expect(screen.queryByRole('group')).toBeNull()
  })
})
