import type { ConversationId, OperatorConversation, OperatorId, TeamMember } from '@deskbell/protocol'
import { computed, createModel, effect, signal } from '@preact/signals'
import type { Clock } from './clock.ts'
import { isWritten } from './follow-ups.ts'
import { isAsked, isGiven, isOwn } from './given.ts'
import { type Heads, type Lists, unreadOf } from './lists.ts'
import type { PreferencesKept } from './preferences.ts'
import { promiseState, waitOf } from './promise.ts'
import type { QuietKept } from './quiet.ts'
import type { Sounds } from './sounds.ts'
import type { Team } from './team.ts'

/** Somebody waits for the operator, wrote to them, or left a question; or it is time for one that was put off. */
export interface Event {
  kind: 'waiting' | 'reply' | 'question' | 'due'
  head: OperatorConversation
}

/** What the tab's title says beside the page: how many want something, and the most pressing of them. */
export interface Pressing {
  count: number
  /** The newest unread or next waiting one, else the oldest question nobody has opened. */
  head?: OperatorConversation
  /** A promise with so many seconds left, 60 at most. */
  secondsLeft?: number
}

interface Given {
  lists: Lists
  clock: Clock
  preferences: PreferencesKept
  sounds: Sounds
  quiet: QuietKept
  selfId: OperatorId
  team: Pick<Team, 'isOnDuty' | 'colleagues' | 'members'>
}

/** Sounds, title and alerts: an operator who looks elsewhere, or at this very tab, misses nobody. */
export const AttentionModel = createModel((given: Given) => {
  const { lists, clock, preferences, sounds, quiet, selfId } = given
  const { isOnDuty, colleagues, members } = given.team
  const known: Known = { selfId, isGone: (who) => !isOneOf(members.peek(), who) }
  /** What is nobody's is not for who is away. */
  const isHeard = (head: OperatorConversation) => isOwn(head, selfId) || (isOnDuty.peek() && quiet.isHeard(head))
  /** The last there was: several, where they came at once. */
  const happened = signal<readonly Event[]>([])
  let before: Heads | undefined
  let dueBefore: ReadonlySet<ConversationId> | undefined

  // In one, so that neither takes the place of the other.
  effect(() =>
    tell([...eventsOfHeads(lists.heads.value), ...eventsOfDue([...lists.due.value, ...lists.othersDue.value])]),
  )
  effect(() => () => sounds.close())

  function eventsOfHeads(heads: Heads): Event[] {
    const heard = new Map([...heads].filter(([, head]) => isHeard(head)))
    const events = before ? eventsOf(before, heard, known) : []
    if (lists.isKnown.value) before = heads
    return events
  }

  function eventsOfDue(due: readonly OperatorConversation[]): Event[] {
    // One that is back because its visitor wrote has rung as a reply.
    const isNew = (head: OperatorConversation) => dueBefore?.has(head.id) === false && !isWritten(head)
    const news = due.filter((head) => isNew(head) && isHeard(head) && !isWithOneOf(colleagues.peek(), head))
    if (lists.isKnown.value) dueBefore = new Set(due.map(({ id }) => id))
    return news.map((head) => ({ kind: 'due', head }))
  }

  function tell(events: readonly Event[]): void {
    if (events.length === 0) return
    ring(new Set(events.map(({ kind }) => kind)), preferences.chosen.peek(), sounds)
    happened.value = events
  }

  const pressing = computed<Pressing>(() => {
    const waiting = isOnDuty.value ? lists.waiting.value : []
    const unopened = lists.unopened.value
    const count = waiting.length + lists.unread.value.length + unopened.length
    const [next] = waiting
    const secondsLeft = next && secondsToBreak(next, clock)
    const head = lists.unread.value[0] ?? next ?? unopened[0]
    const [first] = lists.given.value
    if (first) return { count, head: first }
    if (next && secondsLeft !== undefined) return { count, head: next, secondsLeft }
    return head ? { count, head } : { count }
  })

  /** Something is to ring here, and the browser would let nothing be heard. */
  const isSilenced = computed(() => {
    const { soundWaiting, soundReply, soundQuestion } = preferences.chosen.value
    return isOnDuty.value && (soundWaiting || soundReply || soundQuestion) && sounds.isAsleep.value
  })

  return { pressing, happened, isSilenced, wake: sounds.wake }
})

function isOneOf(team: readonly TeamMember[], who: OperatorId): boolean {
  return team.some(({ id, isDisabled }) => id === who && !isDisabled)
}

/** It rings for a colleague, whose inbox is open. */
function isWithOneOf(colleagues: readonly TeamMember[], { followUp }: OperatorConversation): boolean {
  return colleagues.some(({ id, isConnected }) => id === followUp?.by && isConnected)
}

/** Once, for the most pressing of what is to be heard. */
function ring(
  kinds: ReadonlySet<Event['kind']>,
  { soundWaiting, soundReply, soundQuestion }: PreferencesKept['chosen']['value'],
  sounds: Sounds,
): void {
  if (soundWaiting && kinds.has('waiting')) sounds.waiting()
  else if (soundReply && (kinds.has('reply') || kinds.has('due'))) sounds.reply()
  else if (soundQuestion && kinds.has('question')) sounds.question()
}

interface Known {
  selfId: OperatorId
  /** Whether a colleague is on the team no more. */
  isGone(who: OperatorId): boolean
}

/** What happened between two states of the lists. */
export function eventsOf(before: Heads, after: Heads, known: Known): Event[] {
  return [...after.values()].flatMap((head) => {
    const kind = kindOf(before.get(head.id), head, known)
    return kind ? [{ kind, head }] : []
  })
}

function kindOf(
  earlier: OperatorConversation | undefined,
  head: OperatorConversation,
  { selfId, isGone }: Known,
): Event['kind'] | undefined {
  if (head.status === 'waiting' && earlier?.status !== 'waiting') return 'waiting'
  // Given again to the same operator, where there is no other, is given anew.
  if (isGiven(head, selfId) && head.openBy !== earlier?.openBy) return 'waiting'
  if (isAsked(head, selfId) && !(earlier && isAsked(earlier, selfId))) return 'waiting'
  const isNewer = (head.preview?.at ?? 0) > (earlier?.preview?.at ?? 0)
  if (isLeft(earlier, head) || (!isNewer && isLeftOver(earlier, head, isGone))) return 'question'
  return earlier && isNewer && unreadOf(head, selfId) > 0 ? 'reply' : undefined
}

/** A question for later that was none before: new, or of somebody who left the line. */
function isLeft(earlier: OperatorConversation | undefined, head: OperatorConversation): boolean {
  return head.status === 'pending' && !head.followUp && (earlier?.status ?? 'waiting') === 'waiting'
}

/** A colleague had put it off who is gone, and it is anybody's. */
function isLeftOver(
  earlier: OperatorConversation | undefined,
  { status, followUp }: OperatorConversation,
  isGone: Known['isGone'],
): boolean {
  const whose = earlier?.followUp?.by
  return status === 'pending' && !followUp && whose !== undefined && isGone(whose)
}

function secondsToBreak(head: OperatorConversation, clock: Clock): number | undefined {
  const { since, promised } = waitOf(head)
  const promise = promised && promiseState(since, promised, clock.now.value)
  return promise?.state === 'breaking' ? promise.leftSeconds : undefined
}
