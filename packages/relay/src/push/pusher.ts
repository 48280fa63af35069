import { createECDH } from 'node:crypto'
import type { Agent } from 'node:https'
import { setTimeout as after } from 'node:timers/promises'
import type { OperatorId, PushAlert, PushDevice, Settings } from '@deskbell/protocol'
import type { Logger } from 'pino'
import webPush from 'web-push'
import type { PushStore } from '../store/push-store.ts'

/** How long a push service may take, in ms. */
const patience = 10_000
/** Before each further try where it may only be a hiccup, in ms. */
const pauses: readonly number[] = [1_500, 10_000]

interface Options {
  store: PushStore
  /** 32 bytes of this installation. */
  secret: Buffer
  /** Where a push service finds who runs this relay: `mailto:` or `https:` (RFC 8292, 2.1). */
  subject(): string
  agent: Agent
  log: Logger
}

/** `mailto:` or `https:`, as the standard wants it, of a relay that may have neither yet. */
export function contactOf({ contact: { email } }: Settings, publicUrl: string): string {
  return email === undefined && publicUrl.startsWith('https:') ? publicUrl : `mailto:${email ?? 'deskbell@localhost'}`
}

/** Tells devices through the push services of their browsers (RFC 8030), encrypted for the device alone (RFC 8291). */
export interface Pusher {
  /** Base64url. */
  publicKey: string
  /** To all devices of an operator. One that can't be reached is told later, if it is no later than `worthFor` seconds. */
  tell(operatorId: OperatorId, worthFor: number, alert: (device: PushDevice) => Promise<PushAlert>): Promise<void>
  /** Tries no more, and leaves the store alone. */
  close(): void
}

export function createPusher({ store, secret, subject, agent, log }: Options): Pusher {
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(secret)
  const keys = { publicKey: ecdh.getPublicKey('base64url'), privateKey: secret.toString('base64url') }

  const ending = new AbortController()
  /** Whether another try may get through. */
  async function send(device: PushDevice, worthFor: number, alert: PushAlert): Promise<boolean> {
    try {
      await webPush.sendNotification(device, JSON.stringify(alert), {
        vapidDetails: { subject: subject(), ...keys },
        TTL: worthFor,
        urgency: 'high',
        // A newer one takes the place of what was not delivered yet; at most 32 signs (RFC 8030, 5.4).
        topic: alert.conversationId.replaceAll('-', ''),
        timeout: patience,
        agent,
      })
      return false
    } catch (error) {
      const { statusCode } = error as { statusCode?: number }
      if (ending.signal.aborted) return false
      // The browser wants none any more.
      if (statusCode === 404 || statusCode === 410) {
        store.remove(device.endpoint)
        return false
      }
      log.warn({ statusCode, service: new URL(device.endpoint).host }, 'a device could not be told')
      return isPassing(statusCode)
    }
  }

  const deliver = createDelivery({ store, send, signal: ending.signal })
  return {
    publicKey: keys.publicKey,
    async tell(operatorId, worthFor, alert) {
      if (ending.signal.aborted) return
      const devices = store.of(operatorId, Date.now())
      const told = devices.map(async (device) => deliver(operatorId, device, worthFor, await alert(device)))
      await Promise.all(told).catch((error) => {
        if (!ending.signal.aborted) log.error({ err: error }, 'a device could not be told')
      })
    },
    close: () => ending.abort(),
  }
}

interface Delivery {
  store: PushStore
  /** Whether another try may get through. */
  send(device: PushDevice, worthFor: number, alert: PushAlert): Promise<boolean>
  signal: AbortSignal
}

/** Some tries, as long as the device is to be told and of nothing newer in the same conversation. */
function createDelivery({ store, send, signal }: Delivery) {
  /** By device and topic: the alert that is on its way. */
  const newest = new Map<string, PushAlert>()

  return async (of: OperatorId, device: PushDevice, worthFor: number, alert: PushAlert): Promise<void> => {
    const key = `${device.endpoint} ${alert.conversationId}`
    newest.set(key, alert)
    try {
      let isOpen = await send(device, worthFor, alert)
      for (const pause of pauses) {
        if (!isOpen) break
        await after(pause, undefined, { ref: false, signal })
        // Meanwhile there may be a newer one, or the device is to be told no more.
        const now = store.of(of, Date.now()).find(({ endpoint }) => endpoint === device.endpoint)
        if (!now || newest.get(key) !== alert) break
        isOpen = await send(now, worthFor, alert)
      }
    } finally {
      if (newest.get(key) === alert) newest.delete(key)
    }
  }
}

/** No answer, too much at once, or a broken service (RFC 9110, 15.6). */
function isPassing(statusCode: number | undefined): boolean {
  return statusCode === undefined || statusCode === 429 || statusCode >= 500
}
