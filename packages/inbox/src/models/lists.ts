import type { OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId, OperatorConversation, OperatorId } from '@deskbell/protocol'
import { computed, createModel, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { followUpsIn } from './follow-ups.ts'
import { isAnswering, isAsked, isGiven, isNew } from './given.ts'
import { byWhatBreaksNext } from './promise.ts'

/** So long a conversation that is over stays in the list, in ms. */
export const closedStays = 24 * 3_600_000

export type Heads = ReadonlyMap<ConversationId, OperatorConversation>

interface Given {
  connection: OperatorConnection
  selfId: OperatorId
  /** In ms since 1970. */
  now: ReadonlySignal<number>
  /** The conversation on screen, if there is one. */
  openId: ReadonlySignal<ConversationId | undefined>
}

/** The heads of all conversations, as the relay tells them, in the lists an operator works from. */
export const ListsModel = createModel(({ connection, selfId, now, openId }: Given) => {
  const heads = signal<Heads>(new Map())
  const isKnown = signal(false)
  const all = computed(() => [...heads.value.values()])
  const waiting = rowsOf(() => byWhatBreaksNext(all.value.filter(({ status }) => status === 'waiting')))
  /** Whose turn it is, whatever breaks first: the first in line who is there. */
  const nextInLine = computed(
    () =>
      waiting.value
        .filter(({ isVisitorConnected }) => isVisitorConnected)
        .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))[0]?.id,
  )
  const assigned = rowsOf(() => all.value.filter(({ status }) => status === 'assigned').toSorted(byLastWord))
  const { later, due, othersDue } = followUpsIn({ all, now, selfId })
  const { given, mine, team } = shared({ assigned, due, selfId })
  const questions = rowsOf(() =>
    all.value
      .filter((head) => head.status === 'pending' && !later.value.includes(head) && !due.value.includes(head))
      .toSorted((a, b) => a.askedAt - b.askedAt),
  )
  /** The newest end on top. */
  const closed = rowsOf(() =>
    all.value.filter(({ status }) => status === 'closed').toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0)),
  )
  const unread = computed(() =>
    mine.value.filter((head) => isNew(head, selfId) || due.value.includes(head) || unreadOf(head, selfId) > 0),
  )
  /** Left or added to, and nobody on the team has opened it since. */
  const unopened = computed(() => questions.value.filter((head) => unreadOf(head, selfId) > 0))
  /** When somebody was last taken out of the line or closed, in ms since 1970. */
  const quietSince = computed(() => latest(all.value.map(({ assignedAt, closedAt }) => assignedAt ?? closedAt)))

  effect(() =>
    connection.on('operator:welcome', ({ conversations }) => {
      heads.value = new Map(conversations.map((head) => [head.id, head]))
      isKnown.value = true
    }),
  )
  effect(() => connection.on('conversations:changed', (changed) => put(...changed)))
  effect(() =>
    connection.on('conversation:erased', ({ conversationId }) => {
      const left = new Map(heads.peek())
      left.delete(conversationId)
      heads.value = left
    }),
  )

  letGo(heads, now, openId)

  /** What says no more than is known changes nothing: each head that changes is drawn anew, with all of its conversation. */
  function put(...changed: readonly OperatorConversation[]): void {
    const before = heads.peek()
    const news = changed.filter((head) => JSON.stringify(head) !== JSON.stringify(before.get(head.id)))
    if (news.length > 0) heads.value = new Map([...before, ...news.map((head) => [head.id, head] as const)])
  }

  const ofTheTeam = { team, questions, unopened, later, othersDue }
  const ofThisOperator = { given, due, mine, unread }
  return { heads, isKnown, waiting, nextInLine, ...ofThisOperator, ...ofTheTeam, closed, quietSince, put }
})

export type Lists = InstanceType<typeof ListsModel>

/** With each conversation that is opened or left, what has been over for longer than the list shows it goes. */
function letGo(heads: Signal<Heads>, now: Given['now'], openId: Given['openId']): void {
  effect(() => {
    const [open, since] = [openId.value, now.peek() - closedStays]
    const isShown = ({ id, status, closedAt = 0 }: OperatorConversation) =>
      id === open || status !== 'closed' || closedAt > since
    const left = [...heads.peek()].filter(([, head]) => isShown(head))
    if (left.length < heads.peek().size) heads.value = new Map(left)
  })
}

type Rows = ReadonlySignal<readonly OperatorConversation[]>

/** A list that stays the same one as long as its rows do, whatever changes in others. */
function rowsOf(make: () => readonly OperatorConversation[]): Rows {
  let before: readonly OperatorConversation[] = []
  return computed(() => {
    const rows = make()
    const isSame = rows.length === before.length && rows.every((head, place) => head === before[place])
    if (!isSame) before = rows
    return before
  })
}

/** What is with somebody: with this operator, who answers or is asked to, and with colleagues alone. */
function shared({ assigned, due, selfId }: { assigned: Rows; due: Rows; selfId: OperatorId }) {
  const isOwn = (head: OperatorConversation) => isAnswering(head, selfId)
  const isIn = (head: OperatorConversation) => isAsked(head, selfId)
  /** Given to this operator and not opened: the first to go to somebody else on top. */
  const given = computed(() =>
    assigned.value.filter((head) => isGiven(head, selfId)).toSorted((a, b) => (a.openBy ?? 0) - (b.openBy ?? 0)),
  )
  const mine = rowsOf(() => [
    ...[...given.value, ...assigned.value.filter(isIn), ...due.value],
    ...assigned.value.filter((head) => isOwn(head) && !isGiven(head, selfId)),
  ])
  const team = rowsOf(() => assigned.value.filter((head) => !isOwn(head) && !isIn(head)))
  return { given, mine, team }
}

/** How much of an operator's conversation nobody has read, 0 when the last word is ours. */
export function unreadOf(head: OperatorConversation, selfId: OperatorId): number {
  const { status, preview, lastSeq, operatorHas } = head
  if (status === 'closed') return 0
  const isTheirs = preview?.from === 'visitor' && (status === 'pending' || isAnswering(head, selfId))
  return isTheirs ? Math.max(0, lastSeq - operatorHas.read) : 0
}

/**
 * Rows in a new order, unless they are held where they are: then those that stay keep their place, and new ones come last.
 */
export function keepPlaces<T extends { id: string }>(before: readonly string[], next: readonly T[]): T[] {
  const place = new Map(before.map((id, index) => [id, index]))
  return next.toSorted((a, b) => (place.get(a.id) ?? before.length) - (place.get(b.id) ?? before.length))
}

function byLastWord(a: OperatorConversation, b: OperatorConversation): number {
  return (b.preview?.at ?? b.askedAt) - (a.preview?.at ?? a.askedAt)
}

function latest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined)
  return known.length > 0 ? Math.max(...known) : undefined
}
