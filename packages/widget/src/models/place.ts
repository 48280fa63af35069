import type { QueueNews, QueueStatus, VisitorConversation } from '@deskbell/protocol'
import { computed, createModel, type Model, type ReadonlySignal, signal } from '@preact/signals'

export interface Place {
  news: ReadonlySignal<QueueNews | undefined>
  /** What was said before, to tell what has changed. */
  before: ReadonlySignal<QueueStatus | undefined>
  move(news: QueueNews | undefined): void
}

export interface PlaceOptions {
  head: ReadonlySignal<VisitorConversation | undefined>
  /** Since when there is no connection; undefined while there is one. */
  lostAt: ReadonlySignal<number | undefined>
}

/** The visitor's place in line, as the relay last told it. A wait that nobody keeps up to date any more is not told on. */
export const PlaceModel = createModel<Place, [PlaceOptions]>(({ head, lostAt }) => {
  const latest = signal<QueueNews | undefined>(undefined)
  const before = signal<QueueStatus | undefined>(undefined)
  const news = computed(() => {
    const told = head.value?.status === 'waiting' ? latest.value : undefined
    return told && lostAt.value !== undefined ? { ...told, status: unknownIn(told.status) } : told
  })

  return {
    news,
    before,
    move(next) {
      before.value = latest.value?.conversationId === next?.conversationId ? latest.value?.status : undefined
      latest.value = next
    },
  }
})
export type PlaceModel = Model<Place>

function unknownIn({ position }: QueueStatus): QueueStatus {
  return { position, wait: 'unknown', reason: 'too-little-known' }
}
