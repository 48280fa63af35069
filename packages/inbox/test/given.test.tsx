import type { OperatorConversation } from '@deskbell/protocol'
import { act, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, memberOf, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

afterEach(() => {
  vi.restoreAllMocks()
})
const now = Date.now()
const rows = (name: string) => within(screen.getByRole('region', { name })).queryAllByRole('link')
const texts = (name: string) => rows(name).map((row) => row.textContent)
const { position: _place, ...nowhere } = ellen(now)

/** Ellen, given to Anna `ago` seconds ago. */
function given(change: Partial<OperatorConversation> = {}, ago = 6): OperatorConversation {
  const openBy = now + (30 - ago) * 1_000
  return { ...nowhere, status: 'assigned', operatorId: anna.id, openBy, ...change }
}
const nils: OperatorConversation = {
  ...nowhere,
  ...{ id: 'nils', name: 'Nils', status: 'assigned', operatorId: anna.id },
  preview: { from: 'visitor', text: 'So?', at: now },
}

it('rings for what is given, says so on top with the seconds left, and opens nothing by itself', async () => {
  const { relay, sounds, router } = await openInbox({ now, conversations: [nils] })
  await act(async () => relay.tell('conversations:changed', [given()]))
  expect(sounds.waiting).toHaveBeenCalledTimes(1)
  expect(document.title).toBe('(2) Ellen: The zip is broken')
  expect(texts('Mine')).toEqual([
    expect.stringMatching(/Ellen.*New for you 2[34] s left/),
    expect.stringMatching(/Nils/),
  ])
  expect(screen.getByText(/^Ellen asks. 2[34] s left to open it; then it goes to somebody else.$/)).toBeTruthy()
  expect(router.place.value).toEqual({ page: 'conversations' })
  expect(requests(relay, 'conversation:open')).toEqual([])
  await act(async () => relay.tell('conversations:changed', [{ ...given(), isVisitorConnected: false }]))
  expect(sounds.waiting).toHaveBeenCalledTimes(1)
  // There is nobody else: it is given once more.
  await act(async () => relay.tell('conversations:changed', [given({}, 0)]))
  expect(sounds.waiting).toHaveBeenCalledTimes(2)
})

it('counts the seconds down', async () => {
  vi.useFakeTimers({ now, toFake: ['Date', 'setInterval', 'clearInterval'] })
  await openInbox({ now, conversations: [given()] })
  expect(texts('Mine')).toEqual([expect.stringContaining('24 s left')])
  await act(async () => void vi.advanceTimersByTime(5_000))
  expect(texts('Mine')).toEqual([expect.stringContaining('19 s left')])
  vi.useRealTimers()
})

it('opens by N what was given first, before anybody who waits', async () => {
  const kim = given({ id: 'kim', name: 'Kim' }, 20)
  const lone = ellen(now, { id: 'lone', name: 'Lone' })
  const { relay, user, router } = await openInbox({ now, conversations: [given(), lone, kim] })
  await user.keyboard('n')
  expect(router.place.value).toEqual({ page: 'conversations', conversationId: 'kim' })
  await waitFor(() => expect(requests(relay, 'conversation:open')).toContainEqual({ conversationId: 'kim' }))
  expect(requests(relay, 'conversation:take')).toEqual([])
})

it('keeps what was on screen already when it was given, as soon as the page is seen', async () => {
  const waiting = ellen(now)
  const { relay } = await openInbox({ now, conversations: [waiting], at: '#conversations/ellen' })
  await waitFor(() => expect(requests(relay, 'conversation:open')).toHaveLength(1))
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const seen = () => act(async () => void document.dispatchEvent(new Event('visibilitychange')))
  await seen()
  await act(async () => relay.tell('conversations:changed', [given()]))
  expect(requests(relay, 'conversation:open')).toHaveLength(1)
  state.mockReturnValue('visible')
  await seen()
  expect(requests(relay, 'conversation:open')).toHaveLength(2)
})

it('says quietly to whom it went that was not opened', async () => {
  const { relay, sounds } = await openInbox({ now, conversations: [given()] })
  const { openBy: _until, ...opened } = given()
  await act(async () =>
    relay.tell('conversations:changed', [{ ...opened, operatorId: boris.id, openBy: now + 60_000 }]),
  )
  expect(screen.getByText('Ellen’s question went to Boris: it was not opened in 30 seconds.')).toBeTruthy()
  expect(sounds.waiting).not.toHaveBeenCalled()
})

it('says nothing of what was opened and is somebody else’s later', async () => {
  const { relay } = await openInbox({ now, conversations: [given()] })
  const { openBy: _until, ...opened } = given()
  await act(async () => relay.tell('conversations:changed', [opened]))
  await act(async () => relay.tell('conversations:changed', [{ ...opened, operatorId: boris.id }]))
  expect(screen.queryByText(/was not opened/)).toBeNull()
})

it('says how conversations come, and anew when the owner has chosen anew', async () => {
  const { relay } = await openInbox({ now })
  expect(screen.getByText(/You have 30 seconds to open it/)).toBeTruthy()
  expect(screen.getByText('Nobody waits. Who asks is given to whoever is free.')).toBeTruthy()
  await act(async () =>
    relay.tell('settings:changed', { routing: 'by-hand', openWithinSeconds: 30, labels: [], locales: [] }),
  )
  expect(screen.getByText('Who asks waits in the list until one of you takes them.')).toBeTruthy()
  expect(screen.getByText('Take somebody who waits: they are yours then.')).toBeTruthy()
})

it.each([
  [[], 'Ellen reads Slovenian; nobody on duty speaks it.'],
  [['sl'], 'Ellen reads Slovenian; Boris speaks it.'],
])('says at the head that the visitor reads another language than the operator speaks', async (languages, text) => {
  const { openBy: _until, ...mine } = given({ locale: 'sl' })
  const team = [memberOf(anna), memberOf({ ...boris, languages })]
  await openInbox({ now, conversations: [mine], team, at: '#conversations/ellen' })
  expect(await screen.findByText(text)).toBeTruthy()
})

it('says nothing of a language the operator speaks', async () => {
  const { openBy: _until, ...mine } = given({ locale: 'de-AT' })
  await openInbox({ now, conversations: [mine], at: '#conversations/ellen' })
  await screen.findByRole('article', { name: 'Conversation with Ellen' })
  expect(screen.queryByText(/reads/)).toBeNull()
})
