/** An expected no. Each has a wording in `locales`; a refusal that can never succeed is not tried again. */
export type Refusal =
  | 'malformed'
  | 'message-empty'
  | 'message-too-long'
  | 'name-missing'
  | 'name-too-long'
  | 'name-taken'
  | 'email-missing'
  | 'email-invalid'
  | 'mail-failed'
  | 'rate-limited'
  | 'busy'
  | 'forbidden'
  | 'signed-out'
  | 'storage-failed'
  | 'internal'
  | 'nobody-on-duty'
  | 'no-conversation'
  | 'conversation-closed'
  | 'blocked'
  | 'already-taken'
  | 'unseen-reply'
  | 'at-capacity'
  | 'not-on-duty'
  | 'nobody-waits'
  | 'unknown-operator'
  | 'wrong-credentials'
  | 'link-used'
  | 'password-too-short'
  | 'email-taken'
  | 'last-owner'
  | 'changed-meanwhile'
  | 'entries-invalid'
  | 'origin-invalid'
  | 'file-too-large'
  | 'file-type'
  | 'file-damaged'
  | 'file-gone'
  | 'files-too-many'

/** What every request gets, once. `retryAfterMs` says when the same request may succeed. */
export type Reply<T> = { ok: true; value: T } | { ok: false; refusal: Refusal; retryAfterMs?: number; detail?: string }

const passing: ReadonlySet<Refusal> = new Set(['rate-limited', 'busy', 'storage-failed', 'internal'])

/** Whether the same request may succeed later without anybody changing it. */
export function isPassing(refusal: Refusal): boolean {
  return passing.has(refusal)
}

export function accepted<T>(value: T): Reply<T> {
  return { ok: true, value }
}

/** `detail` names what was wrong with the input (a field, a row), or who was faster, never anything of the machine. */
export function refused(refusal: Refusal, detail?: string): { ok: false; refusal: Refusal; detail?: string } {
  return detail === undefined ? { ok: false, refusal } : { ok: false, refusal, detail }
}
