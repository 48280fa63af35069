import { onDuty, positionOf } from '@deskbell/desk'
import type {
  ConversationId,
  Locale,
  OperatorId,
  Person,
  QueueNews,
  QueueReason,
  QueueStatus,
} from '@deskbell/protocol'
import { toPerson } from '../serializers.ts'
import type { Team } from '../team.ts'
import type { LiveDesk } from './live-desk.ts'

export interface Cause {
  reason: Extract<QueueReason, 'operator-came' | 'operator-left'>
  who: OperatorId
}

/** A wait that moves by less than this is not said again, in seconds. */
const noticeable = 15

/** What everybody in line was told last, and what they have to be told now. */
export class Line {
  readonly #live: LiveDesk
  readonly #team: Team
  readonly #told = new Map<ConversationId, QueueStatus>()

  constructor(live: LiveDesk, team: Team) {
    this.#live = live
    this.#team = team
  }

  people(): Person[] {
    return onDuty(this.#live.desk).map((id) => toPerson(this.#team, id))
  }

  /** The place and wait of somebody who asks now. */
  next(now: number, language?: Locale): QueueStatus {
    return this.#live.waits.next({ needs: [], priority: 1, ...(language && { language }) }, now)
  }

  /** What this one is told on arrival, whether or not it changed. */
  statusOf(conversationId: ConversationId, now: number): QueueNews | undefined {
    const status = this.#live.waits.statuses(now).get(conversationId)
    const conversation = this.#live.desk.conversations.get(conversationId)
    if (!status || !conversation) return undefined
    this.#live.told(conversation, status, now)
    return this.#news(conversationId, status, 'joined')
  }

  /** News for those whose place or wait is noticeably other than what they were told. */
  changes(now: number, cause?: Cause): { visitorId: string; news: QueueNews }[] {
    const { desk } = this.#live
    const statuses = this.#live.waits.statuses(now)
    for (const id of this.#told.keys()) if (!statuses.has(id)) this.#told.delete(id)
    return [...statuses].flatMap(([id, status]) => {
      const before = this.#told.get(id)
      const conversation = desk.conversations.get(id)
      if (!conversation || (before && !isNoticeable(before, status))) return []
      this.#told.set(id, status)
      // Who is not there is told on coming back.
      if (conversation.isVisitorPresent) this.#live.told(conversation, status, now)
      return [
        { visitorId: conversation.visitorId, news: this.#news(id, status, reasonOf(before, status, cause), cause) },
      ]
    })
  }

  #news(conversationId: ConversationId, status: QueueStatus, reason: QueueReason, cause?: Cause): QueueNews {
    const { desk } = this.#live
    const behind = desk.queue.length - (positionOf(desk, conversationId) ?? desk.queue.length)
    const who = cause && reason === cause.reason ? { who: toPerson(this.#team, cause.who) } : {}
    return { conversationId, status, reason, behind, ...who }
  }
}

function isNoticeable(before: QueueStatus, now: QueueStatus): boolean {
  if (before.position !== now.position || before.wait !== now.wait) return true
  if (before.wait === 'unknown' || now.wait === 'unknown') return before.wait !== now.wait
  return Math.abs(before.likelySeconds - now.likelySeconds) >= noticeable
}

function reasonOf(before: QueueStatus | undefined, status: QueueStatus, cause: Cause | undefined): QueueReason {
  if (!before) return 'joined'
  if (cause) return cause.reason
  return status.position < before.position ? 'moved-up' : 'time-passed'
}
