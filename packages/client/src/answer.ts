import type { Reply } from '@deskbell/protocol'

/** What a request comes back with: the relay's reply, or that there was none (no network, no relay, no reply in time). */
export type Answer<T> = Reply<T> | { ok: false; refusal: 'unreachable'; retryAfterMs?: number; detail?: string }

export const unreachable = { ok: false, refusal: 'unreachable' } as const
