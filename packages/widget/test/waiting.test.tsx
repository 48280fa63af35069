import type { QueueNews } from '@deskbell/protocol'
import { screen, waitFor } from '@testing-library/preact'
import { beforeEach, describe, expect, it } from 'vitest'
import { type OpenChat, openChat } from './kit/panel.tsx'
import { anna, boris } from './kit/relay-double.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const sixMinutes = { wait: 'known', lowSeconds: 250, likelySeconds: 360, highSeconds: 510 } as const

/** In three days, at an hour of the visitor's own. */
function in3Days(hour: number): number {
  const day = new Date(Date.now() + 3 * 86_400_000)
  return day.setHours(hour, 0, 0, 0)
}

async function inLine(desk = {}): Promise<OpenChat> {
  const opened = await openChat({ desk })
  opened.chat.draft.write('A broken plate', 0)
  opened.chat.conversation.ask('A broken plate')
  await screen.findByText('A broken plate')
  tell(opened, { status: { position: 3, ...sixMinutes } })
  return opened
}

function tell({ relay }: OpenChat, news: Partial<QueueNews>): void {
  const conversationId = relay.conversation?.id ?? ''
  const status = { position: 3, ...sixMinutes }
  relay.tell('queue:moved', { conversationId, status, reason: 'joined', behind: 2, isFormFirst: false, ...news })
}

describe('waiting', () => {
  it('says place and range, the low end rounded down and the high end up', async () => {
    await inLine()
    expect(await screen.findByRole('heading', { name: 'You are number 3 in line.' })).toBeTruthy()
    expect(screen.getByText('About 6 minutes').parentElement?.textContent).toBe('About 6 minutes, 4 to 9')
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Anna and Boris answer. 2 people are ahead of you. 2 came after you.',
    )
  })

  it('says who came and how much shorter it got', async () => {
    const opened = await inLine()
    const status = { position: 3, wait: 'known', lowSeconds: 120, likelySeconds: 240, highSeconds: 360 } as const
    tell(opened, { status, reason: 'operator-came', who: boris })
    expect(
      await screen.findByText('Anna and Boris answer. Boris is here now. 2 minutes less than before.'),
    ).toBeTruthy()
  })

  it('is calm about a wait nobody can know', async () => {
    const opened = await inLine()
    tell(opened, { status: { position: 2, wait: 'unknown', reason: 'too-little-known' } })
    expect(await screen.findByText('We can’t say yet how long it takes.', { selector: 'p.wait' })).toBeTruthy()
  })

  it('tells the launcher and the other views the place', async () => {
    const { shown, context } = await inLine()
    await waitFor(() => expect(shown.at(-1)).toMatchObject({ kind: 'waiting', position: 3, words: 'about 6 min' }))
    expect(context.person.value).toEqual({ kind: 'waiting', position: 3, words: 'Number 3, about 6 minutes' })
  })

  it('becomes a question in one tap, and can be told before either rings not to', async () => {
    const { user, relay } = await inLine()
    const alerts = () => screen.findByRole('menuitemcheckbox', { name: 'Alert me to new messages' })
    await user.click(await screen.findByLabelText('More'))
    await user.click(await alerts())
    expect(screen.queryByRole('menuitem')).toBeNull()
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Leave it as a question instead' }))
    expect(await screen.findByText('HC-7K2QM')).toBeTruthy()
    await user.click(screen.getByLabelText('More'))
    expect((await alerts()).getAttribute('aria-checked')).toBe('false')
    expect(relay.asked.at(-1)?.event).not.toBe('question:leave')
  })

  it('asks for an address first where answers go by e-mail, and names what is missing in it', async () => {
    const { user, relay } = await inLine({ sendsMail: true })
    await user.click(await screen.findByRole('button', { name: 'Get the answer by e-mail instead' }))
    await user.type(await screen.findByLabelText('Your e-mail'), 'mara@post')
    await user.click(screen.getByRole('button', { name: 'Answer by e-mail' }))
    expect(screen.getByText('The part after “@post” is missing, for example “.com”.')).toBeTruthy()
    await user.type(screen.getByLabelText('Your e-mail'), '.example')
    await user.click(screen.getByRole('button', { name: 'Answer by e-mail' }))
    await waitFor(() => {
      const pended = relay.asked.find(({ event }) => event === 'conversation:pend')
      expect(pended?.payload).toEqual({ email: 'mara@post.example' })
    })
  })

  it('offers a question first beyond the owner’s limit', async () => {
    const opened = await inLine()
    const status = { position: 9, wait: 'known', lowSeconds: 900, likelySeconds: 1320, highSeconds: 2050 } as const
    tell(opened, { status, reason: 'operator-left', who: boris, isFormFirst: true })
    expect(await screen.findByRole('heading', { name: 'It takes longer than it should.' })).toBeTruthy()
    expect(screen.getByText('Number 9, about 20 minutes').parentElement?.textContent).toContain(', 15 to 40')
    await opened.user.click(await screen.findByRole('button', { name: 'Stay in line' }))
    expect(screen.getByRole('button', { name: 'Leave the line' })).toBeTruthy()
  })

  it('does not offer again what was declined, but does so in another wait', async () => {
    const opened = await inLine({ sendsMail: true })
    const { user } = opened
    tell(opened, { isFormFirst: true })
    await user.click(await screen.findByRole('button', { name: 'Stay in line' }))
    tell(opened, { isFormFirst: true, behind: 5 })
    expect(screen.queryByRole('button', { name: 'Answer by e-mail' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Leave the line' }))
    await user.click(await screen.findByRole('button', { name: 'Ask something else' }))
    await user.type(screen.getByLabelText('Your message'), 'And a cup')
    await user.click(screen.getByRole('button', { name: 'Send to Anna and Boris' }))
    await screen.findByText('And a cup')
    tell(opened, { isFormFirst: true })
    expect(await screen.findByRole('button', { name: 'Answer by e-mail' })).toBeTruthy()
  })

  it('tells no wait that nobody keeps up to date, and tells it again with the connection', async () => {
    const opened = await inLine()
    await screen.findByText('About 6 minutes')
    opened.relay.goDown()
    expect(await screen.findByText('We can’t say yet how long it takes.', { selector: 'p.wait' })).toBeTruthy()
    expect(opened.shown.at(-1)).toMatchObject({ position: 3, words: '' })
    opened.relay.comeUp()
    tell(opened, { status: { position: 2, ...sixMinutes } })
    expect(await screen.findByText('About 6 minutes')).toBeTruthy()
  })

  it('tells a screen reader of a row of tiny changes once', async () => {
    const opened = await inLine()
    const said = await screen.findByText('You are number 3 in line. About 6 minutes, 4 to 9', {
      selector: '[role=status]',
    })
    const heard: (string | null)[] = []
    new MutationObserver(() => heard.push(said.textContent)).observe(said, {
      ...{ characterData: true, childList: true, subtree: true },
    })
    for (const likelySeconds of [345, 300, 410, 270, 330, 420]) {
      tell(opened, { status: { position: 3, ...sixMinutes, likelySeconds }, reason: 'time-passed' })
    }
    expect(await screen.findByText('About 7 minutes')).toBeTruthy()
    expect(heard).toEqual([])
    tell(opened, { status: { position: 2, ...sixMinutes }, reason: 'moved-up' })
    await waitFor(() => expect(heard).toEqual(['You are number 2 in line. About 6 minutes, 4 to 9']))
  })

  it('says when somebody is back, as whoever left last has told', async () => {
    const { relay, setDesk } = await inLine()
    setDesk({ people: [], backAt: in3Days(9) })
    relay.tell('desk:changed', [])
    expect(
      await screen.findByText(/^Nobody answers just now. Your place is kept. We are back \w+day 9:00 AM, your time.$/),
    ).toBeTruthy()
  })

  it('keeps the place and offers the form with the text in it when the last operator leaves', async () => {
    const { user, relay } = await inLine()
    relay.tell('desk:changed', [])
    expect(await screen.findByText('Nobody answers just now. Your place is kept.')).toBeTruthy()
    expect(screen.getByLabelText('Your question')).toHaveProperty('value', 'A broken plate')
    relay.tell('desk:changed', [anna])
    expect(await screen.findByRole('heading', { name: 'You are number 3 in line.' })).toBeTruthy()
    relay.tell('desk:changed', [])
    await user.click(await screen.findByRole('button', { name: 'Send the question' }))
    expect(await screen.findByText('HC-7K2QM')).toBeTruthy()
    expect(relay.texts()).toEqual(['A broken plate'])
  })

  it('sends what was added to the form, and not again what the relay has', async () => {
    const { user, relay } = await inLine()
    relay.tell('desk:changed', [])
    await user.type(await screen.findByLabelText('Your question'), ' It is the sand one.')
    await user.click(screen.getByRole('button', { name: 'Send the question' }))
    await waitFor(() => expect(relay.texts()).toEqual(['A broken plate', 'It is the sand one.']))
  })

  it('leaves the line at once, and lets Mara ask again', async () => {
    const { user, context } = await inLine()
    await user.click(await screen.findByRole('button', { name: 'Leave the line' }))
    expect(await screen.findByText('You have left the line.')).toBeTruthy()
    expect(context.person.value).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Ask something else' }))
    expect(screen.getByLabelText('Your message')).toHaveProperty('value', '')
  })
})
