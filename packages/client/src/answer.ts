import type { Reply } from '@deskbell/protocol'

/** What a request comes back with (`version`: of what is saved as a whole): the relay's reply, or that there was none (no network, no relay, no reply in time). */
export type Answer<T> =
  | { ok: true; value: T; version?: string }
  | Extract<Reply<T>, { ok: false }>
  | { ok: false; refusal: 'unreachable'; retryAfterMs?: number; detail?: string }

export const unreachable = { ok: false, refusal: 'unreachable' } as const
