import { screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, expect, it } from 'vitest'
import { type OpenChat, openChat } from './kit/panel.tsx'
import { anna, type RelayDouble } from './kit/relay-double.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const log = () => within(screen.getByRole('log'))
const resumed = (relay: RelayDouble) => relay.asked.filter(({ event }) => event === 'conversation:resume').length

/** Anna has put an older question into the conversation, and takes it out of it again on the relay. */
async function merged(): Promise<OpenChat & { part(isTold?: boolean): void }> {
  const opened = await openChat()
  const { relay, chat } = opened
  chat.conversation.ask('A broken plate')
  await screen.findByText('A broken plate')
  relay.annaJoins()
  await screen.findByRole('heading', { name: /Anna/ })
  relay.add({ kind: 'merged', by: anna, reference: 'HC-7K2QM' } as never)
  relay.add({ kind: 'message', id: 'copy', from: 'visitor', text: 'Is the cobalt bowl safe?' } as never)
  relay.annaSays('On to the plate')
  await log().findByText('On to the plate')
  const part = (isTold = true) => {
    const at = relay.items.findIndex((item) => item.kind === 'message' && item.id === 'copy')
    relay.items[at] = { kind: 'internal', seq: at + 1, at: Date.now() }
    if (isTold) relay.add({ kind: 'internal', isParted: true } as never)
    else relay.items.push({ kind: 'internal', seq: relay.items.length + 1, at: Date.now(), isParted: true })
  }
  return { ...opened, part }
}

it('takes what was merged by mistake off the screen, and keeps the rest and what is being written', async () => {
  const { user, relay, part } = await merged()
  const field = screen.getByLabelText('Write to Anna')
  await user.type(field, 'Thank y')
  part()
  await waitFor(() => expect(log().queryByText('Is the cobalt bowl safe?')).toBeNull())
  expect(await log().findByText('On to the plate')).toBeTruthy()
  expect(log().getByText('A broken plate')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Write to Anna'))
  await user.type(field, 'ou{Enter}')
  await waitFor(() => expect(relay.texts().at(-1)).toBe('Thank you'))
  expect(await log().findAllByText('Thank you')).toHaveLength(1)
})

it('learns of it when the connection is back, and reads anew once', async () => {
  const { relay, part } = await merged()
  relay.goDown()
  part(false)
  const before = resumed(relay)
  relay.comeUp()
  await waitFor(() => expect(resumed(relay)).toBe(before + 2))
  await waitFor(() => expect(log().queryByText('Is the cobalt bowl safe?')).toBeNull())
  relay.annaSays('Here it is')
  expect(await log().findAllByText('Here it is')).toHaveLength(1)
  expect(resumed(relay)).toBe(before + 2)
})
