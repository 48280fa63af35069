import { screen, waitFor } from '@testing-library/preact'
import { beforeEach, describe, expect, it } from 'vitest'
import { openChat } from './kit/panel.tsx'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const message = () => screen.getByLabelText('Your message')
const send = () => screen.getByRole('button', { name: 'Send to Anna and Boris' })

describe('asking a person', () => {
  it('says who answers, the place and the wait before anything is sent', async () => {
    const { relay } = await openChat()
    expect(screen.getByRole('heading', { name: 'Ask Anna or Boris' })).toBeTruthy()
    expect(screen.getByText('You would be number 3: about 6 minutes.')).toBeTruthy()
    expect(relay.handshakes).toEqual([])
  })

  it('stores nothing until somebody types', async () => {
    const { user } = await openChat()
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
    await user.type(message(), 'Hello')
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 1])
  })

  it('keeps what Mara typed across a reload', async () => {
    const { user, reload } = await openChat()
    await user.type(message(), 'A broken plate')
    await reload()
    expect(message()).toHaveProperty('value', 'A broken plate')
  })

  it('joins the line and shares the conversation with other pages from then on', async () => {
    const { user, relay } = await openChat()
    await user.type(message(), 'A broken plate')
    await user.click(send())
    expect(await screen.findByText('A broken plate')).toBeTruthy()
    expect(relay.texts()).toEqual(['A broken plate'])
    expect(JSON.parse(localStorage.getItem('deskbell') ?? '{}')).toMatchObject({ token: 'new' })
    expect([Object.keys(localStorage), sessionStorage.length]).toEqual([['deskbell'], 0])
  })

  it('puts the caret into an empty field instead of sending', async () => {
    const { user, relay } = await openChat()
    await user.click(send())
    expect(document.activeElement).toBe(message())
    expect(relay.asked).toEqual([])
  })

  it('offers an entry that may answer it already', async () => {
    const { user, context } = await openChat()
    await user.type(message(), 'broken plate')
    await user.click(await screen.findByRole('button', { name: 'A plate arrived broken. What now?' }))
    expect(context.navigation.view.value).toEqual({ name: 'entry', id: 'plates' })
  })

  it('begins with the words of the search and says that they go along', async () => {
    const { user, relay } = await openChat({ searched: 'broken plate' })
    expect(message()).toHaveProperty('value', 'broken plate')
    expect(screen.getByText(/They also see that you searched “broken plate”/)).toBeTruthy()
    await user.click(send())
    await waitFor(() =>
      expect(relay.asked[0]?.payload).toMatchObject({ before: { searches: [{ query: 'broken plate' }] } }),
    )
  })

  it('turns into a question with the text in it when nobody is there any more', async () => {
    const { user, relay } = await openChat()
    relay.on('conversation:ask', () => ({ ok: false, refusal: 'nobody-on-duty' }))
    await user.type(message(), 'A broken plate')
    await user.click(send())
    expect(await screen.findByText(/Your words are kept/)).toBeTruthy()
    expect(screen.getByLabelText('Your question')).toHaveProperty('value', 'A broken plate')
    expect(localStorage.length).toBe(0)
    await user.click(screen.getByRole('button', { name: 'Send the question' }))
    expect(await screen.findByText('HC-7K2QM')).toBeTruthy()
    expect(relay.texts()).toEqual(['A broken plate'])
  })

  it('keeps a message that is too long, and says by how much', async () => {
    const { chat, relay } = await openChat()
    chat.draft.write('a'.repeat(4_003), 0)
    expect(await screen.findByText('3 characters too many')).toBeTruthy()
    send().click()
    expect(relay.asked).toEqual([])
    expect(message()).toHaveProperty('value', 'a'.repeat(4_003))
  })
})

describe('asking beyond the owner’s limit', () => {
  const long = { position: 9, wait: 'known', lowSeconds: 900, likelySeconds: 1320, highSeconds: 2050 } as const
  const busy = { next: long, line: { isFormFirst: true } }

  it('offers the form first, and says what the line would be', async () => {
    const { user, relay } = await openChat({ desk: busy, searched: 'broken plate' })
    expect(await screen.findByRole('heading', { name: 'It is busy just now.' })).toBeTruthy()
    expect(screen.getByText('You would be number 9: about 20 minutes.')).toBeTruthy()
    await waitFor(() => expect(screen.getByLabelText('Your question')).toHaveProperty('value', 'broken plate'))
    await user.click(screen.getByRole('button', { name: 'Send the question' }))
    expect(await screen.findByText('HC-7K2QM')).toBeTruthy()
    expect(relay.asked[0]?.event).toBe('question:leave')
  })

  it('lets Mara wait in line anyway, with her words', async () => {
    const { user, relay } = await openChat({ desk: busy })
    await user.type(await screen.findByLabelText('Your question'), 'A broken plate')
    await user.click(screen.getByRole('button', { name: 'Wait in line anyway' }))
    expect(message()).toHaveProperty('value', 'A broken plate')
    expect(relay.asked).toEqual([])
    await user.click(send())
    await waitFor(() => expect(relay.asked[0]?.event).toBe('conversation:ask'))
    relay.tell('queue:moved', {
      ...{ conversationId: relay.conversation?.id ?? '', reason: 'joined', behind: 0, status: long, isFormFirst: true },
    })
    expect(await screen.findByText('Number 9, about 20 minutes')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Answer later' })).toBeNull()
  })

  it('does not change the view under the hands of whoever is writing', async () => {
    const { user, context, setDesk } = await openChat()
    await user.type(message(), 'A broken plate')
    setDesk(busy)
    await context.desk.refresh()
    expect(await screen.findByText('You would be number 9: about 20 minutes.')).toBeTruthy()
    expect(message()).toHaveProperty('value', 'A broken plate')
  })

  it('says that nobody is there, and when somebody is, once the last one has left', async () => {
    const { context, setDesk } = await openChat({ desk: busy })
    setDesk({
      people: [],
      next: { position: 1, wait: 'unknown', reason: 'nobody-on-duty' },
      backAt: Date.now() + 60_000,
    })
    await context.desk.refresh()
    expect(await screen.findByRole('heading', { name: 'Nobody is here right now.' })).toBeTruthy()
    expect(screen.getByText(/^We are back .*\d.*, your time\.$/, { selector: '[role=status]' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Wait in line anyway' })).toBeNull()
  })
})
