import type { QueueNews, QueueStatus, VisitorConversation } from '@deskbell/protocol'
import { computed, createModel, effect, type Model, type ReadonlySignal, signal } from '@preact/signals'

export interface Place {
  news: ReadonlySignal<QueueNews | undefined>
  /** What was said before, to tell what has changed. */
  before: ReadonlySignal<QueueStatus | undefined>
  /** It takes so long that a question for later is offered first. */
  isLong: ReadonlySignal<boolean>
  move(news: QueueNews | undefined): void
}

export interface PlaceOptions {
  head: ReadonlySignal<VisitorConversation | undefined>
  /** When the visitor asked, in ms since 1970. */
  askedAt: ReadonlySignal<number | undefined>
}

/** The owner's limit for waiting: later, a question is offered first. */
const longWait = 15 * 60_000

/** The visitor's place in line, as the relay last told it. */
export const PlaceModel = createModel<Place, [PlaceOptions]>(({ head, askedAt }) => {
  const latest = signal<QueueNews | undefined>(undefined)
  const before = signal<QueueStatus | undefined>(undefined)
  const hasWaitedLong = signal(false)
  const news = computed(() => (head.value?.status === 'waiting' ? latest.value : undefined))

  effect(() => {
    const since = head.value?.status === 'waiting' ? askedAt.value : undefined
    hasWaitedLong.value = since !== undefined && Date.now() - since >= longWait
    if (since === undefined || hasWaitedLong.peek()) return
    const timer = setTimeout(
      () => {
        hasWaitedLong.value = true
      },
      longWait - (Date.now() - since),
    )
    return () => clearTimeout(timer)
  })

  return {
    news,
    before,
    isLong: computed(() => hasWaitedLong.value || willTakeLong(news.value?.status)),
    move(next) {
      before.value = latest.value?.conversationId === next?.conversationId ? latest.value?.status : undefined
      latest.value = next
    },
  }
})
export type PlaceModel = Model<Place>

function willTakeLong(status: QueueStatus | undefined): boolean {
  return status?.wait === 'known' && status.likelySeconds * 1000 >= longWait
}
