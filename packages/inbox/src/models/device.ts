import type { PushAlert } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import { type PushGiven, pushingTo } from './push-subscription.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

/** `on`: the relay pushes to it; `lonely`: it shows what an open page of the inbox says, and no more. */
export type DeviceState = 'unknown' | 'unsupported' | 'denied' | 'off' | 'on' | 'lonely'

/** Whether this device shows alerts of an open page, and those that are pushed also while there is none (W3C Push API): each by itself. */
export const DeviceModel = createModel(({ http, locale, preferences }: PushGiven) => {
  const state = signal<DeviceState>('unknown')
  const trouble = signal<Wording | undefined>(undefined)
  const { tell, tellAgain, subscribed, unsubscribed } = pushingTo({ http, locale, preferences })
  const isShown = computed(() => preferences.chosen.value.showsAlerts && isLetIn(state.value))

  function refuse(): void {
    state.value = settled()
  }

  /** Finds out how it is; a device that is on is told to the relay again, because this may be a new session. */
  async function look(): Promise<void> {
    state.value = isSupported() ? settled() : 'unsupported'
    if (state.value !== 'off' || Notification.permission !== 'granted') return
    const registration = await navigator.serviceWorker.getRegistration('./')
    if (!registration) return
    const subscription = await registration.pushManager.getSubscription()
    state.value = subscription && (await tell(subscription)).ok ? 'on' : 'lonely'
  }

  /** By what the open page says, from now on or no more. */
  async function show(isWanted: boolean): Promise<void> {
    trouble.value = undefined
    if (isWanted && !(await allowed())) return refuse()
    preferences.choose({ showsAlerts: isWanted })
    await settle(state.peek() === 'on')
  }

  /** By what the relay pushes, from now on or no more. */
  async function push(isWanted: boolean): Promise<void> {
    trouble.value = undefined
    const wasShown = isShown.peek()
    const registration = isWanted ? await allowed() : undefined
    if (isWanted && !registration) return refuse()
    preferences.choose({ showsAlerts: wasShown })
    const isPushed = registration ? await subscribed(registration) : await unsubscribed()
    await settle(isPushed)
    if (isWanted && !isPushed) trouble.value = wording('alerts.noService')
  }

  /** A device that neither shows nor is pushed to lets go of its service worker. */
  async function settle(isPushed: boolean): Promise<void> {
    const { showsAlerts } = preferences.chosen.peek()
    if (!isPushed && !showsAlerts) await (await navigator.serviceWorker.getRegistration('./'))?.unregister()
    state.value = isPushed ? 'on' : showsAlerts ? 'lonely' : settled()
  }

  /** With or without words from now on; as before where the relay, which writes some of the alerts, can't be told. */
  async function choose(isWordless: boolean): Promise<void> {
    trouble.value = undefined
    const answer = isSupported() ? await tellAgain(isWordless) : undefined
    if (answer?.ok === false) trouble.value = refusalWording(answer)
    else preferences.choose({ isWordless })
  }

  return { state, isShown, trouble, look, show, push, choose }
})

/** Shows an alert where the device is on; with the same name as one that came from the relay, so that they are one. */
export async function showAlert({ title, body, conversationId }: PushAlert): Promise<void> {
  if (!isSupported() || Notification.permission !== 'granted') return
  const registration = await navigator.serviceWorker.getRegistration('./')
  const data: PushAlert = { title, body, conversationId }
  await registration?.showNotification(title, { body, data, tag: conversationId, icon: 'favicon.svg' })
}

/** The browser lets alerts be shown here; else nothing. */
async function allowed(): Promise<ServiceWorkerRegistration | undefined> {
  const isGranted = (await Notification.requestPermission()) === 'granted'
  return isGranted ? navigator.serviceWorker.register('./service-worker.js') : undefined
}

function isLetIn(state: DeviceState): boolean {
  return state === 'on' || state === 'lonely'
}

function isSupported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
}

function settled(): DeviceState {
  return Notification.permission === 'denied' ? 'denied' : 'off'
}
