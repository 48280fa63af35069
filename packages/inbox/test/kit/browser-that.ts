import { vi } from 'vitest'

/** As the browser has them; a service worker runs in a real one only. */
export function browserThat({
  permission,
  hasService = true,
}: {
  permission: NotificationPermission
  hasService?: boolean
}) {
  const showNotification = vi.fn()
  const subscription = {
    endpoint: 'https://push.example/1',
    unsubscribe: async () => {
      held = null
    },
    toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } }),
  }
  let held: typeof subscription | null = subscription
  const pushManager = {
    getSubscription: async () => held,
    subscribe: async () => {
      if (!hasService) throw new DOMException('no service', 'AbortError')
      held = subscription
      return held
    },
  }
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

/** After a test. */
export function forgetBrowser(): void {
  Reflect.deleteProperty(navigator, 'serviceWorker')
  Reflect.deleteProperty(document, 'visibilityState')
}

export function lookAway(): void {
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
}

/** What a relay that pushes answers. */
export const pushRoutes = {
  'GET /api/push': { body: { publicKey: 'BKey' } },
  'PUT /api/push': { body: null },
}
