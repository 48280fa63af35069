import { act, cleanup, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, memberOf, minute } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

const now = Date.now()

/** As the browser has them; a service worker runs in a real one only. */
function browserThat({ permission }: { permission: NotificationPermission }) {
  const showNotification = vi.fn()
  const subscription = {
    endpoint: 'https://push.example/1',
    unsubscribe: vi.fn(),
    toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } }),
  }
  const pushManager = { getSubscription: async () => subscription, subscribe: async () => subscription }
  const unregister = vi.fn()
  const registration = { showNotification, pushManager, unregister }
  const container = {
    register: async () => registration,
    getRegistration: async () => (permission === 'granted' ? registration : undefined),
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }
  vi.stubGlobal('PushManager', class {})
  vi.stubGlobal('Notification', { permission, requestPermission: async () => permission })
  Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true })
  return { showNotification, unregister }
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'serviceWorker')
  Reflect.deleteProperty(document, 'visibilityState')
})

const routes = {
  'GET /api/push': { body: { publicKey: 'BKey' } },
  'PUT /api/push': { body: null },
}
const mine = () => {
  const { position: _place, ...assigned } = ellen(now, { status: 'assigned', operatorId: anna.id })
  return assigned
}
const push = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /^Push/ })
const whileOpen = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /^Notifications while/ })
const lookAway = () => Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })

it('shows an alert to who looks elsewhere, and none to who sees the inbox', async () => {
  const { showNotification } = browserThat({ permission: 'granted' })
  const { relay } = await openInbox({ now, conversations: [mine()], routes })
  const says = (text: string, at: number) =>
    act(async () =>
      relay.tell('conversations:changed', [
        { ...mine(), lastSeq: at, preview: { from: 'visitor', text, at: now + at } },
      ]),
    )
  await says('Hello?', 2)
  expect(showNotification).not.toHaveBeenCalled()
  lookAway()
  await says('Are you there?', 3)
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(1)
  expect(showNotification).toHaveBeenCalledWith(
    'Ellen answered',
    expect.objectContaining({ body: 'Are you there?', tag: 'ellen' }),
  )
})

it('shows an alert for a question that was left', async () => {
  const { showNotification } = browserThat({ permission: 'granted' })
  const { relay } = await openInbox({ now, routes })
  lookAway()
  await act(async () => relay.tell('conversations:changed', [ellen(now, { status: 'pending' })]))
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(1)
  expect(showNotification).toHaveBeenCalledWith('Ellen left a question', expect.objectContaining({ tag: 'ellen' }))
})

it('shows an alert for each who was given at once, and rings for what is to be heard', async () => {
  const { showNotification } = browserThat({ permission: 'granted' })
  const { relay, desk, sounds } = await openInbox({ now, conversations: [mine()], routes })
  const given = (id: string) => ({ ...mine(), id, name: id, openBy: now + minute })
  const says = { ...mine(), lastSeq: 2, preview: { from: 'visitor' as const, text: 'So?', at: now + 2 } }
  lookAway()
  await act(async () => relay.tell('conversations:changed', [says, given('Kim'), given('Nils')]))
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(3)
  expect(showNotification.mock.calls.map(([title]) => title)).toEqual([
    'Ellen answered',
    'Kim is yours: open it',
    'Nils is yours: open it',
  ])
  expect([sounds.waiting, sounds.reply].map(({ mock }) => mock.calls.length)).toEqual([1, 0])
  desk.preferences.choose({ soundWaiting: false })
  const more = { ...says, lastSeq: 3, preview: { ...says.preview, at: now + 3 } }
  await act(async () => relay.tell('conversations:changed', [more, given('Olga')]))
  expect([sounds.waiting, sounds.reply].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
})

it('shows an alert for each of the operator’s own that was put off, once it is time, also to who wants quiet', async () => {
  const { showNotification } = browserThat({ permission: 'granted' })
  const putOff = (id: string, by = anna.id) =>
    ellen(now, { id, name: id, status: 'pending', followUp: { at: now + minute, by } })
  const conversations = [
    { ...putOff('Ellen'), preview: { from: 'operator' as const, text: 'I will ask the kiln', at: now } },
    ...[putOff('Kim'), putOff('Nils', boris.id)],
  ].map((head) => ({ ...head, operatorHas: { delivered: 1, read: 1 } }))
  const team = [memberOf(anna, { quiet: {} }), memberOf(boris)]
  const { desk, sounds } = await openInbox({ now, team, conversations, routes })
  desk.preferences.choose({ soundReply: false })
  lookAway()
  expect(showNotification).not.toHaveBeenCalled()
  await act(async () => desk.clock.set(now + minute))
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(2)
  await act(async () => desk.clock.set(now + 2 * minute))
  const text = expect.objectContaining({ body: 'The zip is broken', tag: 'Kim' })
  expect(showNotification.mock.calls).toEqual([
    ['Ellen: time to follow up', expect.objectContaining({ body: '', tag: 'Ellen' })],
    ['Kim: time to follow up', text],
  ])
  expect(sounds.reply).not.toHaveBeenCalled()
})

it('shows neither name nor words where the device is to say neither, and tells the relay so', async () => {
  const { showNotification } = browserThat({ permission: 'granted' })
  const { relay, user, asked } = await openInbox({ now, conversations: [mine()], routes, at: '#alerts' })
  await waitFor(() => expect(push().checked).toBe(true))
  await user.click(screen.getByRole('checkbox', { name: 'Without names and words' }))
  await waitFor(() => expect(sentTo(asked, 'PUT', '/api/push')).toMatchObject({ isWordless: true }))
  lookAway()
  const preview = { from: 'visitor' as const, text: 'My card is 4111', at: now + 2 }
  await act(async () => relay.tell('conversations:changed', [{ ...mine(), lastSeq: 2, preview }]))
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(1)
  expect(showNotification).toHaveBeenCalledWith('A visitor answered', expect.objectContaining({ body: '' }))
})

it('goes on as before where the relay can’t be told that words are not wanted', async () => {
  browserThat({ permission: 'granted' })
  const { user, desk, routes: relayed } = await openInbox({ now, routes: { ...routes }, at: '#alerts' })
  await waitFor(() => expect(push().checked).toBe(true))
  relayed['PUT /api/push'] = 'unreachable'
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Without names and words' })
  await user.click(box)
  expect((await screen.findByRole('alert')).textContent).not.toBe('')
  expect(box.checked).toBe(false)
  expect(desk.preferences.chosen.value.isWordless).toBe(false)
})

it('counts in the title and marks the icon, each unless it is switched off', async () => {
  document.head.innerHTML = '<link rel="icon" href="./favicon.svg">'
  const { user } = await openInbox({ now, conversations: [ellen(now)], routes: {}, at: '#alerts' })
  vi.stubGlobal('fetch', async () => new Response('<svg></svg>'))
  const icon = () => document.querySelector('link[rel="icon"]')?.getAttribute('href')
  const [count, dot] = [/^How many need you/, /^A dot/].map((name) => screen.getByRole('checkbox', { name }))
  expect(document.title).toMatch(/^\(1\) Ellen/)
  await user.click(count as HTMLElement)
  expect(document.title).toBe('Alerts · Holm Ceramics')
  await user.click(dot as HTMLElement)
  await expect.poll(icon).toBe('./favicon.svg')
  await user.click(dot as HTMLElement)
  await expect.poll(icon).toMatch(/^data:image/)
  expect(document.title).toBe('Alerts · Holm Ceramics')
})

it('turns this device on and says what the browser forbids', async () => {
  browserThat({ permission: 'denied' })
  await openInbox({ now, routes, at: '#alerts' })
  expect(screen.getByText(/^The browser forbids it for this page/)).toBeTruthy()
  cleanup()
  browserThat({ permission: 'default' })
  const { user } = await openInbox({ now, routes, at: '#alerts' })
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' })
  await user.click(push())
  await waitFor(() => expect(push().checked).toBe(true))
})

it('says so where the browser has no way to a push service', async () => {
  browserThat({ permission: 'default' })
  const { user } = await openInbox({ now, routes: {}, at: '#alerts' })
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' })
  await user.click(push())
  expect(await screen.findByText(/^The browser’s push service can’t be reached/)).toBeTruthy()
  expect([push().checked, whileOpen().checked]).toEqual([false, false])
})

it('shows what an open page says and is pushed to, each unless it is switched off', async () => {
  const { showNotification, unregister } = browserThat({ permission: 'granted' })
  const { relay, user, asked } = await openInbox({
    ...{ now, conversations: [mine()], routes: { ...routes, 'DELETE /api/push': { body: null } }, at: '#alerts' },
  })
  await waitFor(() => expect(push().checked).toBe(true))
  await user.click(whileOpen())
  expect([whileOpen().checked, push().checked]).toEqual([false, true])
  const says = (at: number) => ({
    ...mine(),
    lastSeq: at,
    preview: { from: 'visitor' as const, text: 'So?', at: now + at },
  })
  lookAway()
  await act(async () => relay.tell('conversations:changed', [says(2)]))
  await user.click(whileOpen())
  await user.click(push())
  expect(sentTo(asked, 'DELETE', '/api/push')).toMatchObject({ endpoint: 'https://push.example/1' })
  await waitFor(() => expect([whileOpen().checked, push().checked]).toEqual([true, false]))
  expect(unregister).not.toHaveBeenCalled()
  await act(async () => relay.tell('conversations:changed', [says(3)]))
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(1)
  await user.click(whileOpen())
  await waitFor(() => expect(unregister).toHaveBeenCalledTimes(1))
})

it('is pushed to alone, where only that is switched on', async () => {
  browserThat({ permission: 'default' })
  const { user } = await openInbox({ now, routes, at: '#alerts' })
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' })
  await user.click(push())
  await waitFor(() => expect([push().checked, whileOpen().checked]).toEqual([true, false]))
})

it('rings with the bell and as loud as it was chosen', async () => {
  const { user, desk, sounds } = await openInbox({ now, at: '#alerts' })
  await user.click(screen.getByRole('radio', { name: 'Chime' }))
  expect(desk.preferences.chosen.value.bell).toBe('chime')
  await user.click(screen.getByRole('button', { name: 'Listen' }))
  expect(sounds.waiting).toHaveBeenCalledTimes(1)
})

it('says that the browser is silent to who is on duty and wants to hear something', async () => {
  const { desk, sounds, user } = await openInbox({ now })
  const button = () => screen.queryByRole('button', { name: 'Turn sounds on' })
  expect(button()).toBeNull()
  await act(async () => {
    sounds.isAsleep.value = true
  })
  await user.click(screen.getByRole('button', { name: 'Turn sounds on' }))
  expect(sounds.wake).toHaveBeenCalledTimes(1)
  await act(async () => desk.preferences.choose({ soundWaiting: false, soundReply: false, soundQuestion: false }))
  expect(button()).toBeNull()
})

it('says nothing of sounds to who is away', async () => {
  const { sounds } = await openInbox({ now, team: [memberOf(anna, { isOnDuty: false })] })
  await act(async () => {
    sounds.isAsleep.value = true
  })
  expect(screen.queryByRole('button', { name: 'Turn sounds on' })).toBeNull()
})
