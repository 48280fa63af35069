import * as v from 'valibot'
import type { Locale } from './entries.ts'
import { locale } from './guards.ts'
import type { ConversationId } from './messages.ts'
import type { Refusal } from './refusals.ts'

/** Where a browser takes messages while no page of the inbox is open (W3C Push API, `PushSubscription.toJSON`). */
export interface PushDevice {
  endpoint: string
  keys: { p256dh: string; auth: string }
  /** What it is told is said in. */
  locale: Locale
  /** Says neither who wrote nor what. Not said: as the device of this session that was told of last. */
  isWordless?: boolean
}

/** `GET /api/push`: the relay's key for `pushManager.subscribe` (RFC 8292), base64url. */
export interface PushKey {
  publicKey: string
}

/** What a device is told, as it shows it. */
export interface PushAlert {
  title: string
  body: string
  conversationId: ConversationId
}

const malformed: Refusal = 'malformed'
const base64url = (length: number) =>
  v.pipe(v.string(malformed), v.regex(/^[\w-]+$/, malformed), v.length(length, malformed))

/** A push service has a name; an address in numbers leads into somebody's own network. */
function isService(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, username } = new URL(endpoint)
  return protocol === 'https:' && username === '' && /[a-z\d]\.[a-z][a-z\d-]*$/.test(hostname)
}

const endpoint = v.pipe(v.string(malformed), v.maxLength(1_000, malformed), v.check(isService, malformed))

/** Of a key on the curve P-256 and of a secret of 16 bytes (RFC 8291, 3.1 and 3.2). */
export const pushDeviceGuard = v.strictObject(
  {
    endpoint,
    keys: v.strictObject({ p256dh: base64url(87), auth: base64url(22) }, malformed),
    locale,
    isWordless: v.exactOptional(v.boolean(malformed)),
  },
  malformed,
) satisfies v.GenericSchema<unknown, PushDevice>

export const pushEndpointGuard = v.strictObject({ endpoint }, malformed)
