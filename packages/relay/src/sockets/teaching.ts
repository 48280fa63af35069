import type { ConversationId, EntryId } from '@deskbell/protocol'
import { visitorRoom } from '../publish.ts'
import type { Speaking } from './speaking.ts'

/** A first message of up to so many letters says what is asked and little else. */
const shortMessage = 120

/** Teaches the entries that answered what the visitor called it: their last search, else a short first message. */
export function teach(speaking: Speaking, conversationId: ConversationId, answers: readonly EntryId[]): void {
  const { live, learning, store } = speaking.context
  const known = live.conversation(conversationId)
  if (!known) return
  const { conversation, card } = known
  const searched = card.before.searches.at(-1)?.query
  const first = searched === undefined ? store.itemAt(conversationId, 1) : undefined
  const message = first?.kind === 'message' && first.text.length <= shortMessage ? first.text : ''
  const { locale, visitorId } = conversation
  learning.inserted({ answers, locale, words: searched ?? message }, askerOf(speaking, visitorId))
}

/** The same for somebody who said "this helped" before: their address while they are here. */
function askerOf({ visitors }: Speaking, visitorId: string): string {
  const [socketId] = visitors.adapter.rooms.get(visitorRoom(visitorId)) ?? []
  return (socketId !== undefined && visitors.sockets.get(socketId)?.data.address) || visitorId
}
