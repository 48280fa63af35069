import { type Conversation, eligible, isAnyoneOnDuty, onDuty, positionOf } from '@deskbell/desk'
import type { ConversationId, OperatorId, Person, QueueNews, QueueReason, QueueStatus } from '@deskbell/protocol'
import { toPerson } from '../serializers.ts'
import type { SettingsStore } from '../store/settings-store.ts'
import type { Team } from '../team.ts'
import type { LiveDesk } from './live-desk.ts'
import { returnsAt } from './roster.ts'

export interface Cause {
  reason: Extract<QueueReason, 'operator-came' | 'operator-left'>
  who: OperatorId
}

/** What a conversation asks of operators. */
type Asks = Pick<Conversation, 'locale' | 'skill'>

/** What somebody in line was told. */
type Told = Pick<QueueNews, 'status' | 'isFormFirst'>

/** A wait that moves by less than this is not said again, in seconds. */
const noticeable = 15

/** An offer that comes and goes is none: who was made one keeps it until the wait is clearly below the limit. */
const clearlyBelow = 0.8

/** What everybody in line was told last, and what they have to be told now. */
export class Line {
  readonly #live: LiveDesk
  readonly #team: Team
  readonly #settings: Pick<SettingsStore, 'settings' | 'hours' | 'roster'>
  readonly #told = new Map<ConversationId, Told>()

  constructor(live: LiveDesk, team: Team, settings: Pick<SettingsStore, 'settings' | 'hours' | 'roster'>) {
    this.#live = live
    this.#team = team
    this.#settings = settings
  }

  people(): Person[] {
    return onDuty(this.#live.desk).map((id) => toPerson(this.#team, id))
  }

  /** Who would answer somebody who asks for that now. */
  peopleFor(asks: Asks): Person[] {
    return eligible(this.#live.desk, asks).map(({ id }) => toPerson(this.#team, id))
  }

  /** The place and wait of somebody who asks for that now. */
  next({ locale, skill }: Asks, now: number): QueueStatus {
    const needs = skill === undefined ? [] : [skill]
    return this.#live.waits.next({ needs, language: locale, priority: 1 }, now)
  }

  /** Whether a question for later is offered first to somebody who would be told this place and wait now. */
  isBeyondLimits(next: QueueStatus): boolean {
    const { maximumLength = Number.POSITIVE_INFINITY } = this.#settings.settings.data.line
    return this.#live.desk.queue.length >= maximumLength || this.#isLong(next)
  }

  /** When nobody is on duty: the earliest return that somebody has told, or the roster and the hours say, in ms since 1970. */
  backAt(now: number): number | undefined {
    const { desk } = this.#live
    if (isAnyoneOnDuty(desk)) return undefined
    const told = [...desk.operators.values()].flatMap(({ backAt = 0 }) => (backAt > now ? [backAt] : []))
    const returns = [...told, returnsAt(this.#settings, this.#team, now) ?? []].flat()
    return returns.length === 0 ? undefined : Math.min(...returns)
  }

  /** What this one is told on arrival, whether or not it changed. */
  statusOf(conversationId: ConversationId, now: number): QueueNews | undefined {
    const status = this.#live.waits.statuses(now).get(conversationId)
    const conversation = this.#live.desk.conversations.get(conversationId)
    if (!status || !conversation) return undefined
    this.#live.told(conversation, status, now)
    return this.#news(conversation, this.#toldNow(conversation, status, now), 'joined')
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
      const told = this.#toldNow(conversation, status, now)
      if (before && !isNoticeable(before, told)) return []
      this.#told.set(id, told)
      // Who is not there is told on coming back.
      if (conversation.isVisitorPresent) this.#live.told(conversation, status, now)
      const reason = reasonOf(before?.status, status, cause)
      return [{ visitorId: conversation.visitorId, news: this.#news(conversation, told, reason, cause) }]
    })
  }

  #toldNow({ id, askedAt }: Conversation, status: QueueStatus, now: number): Told {
    const longest = this.#settings.settings.data.line.maximumWaitMinutes * 60_000
    const share = this.#told.get(id)?.isFormFirst ? clearlyBelow : 1
    return { status, isFormFirst: this.#isLong(status, share) || now - askedAt >= longest }
  }

  /** Whether the likely wait is as long as this share of the limit. */
  #isLong(status: QueueStatus, share = 1): boolean {
    return (
      status.wait === 'known' &&
      status.likelySeconds >= this.#settings.settings.data.line.maximumWaitMinutes * 60 * share
    )
  }

  #news({ id }: Conversation, told: Told, reason: QueueReason, cause?: Cause): QueueNews {
    const { desk } = this.#live
    const behind = desk.queue.length - (positionOf(desk, id) ?? desk.queue.length)
    const who = cause && reason === cause.reason ? { who: toPerson(this.#team, cause.who) } : {}
    return { conversationId: id, reason, behind, ...told, ...who }
  }
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
