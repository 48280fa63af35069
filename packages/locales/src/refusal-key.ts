import type { WidgetKey } from './words.ts'

type VisitorRefusal = Extract<WidgetKey, `refusal.${string}`> extends `refusal.${infer Refusal}` ? Refusal : never

/** A record, so that a refusal worded in `widget/en.json` and forgotten here does not compile. */
const visitorRefusals: Readonly<Record<VisitorRefusal, true>> = {
  malformed: true,
  'message-empty': true,
  'message-too-long': true,
  'name-too-long': true,
  'name-taken': true,
  'email-invalid': true,
  'rate-limited': true,
  busy: true,
  forbidden: true,
  'storage-failed': true,
  internal: true,
  'nobody-on-duty': true,
  'no-conversation': true,
  'conversation-closed': true,
}

/** The key that words a refusal to a visitor; one that only an operator should meet reads like `internal`. */
export function refusalKey(refusal: string): WidgetKey {
  return isWorded(refusal) ? `refusal.${refusal}` : 'refusal.internal'
}

function isWorded(refusal: string): refusal is VisitorRefusal {
  return Object.hasOwn(visitorRefusals, refusal)
}
