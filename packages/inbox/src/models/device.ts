import type { Http } from '@deskbell/client/http'
import type { Locale, PushAlert, PushKey } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import type { PreferencesKept } from './preferences.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

/** `lonely`: told while a page of the inbox is open; the browser has no way to the relay beside it. */
export type DeviceState = 'unknown' | 'unsupported' | 'denied' | 'off' | 'busy' | 'on' | 'lonely'

interface Given {
  http: Http
  locale: () => Locale
  preferences: PreferencesKept
}

/** Whether this device shows alerts, also while no page of the inbox is open (W3C Push API). */
export const DeviceModel = createModel(({ http, locale, preferences }: Given) => {
  const state = signal<DeviceState>('unknown')
  const trouble = signal<Wording | undefined>(undefined)

  /** Finds out how it is; a device that is on is told to the relay again, because this may be a new session. */
  async function look(): Promise<void> {
    state.value = isSupported() ? settled() : 'unsupported'
    if (state.value !== 'off' || Notification.permission !== 'granted') return
    const registration = await navigator.serviceWorker.getRegistration('./')
    if (!registration) return
    const subscription = await registration.pushManager.getSubscription()
    state.value = subscription && (await tell(subscription)).ok ? 'on' : 'lonely'
  }

  async function turnOn(): Promise<void> {
    state.value = 'busy'
    trouble.value = undefined
    if ((await Notification.requestPermission()) !== 'granted') {
      state.value = settled()
      return
    }
    const registration = await navigator.serviceWorker.register('./service-worker.js')
    const key = await http.get<PushKey>('/api/push')
    const subscription = key.ok ? await subscribe(registration, key.value) : undefined
    const isTold = subscription !== undefined && (await tell(subscription)).ok
    state.value = isTold ? 'on' : 'lonely'
    trouble.value = isTold ? undefined : wording('alerts.noService')
  }

  async function turnOff(): Promise<void> {
    state.value = 'busy'
    trouble.value = undefined
    const registration = await navigator.serviceWorker.getRegistration('./')
    const subscription = await registration?.pushManager.getSubscription()
    if (subscription) await http.send('DELETE', '/api/push', { endpoint: subscription.endpoint })
    await subscription?.unsubscribe()
    await registration?.unregister()
    state.value = settled()
  }

  /** With or without words from now on; as before where the relay, which writes some of the alerts, can't be told. */
  async function choose(isWordless: boolean): Promise<void> {
    trouble.value = undefined
    const registration = isSupported() ? await navigator.serviceWorker.getRegistration('./') : undefined
    const subscription = await registration?.pushManager.getSubscription()
    const answer = subscription && (await tell(subscription, isWordless))
    if (answer?.ok === false) trouble.value = refusalWording(answer)
    else preferences.choose({ isWordless })
  }

  function tell(subscription: PushSubscription, isWordless = preferences.chosen.peek().isWordless) {
    const { endpoint, keys } = subscription.toJSON()
    return http.send<null>('PUT', '/api/push', { endpoint, keys, locale: locale(), isWordless })
  }

  return { state, trouble, look, turnOn, turnOff, choose }
})

/** Shows an alert where the device is on; with the same name as one that came from the relay, so that they are one. */
export async function showAlert({ title, body, conversationId }: PushAlert): Promise<void> {
  if (!isSupported() || Notification.permission !== 'granted') return
  const registration = await navigator.serviceWorker.getRegistration('./')
  const data: PushAlert = { title, body, conversationId }
  await registration?.showNotification(title, { body, data, tag: conversationId, icon: 'favicon.svg' })
}

function isSupported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
}

function settled(): DeviceState {
  return Notification.permission === 'denied' ? 'denied' : 'off'
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
