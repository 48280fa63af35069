// A download of its own: were signals imported here, they would become yet another one.
import type { VisitorItem } from '@deskbell/protocol'
import type { ReadonlySignal } from '@preact/signals'
import { ringBell } from './bell.ts'
import { type FollowingOptions, followPage } from './following-page.ts'

export interface AttentionOptions extends FollowingOptions {
  arrived: ReadonlySignal<readonly VisitorItem[]>
  /** How many messages the visitor has not seen. */
  unread: ReadonlySignal<number>
  /** The page is in front. */
  isLooking: ReadonlySignal<boolean>
  /** And the conversation is on screen. */
  isReading: ReadonlySignal<boolean>
  /** The visitor wants neither, as it is now. */
  isQuiet(): boolean
  ring?(): void
}

/**
 * Tells a visitor who looks elsewhere that somebody answered: a count in the page's title, and one bell when a person joins
 * or when the first message comes that is not seen. And tells the operator which page the visitor is on. Returns what ends it.
 */
export function callAttention(options: AttentionOptions): () => void {
  const { arrived, unread, isLooking, isReading, isQuiet, ring = ringBell, page, request } = options
  let takeAway: (() => void) | undefined
  const count = () => {
    takeAway?.()
    const isWanted = !isLooking.peek() && unread.peek() > 0 && !isQuiet()
    takeAway = isWanted ? countInTitle(unread.peek()) : undefined
  }
  const endFollowing = followPage({ page: () => (takeAway ? undefined : page()), request })
  const acting = watchActing()
  const endings = [unread.subscribe(count), isLooking.subscribe(count)]
  const endBell = arrived.subscribe((news) => {
    const isHeard = acting.hasActed() && !isQuiet()
    if (isHeard && news.some((item) => isWorthABell(item, isReading.peek(), unread.peek()))) ring()
  })
  return () => {
    for (const end of [...endings, endBell, endFollowing, acting.end]) end()
    takeAway?.()
  }
}

/** Firefox before 120 does not tell whether somebody has acted; there it counts from now on. */
function watchActing() {
  let isSeen = false
  const act = () => {
    isSeen = true
  }
  const watched = ['pointerdown', 'keydown'] as const
  for (const event of watched) addEventListener(event, act, { capture: true, once: true })
  const end = () => {
    for (const event of watched) removeEventListener(event, act, { capture: true })
  }
  return { hasActed: () => navigator.userActivation?.hasBeenActive ?? isSeen, end }
}

function isWorthABell(item: VisitorItem, isSeen: boolean, unread: number): boolean {
  if (item.kind === 'assigned') return true
  return item.kind === 'message' && item.from === 'operator' && !isSeen && unread <= 1
}

/** Puts a count before the title; what takes it away leaves a title that the page has changed meanwhile. */
function countInTitle(count: number): () => void {
  const title = document.title
  const counted = `(${count}) ${title}`
  document.title = counted
  return () => {
    if (document.title === counted) document.title = title
  }
}
