import type { ConversationId, Solved } from '@deskbell/protocol'
import { browserStore } from '../models/browser-store.ts'
import { isObject, parseObject } from '../models/saved.ts'

/** What the visitor says of the end, and the relay does not have: kept for this tab, across reloads. */
export interface KeptRating {
  /** As it stands in the field. */
  comment?: string
  /** Chosen or sent, and not with the relay yet. */
  untold?: { solved: Solved; comment?: string }
}

const key = 'deskbell-rating'
const choices: readonly unknown[] = ['no', 'in-part', 'yes'] satisfies Solved[]
const store = browserStore(() => sessionStorage)

/** Of this conversation; of another one it is of no use any more. */
export function keptRating(id: ConversationId | undefined): KeptRating {
  const { conversationId, comment, untold } = parseObject(store.get(key)) ?? {}
  if (id === undefined || conversationId !== id) return {}
  return { ...(typeof comment === 'string' && { comment }), ...(isUntold(untold) && { untold }) }
}

export function keepRating(conversationId: ConversationId, { comment, untold }: KeptRating): void {
  if (comment === undefined && !untold) store.remove(key)
  else store.set(key, JSON.stringify({ conversationId, comment, untold }))
}

function isUntold(value: unknown): value is NonNullable<KeptRating['untold']> {
  return isObject(value) && choices.includes(value.solved) && ['string', 'undefined'].includes(typeof value.comment)
}
