import { screen, waitFor } from '@testing-library/preact'
import { beforeEach, describe, expect, it } from 'vitest'
import { type OpenChat, openChat } from './kit/panel.tsx'
import { anna, type RelayDouble } from './kit/relay-double.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

/** Anna has answered and closed it, at a site that sends mail. */
async function ended({ sendsMail = true, email = '' } = {}): Promise<OpenChat> {
  const opened = await openChat({ desk: { sendsMail } })
  const { relay, chat } = opened
  chat.conversation.ask('A broken plate')
  await screen.findByText('A broken plate')
  relay.annaJoins()
  relay.annaSays('A new one is on its way.')
  relay.add({ kind: 'closed', by: anna } as never)
  await screen.findByRole('heading', { name: 'Did Anna solve it?' })
  const { head } = chat.conversation
  if (email && head.value) {
    relay.tell('visitor:welcome', { people: [], conversation: { ...head.value, email, lastSeq: relay.items.length } })
    await waitFor(() => expect(head.value?.email).toBe(email))
  }
  return opened
}

const offer = () => screen.findByRole('button', { name: 'Get a copy by e-mail' })
const sent = (relay: RelayDouble) => relay.asked.filter(({ event }) => event === 'transcript:send')

describe('a conversation that ended', () => {
  it('is sent to the address that the visitor gave', async () => {
    const { user, relay, chat } = await ended({ email: 'mara@visitor.example' })
    await user.click(await offer())
    const field = screen.getByLabelText('Your e-mail')
    expect(field).toHaveProperty('value', 'mara@visitor.example')
    expect(document.activeElement).toBe(field)
    await user.click(screen.getByRole('button', { name: 'Send' }))
    const news = await screen.findByText('Sent to mara@visitor.example.')
    expect(document.activeElement).toBe(news)
    expect(screen.queryByLabelText('Your e-mail')).toBeNull()
    const conversationId = chat.conversation.head.value?.id
    expect(sent(relay)).toMatchObject([{ payload: { conversationId, email: 'mara@visitor.example' } }])
  })

  it('says what is missing in an address before anything is sent', async () => {
    const { user, relay } = await ended()
    await user.click(await offer())
    await user.click(screen.getByRole('button', { name: 'Send' }))
    expect(await screen.findByText('Please write your e-mail address.')).toBeTruthy()
    await user.type(screen.getByLabelText('Your e-mail'), 'mara{Enter}')
    expect(await screen.findByText('The “@” is missing.')).toBeTruthy()
    expect(sent(relay)).toEqual([])
  })

  it('says what to do where it could not be sent, and keeps the address', async () => {
    const { user, relay } = await ended()
    await user.click(await offer())
    await user.type(screen.getByLabelText('Your e-mail'), 'mara@visitor.example')
    const refusals = [
      [{ ok: false, refusal: 'mail-failed' }, /could not be sent. Please check the address/],
      [{ ok: false, refusal: 'rate-limited', retryAfterMs: 40 * 86_400_000 }, /^It can be sent again \w+day/],
      [{ ok: false, refusal: 'unreachable' }, /did not get through/],
    ] as const
    for (const [refusal, words] of refusals) {
      relay.on('transcript:send', () => refusal)
      await user.click(screen.getByRole('button', { name: 'Send' }))
      expect(await screen.findByText(words)).toBeTruthy()
    }
    expect(screen.getByLabelText('Your e-mail')).toHaveProperty('value', 'mara@visitor.example')
  })

  it('is offered by e-mail only where mail is sent', async () => {
    await ended({ sendsMail: false })
    expect(screen.queryByRole('button', { name: 'Get a copy by e-mail' })).toBeNull()
  })

  it('is not offered where nobody answered', async () => {
    const { relay, chat } = await openChat({ desk: { sendsMail: true } })
    chat.conversation.ask('A broken plate')
    await screen.findByText('A broken plate')
    relay.annaJoins()
    relay.add({ kind: 'closed', by: anna } as never)
    await screen.findByRole('heading', { name: 'Did Anna solve it?' })
    expect(screen.queryByRole('button', { name: 'Get a copy by e-mail' })).toBeNull()
  })
})
