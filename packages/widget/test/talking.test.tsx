import type { VisitorConversation } from '@deskbell/protocol'
import { screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, describe, expect, it } from 'vitest'
import { type OpenChat, openChat } from './kit/panel.tsx'
import { anna, boris } from './kit/relay-double.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

async function withAnna(speaks?: readonly string[]): Promise<OpenChat> {
  const opened = await openChat()
  opened.chat.conversation.ask('A broken plate')
  await screen.findByText('A broken plate')
  opened.relay.annaJoins(speaks)
  await screen.findByRole('heading', { name: /Anna/ })
  return opened
}

const log = () => within(screen.getByRole('log'))

describe('talking with Anna', () => {
  it('says that she has joined, and that she has read the question once she has', async () => {
    const { relay } = await withAnna()
    expect(log().getByText('Anna has joined')).toBeTruthy()
    expect(log().queryByText('Anna has read your question.')).toBeNull()
    relay.tell('receipt:given', { delivered: 2, read: 2 })
    expect(await log().findByText('Anna has read your question.')).toBeTruthy()
  })

  it('says in which languages she answers where the visitor reads another', async () => {
    const { relay } = await withAnna(['sl', 'de'])
    expect(await log().findByText('Anna answers in Slovenian or German.')).toBeTruthy()
    relay.tell('receipt:given', { delivered: 2, read: 2 })
    expect(await log().findByText('Anna has read your question. Anna answers in Slovenian or German.')).toBeTruthy()
  })

  it('sends with Enter and makes a new line with Shift+Enter', async () => {
    const { user, relay } = await withAnna()
    await user.type(screen.getByLabelText('Write to Anna'), 'Sand{Shift>}{Enter}{/Shift}please{Enter}')
    await waitFor(() => expect(relay.texts().at(-1)).toBe('Sand\nplease'))
    expect(screen.getByLabelText('Write to Anna')).toHaveProperty('value', '')
  })

  it('shows one receipt, under the newest own message', async () => {
    const { user, relay } = await withAnna()
    await user.type(screen.getByLabelText('Write to Anna'), 'Sand, please{Enter}')
    expect(await log().findByText(/^Sent/)).toBeTruthy()
    relay.tell('receipt:given', { delivered: 3, read: 1 })
    expect(await log().findByText('Delivered')).toBeTruthy()
    relay.tell('receipt:given', { delivered: 3, read: 3 })
    expect(await log().findByText(/^Read \d/)).toBeTruthy()
    expect(log().queryByText('Delivered')).toBeNull()
  })

  it('marks what came while it was closed as new, and nothing that is seen coming', async () => {
    const { relay, context } = await withAnna()
    relay.annaSays('Good morning')
    await log().findByText('Good morning')
    expect(log().queryByText('New')).toBeNull()
    context.isOpen.value = false
    relay.annaSays('It left today')
    relay.annaSays('It comes on Friday')
    await log().findByText('It comes on Friday')
    context.isOpen.value = true
    const mark = await log().findByText('New')
    expect(mark.nextElementSibling?.textContent).toContain('It left today')
    relay.annaSays('At noon')
    expect((await log().findByText('At noon')).closest('.message')?.previousElementSibling?.textContent).toContain(
      'Friday',
    )
    context.isOpen.value = false
    context.isOpen.value = true
    await waitFor(() => expect(log().queryByText('New')).toBeNull())
  })

  it('tells how far it has read while it is open, and only delivers while it is closed', async () => {
    const { relay, context } = await withAnna()
    context.isOpen.value = false
    relay.annaSays('Hello Mara')
    const given = () => relay.asked.filter(({ event }) => event === 'receipt:give').at(-1)?.payload
    await waitFor(() => expect(given()).toEqual({ delivered: 3, read: 2 }))
    context.isOpen.value = true
    await waitFor(() => expect(given()).toEqual({ delivered: 3, read: 3 }))
  })

  it('tells the launcher of a message nobody has seen, with its words once', async () => {
    const { relay, context, shown } = await withAnna()
    context.isOpen.value = false
    relay.annaSays('Hello Mara')
    await waitFor(() => {
      expect(shown.at(-1)).toEqual({ kind: 'person', by: anna, unread: 1, peek: 'Hello Mara' })
    })
    expect(context.person.value).toMatchObject({ kind: 'talking', unread: 1, preview: 'Hello Mara' })
    context.isOpen.value = true
    await waitFor(() => expect(shown.at(-1)).toEqual({ kind: 'person', by: anna, unread: 0 }))
  })

  it('says who is writing until they have written', async () => {
    const { relay } = await withAnna()
    relay.tell('typing:started', anna)
    expect(await screen.findByText('Anna is writing')).toBeTruthy()
    relay.annaSays('Hello Mara')
    await log().findByText('Hello Mara')
    expect(screen.queryByText('Anna is writing')).toBeNull()
  })

  it('tells that Mara is typing, but not with every key', async () => {
    const { user, relay } = await withAnna()
    await user.type(screen.getByLabelText('Write to Anna'), 'Sand, please')
    expect(relay.asked.filter(({ event }) => event === 'typing:start')).toHaveLength(1)
  })

  it('tells it again at once after a message, which has ended it', async () => {
    const { user, relay } = await withAnna()
    await user.type(screen.getByLabelText('Write to Anna'), 'Sand, please{Enter}Or blue')
    expect(relay.asked.filter(({ event }) => event === 'typing:start')).toHaveLength(2)
  })

  it('says who takes over', async () => {
    const { relay } = await withAnna()
    relay.add({ kind: 'transferred', by: anna, to: boris } as never)
    expect(await log().findByText('Boris takes over from Anna')).toBeTruthy()
    expect(screen.getByLabelText('Write to Boris')).toBeTruthy()
  })

  it('says who joins and leaves, and names both meanwhile', async () => {
    const { relay } = await withAnna()
    relay.add({ kind: 'joined', by: boris } as never)
    const { people, conversation } = relay
    const head = {
      ...conversation,
      status: 'assigned',
      lastSeq: relay.items.length,
      operator: anna,
    } as VisitorConversation
    relay.tell('visitor:welcome', { people, conversation: { ...head, others: [boris] } })
    expect(await log().findByText('Boris has joined')).toBeTruthy()
    expect(await screen.findByRole('heading', { name: 'Anna and Boris' })).toBeTruthy()
    relay.add({ kind: 'left', by: boris } as never)
    relay.tell('visitor:welcome', { people, conversation: { ...head, lastSeq: relay.items.length } })
    expect(await log().findByText('Boris has left')).toBeTruthy()
    expect(await screen.findByRole('heading', { name: /^Anna (?!and)/ })).toBeTruthy()
  })

  it('keeps a message the relay refuses, says why and tries again', async () => {
    const { user, relay } = await withAnna()
    relay.on('message:send', () => ({ ok: false, refusal: 'malformed' }))
    await user.type(screen.getByLabelText('Write to Anna'), 'Sand, please{Enter}')
    expect(await log().findByText(/Not sent\. We could not read that/)).toBeTruthy()
    relay.on('message:send', () => ({
      ok: true,
      value: relay.add({ kind: 'message', id: 'x', from: 'visitor', text: 'Sand, please' } as never),
    }))
    await user.click(log().getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(log().queryByText(/Not sent/)).toBeNull())
  })

  it('leaves what was refused to be copied or removed', async () => {
    const { user, relay } = await withAnna()
    relay.on('message:send', () => ({ ok: false, refusal: 'malformed' }))
    await user.type(screen.getByLabelText('Write to Anna'), 'Sand, please{Enter}')
    const refused = (await log().findByText(/Not sent/)).parentElement as HTMLElement
    await user.click(within(refused).getByRole('button', { name: 'Copy' }))
    expect(await navigator.clipboard.readText()).toBe('Sand, please')
    expect(await log().findByRole('button', { name: 'Copied' })).toBeTruthy()
    await user.click(log().getByRole('button', { name: 'Remove' }))
    expect(log().queryByText('Sand, please')).toBeNull()
    expect(Object.keys(localStorage)).toEqual(['deskbell'])
    expect(document.activeElement?.shadowRoot?.activeElement ?? document.activeElement).toBe(screen.getByRole('log'))
  })

  it('stays at the end where a scroll is told of after more has come, and not where Mara scrolled up', async () => {
    const { relay } = await withAnna()
    const body = document.querySelector('.panel-body') as HTMLElement
    Object.defineProperties(body, { scrollHeight: { value: 900 }, clientHeight: { value: 300 } })
    const scrollTo = (top: number) => {
      body.scrollTop = top
      body.dispatchEvent(new Event('scroll'))
    }
    scrollTo(500)
    relay.annaSays('One more')
    expect(await screen.findByText('One more')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '1 new message' })).toBeNull()
    scrollTo(400)
    relay.annaSays('Another')
    expect(await screen.findByRole('button', { name: '1 new message' })).toBeTruthy()
  })

  it('turns its alerts off in the menu, for the next pages too', async () => {
    const { user, reload } = await withAnna()
    const alerts = () => screen.findByRole('menuitemcheckbox', { name: 'Alert me to new messages' })
    await user.click(screen.getByLabelText('More'))
    expect((await alerts()).getAttribute('aria-checked')).toBe('true')
    await user.click(await alerts())
    expect((await alerts()).getAttribute('aria-checked')).toBe('false')
    const { relay } = await reload()
    relay.annaSays('Still there?')
    expect(await screen.findByText('Still there?')).toBeTruthy()
    await user.click(screen.getByLabelText('More'))
    expect((await alerts()).getAttribute('aria-checked')).toBe('false')
  })

  it('closes its menu with Escape, by the button and by a click elsewhere', async () => {
    const { user, context } = await withAnna()
    const more = screen.getByLabelText('More')
    const menu = () => screen.queryByRole('menu')
    await user.click(more)
    await screen.findByRole('menu')
    await user.keyboard('{Escape}')
    expect(menu()).toBeNull()
    expect(document.activeElement).toBe(more)
    expect(context.isOpen.value).toBe(true)
    await user.click(more)
    await screen.findByRole('menu')
    await user.click(more)
    expect(menu()).toBeNull()
    await user.click(more)
    await screen.findByRole('menu')
    await user.click(screen.getByRole('log'))
    expect(menu()).toBeNull()
    expect(more.getAttribute('aria-expanded')).toBe('false')
  })

  it('ends from the menu, stays readable, and begins anew', async () => {
    const { user } = await withAnna()
    await user.click(screen.getByRole('button', { name: 'More' }))
    await user.click(await screen.findByRole('menuitem', { name: 'End the conversation' }))
    expect(await screen.findByRole('button', { name: /Ask something else/ })).toBeTruthy()
    expect(log().getByText('A broken plate')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /Ask something else/ }))
    await user.click(screen.getByRole('button', { name: 'Read it again' }))
    expect(log().getByText('A broken plate')).toBeTruthy()
  })
})
