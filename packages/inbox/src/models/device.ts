import type { PushAlert } from '@deskbell/protocol'
import { computed, createModel, effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import { type PushGiven, pushingTo, subscriptionHere } from './push-subscription.ts'
import { refusalWording, type Wording } from './wording.ts'

/** `on`: the relay pushes to it; `lonely`: it shows what an open page of the inbox says, and no more. */
export type DeviceState = 'unknown' | 'unsupported' | 'denied' | 'off' | 'on' | 'lonely'

interface DeviceGiven extends PushGiven {
  /** The relay is there. */
  isUp: ReadonlySignal<boolean>
}

/** Whether this device shows alerts of an open page, and those that are pushed also while there is none (W3C Push API): each by itself. */
export const DeviceModel = createModel(({ isUp, ...given }: DeviceGiven) => {
  const { preferences } = given
  const state = signal<DeviceState>('unknown')
  const trouble = signal<Wording | undefined>(undefined)
  const { tell, tellAgain, subscribed, unsubscribed } = pushingTo(given)
  const isShown = computed(() => preferences.chosen.value.showsAlerts && isLetIn(state.value))

  effect(() => {
    if (isUp.value) void untracked(look)
  })

  async function look(): Promise<void> {
    state.value = await found(tell)
  }

  function refuse(): void {
    state.value = settled()
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
    const obstacle = registration ? await subscribed(registration) : await unsubscribed()
    await settle(isWanted && !obstacle)
    if (obstacle) trouble.value = obstacle
  }

  /** A device that neither shows nor could be pushed to lets go of its service worker, and of what the browser has for it. */
  async function settle(isPushed: boolean): Promise<void> {
    const { showsAlerts } = preferences.chosen.peek()
    const isNeeded = isPushed || showsAlerts || (await subscriptionHere())
    if (!isNeeded) await (await navigator.serviceWorker.getRegistration('./'))?.unregister()
    state.value = isPushed ? 'on' : showsAlerts ? 'lonely' : settled()
  }

  /** With or without words from now on; as before where the relay, which writes some of the alerts, can't be told. */
  async function choose(isWordless: boolean): Promise<void> {
    trouble.value = undefined
    const answer = isSupported() ? await tellAgain(isWordless) : undefined
    if (answer?.ok === false) trouble.value = refusalWording(answer)
    else preferences.choose({ isWordless })
  }

  return { state, isShown, trouble, show, push, choose }
})

/**
 * How it is here, found out each time the relay is there; a device that is on is told to it again, because this may be a new session.
 * A relay that has just gone knows the device from before.
 */
async function found(tell: ReturnType<typeof pushingTo>['tell']): Promise<DeviceState> {
  const registration = isLetInHere() ? await navigator.serviceWorker.getRegistration('./') : undefined
  const subscription = await registration?.pushManager.getSubscription()
  const answer = subscription && (await tell(subscription))
  if (answer && (answer.ok || answer.refusal === 'unreachable')) return 'on'
  return registration ? 'lonely' : settled()
}

/** Shows an alert where the device is on; with the same name as one that came from the relay, so that they are one. */
export async function showAlert({ title, body, conversationId }: PushAlert): Promise<void> {
  if (!isLetInHere()) return
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

function isLetInHere(): boolean {
  return isSupported() && Notification.permission === 'granted'
}

function settled(): DeviceState {
  if (!isSupported()) return 'unsupported'
  return Notification.permission === 'denied' ? 'denied' : 'off'
}
