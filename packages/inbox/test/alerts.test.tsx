import { act, cleanup, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { anna } from './kit/anna.ts'
import { ellen, memberOf } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()

/** As the browser has them; a service worker runs in a real one only. */
function browserThat({ permission }: { permission: NotificationPermission }) {
  const showNotification = vi.fn()
  const subscription = { toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } }) }
  const pushManager = { getSubscription: async () => subscription, subscribe: async () => subscription }
  const registration = { showNotification, pushManager, unregister: vi.fn() }
  const container = {
    register: async () => registration,
    getRegistration: async () => (permission === 'granted' ? registration : undefined),
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }
  vi.stubGlobal('PushManager', class {})
  vi.stubGlobal('Notification', { permission, requestPermission: async () => permission })
  Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true })
  return { showNotification }
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

it('turns this device on and says what the browser forbids', async () => {
  browserThat({ permission: 'denied' })
  await openInbox({ now, routes, at: '#alerts' })
  expect(screen.getByText(/^The browser forbids it for this page/)).toBeTruthy()
  cleanup()
  browserThat({ permission: 'default' })
  const { user } = await openInbox({ now, routes, at: '#alerts' })
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' })
  await user.click(screen.getByRole('button', { name: 'Turn on' }))
  expect(await screen.findByText('This device is told.')).toBeTruthy()
})

it('says so where the browser has no way to a push service', async () => {
  browserThat({ permission: 'default' })
  const { user } = await openInbox({ now, routes: {}, at: '#alerts' })
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' })
  await user.click(screen.getByRole('button', { name: 'Turn on' }))
  expect(await screen.findByText(/^The browser’s push service can’t be reached/)).toBeTruthy()
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
