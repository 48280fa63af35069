import type { Locale } from './entries.ts'

/** A reply that operators insert by a few letters of its name; `{something}` in a text is filled in before it is sent. */
export interface CannedReply {
  id: string
  name: string
  /** By language; at least one. */
  texts: Readonly<Record<Locale, string>>
}

/** `GET /api/canned-replies` (operators). The owner changes one by `PUT` and `DELETE /api/canned-replies/ID`. */
export interface CannedReplies {
  replies: readonly CannedReply[]
}
