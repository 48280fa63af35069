import type { Http } from '@deskbell/client/http'
import type { Locale, PushKey } from '@deskbell/protocol'
import type { PreferencesKept } from './preferences.ts'

export interface PushGiven {
  http: Http
  locale: () => Locale
  preferences: PreferencesKept
}

/** The relay's way to push to this device (W3C Push API): told to it, made, and ended. */
export function pushingTo({ http, locale, preferences }: PushGiven) {
  function tell(subscription: PushSubscription, isWordless = preferences.chosen.peek().isWordless) {
    const { endpoint, keys } = subscription.toJSON()
    return http.send<null>('PUT', '/api/push', { endpoint, keys, locale: locale(), isWordless })
  }

  async function subscribed(registration: ServiceWorkerRegistration): Promise<boolean> {
    const key = await http.get<PushKey>('/api/push')
    const subscription = key.ok ? await subscribe(registration, key.value) : undefined
    return subscription !== undefined && (await tell(subscription)).ok
  }

  /** With or without words from now on; undefined where nothing is pushed. */
  async function tellAgain(isWordless: boolean) {
    const subscription = await subscriptionHere()
    return subscription && tell(subscription, isWordless)
  }

  async function unsubscribed(): Promise<false> {
    const subscription = await subscriptionHere()
    if (subscription) await http.send('DELETE', '/api/push', { endpoint: subscription.endpoint })
    await subscription?.unsubscribe()
    return false
  }

  return { tell, tellAgain, subscribed, unsubscribed }
}

async function subscriptionHere(): Promise<PushSubscription | null | undefined> {
  const registration = await navigator.serviceWorker.getRegistration('./')
  return registration?.pushManager.getSubscription()
}

async function subscribe(
  registration: ServiceWorkerRegistration,
  { publicKey }: PushKey,
): Promise<PushSubscription | undefined> {
  try {
    return await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
  } catch {
    // Without a push service behind the browser, or with no way to it.
    return undefined
  }
}
