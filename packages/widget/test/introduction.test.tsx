import { screen, waitFor } from '@testing-library/preact'
import { beforeEach, describe, expect, it } from 'vitest'
import { openChat } from './kit/panel.tsx'
import { RelayDouble } from './kit/relay-double.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const message = () => screen.getByLabelText('Your message')
const name = () => screen.findByLabelText<HTMLInputElement>('Your name')
const email = () => screen.findByLabelText<HTMLInputElement>('Your e-mail')
const send = () => screen.getByRole('button', { name: 'Send to Anna and Boris' })

const both = { asksFor: { name: 'required', email: 'required' } } as const

describe('who asks a person', () => {
  it('is asked for nothing that the owner does not ask for', async () => {
    await openChat()
    expect(screen.getAllByRole('textbox')).toEqual([message()])
  })

  it('is told beside each field what is missing, and sends nothing yet', async () => {
    const { user, relay } = await openChat({ desk: both })
    await name()
    await user.type(message(), 'A broken plate{Enter}')
    expect((await name()).getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('Please write your name.').id).toBe((await name()).getAttribute('aria-describedby'))
    expect(screen.getByText('We need an address for the answer.')).toBeTruthy()
    expect(document.activeElement).toBe(await name())
    expect([relay.asked, localStorage.length]).toEqual([[], 0])
    await user.type(await name(), 'Ines')
    expect(screen.queryByText('Please write your name.')).toBeNull()
  })

  it('goes along with the first message', async () => {
    const { user, relay } = await openChat({ desk: both })
    expect([(await name()).autocomplete, (await email()).autocomplete]).toEqual(['name', 'email'])
    await user.type(message(), 'A broken plate')
    await user.type(await name(), ' Ines ')
    await user.type(await email(), 'ines@visitor.example')
    await user.click(send())
    const said = { text: 'A broken plate', name: 'Ines', email: 'ines@visitor.example' }
    await waitFor(() => expect(relay.asked[0]).toMatchObject({ event: 'conversation:ask', payload: said }))
  })

  it('may leave out what is optional, but not write half an address', async () => {
    const { user, relay } = await openChat({ desk: { asksFor: { name: 'optional', email: 'optional' } } })
    await user.type(message(), 'A broken plate')
    await user.type(await screen.findByLabelText('Your e-mail (optional)'), 'ines')
    await user.click(send())
    expect(screen.getByText('The “@” is missing.')).toBeTruthy()
    await user.clear(screen.getByLabelText('Your e-mail (optional)'))
    await user.click(send())
    await waitFor(() => expect(relay.asked[0]?.event).toBe('conversation:ask'))
    expect(relay.asked[0]?.payload).not.toHaveProperty('name')
    expect(relay.asked[0]?.payload).not.toHaveProperty('email')
  })

  it('is kept with the draft, and not before anybody types', async () => {
    const { user, reload } = await openChat({ desk: both })
    await name()
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
    await user.type(await name(), 'Ines')
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 1])
    await reload()
    expect((await name()).value).toBe('Ines')
  })

  it('need not be written again by who has asked before', async () => {
    const relay = new RelayDouble()
    const nothing = { delivered: 0, read: 0 }
    relay.conversation = {
      ...{ id: 'c', status: 'closed', lastSeq: 0, theirs: nothing, mine: nothing },
      ...{ name: 'Ines', email: 'ines@visitor.example' },
    }
    localStorage.setItem('deskbell', JSON.stringify({ token: 'ines' }))
    const { chat } = await openChat({ relay, desk: both })
    await waitFor(() => expect(chat.conversation.stage.value).toBe('ended'))
    chat.conversation.beginAnew()
    await waitFor(async () => expect((await name()).value).toBe('Ines'))
    expect((await email()).value).toBe('ines@visitor.example')
  })

  it('is not asked for what the shop vouches for, unless the relay does not know it', async () => {
    const identity = { id: '4711', name: 'Ines', email: 'ines@visitor.example', hash: 'a'.repeat(64) }
    const { user, relay } = await openChat({ desk: both, identity })
    relay.on('conversation:ask', () => ({ ok: false, refusal: 'email-missing' }))
    await user.type(message(), 'A broken plate')
    expect(screen.queryByLabelText(/^Your (name|e-mail)/)).toBeNull()
    await user.click(send())
    expect(await email()).toBeTruthy()
    expect(screen.getByText('Please write your e-mail address.')).toBeTruthy()
    expect(screen.queryByLabelText('Your name')).toBeNull()
    expect(message()).toHaveProperty('value', 'A broken plate')
  })

  it('reads beside the name that somebody on the team has it', async () => {
    const { user, relay } = await openChat({ desk: both })
    relay.on('conversation:ask', () => ({ ok: false, refusal: 'name-taken' }))
    await user.type(message(), 'A broken plate')
    await user.type(await email(), 'ines@visitor.example')
    await user.type(await name(), 'Anna')
    await user.click(send())
    const problem = await screen.findByText(/^Somebody on our team has this name/)
    expect(problem.id).toBe((await name()).getAttribute('aria-describedby'))
    expect((await name()).value).toBe('Anna')
  })

  it('is asked from now on where the owner says so, with what was begun', async () => {
    const { user, context, setDesk } = await openChat()
    await user.type(message(), 'A broken plate')
    setDesk({ asksFor: { name: 'required' } })
    await context.desk.refresh()
    expect(await name()).toBeTruthy()
    expect(document.activeElement).toBe(message())
    expect(message()).toHaveProperty('value', 'A broken plate')
  })
})

describe('who leaves a question', () => {
  const nobody = { people: [], next: { position: 1, wait: 'unknown', reason: 'nobody-on-duty' } } as const

  it('is asked for a name, and for an address even where no mail goes out', async () => {
    const { user, relay } = await openChat({ desk: { ...both, ...nobody } })
    await user.type(await screen.findByLabelText('Your question'), 'A broken plate')
    await user.click(screen.getByRole('button', { name: 'Send the question' }))
    expect(screen.getByText('Please write your name.')).toBeTruthy()
    await user.type(await name(), 'Ines')
    await user.type(await email(), 'ines@visitor.example')
    await user.click(screen.getByRole('button', { name: 'Send the question' }))
    const said = { name: 'Ines', email: 'ines@visitor.example' }
    await waitFor(() => expect(relay.asked[0]).toMatchObject({ event: 'question:leave', payload: said }))
  })

  it('needs an address where the answer goes out by mail, whatever the owner asks for', async () => {
    const { user, relay } = await openChat({ desk: { ...nobody, sendsMail: true } })
    await user.type(await screen.findByLabelText('Your question'), 'A broken plate')
    await user.click(screen.getByRole('button', { name: 'Send the question' }))
    expect(screen.getByText('We need an address for the answer.')).toBeTruthy()
    expect(relay.asked).toEqual([])
  })
})
