import type { Http } from '@deskbell/client/http'
import type { Locale, PushKey } from '@deskbell/protocol'
import type { PreferencesKept } from './preferences.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

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

  /** What stands in the way; undefined: it is pushed to. */
  async function subscribed(registration: ServiceWorkerRegistration): Promise<Wording | undefined> {
    const key = await http.get<PushKey>('/api/push')
    if (!key.ok) return refusalWording(key)
    const subscription = await subscribe(registration, key.value)
    if (!subscription) return wording('alerts.noService')
    const answer = await tell(subscription)
    return answer.ok ? undefined : refusalWording(answer)
  }

  /** With or without words from now on; undefined where nothing is pushed. */
  async function tellAgain(isWordless: boolean) {
    const subscription = await subscriptionHere()
    return subscription && tell(subscription, isWordless)
  }

  async function unsubscribed(): Promise<void> {
    const subscription = await subscriptionHere()
    if (subscription) await http.send('DELETE', '/api/push', { endpoint: subscription.endpoint })
    await subscription?.unsubscribe()
  }

  return { tell, tellAgain, subscribed, unsubscribed }
}

/** The one this browser has. */
export async function subscriptionHere(): Promise<PushSubscription | null | undefined> {
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
