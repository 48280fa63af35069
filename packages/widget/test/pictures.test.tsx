import { screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, it } from 'vitest'
import { openPanel, seatPanel } from './kit/open-panel.ts'
import { openChat } from './kit/panel.tsx'
import { RelayDouble } from './kit/relay-double.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const anna = { name: 'Anna', picture: 'a-1' }
const boris = { name: 'Boris', picture: 'b-2' }
const people = [anna, boris, { name: 'Mara' }]
const picturesIn = (place: ParentNode | null) =>
  [...(place?.querySelectorAll('img') ?? [])].map(({ src }) => src.replace('https://help.example/pictures/', ''))

it('shows who is there at home by picture', async () => {
  const desk = { ...(await seatPanel()).network.desk, people }
  const { root } = await openPanel({ desk })
  await waitFor(() => expect(picturesIn(root.querySelector('.person-bar'))).toEqual(['a-1', 'b-2']))
})

it('shows who answers, who has joined, took over and ended by picture', async () => {
  const relay = new RelayDouble()
  relay.people = people
  const { chat, context } = await openChat({ relay })
  chat.conversation.ask('A broken plate')
  await screen.findByText('A broken plate')
  const status = { position: 1, wait: 'unknown', reason: 'too-little-known' } as const
  relay.tell('queue:moved', { conversationId: '', status, reason: 'joined', behind: 0, isFormFirst: false })
  await waitFor(() => expect(picturesIn(document.querySelector('.line'))).toEqual(['a-1', 'b-2']))
  relay.add({ kind: 'assigned', to: anna } as never)
  await waitFor(() => expect(picturesIn(document.querySelector('.panel-head'))).toEqual(['a-1']))
  relay.add({ kind: 'transferred', by: anna, to: boris } as never)
  await waitFor(() => expect(picturesIn(document.querySelector('.panel-head'))).toEqual(['b-2']))
  expect([...document.querySelectorAll('.happened')].map(picturesIn)).toEqual([['a-1'], ['a-1', 'b-2']])
  expect(context.person.value).toMatchObject({ kind: 'talking', by: boris })
  relay.add({ kind: 'closed', by: boris } as never)
  await screen.findByText(/Did Boris solve it/)
  expect(picturesIn(document.querySelector('.panel-head'))).toEqual(['b-2'])
  expect(picturesIn(document.querySelector('.panel-foot'))).toEqual(['a-1', 'b-2'])
})
