import { type Conversation, onDuty, positionOf } from '@deskbell/desk'
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

/** What somebody in line was told. */
type Told = Pick<QueueNews, 'status' | 'isFormFirst'>

/** A wait that moves by less than this is not said again, in seconds. */
const noticeable = 15

/** Beyond this wait, in seconds, a question for later is offered first. */
const longWait = 15 * 60

/** What everybody in line was told last, and what they have to be told now. */
export class Line {
  readonly #live: LiveDesk
  readonly #team: Team
  readonly #told = new Map<ConversationId, Told>()

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
    return this.#news(conversation, toldNow(conversation, status, now), 'joined')
  }

  /** News for those whose place or wait is noticeably other than what they were told. */
  changes(now: number, cause?: Cause): { visitorId: string; news: QueueNews }[] {
    const { desk } = this.#live
    const statuses = this.#live.waits.statuses(now)
    for (const id of this.#told.keys()) if (!statuses.has(id)) this.#told.delete(id)
    return [...statuses].flatMap(([id, status]) => {
      const before = this.#told.get(id)
      const conversation = desk.conversations.get(id)
      if (!conversation) return []
      const told = toldNow(conversation, status, now)
      if (before && !isNoticeable(before, told)) return []
      this.#told.set(id, told)
      // Who is not there is told on coming back.
      if (conversation.isVisitorPresent) this.#live.told(conversation, status, now)
      const reason = reasonOf(before?.status, status, cause)
      return [{ visitorId: conversation.visitorId, news: this.#news(conversation, told, reason, cause) }]
    })
  }

  #news({ id }: Conversation, told: Told, reason: QueueReason, cause?: Cause): QueueNews {
    const { desk } = this.#live
    const behind = desk.queue.length - (positionOf(desk, id) ?? desk.queue.length)
    const who = cause && reason === cause.reason ? { who: toPerson(this.#team, cause.who) } : {}
    return { conversationId: id, reason, behind, ...told, ...who }
  }
}

function toldNow({ askedAt }: Conversation, status: QueueStatus, now: number): Told {
  return { status, isFormFirst: isLong(status) || now - askedAt >= longWait * 1000 }
}

/** Whether a wait is so long that a question for later is offered first. */
export function isLong(status: QueueStatus): boolean {
  return status.wait === 'known' && status.likelySeconds >= longWait
}

function isNoticeable(told: Told, next: Told): boolean {
  if (told.isFormFirst !== next.isFormFirst) return true
  const [before, now] = [told.status, next.status]
  if (before.position !== now.position || before.wait !== now.wait) return true
  if (before.wait === 'unknown' || now.wait === 'unknown') return before.wait !== now.wait
  return Math.abs(before.likelySeconds - now.likelySeconds) >= noticeable
}

function reasonOf(before: QueueStatus | undefined, status: QueueStatus, cause: Cause | undefined): QueueReason {
  if (!before) return 'joined'
  if (cause) return cause.reason
  return status.position < before.position ? 'moved-up' : 'time-passed'
}
