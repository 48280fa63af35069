import type { PushAlert, PushDevice } from '@deskbell/protocol'

declare const self: ServiceWorkerGlobalScope

const placeOf = ({ conversationId }: PushAlert) => `./#conversations/${conversationId}`

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('push', (event) => {
  if (event.data) event.waitUntil(show(event.data.json() as PushAlert))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(event.notification.data as PushAlert))
})
self.addEventListener('pushsubscriptionchange', (event) => {
  const { oldSubscription } = event as Event & { oldSubscription?: PushSubscription }
  if (oldSubscription) (event as ExtendableEvent).waitUntil(renew(oldSubscription))
})

/** Those of the inbox: the browser also names other pages of the relay, and of the shop where both have one origin. */
async function windows(): Promise<readonly WindowClient[]> {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return all.filter(({ url }) => url.startsWith(self.registration.scope))
}

/** The inbox that is in sight rings and shows it by itself. */
async function show(alert: PushAlert): Promise<void> {
  const isSeen = (await windows()).some(({ visibilityState }) => visibilityState === 'visible')
  if (isSeen) return
  const { title, body, conversationId } = alert
  await self.registration.showNotification(title, {
    ...{ body, data: alert, icon: 'favicon.svg', badge: 'favicon.svg' },
    // One for each conversation: the newest takes the place of the one before.
    tag: conversationId,
  })
}

/** In the inbox that is open, else in a new window. */
async function open(alert: PushAlert): Promise<void> {
  const [first] = await windows()
  if (!first) {
    await self.clients.openWindow(placeOf(alert))
    return
  }
  first.postMessage(alert)
  await first.focus()
}

/** The browser gave the device another address. */
async function renew({ options }: PushSubscription): Promise<void> {
  const { endpoint, keys } = (await self.registration.pushManager.subscribe(options)).toJSON()
  const device = { endpoint, keys, locale: self.navigator.language } as PushDevice
  const body = JSON.stringify(device)
  await fetch('../api/push', { method: 'PUT', headers: { 'content-type': 'application/json' }, body })
}
