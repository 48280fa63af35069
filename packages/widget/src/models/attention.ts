import type { VisitorItem } from '@deskbell/protocol'
import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals'

export interface AttentionOptions {
  arrived: ReadonlySignal<readonly VisitorItem[]>
  /** How many messages the visitor has not seen. */
  unread: ReadonlySignal<number>
  /** The conversation is on screen and the page is in front. */
  isReading: ReadonlySignal<boolean>
  /** The visitor wants neither, as it is now. */
  isQuiet(): boolean
  ring(): void
}

/**
 * Tells a visitor who looks elsewhere that somebody answered: a count in the page's title, and one bell when a person joins
 * or when the first message comes that is not seen. Returns what ends it.
 */
export function callAttention({ arrived, unread, isReading, isQuiet, ring }: AttentionOptions): () => void {
  const looking = watchLooking()
  const acting = watchActing()
  const endTitle = effect(() => {
    if (!looking.isLooking.value && unread.value > 0 && !isQuiet()) return countInTitle(unread.value)
  })
  const endBell = effect(() => {
    const news = arrived.value
    untracked(() => {
      const isSeen = looking.isLooking.value && isReading.value
      if (acting.hasActed() && !isQuiet() && news.some((item) => isWorthABell(item, isSeen, unread.value))) ring()
    })
  })
  return () => {
    for (const end of [endTitle, endBell, looking.end, acting.end]) end()
  }
}

function watchLooking() {
  const isLooking = signal(document.hasFocus())
  const look = () => {
    isLooking.value = document.visibilityState === 'visible' && document.hasFocus()
  }
  const watched = ['focus', 'blur', 'visibilitychange'] as const
  for (const event of watched) addEventListener(event, look)
  const end = () => {
    for (const event of watched) removeEventListener(event, look)
  }
  return { isLooking, end }
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
