import type { ConversationId, EntryId, Locale, OperatorId } from '@deskbell/protocol'
import { type ReadonlySignal, signal } from '@preact/signals'

/** Where the inbox is, read from what stands behind the `#` of its address. */
export type Place =
  | { page: 'conversations'; conversationId?: ConversationId; seq?: number }
  | { page: 'entries'; entryId?: EntryId; locale?: Locale }
  | { page: 'team'; operatorId?: OperatorId }
  | {
      page:
        | 'account'
        | 'alerts'
        | 'changes'
        | 'hours'
        | 'learned'
        | 'privacy'
        | 'replies'
        | 'roster'
        | 'searches'
        | 'settings'
        | 'waits'
        | 'words'
    }
  | { page: LinkPage; token: string }

/** What a one-time link leads to. */
type LinkPage = 'set-up' | 'join' | 'new-password'

const plainPages = [
  'account',
  'alerts',
  'changes',
  'entries',
  'hours',
  'learned',
  'privacy',
  'replies',
  'roster',
  'searches',
  'settings',
  'team',
  'waits',
  'words',
] as const

/** The place behind a `#`; anything unknown is the conversations. */
export function placeOf(hash: string): Place {
  const text = hash.replace(/^#/, '')
  const token = /^(set-up|join|new-password)=(.+)$/.exec(text)
  if (token?.[2]) return { page: token[1] as LinkPage, token: token[2] }
  const plain = plainPages.find((page) => page === text)
  if (plain) return { page: plain }
  const entry = /^entries\/([\w.-]+)(?:\/([\w-]+))?$/.exec(text)
  if (entry?.[1]) return { page: 'entries', entryId: entry[1], ...(entry[2] && { locale: entry[2] }) }
  const operator = /^team\/([\w-]+)$/.exec(text)
  if (operator?.[1]) return { page: 'team', operatorId: operator[1] }
  const [, conversationId, seq] = /^conversations\/([\w-]+)(?:\/(\d{1,6}))?$/.exec(text) ?? []
  return { page: 'conversations', ...(conversationId && { conversationId }), ...(seq && { seq: Number(seq) }) }
}

/** The conversation a place shows, if it shows one. */
export function conversationIn(place: Place): ConversationId | undefined {
  return place.page === 'conversations' ? place.conversationId : undefined
}

/** The number of the message that a place shows, if it shows one. */
export function seqIn(place: Place): number | undefined {
  return place.page === 'conversations' ? place.seq : undefined
}

/** The address of a place, for `href`. */
export function hashOf(place: Place): string {
  if ('token' in place) return `#${place.page}=${place.token}`
  if ('entryId' in place && place.entryId) return `#entries/${[place.entryId, place.locale].filter(Boolean).join('/')}`
  if ('operatorId' in place && place.operatorId) return `#team/${place.operatorId}`
  if ('conversationId' in place && place.conversationId)
    return `#conversations/${[place.conversationId, place.seq].filter(Boolean).join('/')}`
  return `#${place.page}`
}

export interface Router {
  place: ReadonlySignal<Place>
  /** `replace`: the place left is not gone back to (a used link, an undone choice). */
  go(place: Place, how?: 'push' | 'replace'): void
  close(): void
}

export function createRouter(): Router {
  const place = signal(placeOf(location.hash))
  const read = () => {
    if (hashOf(place.peek()) !== location.hash) place.value = placeOf(location.hash)
  }
  addEventListener('hashchange', read)
  return {
    place,
    go(next, how = 'push') {
      if (hashOf(next) === location.hash) return
      if (how === 'push') location.hash = hashOf(next)
      else history.replaceState(null, '', hashOf(next))
      // The browser tells of it only later, and the next key is meant for the new place.
      read()
    },
    close: () => removeEventListener('hashchange', read),
  }
}
